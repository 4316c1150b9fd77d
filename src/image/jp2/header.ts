import { DomainError } from '../../errors.js'
import type { ByteSource } from '../../storage/storage.js'
import { colourSpaces } from './boxes.js'
import { damaged, type MainHeader, readMainHeader, type Span } from './codestream.js'

/** How samples mean colours; `icc` brings its profile. */
export type Colour =
  | Readonly<{ kind: keyof typeof colourSpaces | 'unsaid' }>
  | Readonly<{ kind: 'icc'; profile: Buffer }>
  | Readonly<{ kind: 'unknown'; number: number }>

/** Channels that a palette makes of one component: `columns[channel][index]`. */
export type Palette = Readonly<{ bits: readonly number[]; columns: readonly (readonly number[])[] }>

/** `cdef`, §I.5.3.6: 0 is a colour (the `place`th from 1), 1 opacity, 2 opacity that is multiplied in. */
export type ChannelDefinition = Readonly<{ channel: number; type: number; place: number }>

export type Jp2Header = Readonly<{
  codestream: Span
  main: MainHeader
  colour: Colour
  palette?: Palette
  /** Of each channel: the component it comes from, and the column of the palette that it went through. */
  mapping?: readonly Readonly<{ component: number; column?: number }>[]
  definitions?: readonly ChannelDefinition[]
  pixelsPerMm?: number
}>

type Box = Span & Readonly<{ type: string }>
type Described = Omit<Jp2Header, 'codestream' | 'main'>

const MOST_BOXES = 200
/** Profiles of printers reach a few megabytes. */
const MOST_HEADER_BYTES = 16_000_000

/** Reads what a JPEG 2000 file says of itself: a .jp2, a .jpx or a bare codestream. @throws DomainError `refused` */
export async function readJp2Header(source: ByteSource): Promise<Jp2Header> {
  if (source.bytes < 12) throw damaged('it ends too early')
  const bare = (await source.read(0, 2)).readUInt16BE(0) === 0xff4f
  if (bare) return withMain(source, { offset: 0, length: source.bytes }, { colour: { kind: 'unsaid' } })
  let described: Described | undefined
  let at = 0
  for (let count = 0; count < MOST_BOXES && at + 8 <= source.bytes; count += 1) {
    const head = await source.read(at, Math.min(16, source.bytes - at))
    const box = boxAt(head, at, source.bytes - at)
    if (box.type === 'jp2h') described = describe(await readWhole(source, box))
    if (box.type === 'jp2c') {
      if (!described) throw damaged('its header is missing')
      return withMain(source, box, described)
    }
    at = box.offset + box.length
  }
  throw new DomainError('refused', 'It holds no JPEG 2000 picture in one piece; export it as TIFF.')
}

const withMain = async (source: ByteSource, codestream: Span, described: Described): Promise<Jp2Header> => ({
  codestream: { offset: codestream.offset, length: codestream.length },
  main: await readMainHeader(source, codestream),
  ...described,
})

/** @param head its first bytes @param rest bytes from there to the end of what holds it */
function boxAt(head: Buffer, at: number, rest: number): Box {
  if (head.length < 8) throw damaged('a box is cut off')
  const short = head.readUInt32BE(0)
  if (short === 1 && head.length < 16) throw damaged('a box is cut off')
  const headBytes = short === 1 ? 16 : 8
  const whole = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? rest : short
  const type = head.toString('latin1', 4, 8)
  if (whole < headBytes) throw damaged('a box has a wrong length')
  // A codestream cut off is found where its tiles are.
  if (whole > rest && type !== 'jp2c') throw damaged('a box is cut off')
  return { type, offset: at + headBytes, length: Math.min(whole, rest) - headBytes }
}

async function readWhole(source: ByteSource, box: Box): Promise<Buffer> {
  if (box.length > MOST_HEADER_BYTES) throw damaged('its header is too long')
  return source.read(box.offset, box.length)
}

/** The boxes inside another, by their contents. */
function boxesIn(content: Buffer): readonly Readonly<{ type: string; content: Buffer }>[] {
  const boxes = []
  for (let at = 0; at + 8 <= content.length && boxes.length < MOST_BOXES; ) {
    const { type, offset, length } = boxAt(content.subarray(at, at + 16), at, content.length - at)
    boxes.push({ type, content: content.subarray(offset, offset + length) })
    at = offset + length
  }
  return boxes
}

/** Reads the boxes of `jp2h`; what is cut off inside one is damage. */
function describe(content: Buffer): Described {
  const boxes = boxesIn(content)
  const first = <T>(type: string, read: (content: Buffer) => T): T | undefined => {
    const found = boxes.find(box => box.type === type)
    return found && read(found.content)
  }
  try {
    const colours = boxes.filter(({ type }) => type === 'colr').map(box => colourOf(box.content))
    const palette = first('pclr', paletteOf)
    const mapping = first('cmap', mappingOf)
    const definitions = first('cdef', definitionsOf)
    const pixelsPerMm = first('res ', resolutionOf)
    return {
      // Readers take the first that they understand (§I.5.3.3).
      colour: colours.find(({ kind }) => kind !== 'unknown') ?? colours[0] ?? { kind: 'unsaid' },
      ...(palette ? { palette } : {}),
      ...(mapping ? { mapping } : {}),
      ...(definitions ? { definitions } : {}),
      ...(pixelsPerMm ? { pixelsPerMm } : {}),
    }
  } catch (cause) {
    if (cause instanceof RangeError) throw damaged('its header is cut off')
    throw cause
  }
}

function colourOf(colr: Buffer): Colour {
  const method = colr.readUInt8(0)
  if (method === 2 || method === 3) return { kind: 'icc', profile: Buffer.from(colr.subarray(3)) }
  const number = method === 1 ? colr.readUInt32BE(3) : -1
  const known = Object.entries(colourSpaces).find(([, value]) => value === number)
  return known ? { kind: known[0] as keyof typeof colourSpaces } : { kind: 'unknown', number }
}

function paletteOf(pclr: Buffer): Palette {
  const [entries, channels] = [pclr.readUInt16BE(0), pclr.readUInt8(2)]
  if (entries < 1 || entries > 1024 || channels < 1 || channels > 4) throw damaged('its palette makes no sense')
  const bits = Array.from({ length: channels }, (_, channel) => (pclr.readUInt8(3 + channel) & 0x7f) + 1)
  if (bits.some(depth => depth > 16)) throw damaged('its palette makes no sense')
  const columns: number[][] = bits.map(() => [])
  let at = 3 + channels
  for (let entry = 0; entry < entries; entry += 1)
    for (const [channel, depth] of bits.entries()) {
      columns[channel]?.push(depth > 8 ? pclr.readUInt16BE(at) : pclr.readUInt8(at))
      at += depth > 8 ? 2 : 1
    }
  return { bits, columns }
}

const mappingOf = (cmap: Buffer): NonNullable<Jp2Header['mapping']> =>
  Array.from({ length: Math.min(16, Math.floor(cmap.length / 4)) }, (_, index) => ({
    component: cmap.readUInt16BE(index * 4),
    ...(cmap.readUInt8(index * 4 + 2) === 1 ? { column: cmap.readUInt8(index * 4 + 3) } : {}),
  }))

const definitionsOf = (cdef: Buffer): readonly ChannelDefinition[] =>
  Array.from({ length: Math.min(16, cdef.readUInt16BE(0)) }, (_, index) => ({
    channel: cdef.readUInt16BE(2 + index * 6),
    type: cdef.readUInt16BE(4 + index * 6),
    place: cdef.readUInt16BE(6 + index * 6),
  }))

/** Of capture, or else of display (§I.5.3.7); both are pixels per metre, as a fraction and a power of ten. */
function resolutionOf(content: Buffer): number | undefined {
  const boxes = boxesIn(content)
  const found = boxes.find(({ type }) => type === 'resc') ?? boxes.find(({ type }) => type === 'resd')
  if (!found) return undefined
  const [numerator, denominator] = [found.content.readUInt16BE(4), found.content.readUInt16BE(6)]
  const perMm = ((numerator / denominator) * 10 ** found.content.readInt8(9)) / 1000
  return Number.isFinite(perMm) && perMm > 0 ? perMm : undefined
}
