import { isBorrowed, type View, type Work } from './model.js'

/** How far two measures of one scale may lie apart: photographs are cut to the work by hand. */
const tolerance = 0.03

/** A work deeper than this part of its longer side is no plane, and its picture has no one scale. */
const flatness = 0.1

/**
 * How many millimetres of the work a pixel of its first view is, where two measures agree within 3 %: height and width,
 * or one of them and the resolution that the file states. A file's resolution alone is not believed: cameras write any.
 */
export function millimetresPerPixel({ dimensions = {} }: Work, { layers }: View, index: number): number | undefined {
  const image = layers[0]?.image
  if (index > 0 || !image) return undefined
  const { heightMm = 0, widthMm = 0, depthMm = 0 } = dimensions
  if (depthMm > Math.max(heightMm, widthMm) * flatness) return undefined
  const { pixelsPerMm = 0 } = isBorrowed(image) ? {} : image.master
  const sides = [heightMm / image.height, widthMm / image.width].filter(isMeasure)
  const [one, other] = sides.length === 2 ? sides : [...sides, 1 / pixelsPerMm].filter(isMeasure)
  if (one === undefined || other === undefined || sides.length === 0) return undefined
  if (Math.abs(one / other - 1) > tolerance) return undefined
  return Number((sides.reduce((sum, side) => sum + side, 0) / sides.length).toPrecision(6))
}

const isMeasure = (scale: number): boolean => scale > 0 && Number.isFinite(scale)
