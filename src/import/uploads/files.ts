import { randomBytes } from 'node:crypto'
import { link, mkdir, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sync } from '../../storage/sync.js'
import type { Upload } from './upload.js'

const MASTERS = 'masters'
const INCOMING = join(MASTERS, 'incoming')
/** What stands on disc of an upload; how much has come is the size of its part. */
type Stored = Omit<Upload, 'received'>

/** The files of uploads: parts and records below `masters/incoming/`, whole masters in `masters/`. */
export interface UploadFiles {
  newId(): string
  /** The path of the bytes that have come. */
  part(id: string): string
  received(id: string): Promise<number>
  /** Writes a record whole or not at all, and waits until it is on disc. */
  record(upload: Upload): Promise<void>
  /** All that were recorded, and what has come of them. Parts without a record are cleared away. */
  load(): Promise<readonly Upload[]>
  remove(id: string): Promise<void>
  removePart(id: string): Promise<void>
  /** Gives a whole master its place beside its part, which goes later: done again, it finds nothing to do. */
  keep(id: string, name: string): Promise<void>
  /** Bytes of disc that can be taken yet. */
  free(): Promise<number>
}

export async function openUploadFiles(dataDirectory: string): Promise<UploadFiles> {
  const [masters, incoming] = [join(dataDirectory, MASTERS), join(dataDirectory, INCOMING)]
  await mkdir(incoming, { recursive: true })
  const part = (id: string): string => join(incoming, `${id}.part`)
  const recordPath = (id: string): string => join(incoming, `${id}.json`)
  const received = (id: string): Promise<number> =>
    stat(part(id)).then(
      ({ size }) => size,
      () => 0,
    )

  return {
    newId: () => randomBytes(12).toString('hex'),
    part,
    received,
    async record({ received: _, ...stored }) {
      const path = recordPath(stored.id)
      await writeFile(`${path}.new`, JSON.stringify(stored), { flush: true })
      await rename(`${path}.new`, path)
      await sync(incoming)
    },
    async load() {
      const uploads: Upload[] = []
      const names = await readdir(incoming)
      for (const name of names.filter(name => /^[0-9a-f]{24}\.json$/.test(name))) {
        const stored = recordFrom(await readFile(join(incoming, name), 'utf8'))
        if (!stored) continue
        const come = stored.stage === 'arriving' ? await received(stored.id) : stored.length
        uploads.push({ ...stored, received: come } as Upload)
      }
      const known = new Set(uploads.flatMap(({ id }) => [`${id}.json`, `${id}.part`]))
      for (const name of names) if (!known.has(name)) await rm(join(incoming, name), { force: true })
      return uploads.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    },
    async remove(id) {
      await rm(recordPath(id), { force: true })
      await rm(part(id), { force: true })
    },
    removePart: id => rm(part(id), { force: true }),
    async keep(id, name) {
      await sync(part(id))
      await link(part(id), join(masters, name)).catch(refuseButExisting)
      await sync(masters)
    },
    async free() {
      const { bavail, bsize } = await statfs(incoming)
      return bavail * bsize
    },
  }
}

function refuseButExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

/** A record that a power cut has left empty is none. */
function recordFrom(text: string): Stored | undefined {
  try {
    return JSON.parse(text) as Stored
  } catch {
    return undefined
  }
}
