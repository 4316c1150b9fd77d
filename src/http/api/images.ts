import multipart from '@fastify/multipart'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { CatalogueWriter } from '../../catalogue/catalogue.js'
import type { CatalogueEditor } from '../../catalogue/editing.js'
import { type UploadBounds, uploadTimeout } from '../../config.js'
import { DomainError } from '../../errors.js'
import { objectOf, refTo } from '../../schema/shapes.js'
import type { BaseOf } from '../address.js'
import { etagOfHeld } from './conditions.js'
import { heldImage, imageBody, replacedBy } from './held-image.js'
import { type PageQuery, pageBody } from './listing.js'
import type { OpenUploads } from './open-uploads.js'
import { announcedBy, type Target } from './picture-fields.js'
import { formLimits, readPictureForm } from './picture-form.js'
import { imageId } from './schemas/image.js'
import { failuresOf, pageOf, pageQuery } from './schemas/parts.js'
import { line } from './schemas/texts.js'
import { uploadBody } from './uploads.js'

export type ImageApiOptions = Readonly<{
  editor: CatalogueEditor
  writer: Pick<CatalogueWriter, 'attachments'>
  uploads: OpenUploads
  bounds: UploadBounds
  baseOf: BaseOf
}>

type AtImage = { Params: { image: string } }

/** Images of any state, and pictures that come in one piece. */
export const imageApi: FastifyPluginAsync<ImageApiOptions> = async (app, options) => {
  const { editor, writer, uploads, bounds, baseOf } = options
  const tags = ['Images']
  app.get<{ Querystring: PageQuery<string> }>(
    '/images',
    {
      schema: {
        summary: 'Lists images by their ids, those that hang nowhere too',
        tags,
        querystring: pageQuery(line),
        response: { 200: pageOf(refTo('Image')), ...failuresOf(400, 401) },
      },
    },
    async request => {
      const { after = '', limit } = request.query
      const images = await editor.listImages({ after, limit })
      return pageBody(images.map(imageBody), request, ({ id }) => id, baseOf)
    },
  )
  app.get<AtImage>(
    '/images/:image',
    {
      schema: {
        summary: 'Reads what is known of an image, and where it hangs',
        tags,
        params: refTo('ImagePlace'),
        response: { 200: refTo('HungImage'), ...failuresOf(401, 404) },
      },
    },
    async (request, reply) => {
      const { image: id } = request.params
      const held = await heldImage(id, { editor, writer })
      if (!held) throw new DomainError('not-found', `There is no image "${id}".`)
      reply.header('etag', etagOfHeld(held))
      return held.value
    },
  )

  await app.register(multipart, { limits: formLimits })
  const takeForm = async (request: FastifyRequest, reply: FastifyReply, target?: Target) => {
    const { take } = await uploads()
    const form = await readPictureForm(request)
    const length = request.headers['content-length']
    const upload = await take(form.file.file, length === undefined ? undefined : Number(length), async () =>
      announcedBy(request, { fileName: form.file.filename, fields: await form.fields(), target }, editor),
    )
    const body = uploadBody(upload, baseOf(request), bounds.hours)
    return reply.code(202).header('location', body.address).send(body)
  }
  const taking = {
    handlerTimeout: uploadTimeout,
    // The form is read and validated piece by piece: here its schema is documentation
    attachValidation: true,
  } as const
  app.post(
    '/images',
    {
      ...taking,
      schema: {
        summary: 'Uploads a picture in one piece, to be ingested when its turn comes',
        tags,
        consumes: ['multipart/form-data'],
        body: refTo('PictureForm'),
        response: { 202: refTo('Upload'), ...failuresOf(400, 401, 413, 415, 422, 503, 507) },
      },
    },
    async (request, reply) => takeForm(request, reply),
  )
  app.put<AtImage>(
    '/images/:image',
    {
      ...taking,
      schema: {
        summary: 'Uploads a picture as an image that is new, or in the place of one that was read',
        tags,
        consumes: ['multipart/form-data'],
        params: objectOf({ image: imageId }, ['image']),
        body: refTo('PictureForm'),
        response: { 202: refTo('Upload'), ...failuresOf(400, 401, 412, 413, 415, 422, 428, 503, 507) },
      },
    },
    async (request, reply) => {
      if (request.validationError?.validationContext === 'params') throw request.validationError
      const { image } = request.params
      const replaces = await replacedBy(request, image, { editor, writer })
      return takeForm(request, reply, { image, ...(replaces !== undefined && { replaces }) })
    },
  )
}
