import type { Work } from '../../src/catalogue/model.js'
import { collection } from '../../src/presentation/collection.js'
import type { PresentationContext } from '../../src/presentation/context.js'
import {
  type Entry,
  type Holding,
  holderEntry,
  holderShelf,
  inOrder,
  type Listing,
  listingAt,
  networkShelf,
  type Shelf,
  workEntry,
} from '../../src/presentation/listing.js'
import { contentsAt, type Place } from '../../src/presentation/pages.js'
import { context } from './sample.js'

/** A shelf at a place, of entries that are all in memory. */
export function listing(
  shelf: Shelf,
  all: readonly Entry[],
  place: Place = { kind: 'whole' },
  within: PresentationContext = context,
): Listing {
  const contents = contentsAt(place, shelf.extent)
  if (!contents) throw new Error(`There is no ${JSON.stringify(place)}.`)
  const { offset, limit, step = 1 } = contents.slice
  const taken = all.slice(offset, offset + limit * step).filter((_, index) => index % step === 0)
  return listingAt(shelf, place, contents, taken, within)
}

export const networkListing = (holdings: readonly Holding[], place?: Place, within = context): Listing => {
  const entries = inOrder(holdings).map(holding => holderEntry(holding, within))
  return listing(networkShelf(entries.length, within), entries, place, within)
}

export const holderListing = (holding: Holding, works: readonly Work[], place?: Place, within = context): Listing =>
  listing(
    holderShelf(holding, within),
    works.map(work => workEntry(work, within)),
    place,
    within,
  )

export const networkCollection = (holdings: readonly Holding[], place?: Place) =>
  collection(networkListing(holdings, place), context)

export const holderCollection = (holding: Holding, works: readonly Work[], place?: Place) =>
  collection(holderListing(holding, works, place), context)
