import { open, readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { DomainError } from '../../errors.js'
import { manifestAddress } from './identity.js'
import { type Json, parseDocument } from './json.js'
import { utf8 } from './remote/fetch.js'

/** A document and its words as they came. */
export type Document = Readonly<{ json: Json; text: string; stem: string }>

/** @throws DomainError `not-found`, `too-large`, or `refused` where it is no JSON */
export async function readDocument(path: string, bytes: number): Promise<Document> {
  const name = basename(path)
  const found = await stat(path).catch(() => undefined)
  if (found && !found.isFile())
    throw new DomainError('refused', `${name} is no file; expected one that holds a IIIF manifest or collection.`)
  const file = await open(path).catch(() => undefined)
  if (!file) throw new DomainError('not-found', `There is no file ${name} that can be read.`)
  try {
    const { size } = await file.stat()
    if (size > bytes)
      throw new DomainError('too-large', `${name} is larger than ${bytes} bytes; raise --iiif-max-mb to take it.`)
    const text = utf8(await file.readFile(), name)
    return { json: parseDocument(text, name), text, stem: basename(name, extname(name)) }
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw new DomainError('refused', `${name} cannot be read; expected a file that holds a IIIF document.`, {
      cause: error,
    })
  } finally {
    await file.close()
  }
}

/** The files of a folder that stands beside a collection and bears its name, by the addresses of their manifests. */
export async function manifestsBeside(
  path: string,
  bounds: Readonly<{ bytes: number; manifests: number }>,
): Promise<ReadonlyMap<string, string>> {
  const folder = path.slice(0, path.length - extname(path).length)
  const names = folder === path ? [] : await readdir(folder).catch(() => [])
  const byAddress = new Map<string, string>()
  for (const name of names
    .filter(each => /\.json$/i.test(each))
    .toSorted()
    .slice(0, bounds.manifests)) {
    const file = join(folder, name)
    const document = await readDocument(file, bounds.bytes).catch(() => undefined)
    const address = document && manifestAddress(document.json)
    if (address) byAddress.set(address, file)
  }
  return byAddress
}
