import type { Limits } from '../config.js'
import { type Dimensions, levelSize } from './geometry.js'
import { fits, largestWithin, limitsOf } from './limits.js'
import type { ImageRecord } from './record.js'

type Ladder = Pick<ImageRecord, 'width' | 'height' | 'levels' | 'limits'>

/** 1, 2, 4 … one for each stored level. */
export const scaleFactors = (image: Pick<ImageRecord, 'levels'>): readonly number[] =>
  Array.from({ length: image.levels }, (_, level) => 2 ** level)

/** px of a level as it stands in the file; a pyramid that was taken as it came may round down where viewers round up. */
export const storedSize = (image: Pick<ImageRecord, 'width' | 'height' | 'levelSizes'>, level: number): Dimensions =>
  image.levelSizes?.[level] ?? levelSize(image, level)

/**
 * The sizes that a viewer is advised to ask for, smallest first: each level that the limits allow (Image API 3 §5.2:
 * sizes must lie within them), or the largest size served where they allow none.
 */
export function sizeLadder(image: Ladder, server: Limits): readonly Dimensions[] {
  const limits = limitsOf(image, server)
  const sizes = Array.from({ length: image.levels }, (_, level) => levelSize(image, level)).filter(size =>
    fits(size, limits),
  )
  return sizes.length > 0 ? sizes.reverse() : [largestWithin(image, limits)]
}

/** The smallest size of the ladder at least `width` px wide, or the largest there is: what pages and manifests ask for. */
export function ladderSize(image: Ladder, server: Limits, width: number): Dimensions {
  const sizes = sizeLadder(image, server)
  return sizes.find(size => size.width >= width) ?? sizes.at(-1) ?? image
}

/** px: the side of the tiles a viewer is advised to ask for, the stored ones or the largest power of two within the limits. */
export function advertisedTile(image: Pick<ImageRecord, 'tileSize' | 'limits'>, server: Limits): number {
  const limits = limitsOf(image, server)
  const { tileSize } = image
  if (fits({ width: tileSize, height: tileSize }, limits)) return tileSize
  const side = Math.min(limits.maxWidth, limits.maxHeight, Math.sqrt(limits.maxArea))
  return 2 ** Math.floor(Math.log2(Math.max(1, side)))
}
