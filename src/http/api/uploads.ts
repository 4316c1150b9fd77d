import { Readable } from 'node:stream'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { CatalogueWriter } from '../../catalogue/catalogue.js'
import type { CatalogueEditor } from '../../catalogue/editing.js'
import { type UploadBounds, uploadTimeout } from '../../config.js'
import { DomainError } from '../../errors.js'
import { expiryOf, type Upload } from '../../import/uploads/upload.js'
import { listOf, objectOf, refTo } from '../../schema/shapes.js'
import type { BaseOf } from '../address.js'
import { type ImageReads, replacedBy } from './held-image.js'
import type { OpenUploads } from './open-uploads.js'
import { announcedBy, type Target } from './picture-fields.js'
import { failuresOf } from './schemas/parts.js'
import { metadataIn, numberIn, protocol, requireProtocol } from './tus.js'

export type UploadApiOptions = Readonly<{
  editor: CatalogueEditor
  writer: Pick<CatalogueWriter, 'attachments'>
  uploads: OpenUploads
  bounds: UploadBounds
  baseOf: BaseOf
}>

type Asked = { Params: { upload: string } }

/** Pictures that come in parts, by the tus protocol 1.0.0, and what has become of all that came. */
export const uploadApi: FastifyPluginAsync<UploadApiOptions> = async (app, options) => {
  const { editor, writer, uploads, bounds, baseOf } = options
  const tags = ['Uploads']
  const params = refTo('UploadPlace')
  const { hours } = bounds
  const find = async ({ params }: FastifyRequest<Asked>): Promise<Upload> => (await uploads()).find(params.upload)
  const bodyOf = (upload: Upload, request: FastifyRequest) => uploadBody(upload, baseOf(request), hours)

  // tus 1.0.0 asks for it in every answer
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('tus-resumable', protocol['tus-resumable'])
  })
  app.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) => done(null, payload))

  app.get(
    '/uploads',
    {
      schema: {
        summary: 'Lists the pictures on their way in',
        tags,
        response: { 200: objectOf({ items: listOf(refTo('Upload'), bounds.files) }, ['items']), ...failuresOf(401) },
      },
    },
    async request => ({ items: (await uploads()).list().map(upload => bodyOf(upload, request)) }),
  )
  app.get<Asked>(
    '/uploads/:upload',
    {
      exposeHeadRoute: false,
      schema: {
        summary: 'Says how far an upload has come, and what has become of it',
        tags,
        params,
        response: { 200: refTo('Upload'), ...failuresOf(401, 404) },
      },
    },
    async request => bodyOf(await find(request), request),
  )

  app.options('/uploads', { schema: { summary: 'Says what of tus is spoken', tags } }, async (_request, reply) =>
    reply
      .headers({ ...protocol, 'tus-max-size': `${bounds.bytes}` })
      .code(204)
      .send(),
  )
  app.post(
    '/uploads',
    {
      schema: {
        summary: 'Announces a picture that comes in parts (tus creation)',
        tags,
        headers: tusHeaders({
          'upload-length': 'bytes in all',
          'upload-metadata': 'filename, and the fields of a form',
        }),
        response: { 201: nothing, ...failuresOf(400, 401, 412, 413, 422, 428, 503, 507) },
      },
    },
    async (request, reply) => {
      requireProtocol(request, reply)
      const length = numberIn(request, 'upload-length')
      if (length === 0) throw new DomainError('invalid-request', 'Expected a picture, but Upload-Length is 0.')
      const { filename: fileName, ...fields } = metadataIn(request)
      const target = await targetOf(request, fields.id, { editor, writer })
      const announced = await announcedBy(request, { fileName, fields, target }, editor)
      const upload = await (await uploads()).announce(announced, length)
      return told(reply, upload, hours).code(201).header('location', bodyOf(upload, request).address).send()
    },
  )
  app.head<Asked>(
    '/uploads/:upload',
    { schema: { summary: 'Says where to go on (tus)', tags, params } },
    async (request, reply) => told(reply, await find(request), hours).send(),
  )
  app.patch<Asked>(
    '/uploads/:upload',
    {
      handlerTimeout: uploadTimeout,
      schema: {
        summary: 'Takes the next bytes (tus)',
        tags,
        params,
        headers: tusHeaders({ 'upload-offset': 'bytes that have come before' }),
        response: { 204: nothing, ...failuresOf(400, 401, 404, 409, 412, 413, 415, 503, 507) },
      },
    },
    async (request, reply) => {
      requireProtocol(request, reply)
      if (request.headers['content-type'] !== 'application/offset+octet-stream')
        throw new DomainError('other-type', 'Expected application/offset+octet-stream as the content type.')
      const { append } = await uploads()
      const upload = await append(
        request.params.upload,
        numberIn(request, 'upload-offset'),
        (request.body ?? Readable.from([])) as Readable,
      )
      return told(reply, upload, hours).code(204).send()
    },
  )
  app.delete<Asked>(
    '/uploads/:upload',
    {
      schema: { summary: 'Gives an upload up', tags, params, response: { 204: nothing, ...failuresOf(401, 404, 409) } },
    },
    async (request, reply) => {
      await (await uploads()).discard(request.params.upload)
      return reply.code(204).send()
    },
  )
}

const nothing = { type: 'null', description: 'Done' } as const

const tusHeaders = (more: Readonly<Record<string, string>>) => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries({ 'tus-resumable': '1.0.0', ...more }).map(([name, description]) => [
      name,
      { type: 'string', description },
    ]),
  ),
})

/** Conditions say that an image named by `id` is replaced, or new; without any, it must be free when its turn comes. */
async function targetOf(
  request: FastifyRequest,
  id: string | undefined,
  reads: ImageReads,
): Promise<Target | undefined> {
  const { 'if-match': match, 'if-none-match': noneMatch } = request.headers
  if (match === undefined && noneMatch === undefined) return undefined
  if (id === undefined)
    throw new DomainError('invalid-request', 'Expected the image to replace as "id" in Upload-Metadata.')
  const replaces = await replacedBy(request, id, reads)
  return { image: id, ...(replaces !== undefined && { replaces }) }
}

/** How far it has come, as tus says it. */
const told = (reply: FastifyReply, upload: Upload, hours: number): FastifyReply =>
  reply.headers({
    'upload-offset': `${upload.received}`,
    'upload-length': `${upload.length}`,
    'upload-expires': expiryOf(upload, hours).toUTCString(),
  })

/** An upload with its address and the moment when it is forgotten. */
export const uploadBody = (upload: Upload, base: string, hours: number) => {
  const { wanted: _, interrupted: _often, ...told } = upload
  return { ...told, expiresAt: expiryOf(upload, hours).toISOString(), address: `${base}/api/uploads/${upload.id}` }
}
