import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { CatalogueReader } from '../catalogue/catalogue.js'
import type { Limits } from '../config.js'
import { DomainError } from '../errors.js'
import type { PresentationContext } from '../presentation/context.js'
import type { Place } from '../presentation/pages.js'
import { type Projection, projections } from '../presentation/projections.js'
import { type Uris, urisOf, type Version } from '../presentation/uris.js'
import type { BaseOf } from './address.js'
import { sendDocument } from './documents.js'
import { findMuseum, findWork } from './found.js'
import { preferredProfile } from './negotiate.js'
import { holderCase, listingOf, networkCase, type ShelfCase } from './shelves.js'

export type PresentationRouteOptions = Readonly<{
  version: Version
  reader: CatalogueReader
  siteName: string
  pageSize: number
  limits: Limits
  baseOf: BaseOf
}>

type Names = Readonly<{ id: string; view: string; key: string; page: string }>
type DocumentOf = (names: Names, projection: Projection, context: PresentationContext) => Promise<object>

/**
 * IIIF Presentation: the network, its museums, their works, and what stands below each manifest. Addresses of version 3
 * answer in version 2 to who asks for its profile; ids are the addresses that were asked in either case.
 */
export const presentationRoutes: FastifyPluginAsync<PresentationRouteOptions> = async (app, options) => {
  const { version, reader, baseOf, ...settings } = options
  const wanted = (request: FastifyRequest): Projection =>
    projections[version === 3 && preferredProfile(request, profiles) === projections[2].profile ? 2 : version]

  for (const [url, documentOf] of Object.entries(documentsOf(reader))) {
    app.route<{ Params: Names }>({
      // One route for both, so that HEAD has the headers of GET to the last
      method: ['GET', 'HEAD'],
      url,
      async handler(request, reply) {
        const projection = wanted(request)
        const context = { ...settings, uris: urisOf(baseOf(request), version) }
        const document = await documentOf(request.params, projection, context)
        return sendDocument(request, reply, document, projection.profile, projection.linkedByDefault)
      },
    })
  }
}

const profiles = [projections[3].profile, projections[2].profile] as const
const page = ':page(^[1-9]\\d{0,6}$)'

/** The table of documents. */
const documentsOf = (reader: CatalogueReader): Readonly<Record<string, DocumentOf>> => ({
  ...collectionsAt('/collection', (_names, context) => networkCase(reader, context)),
  ...collectionsAt('/museums/:id/collection', async ({ id }, context) =>
    holderCase(reader, await findMuseum(reader, id), context),
  ),
  ...collectionsAt('/works/collection', (_names, context) => holderCase(reader, null, context)),

  '/works/:id/manifest': async ({ id }, { manifest }, context) =>
    manifest(await findWork(reader, id), context, await reader.relatives(id)),
  '/works/:id/range/:key': partAt(reader, ({ id, key }, uris) => uris.range(id, key)),
  '/works/:id/sequence/normal': partAt(reader, ({ id }, uris) => uris.sequence(id)),
  '/works/:id/canvas/:view': partAt(reader, ({ id, view }, uris) => uris.canvas(id, view)),
  '/works/:id/canvas/:view/scale': partAt(reader, ({ id, view }, uris) => uris.scale(id, view)),
  '/works/:id/canvas/:view/painting': partAt(reader, ({ id, view }, uris) => uris.annotationPage(id, view)),
  '/works/:id/canvas/:view/painting/1': partAt(reader, ({ id, view }, uris) => uris.annotation(id, view)),
})

/** A collection, its pages, and the pages that list those. */
function collectionsAt(
  address: string,
  caseOf: (names: Names, context: PresentationContext) => Promise<ShelfCase>,
): Readonly<Record<string, DocumentOf>> {
  const at =
    (placeOf: (names: Names) => Place): DocumentOf =>
    async (names, { collection }, context) =>
      collection(await listingOf(await caseOf(names, context), placeOf(names), context), context)
  return {
    [address]: at(() => ({ kind: 'whole' })),
    [`${address}/${page}`]: at(names => ({ kind: 'page', number: Number(names.page) })),
    [`${address}/pages/${page}`]: at(names => ({ kind: 'pageOfPages', number: Number(names.page) })),
  }
}

const partAt =
  (reader: CatalogueReader, idOf: (names: Names, uris: Uris) => string): DocumentOf =>
  async (names, { part }, context) => {
    const work = await findWork(reader, names.id)
    const found = part(work, idOf(names, context.uris), context, await reader.relatives(names.id))
    if (!found) throw new DomainError('not-found', `There is no such part of the work "${names.id}".`)
    return found
  }
