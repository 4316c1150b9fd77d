import { chmod, constants, copyFile, open } from 'node:fs/promises'
import { DomainError } from '../../errors.js'
import { openFile } from '../../storage/storage.js'
import { type CielabForm, cielabToSrgb } from '../cielab.js'
import { sharp } from '../loaders.js'
import { type Directory, readDirectories } from '../tiff/directory.js'
import { photometric, readLevelsOf, type TiledLevel, tag } from '../tiff/levels.js'
import type { Header } from './header.js'
import { writeRgb } from './overwrite.js'

const kinds: Readonly<Record<number, CielabForm['kind']>> = { 8: 'cielab', 9: 'icclab' }
const ASSOCIATED_ALPHA = 1
const UNSIGNED = 1
const PIXELS_PER_CM = 3
const PIXELS_PER_INCH = 2

const associatedAlpha = 'Its transparency is multiplied into its CIELAB colours; export it as RGB.'

/**
 * The header of a CIELAB page of 8 or 16 bits, which libvips cannot open, or opens with another white.
 * @returns undefined for all else, which is libvips' to judge
 * @throws DomainError `refused` where its colours cannot be told
 */
export async function readCielabHeader(path: string, page: number): Promise<Header | undefined> {
  const source = await openFile(path)
  try {
    const directories = await readDirectories(source).catch(() => [])
    const directory = directories[page]
    const form = directory && (await formOf(directory))
    return form && (await headerFrom(directory, form, directories.length))
  } finally {
    await source.close()
  }
}

const first = async (directory: Directory, code: number, absent: number): Promise<number> =>
  (await directory.numbers(code))[0] ?? absent

/** What contradicts itself is left to libvips too. */
const formOf = (directory: Directory): Promise<CielabForm | undefined> => readForm(directory).catch(() => undefined)

async function readForm(directory: Directory): Promise<CielabForm | undefined> {
  const kind = kinds[await first(directory, tag.photometric, photometric.rgb)]
  if (!kind) return undefined
  const samples = await first(directory, tag.samplesPerPixel, 1)
  const [bits, ...others] = new Set(await directory.numbers(tag.bitsPerSample))
  const formats = await directory.numbers(tag.sampleFormat)
  const usual = (samples === 3 || samples === 4) && others.length === 0 && formats.every(it => it === UNSIGNED)
  return usual && (bits === 8 || bits === 16) ? { kind, bits } : undefined
}

async function headerFrom(directory: Directory, cielab: CielabForm, pages: number): Promise<Header> {
  if ((await first(directory, tag.extraSamples, 0)) === ASSOCIATED_ALPHA)
    throw new DomainError('refused', associatedAlpha)
  const width = await first(directory, tag.imageWidth, 0)
  const height = await first(directory, tag.imageLength, 0)
  const orientation = await first(directory, tag.orientation, 1)
  const channels = (await first(directory, tag.samplesPerPixel, 3)) === 4 ? 4 : 3
  const density = await densityOf(directory)
  return {
    format: 'tiff',
    cielab,
    width,
    height,
    autoOrient: orientation > 4 ? { width: height, height: width } : { width, height },
    orientation,
    space: 'lab',
    depth: cielab.bits === 8 ? 'uchar' : 'ushort',
    bitsPerSample: cielab.bits,
    channels,
    hasAlpha: channels === 4,
    isProgressive: false,
    isPalette: false,
    pages,
    ...(density ? { density } : {}),
  }
}

async function densityOf(directory: Directory): Promise<number | undefined> {
  const density = await directory.fraction(tag.xResolution)
  const unit = await first(directory, tag.resolutionUnit, PIXELS_PER_INCH)
  if (!density || (unit !== PIXELS_PER_INCH && unit !== PIXELS_PER_CM)) return undefined
  return Math.round(unit === PIXELS_PER_CM ? density * 2.54 : density)
}

export type Unpacking = Readonly<{
  page: number
  copy: string
  unpacked: string
  seconds: number
  signal?: AbortSignal
}>

/**
 * Unpacks a CIELAB master to sRGB, upright, in uncompressed tiles: libvips decodes a copy that calls its samples RGB,
 * and each tile is converted where it stands, so memory stays small however large the picture.
 */
export async function unpackCielab(
  master: string,
  form: CielabForm,
  { page, copy, unpacked, seconds, signal }: Unpacking,
): Promise<void> {
  await copyAsRgb(master, copy)
  signal?.throwIfAborted()
  await sharp(copy, { page, limitInputPixels: false, failOn: 'error', sequentialRead: true, ignoreIcc: true })
    .autoOrient()
    .toColourspace(form.bits === 8 ? 'srgb' : 'rgb16')
    .tiff({ tile: true, tileWidth: 512, tileHeight: 512, compression: 'none', predictor: 'none', bigtiff: true })
    .timeout({ seconds })
    .toFile(unpacked)
  await convertTiles(unpacked, form, signal)
}

async function copyAsRgb(master: string, copy: string): Promise<void> {
  await copyFile(master, copy, constants.COPYFILE_FICLONE)
  // The copy has the master's permissions, which may be to read only.
  await chmod(copy, 0o600)
  const source = await openFile(copy)
  const handle = await open(copy, 'r+')
  try {
    for (const directory of await readDirectories(source))
      if (await formOf(directory)) await writeRgb(handle, directory)
  } finally {
    await handle.close()
    await source.close()
  }
}

async function convertTiles(unpacked: string, form: CielabForm, signal: AbortSignal | undefined): Promise<void> {
  const [{ offsets, byteCounts, samplesPerPixel }] = (await readLevelsOf(unpacked)) as [TiledLevel]
  const convert = cielabToSrgb(form)
  const tile = new Uint8Array(byteCounts[0] ?? 0)
  const samples = form.bits === 8 ? tile : new Uint16Array(tile.buffer)
  const handle = await open(unpacked, 'r+')
  try {
    for (const offset of offsets) {
      signal?.throwIfAborted()
      await handle.read(tile, 0, tile.length, offset)
      convert(samples, samplesPerPixel)
      await handle.write(tile, 0, tile.length, offset)
    }
  } finally {
    await handle.close()
  }
}
