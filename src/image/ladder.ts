import type { Limits } from '../config.js'
import { type Dimensions, levelSize, pixels } from './geometry.js'
import type { ImageRecord } from './record.js'

/** 1, 2, 4 … one for each stored level. */
export const scaleFactors = (image: Pick<ImageRecord, 'levels'>): readonly number[] =>
  Array.from({ length: image.levels }, (_, level) => 2 ** level)

/**
 * The sizes that a viewer is advised to ask for, smallest first: each stored level that the limits allow
 * (Image API 3 §5.4: sizes must lie within maxWidth, maxHeight and maxArea).
 */
export const sizeLadder = (
  image: Pick<ImageRecord, 'width' | 'height' | 'levels'>,
  limits: Limits,
): readonly Dimensions[] =>
  Array.from({ length: image.levels }, (_, level) => levelSize(image, level))
    .filter(size => fits(size, limits))
    .reverse()

export const fits = (size: Dimensions, limits: Limits): boolean =>
  size.width <= limits.maxWidth && size.height <= limits.maxHeight && pixels(size) <= limits.maxArea

/** The smallest size of the ladder at least `width` px wide, or the largest there is: what pages and manifests ask for. */
export function ladderSize(
  image: Pick<ImageRecord, 'width' | 'height' | 'levels'>,
  limits: Limits,
  width: number,
): Dimensions {
  const sizes = sizeLadder(image, limits)
  return sizes.find(size => size.width >= width) ?? sizes.at(-1) ?? levelSize(image, image.levels - 1)
}
