import type { Dimensions } from '../geometry.js'
import { damaged } from '../tiff/directory.js'
import { type BitWriter, bitsAt, openBitWriter } from './bits.js'
import type { Buffers, Lent } from './buffers.js'
import type { Coding } from './coding.js'
import { entryAt } from './huffman.js'
import { differenceAt, type TileMap } from './map.js'
import { endOfBlock } from './steps.js'

/** A tile's data from a position of its map on, in bits, and where its MCUs stand. */
export type MappedTile = Readonly<{ bytes: DataView; base: number; map: TileMap }>

/** MCUs from `from` to just before `to`, in rows of a tile. */
type Run = Readonly<{ tile: MappedTile; from: number; to: number }>

/** Puts parts of tiles together as one JPEG; what they show is copied bit by bit, neither decoded nor made anew. */
export interface Splicer {
  append(run: Run): void
  finish(): Lent
}

/**
 * @param size px of the JPEG
 * @param capacity bytes that are expected
 */
export function openSplicer(
  coding: Coding,
  { width, height }: Dimensions,
  capacity: number,
  buffers: Buffers,
): Splicer {
  const frame = Buffer.from(coding.frame)
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  const writer = openBitWriter(Buffer.concat([coding.prefix, frame, coding.scan]), capacity, buffers)
  const levels = new Int16Array(coding.components.length)
  return {
    append({ tile, from, to }) {
      const position = writeFirst(coding, writer, levels, tile, from)
      writer.copy(tile.bytes, position, (tile.map.starts[to] as number) - tile.base)
      for (let index = 0; index < levels.length; index += 1)
        levels[index] = tile.map.levels[to * levels.length + index] as number
    },
    finish: () => writer.finish(endOfImage),
  }
}

const endOfImage = Buffer.from([0xff, 0xd9])

/**
 * Writes the MCU at the beginning of a run as far as it depends on what stands before it: the first DC of each
 * component, which is coded as a difference (T.81 F.1.1.5.1). @returns where the rest begins, in bits
 */
function writeFirst(
  { components }: Coding,
  writer: BitWriter,
  levels: Int16Array,
  { bytes, base, map }: MappedTile,
  mcu: number,
): number {
  let written = (map.starts[mcu] as number) - base
  let position = written
  for (const [index, { blocks, dc, ac, steps, differences }] of components.entries()) {
    writer.copy(bytes, written, position)
    const entry = entryAt(dc, bitsAt(bytes, position) >>> 16)
    const level = (map.levels[mcu * components.length + index] as number) + differenceAt(bytes, position, entry)
    writeDifference(writer, differences, level - (levels[index] as number))
    written = position + (entry >>> 4) + (entry & 15)
    position = endOfBlock(steps, ac, bytes, written)
    for (let block = 1; block < blocks; block += 1) {
      const next = entryAt(dc, bitsAt(bytes, position) >>> 16)
      position = endOfBlock(steps, ac, bytes, position + (next >>> 4) + (next & 15))
    }
  }
  return written
}

function writeDifference(
  writer: BitWriter,
  { codes, lengths }: Coding['components'][number]['differences'],
  difference: number,
): void {
  const bits = 32 - Math.clz32(Math.abs(difference))
  if (bits > 11) throw damaged('a tile cannot be read')
  writer.put(codes[bits] as number, lengths[bits] as number)
  writer.put(difference < 0 ? difference + (1 << bits) - 1 : difference, bits)
}
