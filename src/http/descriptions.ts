import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Work } from '../catalogue/model.js'
import { DomainError } from '../errors.js'
import { linkedArt, linkedArtContext } from '../presentation/descriptions/linked-art.js'
import { noticeDocument } from '../presentation/descriptions/notice.js'
import { schemaOrg, schemaOrgContext } from '../presentation/descriptions/schema-org.js'
import { urisOf } from '../presentation/uris.js'
import { etagOf, notModified } from './conditional.js'
import { findWork } from './found.js'
import { iiifHeaders } from './headers.js'
import type { PresentationRouteOptions } from './presentation.js'

type Asked = { Params: Readonly<{ id: string }> }

/** What machines read of a work beside its manifest: schema.org, Linked Art, and the notice as it came. */
export const descriptionRoutes: FastifyPluginAsync<Omit<PresentationRouteOptions, 'version'>> = async (
  app,
  options,
) => {
  const { reader, baseOf, sendDocument, ...settings } = options
  app.addHook('onRequest', iiifHeaders)
  const method = ['GET', 'HEAD']
  const contextOf = (request: FastifyRequest) => ({ ...settings, uris: urisOf(baseOf(request)) })

  app.route<Asked>({
    method,
    url: '/works/:id/schema.jsonld',
    compress: false,
    handler: async (request, reply) =>
      sendDocument(request, reply, async () => ({
        content: schemaOrg(await findWork(reader, request.params.id), contextOf(request)),
        context: schemaOrgContext,
      })),
  })

  app.route<Asked>({
    method,
    url: '/works/:id/linked-art.jsonld',
    compress: false,
    handler: async (request, reply) =>
      sendDocument(request, reply, async () => ({
        content: linkedArt(await findWork(reader, request.params.id), contextOf(request)),
        context: linkedArtContext,
      })),
  })

  app.route<Asked>({
    method,
    url: '/works/:id/notice.json',
    handler: async (request, reply) =>
      sendNotice(request, reply, await findWork(reader, request.params.id), contextOf(request).uris.notice),
  })
}

function sendNotice(
  request: FastifyRequest,
  reply: FastifyReply,
  { id, notice }: Work,
  addressOf: (work: string) => string,
): FastifyReply {
  if (!notice) throw new DomainError('not-found', `There is no notice of the work "${id}".`)
  const body = JSON.stringify(noticeDocument(notice, addressOf(id), id))
  reply.type('application/json').header('vary', 'Accept-Encoding').header('cache-control', 'no-cache')
  return notModified(request, reply, { etag: etagOf(body) }) ? reply : reply.send(Buffer.from(body))
}
