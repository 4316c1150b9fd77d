import { damaged } from './directory.js'

/** Codes of JPEG's markers (ITU-T T.81 table B.1), the byte after 0xFF. */
export const marker = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  application0: 0xe0,
  application2: 0xe2,
  application14: 0xee,
  application15: 0xef,
  comment: 0xfe,
} as const

/** A marker with its parameters: `start` is where its 0xFF stands, `end` is after its last byte. */
export type Segment = Readonly<{ code: number; start: number; end: number }>

/** Segments behind SOI, up to the first scan (and with it) or EOI. @throws DomainError `damaged` where they break off */
export function segmentsOf(jpeg: Buffer): readonly Segment[] {
  if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== 0xff00 + marker.startOfImage)
    throw damaged('a tile or its tables are not JPEG')
  const segments: Segment[] = []
  let start = 2
  while (start + 4 <= jpeg.length && jpeg[start] === 0xff) {
    const code = jpeg[start + 1] ?? 0
    if (code === marker.endOfImage) return segments
    // T.81 B.1.1.2: any marker may be preceded by fill bytes 0xFF.
    if (code !== 0xff) {
      const end = start + 2 + jpeg.readUInt16BE(start + 2)
      if (end < start + 4 || end > jpeg.length) break
      segments.push({ code, start, end })
      if (code === marker.startOfScan) return segments
      start = end
    } else start += 1
  }
  // Tables of a level are a JPEG file that ends here, without a picture.
  if (start + 2 === jpeg.length && jpeg.readUInt16BE(start) === 0xff00 + marker.endOfImage) return segments
  throw damaged('a JPEG in it breaks off before its picture')
}

/** A marker with its length and parameters. */
export function segment(code: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const head = Buffer.from([0xff, code, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** Start of frame: baseline, extended or progressive Huffman, all that browsers decode. */
export const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xc2

/** What a start of frame says (T.81 B.2.2). */
export const frameOf = (jpeg: Buffer, { start, end }: Segment) =>
  end - start < 10
    ? undefined
    : {
        bits: jpeg.readUInt8(start + 4),
        height: jpeg.readUInt16BE(start + 5),
        width: jpeg.readUInt16BE(start + 7),
        components: jpeg.readUInt8(start + 9),
      }

/** Application data and comments: metadata, not picture. */
export const isMetadata = (code: number): boolean =>
  (code >= marker.application0 && code <= marker.application15) || code === marker.comment
