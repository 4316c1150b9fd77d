import type { Dirent } from 'node:fs'
import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A plain file below a folder; `path` is relative to the root, with slashes. */
export type ListedFile = Readonly<{ path: string; bytes: number; modifiedMs: number }>

/** All plain files below a folder of a root, one after the other; none where there is no such folder. */
export async function* listFiles(root: string, folder: string): AsyncIterable<ListedFile> {
  for await (const entry of entriesOf(join(root, folder))) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* listFiles(root, path)
    if (!entry.isFile()) continue
    // Gone since it was listed
    const state = await stat(join(root, path)).catch(() => undefined)
    if (state) yield { path, bytes: state.size, modifiedMs: state.mtimeMs }
  }
}

async function* entriesOf(folder: string): AsyncIterable<Dirent> {
  const directory = await opendir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (directory) yield* directory
}
