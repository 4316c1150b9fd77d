import type { LanguageMap, Museum, Work } from '../catalogue/model.js'
import { mostEntries } from '../config.js'
import type { PresentationContext } from './context.js'
import { looseWorks, museumLabel, museumsLabel, worksLabel, workTitle } from './label.js'
import { phrase } from './languages.js'
import { type Contents, type Extent, type Place, placeAbove, span } from './pages.js'
import { plain } from './plain.js'

/** Whose works: a museum's, or (`null`) those of no museum in the catalogue. */
export type Holder = Museum | null

/** How many works a holder has published, and one with a picture to stand for them. */
export type Holding = Readonly<{ holder: Holder; works: number; cover?: Work | undefined }>

/** Something that a collection lists, with the work whose picture stands for it. */
export type Entry = Readonly<{
  kind: 'collection' | 'manifest'
  id: string
  label: LanguageMap
  cover?: Work | undefined
}>

/** A collection as far as it is the same in every version and on every page of it. */
export type Shelf = Entry &
  Readonly<{
    extent: Extent
    summary?: LanguageMap | undefined
    /** The page for people, and its title. */
    homepage?: Readonly<{ id: string; label: LanguageMap }>
    museum?: Museum
    within?: Entry
    pageLabel(first: number, last: number): LanguageMap
  }>

/** A collection at one address, ready to be written in any version. */
export type Listing = Entry &
  Pick<Shelf, 'summary' | 'homepage' | 'museum' | 'within'> &
  Readonly<{ entries: readonly Entry[] }>

/** Museums with published works, loose works where there are any, then museums without: they belong to the network too. */
export const inOrder = <Each extends Pick<Holding, 'holder' | 'works'>>(holdings: readonly Each[]): readonly Each[] => {
  const museums = holdings.filter(({ holder }) => holder !== null)
  const loose = holdings.filter(({ holder, works }) => holder === null && works > 0)
  return [...museums.filter(({ works }) => works > 0), ...loose, ...museums.filter(({ works }) => works === 0)]
}

/** The network: `total` counts what it lists. */
export function networkShelf(total: number, { uris, siteName, pageSize }: PresentationContext): Shelf {
  const label = { none: [siteName] }
  return {
    kind: 'collection',
    id: uris.collection(),
    label,
    extent: { total, whole: mostEntries, size: pageSize },
    homepage: { id: uris.home(), label },
    pageLabel: museumsLabel,
  }
}

/** A holder's works. */
export function holderShelf({ holder, works, cover }: Holding, context: PresentationContext): Shelf {
  const { uris, pageSize, siteName } = context
  const entry = holderEntry({ holder, cover }, context)
  return {
    ...entry,
    extent: { total: works, whole: pageSize, size: pageSize },
    within: { kind: 'collection', id: uris.collection(), label: { none: [siteName] } },
    ...(holder && {
      museum: holder,
      summary: plain(holder.description),
      homepage: { id: uris.museumPage(holder.id), label: entry.label },
    }),
    pageLabel: worksLabel,
  }
}

/**
 * A shelf at one of its places.
 * @param taken what its contents' slice gave: the things listed, or those that stand for the pages listed
 */
export function listingAt(
  shelf: Shelf,
  place: Place,
  { of, numbers }: Contents,
  taken: readonly Entry[],
  context: PresentationContext,
): Listing {
  const entries =
    of === 'things' ? taken : numbers.map((number, index) => pageEntry(shelf, of, number, context, taken[index]?.cover))
  if (place.kind === 'whole') {
    const { extent: _, pageLabel: __, ...whole } = shelf
    return { ...whole, cover: shelf.cover ?? taken.find(({ cover }) => cover)?.cover, entries }
  }
  const above = placeAbove(place, shelf.extent)
  return {
    ...pageEntry(shelf, place.kind, place.number, context, taken[0]?.cover),
    within: above?.kind === 'pageOfPages' ? pageEntry(shelf, above.kind, above.number, context) : entryOf(shelf),
    entries,
  }
}

const entryOf = ({ kind, id, label }: Entry): Entry => ({ kind, id, label })

const pageEntry = (
  shelf: Shelf,
  kind: 'page' | 'pageOfPages',
  number: number,
  { uris }: PresentationContext,
  cover?: Work,
): Entry => ({
  kind: 'collection',
  id: uris[kind](shelf.id, number),
  label: shelf.pageLabel(...span(kind, number, shelf.extent)),
  cover,
})

export const holderEntry = (
  { holder, cover }: Pick<Holding, 'holder' | 'cover'>,
  { uris }: PresentationContext,
): Entry =>
  holder
    ? { kind: 'collection', id: uris.museumCollection(holder.id), label: plain(museumLabel(holder)) ?? {}, cover }
    : { kind: 'collection', id: uris.looseCollection(), label: phrase(looseWorks), cover }

export const workEntry = (work: Work, { uris }: PresentationContext): Entry => ({
  kind: 'manifest',
  id: uris.manifest(work.id),
  label: plain(workTitle(work)) ?? {},
  cover: work,
})
