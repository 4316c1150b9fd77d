import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { DomainError } from '../../../errors.js'

/** What an archive may hold, and what of one part may be inflated; a spreadsheet of 300,000 rows has some hundred MB. */
const limits = { parts: 5000, inflatedBytes: 1_073_741_824 } as const

/** A .xlsx file: an archive of XML parts, each of which can be streamed as often as asked. */
export type Archive = Readonly<{
  has(part: string): boolean
  /** @throws DomainError where the part is absent, damaged, or larger than it says */
  read(part: string): AsyncGenerator<Buffer>
}>

/** Reads the table of contents; the file is opened anew for each part, so that nothing need be closed. */
export async function openArchive(path: string): Promise<Archive> {
  const entries = await contents(path)
  return {
    has: part => entries.has(part),
    async *read(part) {
      const entry = entries.get(part)
      if (!entry) throw damaged(path, `it has no part ${part}`)
      if (entry.isEncrypted()) throw damaged(path, 'it is protected by a password')
      if (entry.uncompressedSize > limits.inflatedBytes) throw tooLarge(path)
      const zip = await openZip(path)
      try {
        const stream = await promisify<Entry, Readable>(zip.openReadStream.bind(zip))(entry)
        yield* stream as AsyncIterable<Buffer>
      } catch (cause) {
        throw cause instanceof DomainError ? cause : damaged(path, `its part ${part} cannot be read`, cause)
      } finally {
        zip.close()
      }
    },
  }
}

async function contents(path: string): Promise<ReadonlyMap<string, Entry>> {
  const zip = await openZip(path)
  if (zip.entryCount > limits.parts) {
    zip.close()
    throw tooLarge(path)
  }
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('error', cause => {
      zip.close()
      reject(damaged(path, 'its table of contents cannot be read', cause))
    })
    zip.on('end', () => {
      zip.close()
      resolve(entries)
    })
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

async function openZip(path: string): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true }
  try {
    return await promisify<string, yauzl.Options, ZipFile>(yauzl.open)(path, options)
  } catch (cause) {
    throw damaged(path, 'it is not a whole archive', cause)
  }
}

const damaged = (path: string, reason: string, cause?: unknown): DomainError =>
  new DomainError('refused', `Cannot read ${basename(path)} as a spreadsheet (.xlsx): ${reason}.`, { cause })

const tooLarge = (path: string): DomainError =>
  new DomainError('too-large', `${basename(path)} holds more than a spreadsheet does; save the sheet as CSV (UTF-8).`)
