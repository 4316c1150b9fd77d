import { damaged } from '../tiff/directory.js'
import { bitsAt, unstuff, viewOf } from './bits.js'
import type { Coding } from './coding.js'
import { entryAt } from './huffman.js'
import { endOfBlock } from './steps.js'

/** Where the MCUs of a tile stand in its data, row by row, and what each differs from. */
export type TileMap = Readonly<{
  /** In bits; one more than there are MCUs, for where the last ends. */
  starts: Uint32Array
  /** For each of these positions, the DC of every component just before it. */
  levels: Int16Array
  /** The byte of the tile, as it is stored, that each row of MCUs begins in, and the last ends in. */
  rows: Uint32Array
}>

export const bytesOf = ({ starts, levels, rows }: TileMap): number =>
  starts.byteLength + levels.byteLength + rows.byteLength

/**
 * Reads through a tile without decoding it: no coefficient is made.
 * @param tile as it is stored, of which nothing is left but its data when this is done
 * @param start where its data begin
 * @throws DomainError `damaged` where its codes do not go on to its end
 */
export function mapOf(coding: Coding, tile: Buffer, start: number, end: number): TileMap {
  const removed: number[] = []
  const length = unstuff(tile, start, end, removed)
  const { starts, levels } = positionsOf(coding, viewOf(tile), length * 8)
  let zeroes = 0
  const rows = Uint32Array.from({ length: coding.down + 1 }, (_, row) => {
    const byte = (starts[row * coding.across] as number) >>> 3
    while (zeroes < removed.length && (removed[zeroes] as number) <= byte) zeroes += 1
    return start + byte + zeroes
  })
  return { starts, levels, rows }
}

function positionsOf({ components, across, down }: Coding, bytes: DataView, end: number): Omit<TileMap, 'rows'> {
  const count = across * down
  const starts = new Uint32Array(count + 1)
  const levels = new Int16Array((count + 1) * components.length)
  let position = 0
  for (let mcu = 0; mcu < count; mcu += 1) {
    starts[mcu] = position
    for (let index = 0; index < components.length; index += 1) {
      const { blocks, dc, ac, steps } = components[index] as Coding['components'][number]
      const before = mcu * components.length + index
      let level = levels[before] as number
      for (let block = 0; block < blocks; block += 1) {
        const entry = entryAt(dc, bitsAt(bytes, position) >>> 16)
        level += differenceAt(bytes, position, entry)
        position = endOfBlock(steps, ac, bytes, position + (entry >>> 4) + (entry & 15))
        if (position > end) throw damaged('a tile ends too early')
      }
      levels[before + components.length] = level
    }
  }
  starts[count] = position
  return { starts, levels }
}

/** T.81 F.2.2.1: the difference behind a code; `entry` is that of the DC's decoder. */
export function differenceAt(bytes: DataView, position: number, entry: number): number {
  const bits = entry & 15
  if (bits === 0) return 0
  const value = bitsAt(bytes, position + (entry >>> 4)) >>> (32 - bits)
  return value < 1 << (bits - 1) ? value - (1 << bits) + 1 : value
}
