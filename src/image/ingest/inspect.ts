import { DomainError } from '../../errors.js'
import type { CielabForm } from '../cielab.js'
import { type Dimensions, longestSide, pixels } from '../geometry.js'
import { inspectJpeg2000 } from '../jp2/inspect.js'
import { type ExistingPyramid, existingPyramid } from './existing.js'
import { type Header, readHeader } from './header.js'
import { HEAD_BYTES, identify, type MasterFormat, masterFormats, rawPhotograph } from './identify.js'
import { type FileState, openMaster, stateOf } from './open.js'
import { MOST_PAGES, onePage, type Pages, readPages } from './pages.js'
import { isRawPhotograph } from './preview.js'
import { profileDescription } from './profile.js'
import { LONGEST_SIDE } from './recipe.js'

/** What the header of a master says; nothing was decoded to learn it. */
export type Inspection = FileState &
  Readonly<{
    format: MasterFormat
    /** Which page this is of; the first is 0. */
    page: number
    /** Of its file, the pages that are pictures. */
    pages: Pages
    /** The pyramid that its file is already. */
    existing?: ExistingPyramid
    /** px as stored */
    stored: Dimensions
    /** px once upright */
    upright: Dimensions
    /** What its 16-bit samples become before the profile is applied; absent where nothing is to be done first. */
    reducedTo?: 'srgb' | 'b-w'
    /** How its samples stand for CIELAB; absent where they do not, or where libvips reads them. */
    cielab?: CielabForm
    /** How much of it must be in memory at once to be decoded. */
    residentBytes: number
    profile?: string
    pixelsPerMm?: number
    /** Sentences for the curator about what will not be kept. */
    notes: readonly string[]
  }>

/** A small file that unfolds into so much is an attack or a mistake; real pictures stay far below both numbers. */
const inflation = { pixels: 64_000_000, bytesPerByte: 500 } as const
const MOST_RESIDENT_BYTES = 1_500_000_000

export type InspectOptions = Readonly<{ maxPixels: number; page?: number }>

/** Reads the header of a page. @throws DomainError `refused` or `too-large` with a sentence that says what to do */
export async function inspect(path: string, { maxPixels, page = 0 }: InspectOptions): Promise<Inspection> {
  const { state, format } = await glance(path)
  if (format === 'jp2') return ofJpeg2000(path, state, maxPixels)
  if (format === 'tiff' && (await isRawPhotograph(path))) throw refused(rawPhotograph)
  const header = await readHeader(path, page)
  if (header.format !== format && !(header.format === 'heif' && format === 'avif'))
    throw refused(`The file begins as ${masterFormats[format]} but is something else; export it again.`)
  const stored = { width: header.width, height: header.height }
  const residentBytes = resident(header)
  checkSize(stored, decodedBytes(header), state.bytes, maxPixels, residentBytes)
  checkSamples(header)
  const profile = header.icc && profileDescription(header.icc)
  const pixelsPerMm = scaleOf(header)
  const document = page === 0 ? await documentOf(path, format, header) : { pages: onePage, notes: [] }
  const reducedTo = reducedSpace(header)
  return {
    ...state,
    format,
    page,
    stored,
    upright: { width: header.autoOrient.width, height: header.autoOrient.height },
    residentBytes,
    ...(reducedTo ? { reducedTo } : {}),
    ...(header.cielab ? { cielab: header.cielab } : {}),
    ...(profile ? { profile } : {}),
    ...(pixelsPerMm ? { pixelsPerMm } : {}),
    ...document,
  }
}

async function ofJpeg2000(path: string, state: FileState, maxPixels: number): Promise<Inspection> {
  const { size, unpackedBytes, residentBytes, icc, space, density } = await inspectJpeg2000(path)
  checkSize(size, unpackedBytes, state.bytes, maxPixels, residentBytes)
  const profile = icc && profileDescription(icc)
  const pixelsPerMm = scaleOf({ density })
  const reducedTo = reducedSpace({ icc, space })
  return {
    ...state,
    format: 'jp2',
    page: 0,
    pages: onePage,
    stored: size,
    upright: size,
    residentBytes,
    ...(reducedTo ? { reducedTo } : {}),
    ...(profile ? { profile } : {}),
    ...(pixelsPerMm ? { pixelsPerMm } : {}),
    notes: [],
  }
}

async function glance(path: string): Promise<Readonly<{ state: FileState; format: MasterFormat }>> {
  const handle = await openMaster(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const identity = identify(buffer.subarray(0, bytesRead))
    if (identity.kind === 'refused') throw refused(identity.why)
    return { state: await stateOf(handle), format: identity.format }
  } finally {
    await handle.close()
  }
}

function checkSize(
  stored: Dimensions,
  unpackedBytes: number,
  bytes: number,
  maxPixels: number,
  residentBytes: number,
): void {
  const megapixels = `${Math.round(pixels(stored) / 1e6)} megapixels`
  if (pixels(stored) > maxPixels) {
    const allowed = `${Math.round(maxPixels / 1e6)} are allowed (--max-pixels)`
    throw new DomainError('too-large', `The picture has ${megapixels}, ${allowed}.`)
  }
  if (longestSide(stored) > LONGEST_SIDE)
    throw new DomainError('too-large', `The picture is longer than ${LONGEST_SIDE} px; cut it into parts.`)
  if (pixels(stored) > inflation.pixels && unpackedBytes > bytes * inflation.bytesPerByte)
    throw refused(
      `The file claims ${megapixels} in ${Math.ceil(bytes / 1000)} kB, as files made to exhaust a server do. If it is a real picture, export it as uncompressed TIFF.`,
    )
  if (residentBytes > MOST_RESIDENT_BYTES)
    throw new DomainError(
      'too-large',
      `The picture has ${megapixels} in a form that must be unpacked in memory all at once; export it as TIFF, upright.`,
    )
}

/** Numbers that are not brightness in 8 or 16 bits have no sRGB to become; better refused than shown black. */
function checkSamples({ depth, space, channels, hasAlpha, bitsPerSample }: Header): void {
  // libvips shows as black what it reads of these.
  if (space === 'labs' && bitsPerSample === 8) throw refused('Its CIELAB is of an unusual form; export it as RGB.')
  const known = depth === 'uchar' || depth === 'ushort' || space === 'lab' || space === 'labs'
  if (!known) throw refused(`Its samples are measurements (${depth}), not colours; export it with 8 or 16 bits.`)
  const colours = channels - (hasAlpha ? 1 : 0)
  if (space === 'multiband' || colours === 2 || colours > 4)
    throw refused(`It has ${channels} channels, which are not those of a colour picture; export it as RGB.`)
}

/**
 * Sharp turns 16-bit colours with a profile into Display P3, and passes over the profile of 16-bit grey. In 8 bits, still
 * in the colours of the profile, both come out as littleCMS has them.
 */
function reducedSpace({
  icc,
  space,
}: Readonly<{ icc?: Buffer | undefined; space?: string | undefined }>): Inspection['reducedTo'] {
  if (!icc) return undefined
  return space === 'rgb16' ? 'srgb' : space === 'grey16' ? 'b-w' : undefined
}

const bitsPerPixel = (header: Header): number =>
  (header.bitsPerSample ?? (header.depth === 'ushort' ? 16 : 8)) * (header.isPalette ? 1 : header.channels)

const decodedBytes = (header: Header): number => (pixels(header) * bitsPerPixel(header)) / 8

/** Bytes that must be in memory at once: of pictures to be turned, and of what decoders cannot read row by row. */
function resident(header: Header): number {
  const turned = (header.orientation ?? 1) > 2 ? decodedBytes(header) : 0
  return turned + pixels(header) * heldBytesPerPixel(header)
}

function heldBytesPerPixel(header: Header): number {
  const { format, isProgressive, channels } = header
  if (format === 'webp' || format === 'gif') return 4
  if (format === 'heif') return 6
  if (!isProgressive) return 0
  return format === 'jpeg' ? channels * 2 : bitsPerPixel(header) / 8
}

/** 72 and 96 dpi are what programs write when they do not know. */
function scaleOf({ density }: Readonly<{ density?: number | undefined }>): number | undefined {
  return density === undefined || density <= 0 || density === 72 || density === 96 ? undefined : density / 25.4
}

type Document = Pick<Inspection, 'pages' | 'existing' | 'notes'>

/** What else is in the file beside its first page. */
async function documentOf(path: string, format: MasterFormat, { pages: count = 1 }: Header): Promise<Document> {
  if (format !== 'tiff')
    return { pages: onePage, notes: count > 1 ? [`It has ${count} frames; the first is kept.`] : [] }
  const pages = await readPages(path).catch(() => undefined)
  if (!pages) return { pages: onePage, notes: count > 1 ? [`It has ${count} pages; the first is kept.`] : [] }
  if (pages.left > 0)
    return { pages, notes: [`It has ${pages.left + pages.pictures.length} pages; the first ${MOST_PAGES} are kept.`] }
  const existing = pages.pictures.length === 1 ? await existingPyramid(path) : undefined
  return { pages, ...(existing ? { existing } : {}), notes: [] }
}

const refused = (sentence: string): DomainError => new DomainError('refused', sentence)
