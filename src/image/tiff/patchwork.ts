import type { Box } from '../geometry.js'
import { profileThatCounts } from './jpeg.js'
import { compression, photometric, type TiledLevel, tag } from './levels.js'

/** Which tiles of a level cover a box. */
export type TileRange = Readonly<{ column: number; row: number; columns: number; rows: number }>

export type TilePosition = readonly [column: number, row: number]

export function coveringTiles(
  box: Box,
  { tileWidth, tileHeight }: Pick<TiledLevel, 'tileWidth' | 'tileHeight'>,
): TileRange {
  const column = Math.floor(box.x / tileWidth)
  const row = Math.floor(box.y / tileHeight)
  return {
    column,
    row,
    columns: Math.ceil((box.x + box.width) / tileWidth) - column,
    rows: Math.ceil((box.y + box.height) / tileHeight) - row,
  }
}

/** Row by row. */
export const positionsIn = ({ column, row, columns, rows }: TileRange): readonly TilePosition[] =>
  Array.from({ length: columns * rows }, (_, index) => [column + (index % columns), row + Math.floor(index / columns)])

const SHORT = 3
const LONG = 4
const UNDEFINED = 7

/** A TIFF in memory, and the place in it of each tile's bytes, one after the other without gaps. */
export type Patchwork = Readonly<{ tiff: Buffer; places: readonly Buffer[] }>

/**
 * A small TIFF for some tiles of a level as they are stored, so that a decoder sees a picture of just the part that is
 * needed. Its size is whole tiles. Their bytes are not there yet: they are read right into their places.
 * @param byteCounts of the tiles, row by row
 */
export function patchwork(level: TiledLevel, range: TileRange, byteCounts: readonly number[]): Patchwork {
  const tables = level.jpegTables
  const profile = profileThatCounts(level)
  const entries: readonly Entry[] = [
    [tag.imageWidth, LONG, [range.columns * level.tileWidth]],
    [tag.imageLength, LONG, [range.rows * level.tileHeight]],
    [tag.bitsPerSample, SHORT, Array.from({ length: level.samplesPerPixel }, () => 8)],
    [tag.compression, SHORT, [compression.jpeg]],
    [tag.photometric, SHORT, [level.photometric]],
    [tag.samplesPerPixel, SHORT, [level.samplesPerPixel]],
    [tag.planarConfiguration, SHORT, [1]],
    [tag.tileWidth, LONG, [level.tileWidth]],
    [tag.tileLength, LONG, [level.tileHeight]],
    [tag.tileOffsets, LONG, byteCounts.map(() => 0)],
    [tag.tileByteCounts, LONG, byteCounts],
    ...(tables ? [[tag.jpegTables, UNDEFINED, tables] as const] : []),
    ...(level.photometric === photometric.ycbcr ? [[tag.ycbcrSubSampling, SHORT, level.subSampling] as const] : []),
    ...(profile ? [[tag.iccProfile, UNDEFINED, profile] as const] : []),
  ]
  return layOut(entries, byteCounts)
}

type Entry = readonly [tag: number, type: number, values: readonly number[] | Buffer]

/** Header, one directory, the values too long for it, room for the tiles; offsets of tiles are filled in here. */
function layOut(entries: readonly Entry[], byteCounts: readonly number[]): Patchwork {
  const directory = Buffer.alloc(2 + entries.length * 12 + 4)
  directory.writeUInt16LE(entries.length, 0)
  const encoded = entries.map(([, type, values]) => encode(type, values))
  const spilled = encoded.filter(bytes => bytes.length > 4)
  const valuesStart = header.length + directory.length
  const tilesStart = valuesStart + totalLength(spilled)
  const offsets = runningOffsets(tilesStart, byteCounts)
  let valueOffset = valuesStart
  for (const [index, [code, type, values]] of entries.entries()) {
    const bytes = encoded[index] ?? Buffer.alloc(0)
    if (code === tag.tileOffsets) encode(LONG, offsets).copy(bytes)
    const at = 2 + index * 12
    directory.writeUInt16LE(code, at)
    directory.writeUInt16LE(type, at + 2)
    directory.writeUInt32LE(values.length, at + 4)
    if (bytes.length > 4) {
      directory.writeUInt32LE(valueOffset, at + 8)
      valueOffset += bytes.length
    } else bytes.copy(directory, at + 8)
  }
  const tiff = Buffer.allocUnsafeSlow(byteCounts.reduce((end, count) => end + count, tilesStart))
  Buffer.concat([header, directory, ...spilled]).copy(tiff)
  const places = byteCounts.map((count, index) => {
    const start = offsets[index] ?? 0
    return tiff.subarray(start, start + count)
  })
  return { tiff, places }
}

/** Little-endian, first directory right after. */
const header = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])

const totalLength = (buffers: readonly Buffer[]): number => buffers.reduce((sum, { length }) => sum + length, 0)

function runningOffsets(start: number, byteCounts: readonly number[]): readonly number[] {
  let next = start
  return byteCounts.map(count => {
    const offset = next
    next += count
    return offset
  })
}

function encode(type: number, values: readonly number[] | Buffer): Buffer {
  if (Buffer.isBuffer(values)) return values
  const width = type === SHORT ? 2 : 4
  const buffer = Buffer.alloc(values.length * width)
  values.forEach((value, index) => {
    if (width === 2) buffer.writeUInt16LE(value, index * 2)
    else buffer.writeUInt32LE(value, index * 4)
  })
  return buffer
}
