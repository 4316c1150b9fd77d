import type { FastifyPluginAsync } from 'fastify'
import type { Work } from '../catalogue/model.js'
import { DomainError } from '../errors.js'
import type { PresentationContext } from '../presentation/context.js'
import { linkedArt, linkedArtContext } from '../presentation/descriptions/linked-art.js'
import { noticeDocument } from '../presentation/descriptions/notice.js'
import { schemaOrg, schemaOrgContext } from '../presentation/descriptions/schema-org.js'
import { type Uris, urisOf } from '../presentation/uris.js'
import type { Document } from './documents.js'
import { findWork } from './found.js'
import { iiifHeaders } from './headers.js'
import type { DocumentRouteOptions } from './site.js'

type Asked = { Params: Readonly<{ id: string }> }

const descriptions: Readonly<Record<string, (work: Work, context: PresentationContext) => Document>> = {
  '/works/:id/schema.jsonld': (work, context) => ({ content: schemaOrg(work, context), context: schemaOrgContext }),
  '/works/:id/linked-art.jsonld': (work, context) => ({
    content: linkedArt(work, context),
    context: linkedArtContext,
  }),
  '/works/:id/notice.json': (work, { uris }) => ({ content: noticeOf(work, uris) }),
}

/** What machines read of a work beside its manifest: schema.org, Linked Art, and the notice as it came. */
export const descriptionRoutes: FastifyPluginAsync<Omit<DocumentRouteOptions, 'stories'>> = async (app, options) => {
  const { reader, baseOf, sendDocument, ...settings } = options
  app.addHook('onRequest', iiifHeaders)
  for (const [url, documentOf] of Object.entries(descriptions)) {
    app.route<Asked>({
      method: ['GET', 'HEAD'],
      url,
      compress: false,
      handler: (request, reply) =>
        sendDocument(request, reply, async () => {
          const work = await findWork(reader, request.params.id)
          return documentOf(work, { ...settings, uris: urisOf(baseOf(request)) })
        }),
    })
  }
}

function noticeOf({ id, notice }: Work, uris: Uris): object {
  if (!notice) throw new DomainError('not-found', `There is no notice of the work "${id}".`)
  return noticeDocument(notice, uris.notice(id), id)
}
