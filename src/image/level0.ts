import type { Limits } from '../config.js'
import { version3 } from './dialect.js'
import { type Box, type Dimensions, intersect, levelSize, sameSize, tileGrid } from './geometry.js'
import { advertisedTile, scaleFactors, sizeLadder } from './ladder.js'
import type { PlannedImage } from './resolve.js'

/** Regions of an image, px, that alone are given in full; of the rest, all levels that are no larger than `overview` px. */
export type Within = Readonly<{ regions: readonly Box[]; overview: number }>

export type LevelZeroFacts = Readonly<{
  id: string
  image: PlannedImage
  limits: Limits
  within?: Within | undefined
  rights?: string
}>

/** `info.json` of an image that plain files serve: Image API 3 §5, level 0. `max` is the largest of its sizes. */
export function levelZero({ id, image, limits, within, rights }: LevelZeroFacts): Readonly<Record<string, unknown>> {
  const { '@context': context, type, protocol, width, height, tiles } = version3.info({ id, image, limits })
  const sizes = sizesOf(image, limits, within)
  const largest = sizes.at(-1) ?? image
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
    tiles,
    ...(rights ? { rights } : {}),
  }
}

function sizesOf(image: PlannedImage, limits: Limits, within: Within | undefined): readonly Dimensions[] {
  const sizes = sizeLadder(image, limits)
  return within ? sizes.filter((size, index) => index === 0 || longest(size) <= within.overview) : sizes
}

/** A picture of a service of level 0: `path` is its canonical address below the service, `source` what is asked for to make it. */
export type OfferedPicture = Readonly<{ path: string; source: string; size: Dimensions }>

/**
 * All pictures that an image's `info.json` of level 0 offers, in the spelling that viewers compute: the sizes, `max`, and
 * each tile of each scale factor.
 */
export function* offeredPictures(image: PlannedImage, limits: Limits, within?: Within): Iterable<OfferedPicture> {
  const kept = sizesOf(image, limits, within)
  for (const size of kept) yield wholePicture(spelt(size), size)
  const largest = kept.at(-1)
  if (largest) yield wholePicture('max', largest)
  const side = advertisedTile(image, limits)
  for (const factor of scaleFactors(image)) {
    const level = levelSize(image, Math.log2(factor))
    const all = !within || longest(level) <= within.overview
    for (const box of tilesOf(image, side * factor)) {
      if (!all && !within.regions.some(region => touches(region, box))) continue
      // Asked for as a whole picture, which the sizes have
      if (sameSize(box, image)) {
        if (!kept.some(size => sameSize(size, level))) yield wholePicture(spelt(level), level)
        continue
      }
      const size = levelSize(box, Math.log2(factor))
      const path = `${box.x},${box.y},${box.width},${box.height}/${spelt(size)}/0/default.jpg`
      yield { path, source: path, size }
    }
  }
}

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

const spelt = ({ width, height }: Dimensions): string => `${width},${height}`
const longest = ({ width, height }: Dimensions): number => Math.max(width, height)

const touches = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height
