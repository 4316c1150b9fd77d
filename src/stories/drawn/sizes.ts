import { isBorrowed, type Work } from '../../catalogue/model.js'
import type { Dimensions } from '../../image/geometry.js'
import { findPlace } from '../places.js'
import type { DrawnPart } from './parts.js'

/** px, of every text card and of every comparison. */
export const cardSize: Dimensions = { width: 2000, height: 1500 }
export const comparisonSize: Dimensions = { width: 6000, height: 4000 }

/**
 * px of the picture that is drawn of a part, known without drawing it; undefined where nothing can be drawn: the work is
 * not shown any more, its picture is another institution's, or has other proportions than when the marks were made.
 */
export function drawnSize(part: DrawnPart, works: ReadonlyMap<string, Work>): Dimensions | undefined {
  switch (part.kind) {
    case 'card':
      return cardSize
    case 'comparison':
      return comparisonSize
    case 'marks': {
      const work = works.get(part.work)
      const found = work && findPlace(part.place, work)
      if (!found || found.displaced || isBorrowed(found.image)) return undefined
      return { width: found.image.width, height: found.image.height }
    }
  }
}
