import { isBorrowed, type LayerImage, type View } from '../../catalogue/model.js'
import type { Limits } from '../../config.js'
import { type Box, type Dimensions, levelCount } from '../../image/geometry.js'
import { fits, largestWithin } from '../../image/limits.js'
import { layerLabels } from '../label.js'
import { phrase } from '../languages.js'
import type { OwnImage } from '../painting.js'
import { plain } from '../plain.js'
import type { OfferedPicture, Picture, WholePicture } from './staging.js'
import { inOne } from './words.js'

/** px: the side of drawn pictures' tiles, and the longest side of a detail, which stands on its canvas without a service. */
const drawnTile = 512
const detailSide = 2000

/** px of the canvas that a picture fills. */
export function pictureSize(picture: Picture): Dimensions {
  const { width, height } = picture.kind === 'image' ? picture.image : picture.kind === 'drawn' ? picture : picture.box
  return { width, height }
}

export const imagePicture = (image: LayerImage): WholePicture => ({ kind: 'image', image })

/** A part of a picture as a picture; of a borrowed one whose owner gives no parts, the whole. */
export function detailOf(of: WholePicture, box: Box): Picture {
  if (of.kind === 'image' && isBorrowed(of.image) && (of.image.service?.level ?? 0) < 1) return of
  return { kind: 'crop', of, box }
}

/** The layers of a view, the one that is called for first. */
export function layersOf(view: View, language: string, first?: string): readonly OfferedPicture[] {
  const sorted = view.layers.toSorted((a, b) => Number(b.kind === first) - Number(a.kind === first))
  return sorted.map(({ kind, image, label }) => ({
    kind: 'image',
    image,
    label: inOne(plain(label) ?? phrase(layerLabels[kind]), language),
  }))
}

/** A drawn picture as its image service describes it. */
export const drawnImage = ({ id, width, height }: Extract<Picture, { kind: 'drawn' }>): OwnImage => ({
  id,
  width,
  height,
  levels: levelCount({ width, height }, drawnTile),
})

/** px of a detail as it is asked for: its own, or as many as fit in `side` and the server's limits. */
export function detailSize(box: Box, limits: Limits, side = detailSide): Dimensions {
  const within = {
    maxWidth: Math.min(side, limits.maxWidth),
    maxHeight: Math.min(side, limits.maxHeight),
    maxArea: limits.maxArea,
  }
  return fits(box, within) ? { width: box.width, height: box.height } : largestWithin(box, within)
}
