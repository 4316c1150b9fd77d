import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DomainError } from '../errors.js'
import { sync } from '../storage/sync.js'

/** What exports wrote into a folder: digests of the files by their names, so that nobody's changes are overwritten. */
export type Written = Readonly<{
  /** It is as an export left it. */
  isOurs(name: string, content: Buffer): boolean
  add(name: string, content: Buffer | string): void
  forget(name: string): void
  /** Keeps in the folder what is known now. */
  save(): Promise<void>
}>

/** Of stories, and of sites: one kind of export knows nothing of what the other wrote. */
export const ledgers = { stories: '.beffroi.json', site: '.beffroi-site.json' } as const

export async function openWritten(folder: string, ledger: (typeof ledgers)[keyof typeof ledgers]): Promise<Written> {
  await mkdir(folder, { recursive: true }).catch(cause => {
    throw new DomainError(
      'refused',
      `Cannot write below ${basename(folder)}: it is no folder that may be written to.`,
      { cause },
    )
  })
  const path = join(folder, ledger)
  const digests = digestsIn(await readIfThere(path))
  return {
    isOurs: (name, content) => digests.get(name) === digestOf(content),
    add: (name, content) => void digests.set(name, digestOf(content)),
    forget: name => void digests.delete(name),
    save: () => {
      const files = Object.fromEntries([...digests].toSorted(([one], [other]) => (one < other ? -1 : 1)))
      return writeWhole(path, `${JSON.stringify({ about: 'Files written by beffroi export', files }, null, 2)}\n`)
    },
  }
}

/** A list that cannot be read says of nothing that it was written here. */
function digestsIn(content: Buffer | undefined): Map<string, string> {
  if (!content) return new Map()
  try {
    const { files } = JSON.parse(content.toString()) as { files?: unknown }
    return new Map(
      Object.entries(files ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    return new Map()
  }
}

const digestOf = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex')

/** @throws DomainError `refused` where what stands there cannot be read */
export async function readIfThere(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new DomainError('refused', `Cannot read ${basename(path)}, which stands where a file would be written.`, {
      cause: error,
    })
  })
}

/** What stands in a folder; undefined where there is none. @throws DomainError `refused` where a file stands there */
export async function namesIn(folder: string): Promise<readonly string[] | undefined> {
  return readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined
    throw new DomainError('refused', `Expected a folder at ${basename(folder)}, or nothing, but found neither.`, {
      cause,
    })
  })
}

/** Puts a whole file in place at once. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const folder = await mkdtemp(join(dirname(path), '.writing-'))
  try {
    const temporary = join(folder, basename(path))
    await writeDown(temporary, text)
    await rename(temporary, path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Puts a new folder with all its files in place at once. */
export async function writeFolder(
  path: string,
  files: readonly Readonly<{ name: string; text: string }>[],
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = await mkdtemp(join(dirname(path), '.writing-'))
  try {
    const folder = join(temporary, basename(path))
    await mkdir(folder)
    for (const { name, text } of files) await writeDown(join(folder, name), text)
    await rename(folder, path)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

async function writeDown(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flag: 'wx' })
  await sync(path)
}
