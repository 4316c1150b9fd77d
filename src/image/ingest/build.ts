import { DomainError } from '../../errors.js'
import { levelCount, pixels } from '../geometry.js'
import type { ImageRecord } from '../record.js'
import type { Inspection } from './inspect.js'
import { flawOf, writeLevels } from './levels.js'
import { openMaster, stateOf } from './open.js'
import { outOfSpace, whyUnreadable } from './reason.js'
import { pyramidPath, tileSizeFor, versionOf } from './recipe.js'
import type { Scratch } from './scratch.js'
import { writeSheet } from './sheet.js'
import { readingMaster } from './unpacked.js'

/** A curator's file, read but never written to. */
export type MasterFile = Readonly<{ path: string; fileName: string; sha256: string; inspection: Inspection }>

export type BuildOptions = Readonly<{ id: string; quality: number; scratch: Scratch; signal?: AbortSignal }>

/**
 * Makes a pyramid from a master and puts it in its place; until then it has a temporary name, which is removed
 * whatever happens. @throws DomainError `refused` where the master cannot be decoded
 */
export async function buildPyramid(master: MasterFile, options: BuildOptions): Promise<ImageRecord> {
  const { scratch, signal, quality, id } = options
  const size = master.inspection.upright
  const seconds = allowedSeconds(master.inspection)
  const sheet = scratch.path('sheet')
  const pyramid = scratch.path('pyramid')
  try {
    await decoding(
      () => readingMaster(master, { ...options, seconds }, path => writeSheet(path, master.inspection, sheet, seconds)),
      signal,
    )
    signal?.throwIfAborted()
    await checkUnchanged(master)
    await writeLevels(sheet, size, quality, pyramid, seconds)
    signal?.throwIfAborted()
    const flaw = await flawOf(pyramid, size)
    if (flaw) throw new DomainError('damaged', `The pyramid came out wrong (${flaw}); run the command again.`)
    const record = recordOf(master, id, quality)
    await scratch.settle(pyramid, record.pyramid)
    return record
  } finally {
    await scratch.discard(sheet)
    await scratch.discard(pyramid)
  }
}

function recordOf({ inspection, fileName, sha256 }: MasterFile, id: string, quality: number): ImageRecord {
  const { format, bytes, stored, upright, profile, pixelsPerMm } = inspection
  const version = versionOf(sha256, quality)
  const tileSize = tileSizeFor(upright)
  return {
    id,
    version,
    width: upright.width,
    height: upright.height,
    tileSize,
    levels: levelCount(upright, tileSize),
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
