import type { Dimensions } from '../geometry.js'
import { compression, tag } from '../tiff/levels.js'
import { type Channels, channelCount } from './channels.js'

type Entry = readonly [code: number, type: number, values: readonly number[] | Buffer]

const [SHORT, LONG, UNDEFINED, LONG8] = [3, 4, 7, 16]
const widths: Readonly<Record<number, number>> = { [SHORT]: 2, [LONG]: 4, [UNDEFINED]: 1, [LONG8]: 8 }
const photometric = { grey: 1, rgb: 2, cmyk: 5 } as const
const UNASSOCIATED_ALPHA = 2
const STRIP_BYTES = 262_144

/** @returns what stands before the samples in an uncompressed BigTIFF, little-endian as the codec's samples are */
export function tiffHead({ width, height }: Dimensions, channels: Channels): Buffer {
  const samples = channelCount(channels)
  const rowBytes = (width * samples * channels.bits) / 8
  const rows = Math.max(1, Math.floor(STRIP_BYTES / rowBytes))
  const strips = Array.from({ length: Math.ceil(height / rows) }, (_, index) => index * rows)
  const entries = (start: number): readonly Entry[] => [
    [tag.imageWidth, LONG, [width]],
    [tag.imageLength, LONG, [height]],
    [tag.bitsPerSample, SHORT, Array.from({ length: samples }, () => channels.bits)],
    [tag.compression, SHORT, [compression.none]],
    [tag.photometric, SHORT, [photometric[channels.kind]]],
    [tag.stripOffsets, LONG8, strips.map(top => start + top * rowBytes)],
    [tag.samplesPerPixel, SHORT, [samples]],
    [tag.rowsPerStrip, LONG, [rows]],
    [tag.stripByteCounts, LONG8, strips.map(top => Math.min(rows, height - top) * rowBytes)],
    [tag.planarConfiguration, SHORT, [1]],
    ...(channels.alpha ? [[tag.extraSamples, SHORT, [UNASSOCIATED_ALPHA]] as const] : []),
    ...(channels.profile ? [[tag.iccProfile, UNDEFINED, channels.profile] as const] : []),
  ]
  const length = directory(entries(0)).length
  return directory(entries(length))
}

function directory(entries: readonly Entry[]): Buffer {
  const header = Buffer.from('II+\0\x08\0\0\0\x10\0\0\0\0\0\0\0', 'latin1')
  const table = Buffer.alloc(8 + entries.length * 20 + 8)
  table.writeBigUInt64LE(BigInt(entries.length), 0)
  const values: Buffer[] = []
  let free = header.length + table.length
  for (const [index, [code, type, given]] of entries.entries()) {
    const at = 8 + index * 20
    const bytes = bytesOf(type, given)
    table.writeUInt16LE(code, at)
    table.writeUInt16LE(type, at + 2)
    table.writeBigUInt64LE(BigInt(given.length), at + 4)
    if (bytes.length <= 8) bytes.copy(table, at + 12)
    else {
      table.writeBigUInt64LE(BigInt(free), at + 12)
      values.push(bytes)
      free += bytes.length
    }
  }
  return Buffer.concat([header, table, ...values])
}

function bytesOf(type: number, given: readonly number[] | Buffer): Buffer {
  if (Buffer.isBuffer(given)) return given
  const width = widths[type] ?? 1
  const buffer = Buffer.alloc(given.length * width)
  for (const [index, value] of given.entries()) {
    if (width === 2) buffer.writeUInt16LE(value, index * 2)
    else if (width === 4) buffer.writeUInt32LE(value, index * 4)
    else buffer.writeBigUInt64LE(BigInt(value), index * 8)
  }
  return buffer
}
