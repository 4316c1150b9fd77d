import { photometric } from './levels.js'

const startOfImage = Buffer.from([0xff, 0xd8])

/**
 * Adobe's APP14 marker says whether three components are YCbCr (transform 1) or RGB (0);
 * without it some browsers guess wrong and show RGB tiles in pink and green.
 */
const adobeMarker = (transform: 0 | 1): Buffer =>
  Buffer.from([0xff, 0xee, 0, 14, ...Buffer.from('Adobe', 'latin1'), 0, 100, 0, 0, 0, 0, transform])

/** Everything that stands before a tile's own bytes in a whole JPEG file: made once for each level. */
export function jpegPrefix(level: Readonly<{ photometric: number; jpegTables?: Buffer }>): Buffer {
  const marker = adobeMarker(level.photometric === photometric.ycbcr ? 1 : 0)
  // The tables come as a JPEG of their own: SOI … EOI.
  const tables = level.jpegTables?.subarray(2, -2) ?? Buffer.alloc(0)
  return Buffer.concat([startOfImage, marker, tables])
}

/** A whole JPEG file from a tile as it is stored, not decoded. */
export const wholeJpeg = (prefix: Buffer, tile: Buffer): Buffer => Buffer.concat([prefix, tile.subarray(2)])
