import { DomainError } from '../errors.js'
import { costOf } from './cost.js'
import { openDecodedTiles } from './decoded-tiles.js'
import { decoding } from './decoding.js'
import type { Box } from './geometry.js'
import { sharp } from './loaders.js'
import { cutOut, type Pixels } from './mosaic.js'
import type { Plan, Transform } from './plan.js'
import type { Pyramid } from './pyramid.js'
import type { ImageRecord } from './record.js'
import { coveringTiles, positionsIn } from './tiff/patchwork.js'

/** What a plan reads of a pyramid: pixels, or a small TIFF of tiles as they are stored and a box of px in it. */
export type Part = Readonly<{ tiff: Buffer; box: Box }> | Pixels

/** Fetches parts of pyramids, from decoded tiles where enough of them are at hand. */
export interface Parts {
  gather(pyramid: Pyramid, image: ImageRecord, plan: Plan & Transform): Promise<Part>
  /** Tiles handed to a decoder so far, and their px. */
  readonly tilesDecoded: number
  readonly pixelsDecoded: number
  readonly decodedTilesReused: number
}

/** @param budget bytes of decoded tiles kept */
export function openParts(budget: number): Parts {
  const known = openDecodedTiles(budget)
  let [tilesDecoded, pixelsDecoded] = [0, 0]
  const count = (tiles: number, tileSize: number): void => {
    tilesDecoded += tiles
    pixelsDecoded += tiles * tileSize ** 2
  }
  return {
    get tilesDecoded() {
      return tilesDecoded
    },
    get pixelsDecoded() {
      return pixelsDecoded
    },
    get decodedTilesReused() {
      return known.reused
    },
    async gather(pyramid, { id, version }, plan) {
      const { level, extract, tileSize } = plan
      const range = coveringTiles(extract, { tileWidth: tileSize, tileHeight: tileSize })
      // A heavy plan's tiles would take the place of all others.
      if (costOf(plan).lane === 'light') {
        const positions = positionsIn(range)
        const decode = async (places: readonly number[]): Promise<readonly Buffer[]> => {
          const column = await pyramid.column(
            level,
            places.flatMap(place => positions.slice(place, place + 1)),
          )
          count(places.length, tileSize)
          return decodedColumn(column, places.length, tileSize)
        }
        const names = positions.map(([column, row]) => [id, version, level, column, row].join('\n'))
        const tiles = await known.gather(names, tileSize ** 2 * RGB, decode)
        if (tiles) return cutOut(extract, range, tileSize, tiles)
      }
      const { tiff, box, tiles } = await pyramid.part(level, extract)
      count(tiles, tileSize)
      return { tiff, box }
    },
  }
}

const RGB = 3

/** Each tile's pixels in a buffer of their own, so that none keeps its neighbours in memory; in sRGB, or grey. */
async function decodedColumn(tiff: Buffer, count: number, tileSize: number): Promise<readonly Buffer[]> {
  const { data, info } = await decoding(
    sharp(tiff, { limitInputPixels: false }).raw().toBuffer({ resolveWithObject: true }),
  )
  if (info.width !== tileSize || info.height !== count * tileSize)
    throw new DomainError('damaged', 'A pyramid is damaged: its tiles have not the size that the catalogue says.')
  const bytes = data.length / count
  return Array.from({ length: count }, (_, index) => Buffer.from(data.subarray(index * bytes, (index + 1) * bytes)))
}
