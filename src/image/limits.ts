import type { Limits } from '../config.js'
import { type Dimensions, pixels } from './geometry.js'
import type { ImageRecord } from './record.js'

/** What holds for one image: the narrower of its own limits and the server's; `maxWidth` alone limits both sides. */
export function limitsOf({ limits = {} }: Pick<ImageRecord, 'limits'>, server: Limits): Limits {
  const {
    maxWidth = server.maxWidth,
    maxHeight = limits.maxWidth ?? server.maxHeight,
    maxArea = server.maxArea,
  } = limits
  return {
    maxWidth: Math.min(maxWidth, server.maxWidth),
    maxHeight: Math.min(maxHeight, server.maxHeight),
    maxArea: Math.min(maxArea, server.maxArea),
  }
}

export const fits = (size: Dimensions, limits: Limits): boolean =>
  size.width <= limits.maxWidth && size.height <= limits.maxHeight && pixels(size) <= limits.maxArea

/** The largest size of the same proportions that limits allow, larger than `size` or smaller, never less than 1 px. */
export function largestWithin({ width, height }: Dimensions, { maxWidth, maxHeight, maxArea }: Limits): Dimensions {
  const byWidth = { width: maxWidth, height: Math.max(1, Math.round((height * maxWidth) / width)) }
  const byHeight = { width: Math.max(1, Math.round((width * maxHeight) / height)), height: maxHeight }
  const bySides = byWidth.height <= maxHeight ? byWidth : byHeight
  if (pixels(bySides) <= maxArea) return bySides
  const ratio = Math.sqrt(maxArea / (width * height))
  const side = (length: number, limit: number) => Math.min(limit, maxArea, Math.max(1, Math.floor(length * ratio)))
  return { width: side(width, maxWidth), height: side(height, maxHeight) }
}
