/** A writer of TIFF files for tests: it writes what it is told, right or wrong. */

export const SHORT = 3
export const LONG = 4
export const RATIONAL = 5
export const UNDEFINED = 7
export const LONG8 = 16
const TILE_OFFSETS = 324
const STRIP_OFFSETS = 273

export type Entry = readonly [tag: number, type: number, values: readonly number[] | Buffer]
/** Offsets of `data` are put into the entry TileOffsets or StripOffsets, which is written for them. */
export type Page = Readonly<{ entries: readonly Entry[]; data: readonly Buffer[]; tiled?: boolean }>
export type Form = Readonly<{ big: boolean; littleEndian: boolean }>

export const forms: readonly Form[] = [
  { big: false, littleEndian: true },
  { big: false, littleEndian: false },
  { big: true, littleEndian: true },
  { big: true, littleEndian: false },
]

const widths: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 13: 4, 16: 8 }

export function writeTiff(pages: readonly Page[], { big, littleEndian }: Form): Buffer {
  const number = (value: number, width: number): Buffer => {
    const buffer = Buffer.alloc(8)
    buffer.writeBigUInt64BE(BigInt(value))
    const bytes = buffer.subarray(8 - width)
    return littleEndian ? bytes.reverse() : bytes
  }
  const pointer = big ? 8 : 4
  const encode = (type: number, values: readonly number[] | Buffer): Buffer =>
    Buffer.isBuffer(values) ? values : Buffer.concat(values.map(value => number(value, widths[type] ?? 4)))
  const header = big ? [number(43, 2), number(8, 2), number(0, 2)] : [number(42, 2)]
  const parts: Buffer[] = [Buffer.from(littleEndian ? 'II' : 'MM'), ...header]
  let length = parts.reduce((sum, part) => sum + part.length, 0) + pointer
  const put = (bytes: Buffer): number => {
    const at = length
    parts.push(bytes)
    length += bytes.length
    return at
  }
  // Everything that directories point to comes first, so each directory's own place is known when it is written.
  const written = pages.map(({ entries, data, tiled = true }) => {
    const offsets = data.map(put)
    const all: Entry[] = [...entries, [tiled ? TILE_OFFSETS : STRIP_OFFSETS, big ? LONG8 : LONG, offsets]]
    all.sort(([one], [other]) => one - other)
    return all.map(([tag, type, values]) => {
      const bytes = encode(type, values)
      const count = bytes.length / (widths[type] ?? 4)
      const value =
        bytes.length > pointer
          ? number(put(bytes), pointer)
          : Buffer.concat([bytes, Buffer.alloc(pointer - bytes.length)])
      return Buffer.concat([number(tag, 2), number(type, 2), number(count, pointer), value])
    })
  })
  let next = length
  const directories = written.map((entries, index) => {
    const bytes = (big ? 8 : 2) + Buffer.concat(entries).length + pointer
    next += bytes
    const after = index === written.length - 1 ? 0 : next
    return Buffer.concat([number(entries.length, big ? 8 : 2), ...entries, number(after, pointer)])
  })
  const first = number(length, pointer)
  const [order, ...rest] = parts
  const magic = header.length
  return Buffer.concat([order ?? Buffer.alloc(0), ...rest.slice(0, magic), first, ...rest.slice(magic), ...directories])
}
