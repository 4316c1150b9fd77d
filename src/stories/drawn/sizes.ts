import { isBorrowed, type Work } from '../../catalogue/model.js'
import type { Box, Dimensions } from '../../image/geometry.js'
import type { ImageRecord } from '../../image/record.js'
import { findPlace } from '../places.js'
import type { DrawnPart } from './parts.js'

/** px, of every text card and of every comparison. */
export const cardSize: Dimensions = { width: 2000, height: 1500 }
export const comparisonSize: Dimensions = { width: 6000, height: 4000 }

/** With the limits of the picture of the work that it shows. */
export type DrawnSize = Dimensions & Pick<ImageRecord, 'limits'>

/**
 * px of the picture that is drawn of a part, known without drawing it; undefined where nothing can be drawn: the work is
 * not shown any more, its picture is another institution's, or has other proportions than when region and marks were drawn.
 */
export function drawnSize(part: DrawnPart, works: ReadonlyMap<string, Work>): DrawnSize | undefined {
  switch (part.kind) {
    case 'card':
      return cardSize
    case 'comparison':
      return comparisonSize
    case 'view': {
      const found = drawnView(part, works)
      if (!found) return undefined
      const { width, height } = found.frame
      const { limits } = found.image
      return { width, height, ...(limits ? { limits } : {}) }
    }
  }
}

/** Where a view is now, its own picture, and what of that is drawn; undefined as of `drawnSize`. */
export function drawnView({ detail, cut }: Extract<DrawnPart, { kind: 'view' }>, works: ReadonlyMap<string, Work>) {
  const work = works.get(detail.work)
  const found = work && findPlace(detail, work)
  if (!found || found.displaced || isBorrowed(found.image)) return undefined
  const { image, region, scale } = found
  const frame: Box = cut ? region : { x: 0, y: 0, width: image.width, height: image.height }
  return { image, scale, frame }
}
