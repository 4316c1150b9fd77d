import type { Slice } from '../catalogue/catalogue.js'
import { mostEntries } from '../config.js'

/** A place in a collection: the collection itself, one of its pages, or a page that lists pages; numbers are from 1. */
export type Place = Readonly<{ kind: 'whole' } | { kind: 'page' | 'pageOfPages'; number: number }>

/** What a collection lists at a place; `slice` says which things it shows, or which stand for the pages it names. */
export type Contents = Readonly<{ of: 'things' | 'page' | 'pageOfPages'; numbers: readonly number[]; slice: Slice }>

/** A list of `total` things: on one page where at most `whole` of them, else on pages of `size`. */
export type Extent = Readonly<{ total: number; whole: number; size: number }>

/** Pages that one page of pages lists, at least. */
const usualBranch = 100

type Levels = Readonly<{ size: number; pages: number; branch: number; groups: number }>

/** Two levels, since 500 pages of pages hold 250,000 pages. */
function levelsOf({ total, whole, size }: Extent): Levels {
  const pages = total > whole ? Math.ceil(total / size) : 0
  const branch = Math.max(usualBranch, Math.ceil(pages / mostEntries))
  return { size, pages, branch, groups: pages > mostEntries ? Math.ceil(pages / branch) : 0 }
}

/** @returns undefined where there is no such place */
export function contentsAt(place: Place, extent: Extent): Contents | undefined {
  const { size, pages, branch, groups } = levelsOf(extent)
  switch (place.kind) {
    case 'whole':
      if (groups > 0) return listed('pageOfPages', 1, groups, branch * size)
      if (pages > 0) return listed('page', 1, pages, size)
      return { of: 'things', numbers: [], slice: { offset: 0, limit: extent.whole } }
    case 'page':
      if (place.number > pages) return undefined
      return { of: 'things', numbers: [], slice: { offset: (place.number - 1) * size, limit: size } }
    case 'pageOfPages': {
      if (place.number > groups) return undefined
      const first = (place.number - 1) * branch + 1
      return listed('page', first, Math.min(branch, pages - first + 1), size)
    }
  }
}

const listed = (of: 'page' | 'pageOfPages', first: number, count: number, step: number): Contents => ({
  of,
  numbers: Array.from({ length: count }, (_, index) => first + index),
  slice: { offset: (first - 1) * step, limit: count, step },
})

/** The things on a page, or on the pages that a page of pages lists: numbers of the first and the last, from 1. */
export function span(kind: 'page' | 'pageOfPages', number: number, extent: Extent): readonly [number, number] {
  const { size, branch } = levelsOf(extent)
  const each = kind === 'page' ? size : size * branch
  return [(number - 1) * each + 1, Math.min(number * each, extent.total)]
}

/** Where a place is listed: undefined for the collection itself. */
export function placeAbove(place: Place, extent: Extent): Place | undefined {
  const { branch, groups } = levelsOf(extent)
  if (place.kind === 'whole') return undefined
  if (place.kind === 'page' && groups > 0) return { kind: 'pageOfPages', number: Math.ceil(place.number / branch) }
  return { kind: 'whole' }
}
