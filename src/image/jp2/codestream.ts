import { DomainError } from '../../errors.js'
import type { ByteSource } from '../../storage/storage.js'
import type { Dimensions } from '../geometry.js'

/** A part of a file, in bytes. */
export type Span = Readonly<{ offset: number; length: number }>

export type Component = Readonly<{ bits: number; signed: boolean; dx: number; dy: number }>

/** What stands before the first tile of a codestream (ISO/IEC 15444-1 Annex A). */
export type MainHeader = Dimensions &
  Readonly<{
    components: readonly Component[]
    tile: Dimensions
    /** Whether picture and tiles begin at the origin of the reference grid. */
    atOrigin: boolean
    /** Of the wavelet; the most of any component. */
    decompositions: number
    /** Whether packet headers are gathered here for all tiles. */
    packed: boolean
    /** The marker segments after SOC, without those that index what follows. */
    segments: readonly Span[]
    /** Where the first tile-part begins. */
    tilesAt: number
  }>

export type TilePart = Span & Readonly<{ tile: number }>

const marker = { soc: 0xff4f, siz: 0xff51, cod: 0xff52, coc: 0xff53, tlm: 0xff55, plm: 0xff57, ppm: 0xff60 } as const
const [SOT, EOC] = [0xff90, 0xffd9]
const SIZ_BYTES = 38
const MOST_COMPONENTS = 5
const MOST_SEGMENTS = 500
const MOST_TILE_PARTS = 100_000

export const damaged = (what: string): DomainError =>
  new DomainError('refused', `The file is damaged or incomplete (${what}). Export or copy it again.`)

/** Reads a part of a codestream, never beyond its end. */
async function readWithin(source: ByteSource, within: Span, offset: number, length: number): Promise<Buffer> {
  const end = Math.min(within.offset + within.length, source.bytes)
  if (offset + length > end) throw damaged('the codestream ends too early')
  return source.read(offset, length)
}

/** Reads size, components and coding style; no pixel. @throws DomainError `refused` */
export async function readMainHeader(source: ByteSource, codestream: Span): Promise<MainHeader> {
  const start = await readWithin(source, codestream, codestream.offset, 4 + SIZ_BYTES)
  if (start.readUInt16BE(0) !== marker.soc || start.readUInt16BE(2) !== marker.siz)
    throw damaged('it holds no codestream')
  const count = start.readUInt16BE(40)
  if (count < 1 || count > MOST_COMPONENTS)
    throw new DomainError('refused', `It has ${count} components, which no colour picture has; export it as TIFF.`)
  const siz = sizeOf(await readWithin(source, codestream, codestream.offset + 4, SIZ_BYTES + count * 3))
  return { ...siz, ...(await readSegments(source, codestream)) }
}

/** @param siz from its length on: Lsiz, Rsiz, Xsiz, Ysiz, XOsiz, YOsiz, XTsiz, YTsiz, XTOsiz, YTOsiz, Csiz, … */
function sizeOf(siz: Buffer): Omit<MainHeader, 'decompositions' | 'packed' | 'segments' | 'tilesAt'> {
  const count = siz.readUInt16BE(36)
  if (siz.readUInt16BE(0) !== siz.length) throw damaged('its size marker has a wrong length')
  const [right, bottom, left, top, tileWidth, tileHeight, tileLeft, tileTop] = Array.from({ length: 8 }, (_, index) =>
    siz.readUInt32BE(4 + index * 4),
  ) as [number, number, number, number, number, number, number, number]
  const components = Array.from({ length: count }, (_, index) => componentOf(siz.subarray(38 + index * 3)))
  const firstTileReaches = tileLeft + tileWidth > left && tileTop + tileHeight > top
  if (right <= left || bottom <= top || tileLeft > left || tileTop > top || !firstTileReaches)
    throw damaged('its size makes no sense')
  const tiles = Math.ceil((right - tileLeft) / tileWidth) * Math.ceil((bottom - tileTop) / tileHeight)
  if (tiles > 65_535) throw damaged('it claims more tiles than there can be')
  return {
    width: right - left,
    height: bottom - top,
    components,
    tile: { width: tileWidth, height: tileHeight },
    atOrigin: left === 0 && top === 0 && tileLeft === 0 && tileTop === 0,
  }
}

function componentOf(entry: Buffer): Component {
  const [depth, dx, dy] = [entry.readUInt8(0), entry.readUInt8(1), entry.readUInt8(2)]
  if (dx === 0 || dy === 0) throw damaged('its size makes no sense')
  return { bits: (depth & 0x7f) + 1, signed: depth > 0x7f, dx, dy }
}

async function readSegments(
  source: ByteSource,
  codestream: Span,
): Promise<Pick<MainHeader, 'decompositions' | 'packed' | 'segments' | 'tilesAt'>> {
  const segments: Span[] = []
  const levels: number[] = []
  let packed = false
  let at = codestream.offset + 2
  for (let count = 0; count < MOST_SEGMENTS; count += 1) {
    const head = await readWithin(source, codestream, at, 4)
    const code = head.readUInt16BE(0)
    if (code === SOT) {
      if (levels.length === 0) throw damaged('its coding style is missing')
      return { decompositions: Math.max(...levels), packed, segments, tilesAt: at }
    }
    const length = 2 + head.readUInt16BE(2)
    if (code < marker.soc || length < 4) throw damaged('a marker is wrong')
    const body = await readWithin(source, codestream, at, Math.min(length, 12))
    if (code === marker.cod) levels.push(byteAt(body, 9))
    // Of fewer than 257 components, COC numbers them in one byte.
    if (code === marker.coc) levels.push(byteAt(body, 6))
    packed ||= code === marker.ppm
    if (code !== marker.tlm && code !== marker.plm) segments.push({ offset: at, length })
    at += length
  }
  throw damaged('its header does not end')
}

function byteAt(body: Buffer, index: number): number {
  const levels = body[index]
  if (levels === undefined || levels > 32) throw damaged('its coding style makes no sense')
  return levels
}

/** Finds every tile-part (SOT, §A.4.2). @throws DomainError `refused` where one is cut off or a tile is missing */
export async function readTileParts(
  source: ByteSource,
  codestream: Span,
  { tilesAt, ...grid }: MainHeader,
): Promise<readonly TilePart[]> {
  const tiles = Math.ceil(grid.width / grid.tile.width) * Math.ceil(grid.height / grid.tile.height)
  const end = Math.min(codestream.offset + codestream.length, source.bytes)
  const parts: TilePart[] = []
  for (let at = tilesAt; at < end; ) {
    const head = await readWithin(source, codestream, at, 2)
    if (head.readUInt16BE(0) === EOC) break
    const sot = await readWithin(source, codestream, at, 12)
    if (sot.readUInt16BE(0) !== SOT) throw damaged('a tile is not where it should be')
    // A length of 0 stands for all that follows.
    const length = sot.readUInt32BE(6) || end - at
    if (length < 14 || at + length > end) throw damaged('the codestream ends too early')
    parts.push({ tile: sot.readUInt16BE(4), offset: at, length })
    if (parts.length > MOST_TILE_PARTS) throw damaged('it is in more pieces than there can be')
    at += length
  }
  // A picture that begins off the grid's origin may have a column or a row more.
  if (new Set(parts.map(part => part.tile)).size < tiles) throw damaged('tiles are missing')
  return parts
}
