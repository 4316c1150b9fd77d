import type { FastifyPluginAsync } from 'fastify'
import type { CatalogueReader } from '../catalogue/catalogue.js'
import type { StoryReader } from '../catalogue/stories.js'
import { mostStories } from '../config.js'
import { DomainError } from '../errors.js'
import type { PresentationContext } from '../presentation/context.js'
import type { Place } from '../presentation/pages.js'
import { type Projection, projections } from '../presentation/projections.js'
import { type Uris, urisOf, type Version } from '../presentation/uris.js'
import type { Query } from './asked.js'
import { findMuseum, findWorkInFull } from './found.js'
import type { Source } from './kept.js'
import { holderCase, listingOf, networkCase, type ShelfCase } from './shelves.js'
import type { DocumentRouteOptions } from './site.js'
import { storyDocuments } from './stories.js'
import { exhibitedCase, storiesCase } from './story-shelves.js'

export type PresentationRouteOptions = DocumentRouteOptions & Readonly<{ version: Version }>

export type Names = Readonly<{
  id: string
  view: string
  key: string
  page: string
  slug: string
  of: 'comments' | 'marks'
  name: string
}>
/** What is at an address. Only what a work alone is in has a source: what shows others changes with all of them. */
type Found = Readonly<{ content: object; source?: Source }>
export type DocumentOf = (
  names: Names,
  projection: Projection,
  context: PresentationContext,
  query: Query,
) => Promise<Found>

/**
 * IIIF Presentation: the network, its museums, their works, and what stands below each manifest. Addresses of version 3
 * answer in version 2 to who asks for its profile; ids are the addresses that were asked in either case.
 */
export const presentationRoutes: FastifyPluginAsync<PresentationRouteOptions> = async (app, options) => {
  const { version, reader, stories, baseOf, sendDocument, ...settings } = options
  for (const [url, documentOf] of Object.entries(documentsOf(reader, stories))) {
    app.route<{ Params: Names; Querystring: Query }>({
      // One route for both, so that HEAD has the headers of GET to the last
      method: ['GET', 'HEAD'],
      url,
      compress: false,
      handler(request, reply) {
        return sendDocument(request, reply, async wish => {
          const projection = projections[version === 3 ? wish.version : version]
          const context = { ...settings, uris: urisOf(baseOf(request), version) }
          const found = await documentOf(request.params, projection, context, request.query)
          return { ...found, context: projection.profile, linkedByDefault: projection.linkedByDefault }
        })
      },
    })
  }
}

const page = ':page(^[1-9]\\d{0,6}$)'

/** The table of documents. */
const documentsOf = (reader: CatalogueReader, stories: StoryReader): Readonly<Record<string, DocumentOf>> => ({
  ...collectionsAt('/collection', (_names, context) => networkCase(reader, stories, context)),
  ...collectionsAt('/museums/:id/collection', async ({ id }, context) =>
    holderCase(reader, await findMuseum(reader, id), context),
  ),
  ...collectionsAt('/works/collection', (_names, context) => holderCase(reader, null, context)),

  ...collectionsAt('/analyses/collection', (_names, context) => storiesCase(reader, stories, 'analysis', context)),
  ...collectionsAt('/exhibitions/collection', (_names, context) => storiesCase(reader, stories, 'exhibition', context)),
  ...collectionsAt('/exhibitions/:slug/collection', ({ slug }, context) =>
    exhibitedCase(reader, stories, slug, context),
  ),
  ...storyDocuments(reader, stories),

  '/works/:id/manifest': async ({ id }, { manifest }, context) => {
    const { told, relatives, source } = await workAt(reader, stories, id)
    return { content: manifest(told, context, relatives), source }
  },
  '/works/:id/canvas/:view/analyses/:slug': commentsAt(reader, stories, ({ id, view, slug }, uris) =>
    uris.workComments(id, view, slug),
  ),
  '/works/:id/canvas/:view/analyses/:slug/:name': commentsAt(reader, stories, ({ id, view, slug, name }, uris) =>
    uris.workComment(id, view, slug, name),
  ),
  '/works/:id/range/:key': partAt(reader, stories, ({ id, key }, uris) => uris.range(id, key)),
  '/works/:id/sequence/normal': partAt(reader, stories, ({ id }, uris) => uris.sequence(id)),
  '/works/:id/canvas/:view': partAt(reader, stories, ({ id, view }, uris) => uris.canvas(id, view)),
  '/works/:id/canvas/:view/scale': partAt(reader, stories, ({ id, view }, uris) => uris.scale(id, view)),
  '/works/:id/canvas/:view/painting': partAt(reader, stories, ({ id, view }, uris) => uris.annotationPage(id, view)),
  '/works/:id/canvas/:view/painting/1': partAt(reader, stories, ({ id, view }, uris) => uris.annotation(id, view)),
})

/** A collection, its pages, and the pages that list those. */
function collectionsAt(
  address: string,
  caseOf: (names: Names, context: PresentationContext) => Promise<ShelfCase>,
): Readonly<Record<string, DocumentOf>> {
  const at =
    (placeOf: (names: Names) => Place): DocumentOf =>
    async (names, { collection }, context) => {
      const listing = await listingOf(await caseOf(names, context), placeOf(names), context)
      return { content: collection(listing, context) }
    }
  return {
    [address]: at(() => ({ kind: 'whole' })),
    [`${address}/${page}`]: at(names => ({ kind: 'page', number: Number(names.page) })),
    [`${address}/pages/${page}`]: at(names => ({ kind: 'pageOfPages', number: Number(names.page) })),
  }
}

const partAt =
  (reader: CatalogueReader, stories: StoryReader, idOf: (names: Names, uris: Uris) => string): DocumentOf =>
  async (names, { part }, context) => {
    const { told, relatives, source } = await workAt(reader, stories, names.id)
    const content = part(told, idOf(names, context.uris), context, relatives)
    if (!content) throw new DomainError('not-found', `There is no such part of the work "${names.id}".`)
    return { content, source }
  }

const commentsAt =
  (reader: CatalogueReader, stories: StoryReader, idOf: (names: Names, uris: Uris) => string): DocumentOf =>
  async (names, { workComments }, context) => {
    const { told, source } = await workAt(reader, stories, names.id)
    const content = workComments(told, idOf(names, context.uris), context)
    if (!content) throw new DomainError('not-found', `No such text is told of the work "${names.id}".`)
    return { content, source }
  }

/** A work with those around it and the stories that show it, whose changes are changes of its own revision too. */
async function workAt(reader: CatalogueReader, stories: StoryReader, id: string) {
  const { work, relatives } = await findWorkInFull(reader, id)
  const source: Source = { of: 'work', id: work.id, revision: work.updatedAt }
  const told = { work, stories: await stories.showing(work.id, mostStories) }
  return { told, relatives, source }
}
