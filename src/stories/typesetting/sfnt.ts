import { inflateSync } from 'node:zlib'

/** A table of the font, by its tag. */
type Table = Readonly<{ tag: number; checksum: number; bytes: Buffer }>

const GPOS = 0x47504f53

/** From WOFF 1.0 to the font within, its kerning unwrapped: what reads fonts here passes over wrapped lookups. */
export function openWoff(woff: Buffer): ArrayBuffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Expected a font as WOFF 1.0.')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, index) => tableAt(woff, 44 + 20 * index))
  return sfnt(woff.readUInt32BE(4), tables)
}

function tableAt(woff: Buffer, entry: number): Table {
  const word = (index: number): number => woff.readUInt32BE(entry + 4 * index)
  const [tag, offset, packed, length, checksum] = [word(0), word(1), word(2), word(3), word(4)]
  const stored = woff.subarray(offset, offset + packed)
  const bytes = packed < length ? inflateSync(stored) : Buffer.from(stored)
  return { tag, checksum, bytes: tag === GPOS ? unwrapped(bytes) : bytes }
}

const EXTENSION = 9

/** OpenType, GPOS lookup type 9: each of its subtables says the true type and where the true subtable is. */
function unwrapped(gpos: Buffer): Buffer {
  const list = gpos.readUInt16BE(8)
  for (let index = 0; index < gpos.readUInt16BE(list); index += 1) {
    const lookup = list + gpos.readUInt16BE(list + 2 + 2 * index)
    if (gpos.readUInt16BE(lookup) !== EXTENSION) continue
    const places = Array.from({ length: gpos.readUInt16BE(lookup + 4) }, (_, nth) => lookup + 6 + 2 * nth)
    const wrapped = places.map(place => lookup + gpos.readUInt16BE(place))
    const offsets = wrapped.map(subtable => subtable + gpos.readUInt32BE(subtable + 4) - lookup)
    const kind = wrapped[0] === undefined ? EXTENSION : gpos.readUInt16BE(wrapped[0] + 2)
    // An offset from the lookup has 16 bits; what lies further away stays wrapped
    if (offsets.some(offset => offset > 0xffff)) continue
    gpos.writeUInt16BE(kind, lookup)
    for (const [nth, place] of places.entries()) gpos.writeUInt16BE(offsets[nth] ?? 0, place)
  }
  return gpos
}

function sfnt(flavour: number, tables: readonly Table[]): ArrayBuffer {
  const padded = (length: number): number => Math.ceil(length / 4) * 4
  const head = 12 + 16 * tables.length
  const length = tables.reduce((sum, { bytes }) => sum + padded(bytes.length), head)
  const font = new ArrayBuffer(length)
  const view = Buffer.from(font)
  view.writeUInt32BE(flavour, 0)
  view.writeUInt16BE(tables.length, 4)
  let offset = head
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    const entry = 12 + 16 * index
    for (const [word, value] of [tag, checksum, offset, bytes.length].entries())
      view.writeUInt32BE(value, entry + 4 * word)
    bytes.copy(view, offset)
    offset += padded(bytes.length)
  }
  return font
}
