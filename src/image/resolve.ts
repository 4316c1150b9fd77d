import type { Limits } from '../config.js'
import { DomainError } from '../errors.js'
import type { Dialect, SizeFacts } from './dialect.js'
import { type Box, type Dimensions, intersect, sameSize } from './geometry.js'
import { scaleFactors } from './ladder.js'
import { fits, largestWithin } from './limits.js'
import type { ImageRecord } from './record.js'
import type { Region, Size } from './request.js'

/** The part of an image's record that planning needs. */
export type PlannedImage = Pick<ImageRecord, 'width' | 'height' | 'levels' | 'levelSizes' | 'tileSize' | 'limits'>

/** Image API 3 §4.1, px of the full image. @throws DomainError `invalid-request` for a region outside the image */
export function resolveRegion(region: Region, image: Dimensions): Box {
  const { width, height } = image
  switch (region.kind) {
    case 'full':
      return { x: 0, y: 0, width, height }
    case 'square': {
      const side = Math.min(width, height)
      return { x: Math.floor((width - side) / 2), y: Math.floor((height - side) / 2), width: side, height: side }
    }
    case 'pixels':
      return inside(region, image)
    case 'percent':
      return inside(percentBox(region, image), image)
  }
}

/** To the nearest pixel; what begins inside the image stays inside. */
const percentBox = (region: Box, { width, height }: Dimensions): Box => ({
  x: Math.min(Math.round((region.x * width) / 100), region.x < 100 ? width - 1 : width),
  y: Math.min(Math.round((region.y * height) / 100), region.y < 100 ? height - 1 : height),
  width: Math.max(1, Math.round((region.width * width) / 100)),
  height: Math.max(1, Math.round((region.height * height) / 100)),
})

function inside({ x, y, width, height }: Box, image: Dimensions): Box {
  const box = intersect({ x, y, width, height }, image)
  if (box) return box
  throw invalid(
    `Expected a region inside the image of ${image.width} × ${image.height} px but received ${x},${y},${width},${height}.`,
  )
}

/**
 * Image API 3 §4.2, px; a side that proportions would make vanish is 1 px.
 * @throws DomainError `invalid-request` for enlarging without `^` where the dialect asks for it, and beyond the limits
 */
export function resolveSize(
  size: Size,
  region: Box,
  image: PlannedImage,
  limits: Limits,
  dialect: Dialect,
): Dimensions {
  const wanted = wantedSize(size, region, image, limits)
  const enlarged = isLarger(wanted, region) ? wanted : roomierThanImage(size, region, image)
  if (dialect.caret && !size.upscale && enlarged) {
    throw invalid(
      `Expected a size of at most ${region.width},${region.height}, the region's own, but received one of ${enlarged.width},${enlarged.height}.`,
    )
  }
  if (!fits(wanted, limits)) {
    const { maxWidth, maxHeight, maxArea } = limits
    throw invalid(
      `Expected a size within ${maxWidth} × ${maxHeight} px and ${maxArea} px in all but received ${wanted.width},${wanted.height}.`,
    )
  }
  return wanted
}

/**
 * A box beyond the whole image on both sides. Image API 3 §4.2 would have the image unscaled, IIIF's own validator a
 * refusal; of a part of the image, whose size a viewer may not know, the image unscaled is served.
 */
const roomierThanImage = (size: Size, region: Box, image: PlannedImage): Dimensions | undefined =>
  size.kind === 'within' && sameSize(region, image) && size.width > image.width && size.height > image.height
    ? { width: size.width, height: size.height }
    : undefined

function wantedSize(size: Size, region: Box, image: PlannedImage, limits: Limits): Dimensions {
  const scaled = (ratio: number) => onLadder(scale(region, ratio), ratio, region, image)
  switch (size.kind) {
    case 'full':
      return { width: region.width, height: region.height }
    case 'max':
      return largest(region, limits, size.upscale)
    case 'percent':
      return scaled(size.percent / 100)
    case 'width':
      return { ...scaled(size.width / region.width), width: size.width }
    case 'height':
      return { ...scaled(size.height / region.height), height: size.height }
    case 'exact':
      return { width: size.width, height: size.height }
    case 'within': {
      const ceiling = largest(region, limits, size.upscale)
      const box = { width: Math.min(size.width, ceiling.width), height: Math.min(size.height, ceiling.height) }
      return confine(scaled(Math.min(box.width / region.width, box.height / region.height)), box)
    }
  }
}

/** Proportions kept as closely as whole pixels allow; never less than 1 px (§4.2). */
const scale = ({ width, height }: Dimensions, ratio: number): Dimensions => ({
  width: Math.max(1, Math.round(width * ratio)),
  height: Math.max(1, Math.round(height * ratio)),
})

const confine = (size: Dimensions, box: Dimensions): Dimensions => ({
  width: Math.min(size.width, box.width),
  height: Math.min(size.height, box.height),
})

/**
 * Stored levels round up where proportions would round down: a size less than a pixel off a stored one means that one,
 * so that `w,` `,h` `pct:` and `!w,h` reach the same tiles as `w,h`.
 */
function onLadder(size: Dimensions, ratio: number, region: Box, image: PlannedImage): Dimensions {
  const near = scaleFactors(image)
    .map(factor => ({ width: Math.ceil(region.width / factor), height: Math.ceil(region.height / factor) }))
    .find(
      stored =>
        Math.abs(stored.width - region.width * ratio) < 1 &&
        Math.abs(stored.height - region.height * ratio) < 1 &&
        (stored.width === size.width || stored.height === size.height),
    )
  return near ?? size
}

/** What `max` (or `^max`) gives: the region, or the largest of its proportions that the limits allow. */
const largest = ({ width, height }: Dimensions, limits: Limits, upscale: boolean): Dimensions =>
  !upscale && fits({ width, height }, limits) ? { width, height } : largestWithin({ width, height }, limits)

const isLarger = (size: Dimensions, region: Dimensions): boolean =>
  size.width > region.width || size.height > region.height

/** What the canonical spelling of a size depends on. */
export function sizeFacts(output: Dimensions, region: Box, image: PlannedImage, limits: Limits): SizeFacts {
  const upscaled = isLarger(output, region)
  const ceiling = largest(region, limits, upscaled)
  const kept = onLadder(scale(region, output.width / region.width), output.width / region.width, region, image)
  return {
    upscaled,
    unscaled: sameSize(output, region),
    largest: sameSize(output, ceiling),
    proportional: kept.height === output.height,
  }
}

const invalid = (message: string): DomainError => new DomainError('invalid-request', message)
