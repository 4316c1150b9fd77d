import type { Museum, Work } from '../catalogue/model.js'
import type { PresentationContext } from './context.js'
import { homepage } from './homepage.js'
import { looseWorks, museumLabel, pageLabel, workTitle } from './label.js'
import { phrase } from './languages.js'
import { workThumbnail } from './painting.js'
import { plain } from './plain.js'
import { type Collection, presentationContext, type Reference } from './types.js'

/** Whose works: a museum's, or (`null`) those of no museum in the catalogue. */
export type Holder = Museum | null

/** How many works a holder has published, and one with a picture to stand for them. */
export type Holding = Readonly<{ holder: Holder; works: number; cover?: Work | undefined }>

/**
 * The network. Its museums without published works are listed too, last: they belong to it, and their
 * addresses stay; the works of no museum only where there are any.
 */
export function rootCollection(holdings: readonly Holding[], context: PresentationContext): Collection {
  const museums = holdings.filter(({ holder }) => holder !== null)
  const loose = holdings.filter(({ holder, works }) => holder === null && works > 0)
  const ordered = [...museums.filter(({ works }) => works > 0), ...loose, ...museums.filter(({ works }) => works === 0)]
  return {
    '@context': presentationContext,
    id: context.uris.collection(),
    type: 'Collection',
    label: { none: [context.siteName] },
    homepage: [homepage(context.uris.home(), { none: [context.siteName] })],
    ...workThumbnail(ordered.find(({ cover }) => cover)?.cover, context),
    items: ordered.map(({ holder, cover }) => ({
      ...collectionReference(holder, context),
      ...workThumbnail(cover, context),
    })),
  }
}

/** A holder's works; `listed` are the first of them, all of them where they fit on one page. */
export function holderCollection(
  { holder, works, cover }: Holding,
  listed: readonly Work[],
  context: PresentationContext,
): Collection {
  const summary = plain(holder?.description)
  return {
    '@context': presentationContext,
    ...collectionReference(holder, context),
    type: 'Collection',
    ...(summary ? { summary } : {}),
    ...(holder ? { homepage: [homepage(context.uris.museumPage(holder.id), plain(museumLabel(holder)) ?? {})] } : {}),
    ...workThumbnail(cover, context),
    partOf: [{ id: context.uris.collection(), type: 'Collection', label: { none: [context.siteName] } }],
    items:
      works > context.pageSize
        ? pagesOf(works, context).map(page => pageReference(holder, page, works, context))
        : listed.map(work => manifestReference(work, context)),
  }
}

/** One page, from 1, of a list of works longer than a page. */
export function holderCollectionPage(
  { holder, works }: Holding,
  page: number,
  listed: readonly Work[],
  context: PresentationContext,
): Collection {
  return {
    '@context': presentationContext,
    ...pageReference(holder, page, works, context),
    type: 'Collection',
    ...workThumbnail(listed[0], context),
    partOf: [collectionReference(holder, context)],
    items: listed.map(work => manifestReference(work, context)),
  }
}

/** The numbers of the pages that a list of works takes: none where it needs no pages. */
export const pagesOf = (works: number, { pageSize }: Pick<PresentationContext, 'pageSize'>): readonly number[] =>
  works > pageSize ? Array.from({ length: Math.ceil(works / pageSize) }, (_, index) => index + 1) : []

export function collectionReference(holder: Holder, { uris }: PresentationContext): Reference {
  return holder
    ? { id: uris.museumCollection(holder.id), type: 'Collection', label: plain(museumLabel(holder)) ?? {} }
    : { id: uris.looseCollection(), type: 'Collection', label: phrase(looseWorks) }
}

/** Without a thumbnail: it would cost a query for each page of a long list. */
function pageReference(holder: Holder, page: number, works: number, context: PresentationContext): Reference {
  const { uris, pageSize } = context
  return {
    id: holder ? uris.museumCollectionPage(holder.id, page) : uris.looseCollectionPage(page),
    type: 'Collection',
    label: pageLabel((page - 1) * pageSize + 1, Math.min(page * pageSize, works)),
  }
}

const manifestReference = (work: Work, context: PresentationContext): Reference => ({
  id: context.uris.manifest(work.id),
  type: 'Manifest',
  label: plain(workTitle(work)) ?? {},
  ...workThumbnail(work, context),
})
