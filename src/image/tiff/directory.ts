import { DomainError } from '../../errors.js'
import type { ByteSource } from '../../storage/storage.js'

/** One image file directory (TIFF 6 §2, BigTIFF): the entries by tag, read without trusting any of them. */
export type Directory = Readonly<{
  /** Values of an entry; empty where the tag is absent. */
  numbers(tag: number): Promise<readonly number[]>
  /** Bytes of an entry of type BYTE or UNDEFINED. */
  bytes(tag: number): Promise<Buffer | undefined>
  /** Where in the file the single value of an entry stands, to be overwritten in place. */
  place(tag: number): ValuePlace | undefined
}>

export type ValuePlace = Readonly<{ position: number; bytes: 2 | 4 | 8; littleEndian: boolean }>

/** Bounds on what a file may claim; pyramids stay far below. */
const most = { directories: 64, entries: 256, valueBytes: 64 * 1024 * 1024 } as const

/** Bytes of one value by TIFF field type; types that no tag read here may have are left out. */
const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 13: 4, 16: 8, 18: 8 }

type Layout = Readonly<{ littleEndian: boolean; big: boolean; first: number }>
type Entry = Readonly<{ type: number; count: number; position: number; inlinePosition: number; bytes: number }>

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
  const magic = readNumber(header, 2, 2, littleEndian)
  if (magic === 42) return { littleEndian, big: false, first: readNumber(header, 4, 4, littleEndian) }
  if (magic === 43) return { littleEndian, big: true, first: readNumber(header, 8, 8, littleEndian) }
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
    const values = readNumber(block, start + 4, pointerBytes, littleEndian)
    const bytes = (sizes[type] ?? 0) * values
    if (bytes > most.valueBytes) throw damaged('an entry claims too many values')
    const inlineStart = start + 4 + pointerBytes
    const inlinePosition = offset + countBytes + inlineStart
    const position = bytes <= pointerBytes ? inlinePosition : readNumber(block, inlineStart, pointerBytes, littleEndian)
    entries.set(readNumber(block, start, 2, littleEndian), { type, count: values, position, inlinePosition, bytes })
  }
  return { entries, next: readNumber(block, count * entryBytes, pointerBytes, littleEndian) }
}

function directoryOf(source: ByteSource, { littleEndian }: Layout, entries: ReadonlyMap<number, Entry>): Directory {
  const raw = async (entry: Entry) => within(source, entry.position, entry.bytes)
  return {
    async numbers(tag) {
      const entry = entries.get(tag)
      if (!entry || entry.bytes === 0) return []
      const width = entry.bytes / entry.count
      const buffer = await raw(entry)
      return Array.from({ length: entry.count }, (_, index) => readNumber(buffer, index * width, width, littleEndian))
    },
    async bytes(tag) {
      const entry = entries.get(tag)
      return entry && entry.bytes > 0 ? raw(entry) : undefined
    },
    place(tag) {
      const entry = entries.get(tag)
      const bytes = entry?.bytes
      if (entry?.count !== 1 || (bytes !== 2 && bytes !== 4 && bytes !== 8)) return undefined
      return { position: entry.position, bytes, littleEndian }
    },
  }
}

async function within(source: ByteSource, offset: number, length: number): Promise<Buffer> {
  if (!Number.isSafeInteger(offset) || offset < 0 || offset + length > source.bytes) throw damaged('it ends too early')
  return source.read(offset, length)
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
