import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { buildPyramid } from '../../../src/image/ingest/build.js'
import { inspect } from '../../../src/image/ingest/inspect.js'
import { fingerprint } from '../../../src/image/ingest/open.js'
import { openScratch } from '../../../src/image/ingest/scratch.js'
import type { ImageRecord } from '../../../src/image/record.js'

/** Puts a file through ingest, without a catalogue. */
export async function bring(path: string, dataDirectory: string, quality = 88): Promise<ImageRecord> {
  const inspection = await inspect(path, { maxPixels: 1e9 })
  const { sha256 } = await fingerprint(path)
  const scratch = await openScratch(dataDirectory)
  const master = { path, fileName: basename(path), sha256, inspection }
  return buildPyramid(master, { id: basename(path).toLowerCase(), quality, scratch })
}

export async function bringBytes(
  bytes: Buffer,
  name: string,
  dataDirectory: string,
  quality = 88,
): Promise<ImageRecord> {
  const path = join(dataDirectory, name)
  await writeFile(path, bytes)
  return bring(path, dataDirectory, quality)
}
