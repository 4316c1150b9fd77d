import type { Limits } from '../config.js'
import { version3 } from './dialect.js'
import {
  type Box,
  type Dimensions,
  intersect,
  levelSize,
  longestSide,
  overlap,
  sameSize,
  tileGrid,
} from './geometry.js'
import { advertisedTile, scaleFactors, sizeLadder } from './ladder.js'
import type { PlannedImage } from './resolve.js'

/** How much of an image is given as plain files: Image API 3 §5, level 0. */
export type Giving = Readonly<{
  limits: Limits
  /** px: the image is given as if it were no larger, by the first of its levels that fits */
  largestSide?: number
  /** Regions of the image, px, that alone are given in full; of the rest, all levels no larger than `overview` px. */
  within?: Readonly<{ regions: readonly Box[]; overview: number }> | undefined
}>

/** What viewers are told of an image that is given so. `max` is the largest of its sizes. */
export type Given = Dimensions & Readonly<{ sizes: readonly Dimensions[]; largest: Dimensions }>

/** A picture of a service of level 0: `path` is its canonical address below the service, `source` what is asked of the image. */
export type OfferedPicture = Readonly<{ path: string; source: string; size: Dimensions }>

export function given(image: PlannedImage, giving: Giving): Given {
  const { width, height, sizes, largest } = reduced(image, giving)
  return { width, height, sizes, largest }
}

export type Naming = Readonly<{ id: string; rights?: string | undefined }>

/** `info.json` */
export function levelZero(
  image: PlannedImage,
  { id, rights }: Naming,
  giving: Giving,
): Readonly<Record<string, unknown>> {
  const { width, height, sizes, largest, side, factors } = reduced(image, giving)
  const { context, info } = version3
  const { type, protocol } = info({ id, image, limits: giving.limits })
  return {
    '@context': context,
    id,
    type,
    protocol,
    profile: 'level0',
    width,
    height,
    maxWidth: largest.width,
    maxHeight: largest.height,
    sizes,
    tiles: [{ width: side, height: side, scaleFactors: factors }],
    ...(rights ? { rights } : {}),
  }
}

/**
 * All pictures that an image's `info.json` of level 0 offers, in the spelling that viewers compute: the sizes, `max`, and
 * each tile of each scale factor, which is a size where it shows the whole.
 */
export function* offeredPictures(image: PlannedImage, giving: Giving): Iterable<OfferedPicture> {
  const { sizes, largest, side, factors, reduction, ...whole } = reduced(image, giving)
  for (const size of sizes) yield wholePicture(spelt(size), size)
  yield wholePicture('max', largest)
  for (const factor of factors)
    for (const box of tilesOf(whole, side * factor)) {
      const region = intersect(scaled(box, reduction), image)
      if (!region || !isGiven(region, levelSize(whole, Math.log2(factor)), giving)) continue
      const size = levelSize(box, Math.log2(factor))
      if (!sameSize(box, whole)) {
        const rest = `${spelt(size)}/0/default.jpg`
        yield { path: `${spelledBox(box)}/${rest}`, source: `${spelledBox(region)}/${rest}`, size }
      } else if (!sizes.some(each => sameSize(each, size))) yield wholePicture(spelt(size), size)
    }
}

type Reduced = Given & Readonly<{ side: number; factors: readonly number[]; reduction: number }>

function reduced(image: PlannedImage, { limits, largestSide = Number.POSITIVE_INFINITY, within }: Giving): Reduced {
  let dropped = 0
  while (dropped < image.levels - 1 && longestSide(levelSize(image, dropped)) > largestSide) dropped += 1
  const size = levelSize(image, dropped)
  const smaller = { ...image, ...size, levels: image.levels - dropped }
  const ladder = sizeLadder(smaller, limits)
  const sizes = within ? ladder.filter((each, index) => index === 0 || longestSide(each) <= within.overview) : ladder
  return {
    ...size,
    sizes,
    largest: sizes.at(-1) ?? size,
    side: advertisedTile(smaller, limits),
    factors: scaleFactors(smaller),
    reduction: 2 ** dropped,
  }
}

const isGiven = (region: Box, level: Dimensions, { within }: Giving): boolean =>
  !within || longestSide(level) <= within.overview || within.regions.some(each => overlap(each, region) !== undefined)

function* tilesOf(image: Dimensions, side: number): Iterable<Box> {
  const { columns, rows } = tileGrid(image, side)
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const box = intersect({ x: column * side, y: row * side, width: side, height: side }, image)
      if (box) yield box
    }
}

const wholePicture = (name: string, size: Dimensions): OfferedPicture => ({
  path: `full/${name}/0/default.jpg`,
  source: `full/${spelt(size)}/0/default.jpg`,
  size,
})

const scaled = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x * by,
  y: y * by,
  width: width * by,
  height: height * by,
})

const spelt = ({ width, height }: Dimensions): string => `${width},${height}`
const spelledBox = ({ x, y, width, height }: Box): string => `${x},${y},${width},${height}`
