import { DomainError } from '../../errors.js'
import type { ByteSource } from '../../storage/storage.js'

/** Values of an entry, packed: a pyramid of a gigapixel has tens of thousands, and hundreds of pyramids are open. */
export type Numbers = Uint32Array | Float64Array

/** One image file directory (TIFF 6 §2, BigTIFF): the entries by tag, read without trusting any of them. */
export type Directory = Readonly<{
  /** Values of an entry of whole numbers; empty where it is absent. @throws DomainError `damaged` for more than `most` */
  numbers(tag: number, most?: number): Promise<Numbers>
  /** Bytes of an entry of type BYTE or UNDEFINED. @throws DomainError `damaged` for more than `most` */
  bytes(tag: number, most?: number): Promise<Buffer | undefined>
  /** The single value of an entry of type RATIONAL. */
  fraction(tag: number): Promise<number | undefined>
  /** Where in the file the single value of an entry stands, to be overwritten in place. */
  place(tag: number): ValuePlace | undefined
}>

export type ValuePlace = Readonly<{ position: number; bytes: 2 | 4 | 8; littleEndian: boolean }>

/** Bounds on what a file may claim; pictures and documents stay far below. */
const most = { directories: 512, entries: 256, values: 64, bytes: 65_536 } as const

/** Bytes of one value by TIFF field type; signed numbers and text stand in no tag that is read here. */
const sizes: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 5: 8, 7: 1, 13: 4, 16: 8, 18: 8 }
const RATIONAL = 5

type Layout = Readonly<{ littleEndian: boolean; big: boolean; first: number }>
type Entry = Readonly<{ type: number; width: number; count: number; position: number }>

/** Reads the chain of directories. @throws DomainError `damaged` for what is not a TIFF, or one that contradicts itself */
export async function readDirectories(source: ByteSource): Promise<readonly Directory[]> {
  const layout = await readHeader(source)
  const directories: Directory[] = []
  const seen = new Set<number>()
  for (let offset = layout.first; offset !== 0; ) {
    if (seen.has(offset) || seen.size >= most.directories) throw damaged('its directories form a loop or are too many')
    seen.add(offset)
    const { entries, next } = await readEntries(source, layout, offset)
    directories.push(directoryOf(source, layout, entries))
    offset = next
  }
  return directories
}

async function readHeader(source: ByteSource): Promise<Layout> {
  if (source.bytes < 16) throw damaged('it is too short')
  const header = await source.read(0, 16)
  const order = header.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') throw damaged('it has no TIFF header')
  const littleEndian = order === 'II'
  const word = (at: number) => readNumber(header, at, 2, littleEndian)
  if (word(2) === 42) return { littleEndian, big: false, first: readNumber(header, 4, 4, littleEndian) }
  // BigTIFF: offsets of 8 bytes, then two bytes that are 0.
  if (word(2) === 43 && word(4) === 8 && word(6) === 0)
    return { littleEndian, big: true, first: readNumber(header, 8, 8, littleEndian) }
  throw damaged('it has no TIFF header')
}

async function readEntries(source: ByteSource, { littleEndian, big }: Layout, offset: number) {
  const countBytes = big ? 8 : 2
  const entryBytes = big ? 20 : 12
  const pointerBytes = big ? 8 : 4
  const count = readNumber(await within(source, offset, countBytes), 0, countBytes, littleEndian)
  if (count > most.entries) throw damaged('a directory claims too many entries')
  const block = await within(source, offset + countBytes, count * entryBytes + pointerBytes)
  const entries = new Map<number, Entry>()
  for (let index = 0; index < count; index += 1) {
    const start = index * entryBytes
    const type = readNumber(block, start + 2, 2, littleEndian)
    const width = sizes[type] ?? 0
    const values = width && readNumber(block, start + 4, pointerBytes, littleEndian)
    const inlineStart = start + 4 + pointerBytes
    const inline = width * values <= pointerBytes
    const position = inline
      ? offset + countBytes + inlineStart
      : readNumber(block, inlineStart, pointerBytes, littleEndian)
    entries.set(readNumber(block, start, 2, littleEndian), { type, width, count: values, position })
  }
  return { entries, next: readNumber(block, count * entryBytes, pointerBytes, littleEndian) }
}

function directoryOf(source: ByteSource, { littleEndian }: Layout, entries: ReadonlyMap<number, Entry>): Directory {
  const read = async ({ position, width, count }: Entry, atMost: number) => {
    // Compared before anything is read: a count costs its writer nothing.
    if (count > atMost) throw damaged('an entry claims too many values')
    return within(source, position, width * count)
  }
  return {
    async numbers(tag, atMost = most.values) {
      const entry = entries.get(tag)
      return entry?.count && entry.type !== RATIONAL
        ? unpack(await read(entry, atMost), entry.width, littleEndian)
        : new Uint32Array()
    },
    async bytes(tag, atMost = most.bytes) {
      const entry = entries.get(tag)
      return entry?.count && entry.width === 1 ? read(entry, atMost) : undefined
    },
    async fraction(tag) {
      const entry = entries.get(tag)
      if (entry?.count !== 1 || entry.type !== RATIONAL) return undefined
      const [numerator = 0, denominator = 0] = unpack(await read(entry, 1), 4, littleEndian)
      return denominator > 0 ? numerator / denominator : undefined
    },
    place(tag) {
      const entry = entries.get(tag)
      const bytes = entry?.width
      if (entry?.count !== 1 || entry.type === RATIONAL || (bytes !== 2 && bytes !== 4 && bytes !== 8)) return undefined
      return { position: entry.position, bytes, littleEndian }
    },
  }
}

/** Exactly `length` bytes, of which none lies beyond the end. */
async function within(source: ByteSource, offset: number, length: number): Promise<Buffer> {
  if (!Number.isSafeInteger(offset) || offset + length > source.bytes) throw damaged('it ends too early')
  return source.read(offset, length)
}

function unpack(buffer: Buffer, width: number, littleEndian: boolean): Numbers {
  const wide = new Float64Array(buffer.length / width)
  for (let index = 0; index < wide.length; index += 1)
    wide[index] = readNumber(buffer, index * width, width, littleEndian)
  return wide.every(value => value < 2 ** 32) ? new Uint32Array(wide) : wide
}

function readNumber(buffer: Buffer, offset: number, width: number, littleEndian: boolean): number {
  switch (width) {
    case 1:
      return buffer.readUInt8(offset)
    case 2:
      return littleEndian ? buffer.readUInt16LE(offset) : buffer.readUInt16BE(offset)
    case 4:
      return littleEndian ? buffer.readUInt32LE(offset) : buffer.readUInt32BE(offset)
    default:
      return Number(littleEndian ? buffer.readBigUInt64LE(offset) : buffer.readBigUInt64BE(offset))
  }
}

/** What is wrong with a TIFF, as a sentence. */
export const damaged = (what: string): DomainError => new DomainError('damaged', `The TIFF file is damaged: ${what}.`)
