import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { WorkRecord } from '../../../src/catalogue/model.js'
import { openCatalogue } from '../../../src/catalogue/sqlite/open.js'
import { configFrom } from '../../../src/config.js'
import { openImages } from '../../../src/image/images.js'
import { type IngestEvent, type IngestOptions, ingestPictures } from '../../../src/import/pictures/ingest.js'
import { walk } from '../../../src/import/pictures/walk.js'
import { readSettings } from '../../../src/settings.js'
import { fileStorage } from '../../../src/storage/storage.js'

/** A catalogue and a folder of pictures, both real, in one directory of a test. */
export async function openCollection(root: string, works: readonly WorkRecord[] = []) {
  const dataDirectory = join(root, 'data')
  const pictures = join(root, 'pictures')
  await mkdir(dataDirectory, { recursive: true })
  await mkdir(pictures, { recursive: true })
  const { reader, writer, close } = openCatalogue(join(dataDirectory, 'catalogue.db'), () => new Date(0))
  await writer.putWorks(works)
  const { limits, background, render } = configFrom(readSettings({}))
  const images = openImages(fileStorage(dataDirectory), render)
  const config = { dataDirectory, limits, background, ingest: { quality: 88, maxPixels: 1e8 } }
  const ports = { reader, writer, images, config }
  return {
    ...ports,
    dataDirectory,
    pictures,
    close,
    draw: (name: string, background: string, width = 60, height = 40) =>
      sharp({ create: { width, height, channels: 3, background } }).toFile(join(pictures, name)),
    /** Ingests the folder. @returns what was said of each file, in its order */
    async ingest(options: Partial<IngestOptions> = {}): Promise<Readonly<Record<string, Finished>>> {
      const { candidates } = await walk([pictures])
      const said: Record<string, Finished> = {}
      const signal = new AbortController().signal
      const onEvent = (event: IngestEvent) => {
        if (event.kind !== 'started') said[event.name] = event
      }
      await ingestPictures(ports, candidates, { jobs: 2, signal, onEvent, ...options })
      return said
    },
  }
}

export type Finished = Exclude<IngestEvent, { kind: 'started' }>

export const inBrief = (said: Readonly<Record<string, Finished>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(said)
      .sort()
      .map(([name, event]) => [name, event.kind === 'kept' ? event.outcome : 'refused']),
  )
