import type { CatalogueReader, MuseumSummary, Slice } from '../catalogue/catalogue.js'
import { sliced } from '../catalogue/sliced.js'
import type { StoryReader } from '../catalogue/stories.js'
import { DomainError } from '../errors.js'
import type { PresentationContext } from '../presentation/context.js'
import {
  type Entry,
  type Holder,
  type Holding,
  holderEntry,
  holderShelf,
  inOrder,
  type Listing,
  listingAt,
  networkShelf,
  type Shelf,
  workEntry,
} from '../presentation/listing.js'
import { contentsAt, type Place } from '../presentation/pages.js'
import { storiesEntry } from '../presentation/stories/listing.js'
import { kindsTold, storiesCover } from './story-shelves.js'

/** A shelf with a way to what stands on it. */
export type ShelfCase = Readonly<{ shelf: Shelf; take(slice: Slice): Promise<readonly Entry[]> }>

/** @throws DomainError `not-found` where the collection has no such page */
export async function listingOf(
  { shelf, take }: ShelfCase,
  place: Place,
  context: PresentationContext,
): Promise<Listing> {
  const contents = contentsAt(place, shelf.extent)
  if (!contents) throw new DomainError('not-found', 'There is no such page of this collection.')
  return listingAt(shelf, place, contents, await take(contents.slice), context)
}

/** Pictures are looked up only for the holders that are listed. */
export async function networkCase(
  reader: CatalogueReader,
  stories: StoryReader,
  context: PresentationContext,
): Promise<ShelfCase> {
  const [museums, loose, told] = await Promise.all([
    reader.museums(),
    reader.countWorks({ museum: null }),
    kindsTold(stories),
  ])
  const holders = inOrder([...museums.map(held), { holder: null, ...loose }])
  const entries = [
    ...told.map(kind => async () => storiesEntry(kind, await storiesCover(reader, stories, kind), context)),
    ...holders.map(each => async () => holderEntry(await withCover(reader, each), context)),
  ]
  return {
    shelf: networkShelf(entries.length, context),
    take: async slice => Promise.all(sliced(entries, slice).map(entry => entry())),
  }
}

export async function holderCase(
  reader: CatalogueReader,
  museum: MuseumSummary | null,
  context: PresentationContext,
): Promise<ShelfCase> {
  const counted = museum ? held(museum) : { holder: null, ...(await reader.countWorks(selectionOf(null))) }
  return {
    shelf: holderShelf(await withCover(reader, counted), context),
    take: async slice => (await reader.listWorks(selectionOf(museum), slice)).map(work => workEntry(work, context)),
  }
}

type Counted = Readonly<{ holder: Holder; works: number; pictured: number }>

const held = (museum: MuseumSummary): Counted => ({ holder: museum, works: museum.works, pictured: museum.pictured })

async function withCover(reader: CatalogueReader, { holder, works, pictured }: Counted): Promise<Holding> {
  const [cover] = pictured > 0 ? await reader.listWorks(selectionOf(holder), { offset: 0, limit: 1 }) : []
  return { holder, works, cover }
}

const selectionOf = (holder: Holder) => ({ museum: holder?.id ?? null })
