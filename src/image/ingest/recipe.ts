import { createHash } from 'node:crypto'
import { type Dimensions, longestSide, tileGrid } from '../geometry.js'

/** px; the side of the tiles of every pyramid but the smallest */
const TILE_SIZE = 512
const SMALL_TILE_SIZE = 128

/** libtiff's readers refuse tiles that are far larger than their picture. */
export const tileSizeFor = (size: Dimensions): number =>
  longestSide(size) <= SMALL_TILE_SIZE ? SMALL_TILE_SIZE : TILE_SIZE

/** px; libvips writes JPEG tiles of pictures up to 65,535 px, in whole tiles here. */
export const LONGEST_SIDE = 127 * TILE_SIZE

/** Raised whenever the same master would come out with other pixels, so that pyramids are made anew. */
const RECIPE = 2

/** Of a pyramid that is made: changes with the master's bytes, its page and the recipe, and with nothing else. */
export const versionOf = (sha256: string, quality: number, page = 0): string =>
  digest(`${sha256} ${RECIPE} ${quality}${page === 0 ? '' : ` page ${page}`}`)

/** Of a pyramid that is used as it came: changes with its bytes. */
export const adoptedVersionOf = (sha256: string): string => digest(`${sha256} adopted`)

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** Where a pyramid stands, relative to the data directory. */
export const pyramidPath = (id: string, version: string): string =>
  `pyramids/${version.slice(0, 2)}/${id}.${version}.tif`

/**
 * Whole tiles: their halvings are whole too, and cover a level with just the tiles that its true size asks for, since
 * ceil(ceil(w/2ⁿ)/t) = ceil(ceil(w/t)/2ⁿ). Padding left to the encoder would be black and bleed into the edge.
 */
export function extendedSize(size: Dimensions): Dimensions {
  const side = tileSizeFor(size)
  const { columns, rows } = tileGrid(size, side)
  return { width: columns * side, height: rows * side }
}
