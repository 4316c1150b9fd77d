import { DomainError } from '../../errors.js'
import { levelCount, levelSize, pixels, sameSize } from '../geometry.js'
import type { ImageRecord } from '../record.js'
import { adopt } from './adopt.js'
import type { Inspection } from './inspect.js'
import { flawOf, writeLevels } from './levels.js'
import { fingerprint, openMaster, stateOf } from './open.js'
import { outOfSpace, whyUnreadable } from './reason.js'
import { adoptedVersionOf, pyramidPath, tileSizeFor, versionOf } from './recipe.js'
import type { Scratch } from './scratch.js'
import { writeSheet } from './sheet.js'
import { readingMaster } from './unpacked.js'

/** A curator's file, read but never written to. */
export type MasterFile = Readonly<{ path: string; fileName: string; sha256: string; inspection: Inspection }>

export type BuildOptions = Readonly<{ id: string; quality: number; scratch: Scratch; signal?: AbortSignal }>

/**
 * Puts the pyramid of a master in its place: its own, where it has one that fits, else one made from it. Until then it
 * has a temporary name, which is removed whatever happens.
 * @throws DomainError `refused` where the master cannot be decoded
 */
export async function buildPyramid(master: MasterFile, options: BuildOptions): Promise<ImageRecord> {
  const { scratch, signal } = options
  const pyramid = scratch.path('pyramid')
  try {
    const record = (await adopted(master, options, pyramid)) ?? (await made(master, options, pyramid))
    signal?.throwIfAborted()
    const flaw = await flawOf(pyramid, record)
    if (flaw) throw new DomainError('damaged', `The pyramid came out wrong (${flaw}); run the command again.`)
    const pyramidSha256 = await checksumOf(pyramid, record, signal)
    await scratch.settle(pyramid, record.pyramid)
    return { ...record, pyramidSha256 }
  } finally {
    await scratch.discard(pyramid)
  }
}

/** Whether an image is what ingesting this master would give. */
export const isOf = ({ version }: ImageRecord, { sha256, inspection }: MasterFile, quality: number): boolean =>
  version === versionOf(sha256, quality, inspection.page) ||
  (inspection.existing?.kind === 'fits' && version === adoptedVersionOf(sha256))

/** Why another pyramid was made of a master that is one, for the curator. */
export function pyramidNotes({ existing }: Inspection, { version, master }: ImageRecord): readonly string[] {
  if (!existing || version === adoptedVersionOf(master.sha256)) return []
  const why = existing.kind === 'unfit' ? existing.why : 'its tiles do not show by themselves what they show together'
  return [`It is a pyramid, but ${why}; another was made from it.`]
}

/** Of the file as a disc gives it back; that of a pyramid used as it came is its master's. */
async function checksumOf(pyramid: string, { version, master }: ImageRecord, signal?: AbortSignal): Promise<string> {
  const { sha256 } = await fingerprint(pyramid, signal)
  if (version === adoptedVersionOf(master.sha256) && sha256 !== master.sha256)
    throw new DomainError('damaged', 'The copy differs from the file; check the disc and run the command again.')
  return sha256
}

async function adopted(master: MasterFile, { id }: BuildOptions, pyramid: string): Promise<ImageRecord | undefined> {
  const { inspection, path, sha256 } = master
  const { existing, upright } = inspection
  if (existing?.kind !== 'fits' || !(await adopt(path, existing, pyramid, allowedSeconds(inspection)))) return undefined
  await checkUnchanged(master)
  const { tileSize, levelSizes } = existing
  const exact = levelSizes.every((size, level) => sameSize(size, levelSize(upright, level)))
  const version = adoptedVersionOf(sha256)
  return {
    ...recordOf(master, id, version, { tileSize, levels: levelSizes.length }),
    ...(exact ? {} : { levelSizes }),
  }
}

async function made(
  master: MasterFile,
  { id, quality, scratch, signal }: BuildOptions,
  pyramid: string,
): Promise<ImageRecord> {
  const { inspection, sha256 } = master
  const { upright, page } = inspection
  const seconds = allowedSeconds(inspection)
  const sheet = scratch.path('sheet')
  try {
    const write = (path: string, page: number) => writeSheet({ ...inspection, path, page }, sheet, seconds)
    await decoding(() => readingMaster(master, { scratch, seconds, ...(signal ? { signal } : {}) }, write), signal)
    signal?.throwIfAborted()
    await checkUnchanged(master)
    await writeLevels(sheet, upright, quality, pyramid, seconds)
  } finally {
    await scratch.discard(sheet)
  }
  const tileSize = tileSizeFor(upright)
  return recordOf(master, id, versionOf(sha256, quality, page), { tileSize, levels: levelCount(upright, tileSize) })
}

function recordOf(
  { inspection, fileName, sha256 }: MasterFile,
  id: string,
  version: string,
  tiling: Pick<ImageRecord, 'tileSize' | 'levels'>,
): ImageRecord {
  const { format, bytes, stored, upright, profile, pixelsPerMm, page } = inspection
  return {
    id,
    version,
    width: upright.width,
    height: upright.height,
    ...tiling,
    pyramid: pyramidPath(id, version),
    master: {
      fileName,
      format,
      bytes,
      sha256,
      width: stored.width,
      height: stored.height,
      ...(profile ? { profile } : {}),
      ...(pixelsPerMm ? { pixelsPerMm } : {}),
      ...(page > 0 ? { page } : {}),
    },
  }
}

/** A minute, and a second more for each megapixel: no picture can hold the program for ever. */
const allowedSeconds = ({ upright }: Inspection): number => Math.min(3600, 60 + Math.ceil(pixels(upright) / 1e6))

async function checkUnchanged({ path, inspection }: MasterFile): Promise<void> {
  const handle = await openMaster(path)
  try {
    const now = await stateOf(handle)
    if (now.bytes !== inspection.bytes || now.modifiedMs !== inspection.modifiedMs)
      throw new DomainError('refused', 'The file changed while it was read; run the command again.')
  } finally {
    await handle.close()
  }
}

const decoding = (work: () => Promise<void>, signal: AbortSignal | undefined): Promise<void> =>
  work().catch(cause => {
    signal?.throwIfAborted()
    if (outOfSpace(cause) || cause instanceof DomainError) throw cause
    const why = whyUnreadable(cause)
    throw new DomainError('refused', `The file is damaged or incomplete (${why}). Export or copy it again.`, { cause })
  })
