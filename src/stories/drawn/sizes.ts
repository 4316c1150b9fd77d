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

/**
 * Where a view is now, the picture of it that is drawn, how large that is laid, and what of it is drawn, in px of the view;
 * undefined as of `drawnSize`, and where the view has no such layer.
 */
export function drawnView(
  { detail, cut, layer, marks }: Extract<DrawnPart, { kind: 'view' }>,
  works: ReadonlyMap<string, Work>,
) {
  const work = works.get(detail.work)
  const found = work && findPlace(detail, work)
  if (!found || found.displaced) return undefined
  const { view, region, scale } = found
  const chosen = view.layers.find(({ kind }) => kind === layer)?.image
  // Marks are seen even where their layer is not there any more
  const image = chosen ?? (layer && marks.length === 0 ? undefined : found.image)
  if (!image || isBorrowed(image)) return undefined
  const { width, height } = found.image
  const frame: Box = cut ? region : { x: 0, y: 0, width, height }
  return { image, scale, frame, laid: { width, height } }
}
