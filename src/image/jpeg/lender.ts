import type { ByteSource } from '../../storage/storage.js'
import { checkTile } from '../tiff/jpeg.js'
import type { TiledLevel } from '../tiff/levels.js'
import type { TilePosition } from '../tiff/patchwork.js'
import { PADDING, unstuff, viewOf } from './bits.js'
import type { Buffers } from './buffers.js'
import { type Coding, startOfData } from './coding.js'
import type { Lend } from './cut.js'
import { mapOf } from './map.js'
import type { PyramidMaps } from './maps.js'
import type { MappedTile } from './splice.js'

/** Lends the tiles of one level to those who cut them. */
export type Lender = Readonly<{ coding: Coding; lend: Lend }>

type Ports = Readonly<{
  source: ByteSource
  maps: PyramidMaps
  buffers: Buffers
  /** Where a tile stands in the source. */
  placeOf(position: TilePosition): Readonly<{ offset: number; bytes: number }>
}>

/** A tile in a buffer that is to be given back. */
type Borrowed = MappedTile & Readonly<{ buffer: Buffer }>

export function openLender(level: TiledLevel, coding: Coding, { source, maps, buffers, placeOf }: Ports): Lender {
  /** Of a tile that is known, just the rows of MCUs that are wanted are read. */
  const borrow = async (position: TilePosition, from: number, to: number): Promise<Borrowed | undefined> => {
    const { offset, bytes: length } = placeOf(position)
    const map = maps.find(position.join())
    if (!map) return borrowUnknown(position, offset, length)
    const start = map.rows[from] as number
    // The last byte may have a zero behind it.
    const end = Math.min(length, (map.rows[to] as number) + 2)
    const buffer = buffers.take(end - start + PADDING)
    await source.readInto(buffer.subarray(0, end - start), offset + start)
    unstuff(buffer, 0, end - start)
    return { bytes: viewOf(buffer), buffer, base: ((map.starts[from * coding.across] as number) >>> 3) * 8, map }
  }

  const borrowUnknown = async (position: TilePosition, offset: number, length: number) => {
    const buffer = buffers.take(length + PADDING)
    const tile = buffer.subarray(0, length)
    await source.readInto(tile, offset)
    checkTile(level, tile)
    const start = startOfData(coding, tile)
    if (start === undefined) return undefined
    const map = mapOf(coding, buffer, start, length)
    maps.keep(position.join(), map)
    return { bytes: viewOf(buffer), buffer, base: 0, map }
  }

  return {
    coding,
    async lend({ row, columns, from, to }, use) {
      const tiles = await Promise.all(columns.map(column => borrow([column, row], from, to)))
      const known = tiles.filter(tile => tile !== undefined)
      if (known.length === tiles.length) use(known)
      // Where a read fails others may still go on, so their buffers are left to the garbage collector.
      for (const { buffer } of known) buffers.give(buffer)
      return known.length === tiles.length
    },
  }
}
