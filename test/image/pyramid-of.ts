import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sharp } from 'sharp'
import { buildPyramid } from '../../src/image/ingest/build.js'
import { inspect } from '../../src/image/ingest/inspect.js'
import { openScratch } from '../../src/image/ingest/scratch.js'
import type { ImageRecord } from '../../src/image/record.js'

/** Puts a picture through the real way of ingest, into a data directory; the catalogue is left to the test. */
export async function pyramidOf(dataDirectory: string, id: string, picture: Sharp, quality = 88): Promise<ImageRecord> {
  const masters = join(dataDirectory, 'originals')
  await mkdir(masters, { recursive: true })
  const fileName = `${id}.png`
  const path = join(masters, fileName)
  await writeFile(path, await picture.png({ compressionLevel: 1 }).toBuffer())
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
  const inspection = await inspect(path, { maxPixels: 1e9 })
  const scratch = await openScratch(dataDirectory)
  return buildPyramid({ path, fileName, sha256, inspection }, { id, quality, scratch })
}
