import type { FastifyPluginAsync } from 'fastify'
import type { CatalogueReader, MuseumSummary } from '../catalogue/catalogue.js'
import type { Kind, Work } from '../catalogue/model.js'
import type { Limits } from '../config.js'
import { DomainError } from '../errors.js'
import {
  type Holder,
  type Holding,
  holderCollection,
  holderCollectionPage,
  pagesOf,
  rootCollection,
} from '../presentation/collection.js'
import type { PresentationContext } from '../presentation/context.js'
import { manifestPart, workManifest } from '../presentation/manifest.js'
import { type Collection, type Manifest, type Part, presentationContext } from '../presentation/types.js'
import { urisOf } from '../presentation/uris.js'
import type { BaseOf } from './address.js'
import type { SendDocument } from './documents.js'
import type { Source } from './kept.js'

export type PresentationRouteOptions = Readonly<{
  reader: CatalogueReader
  siteName: string
  pageSize: number
  limits: Limits
  baseOf: BaseOf
  sendDocument: SendDocument
}>

type Names = Readonly<{ id: string; view: string; page: string }>
/** What is at an address. Only a work's documents have a source: what lists others changes with all of them. */
type Found = Readonly<{ content: Collection | Manifest | Part; source?: Source }>
type DocumentOf = (names: Names, context: PresentationContext) => Promise<Found>

/** IIIF Presentation 3: the network, its museums, their works, and what stands below each manifest. */
export const presentationRoutes: FastifyPluginAsync<PresentationRouteOptions> = async (app, options) => {
  const { reader, baseOf, sendDocument, ...settings } = options
  for (const [url, documentOf] of Object.entries(documentsOf(reader))) {
    app.route<{ Params: Names }>({
      // One route for both, so that HEAD has the headers of GET to the last
      method: ['GET', 'HEAD'],
      url,
      compress: false,
      handler(request, reply) {
        const context = { ...settings, uris: urisOf(baseOf(request)) }
        return sendDocument(request, reply, async () => ({
          ...(await documentOf(request.params, context)),
          context: presentationContext,
        }))
      },
    })
  }
}

const page = ':page(^\\d{1,7}$)'

/** The table of documents. */
const documentsOf = (reader: CatalogueReader): Readonly<Record<string, DocumentOf>> => ({
  '/collection': async (_names, context) => ({ content: rootCollection(await allHoldings(reader), context) }),

  '/museums/:id/collection': async ({ id }, context) => collection(reader, await findMuseum(reader, id), context),
  [`/museums/:id/collection/${page}`]: async (names, context) =>
    collectionPage(reader, await findMuseum(reader, names.id), names.page, context),

  '/works/collection': (_names, context) => collection(reader, null, context),
  [`/works/collection/${page}`]: (names, context) => collectionPage(reader, null, names.page, context),

  '/works/:id/manifest': async ({ id }, context) => {
    const work = await findWork(reader, id)
    return { content: workManifest(work, context), source: sourceOf(work) }
  },
  '/works/:id/canvas/:view': (names, context) => part(reader, 'canvas', names, context),
  '/works/:id/canvas/:view/painting': (names, context) => part(reader, 'annotationPage', names, context),
  '/works/:id/canvas/:view/painting/1': (names, context) => part(reader, 'annotation', names, context),
})

async function collection(
  reader: CatalogueReader,
  holder: MuseumSummary | null,
  context: PresentationContext,
): Promise<Found> {
  const holding = await holdingOf(reader, holder)
  const paged = pagesOf(holding.works, context).length > 0
  const listed = paged ? [] : await reader.listWorks(selectionOf(holder), { offset: 0, limit: context.pageSize })
  return { content: holderCollection(holding, listed, context) }
}

async function collectionPage(
  reader: CatalogueReader,
  holder: MuseumSummary | null,
  text: string,
  context: PresentationContext,
): Promise<Found> {
  const holding = await holdingOf(reader, holder)
  const number = pagesOf(holding.works, context).find(each => String(each) === text)
  if (number === undefined) throw new DomainError('not-found', `There is no page ${text} of this collection.`)
  const slice = { offset: (number - 1) * context.pageSize, limit: context.pageSize }
  const listed = await reader.listWorks(selectionOf(holder), slice)
  return { content: holderCollectionPage(holding, number, listed, context) }
}

async function part(
  reader: CatalogueReader,
  kind: 'canvas' | 'annotationPage' | 'annotation',
  { id, view }: Names,
  context: PresentationContext,
): Promise<Found> {
  const work = await findWork(reader, id)
  const manifest = workManifest(work, context)
  const found = manifestPart(manifest, context.uris[kind](id, view))
  if (!found) throw new DomainError('not-found', `There is no view "${view}" of the work "${id}".`)
  return { content: found, source: sourceOf(work) }
}

const sourceOf = ({ id, updatedAt }: Work): Source => ({ of: 'work', id, revision: updatedAt })

const selectionOf = (holder: Holder) => ({ museum: holder?.id ?? null })

async function holdingOf(reader: CatalogueReader, holder: MuseumSummary | null): Promise<Holding> {
  const { works, pictured } = holder ?? (await reader.countWorks(selectionOf(null)))
  const [cover] = pictured > 0 ? await reader.listWorks(selectionOf(holder), { offset: 0, limit: 1 }) : []
  return { holder, works, cover }
}

async function allHoldings(reader: CatalogueReader): Promise<readonly Holding[]> {
  const museums = await reader.museums()
  return Promise.all([...museums, null].map(holder => holdingOf(reader, holder)))
}

const findMuseum = async (reader: CatalogueReader, id: string): Promise<MuseumSummary> =>
  (await reader.museum(id)) ?? missing(reader, 'museum', id)

async function findWork(reader: CatalogueReader, id: string): Promise<Work> {
  const [work] = await reader.works([id])
  return work ?? missing(reader, 'work', id)
}

async function missing(reader: CatalogueReader, kind: Kind, id: string): Promise<never> {
  if ((await reader.presence(kind, id)) === 'gone') {
    throw new DomainError('gone', `The ${kind} "${id}" has been withdrawn.`)
  }
  throw new DomainError('not-found', `There is no ${kind} "${id}".`)
}
