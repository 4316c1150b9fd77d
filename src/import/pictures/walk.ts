import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { DomainError } from '../../errors.js'

/** A file that may be a picture; `name` is how messages call it, without the machine's path. */
export type Candidate = Readonly<{ path: string; name: string; bytes: number }>

export type Walk = Readonly<{ candidates: readonly Candidate[]; passedOver: number }>

/** Bounds on what one command takes. */
const most = { depth: 32, files: 200_000 } as const

/** What lies beside pictures and is none, by name; whatever else there is, is opened and looked at. */
const sidecar =
  /^(\.|thumbs\.db$|desktop\.ini$)|\.(csv|tsv|txt|md|xml|xmp|json|html?|xlsx?|ods|docx?|md5|sha1|sha256|ini|log)$/i

/**
 * Finds the files to ingest, in the order given and, within a folder, by name.
 * A file that was named itself is always a candidate. @throws DomainError `misuse` where a path is not there
 */
export async function walk(paths: readonly string[]): Promise<Walk> {
  const candidates: Candidate[] = []
  let passedOver = 0

  const add = (path: string, name: string, bytes: number) => {
    if (candidates.length >= most.files)
      throw new DomainError('too-large', `Expected at most ${most.files} files; give the folders one by one.`)
    candidates.push({ path, name, bytes })
  }

  const enter = async (root: string, folder: string, depth: number): Promise<void> => {
    if (depth > most.depth)
      throw new DomainError(
        'refused',
        `Expected at most ${most.depth} folders within each other below ${basename(root)}.`,
      )
    const entries = await readdir(folder, { withFileTypes: true }).catch(cause => {
      throw new DomainError('refused', `The folder ${relative(root, folder) || basename(root)} may not be read.`, {
        cause,
      })
    })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name)
      if (sidecar.test(entry.name)) passedOver += 1
      else if (entry.isDirectory()) await enter(root, path, depth + 1)
      else add(path, relative(root, path), (await lstat(path)).size)
    }
  }

  for (const path of paths) {
    const state = await stat(path).catch(() => undefined)
    if (!state) throw new DomainError('misuse', `There is no file or folder "${path}".`)
    if (state.isDirectory()) await enter(path, path, 0)
    else add(path, basename(path), state.size)
  }
  return { candidates, passedOver }
}
