import { copyFile, link, mkdir, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DomainError } from '../../errors.js'
import { ledgers, namesIn, openWritten, readIfThere } from '../written.js'

/** A static site while it is written: whole beside the folder that it will stand in the place of. */
export type SiteFolder = Readonly<{
  /** Puts a file in place at once; it is known as written by us. */
  write(name: string, content: Buffer | string): Promise<void>
  /** Copies a file from elsewhere as `write` does. */
  copy(name: string, from: string): Promise<void>
  /**
   * Puts a picture in place, unless one of the same version of its image lies there, or in the site as it was written last.
   * @returns bytes written; none where it was taken over
   */
  picture(of: ImageFolder, path: string, read: () => Promise<Buffer>): Promise<number>
  /** The folder of an image's pictures, emptied where it holds another version. */
  image(folder: string, version: string): Promise<ImageFolder>
  /** Bytes of disc that are free. */
  free(): Promise<number>
  /** Whether there is nothing to take over: neither a site of before nor one that was begun. */
  readonly fresh: boolean
  /** Leaves nothing of what was begun. */
  abandon(): Promise<void>
  /** Stands in the place of the folder from now on. */
  finish(): Promise<void>
}>

/** `earlier` is the same version's folder in the site as it was written last. */
export type ImageFolder = Readonly<{ name: string; earlier: string | undefined }>

const versionFile = '.version'
/** What systems leave in every folder that they show; all else, `.git` too, is somebody's. */
const noise =
  /^(?:\._.*|\.DS_Store|\.Trash.*|\.Spotlight-V100|\.fseventsd|\.TemporaryItems|\.directory|Thumbs\.db|desktop\.ini)$/i

/** Shown where nothing may be overwritten. */
const shownNames = 5

/** @throws DomainError `refused` where the folder holds what no export wrote, or what somebody changed since */
export async function openSiteFolder(folder: string): Promise<SiteFolder> {
  if (await isRoot(folder)) throw notReplaceable(folder)
  const replaces = await holdsSite(folder)
  const path = join(dirname(folder), `.${basename(folder)}.writing`)
  const begun = (await namesIn(path)) !== undefined
  if (begun) await clearPages(path)
  const written = await openWritten(path, ledgers.site)
  const made = new Set<string>()
  const images = new Set<string>()

  const folderOf = async (name: string): Promise<void> => {
    const parent = dirname(join(path, name))
    if (made.has(parent)) return
    await mkdir(parent, { recursive: true })
    // Tiles of one image lie in thousands of folders
    if (made.size >= mostFolders) made.clear()
    made.add(parent)
  }
  const put = async (name: string, content: Buffer | string): Promise<void> => {
    await folderOf(name)
    const temporary = join(path, `${name}.part`)
    await writeFile(temporary, content)
    await rename(temporary, join(path, name))
  }

  return {
    fresh: !begun && !replaces,
    async write(name, content) {
      await put(name, content)
      written.add(name, content)
    },
    async copy(name, from) {
      const content = await readFile(from)
      await put(name, content)
      written.add(name, content)
    },
    async image(name, version) {
      images.add(name)
      const known = await readIfThere(join(path, name, versionFile))
      if (known?.toString() !== version) {
        await rm(join(path, name), { recursive: true, force: true })
        await put(`${name}/${versionFile}`, version)
      }
      const earlier = replaces && (await readIfThere(join(folder, name, versionFile)))
      return { name, earlier: earlier && earlier.toString() === version ? join(folder, name) : undefined }
    },
    async picture({ name, earlier }, picture, read) {
      const file = `${name}/${picture}`
      if (await isFile(join(path, file))) return 0
      await folderOf(file)
      if (earlier && (await takeOver(join(earlier, picture), join(path, file)))) return 0
      const bytes = await read()
      await put(file, bytes)
      return bytes.length
    },
    async free() {
      const { bavail, bsize } = await statfs(dirname(folder))
      return bavail * bsize
    },
    abandon: () => rm(path, { recursive: true, force: true }),
    async finish() {
      await removeOthers(path, images)
      await written.save()
      await replaceFolder(folder, path)
    },
  }
}

/** Folders known to be there; more are asked for again. */
const mostFolders = 50_000

/** Whether a site stands there, just as export wrote it; else there is nothing. @throws DomainError `refused` */
async function holdsSite(folder: string): Promise<boolean> {
  const names = await namesIn(folder)
  if (names === undefined || names.every(name => noise.test(name))) return false
  if (!names.includes(ledgers.site)) throw foreign(folder, names)
  const written = await openWritten(folder, ledgers.site)
  const others: string[] = []
  for await (const name of filesBelow(folder)) {
    if (others.length >= shownNames) break
    if (!written.isOurs(name, await readFile(join(folder, name)))) others.push(name)
  }
  if (others.length > 0) throw foreign(folder, others)
  return true
}

const foreign = (folder: string, names: readonly string[]): DomainError =>
  new DomainError(
    'refused',
    `${basename(folder)} holds what no export of a site wrote, or what was changed since: ${names
      .filter(name => !noise.test(name))
      .slice(0, shownNames)
      .join(', ')}. Take it elsewhere, or name another folder.`,
  )

/** All but the pictures: images have their folders to themselves. */
async function* filesBelow(folder: string, below = ''): AsyncGenerator<string> {
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    if (noise.test(entry.name) || name === ledgers.site) continue
    if (!entry.isDirectory()) yield name
    else if (await isFile(join(folder, name, versionFile))) yield* infoOf(name)
    else yield* filesBelow(folder, name)
  }
}

function* infoOf(image: string): Generator<string> {
  yield `${image}/info.json`
}

/** What was begun keeps its pictures; pages and documents are quickly made again. */
async function clearPages(path: string): Promise<void> {
  const images = join('iiif', 'image', '3')
  for (const name of (await namesIn(path)) ?? [])
    if (name !== 'iiif') await rm(join(path, name), { recursive: true, force: true })
  for (const name of (await namesIn(join(path, 'iiif'))) ?? [])
    if (name !== 'image') await rm(join(path, 'iiif', name), { recursive: true, force: true })
  for (const name of (await namesIn(join(path, images))) ?? [])
    await rm(join(path, images, name, 'info.json'), { force: true })
}

/** Pictures of images that are shown no more, from an export that was broken off. */
async function removeOthers(path: string, images: ReadonlySet<string>): Promise<void> {
  for (const name of (await namesIn(join(path, 'iiif/image/3'))) ?? [])
    if (!images.has(`iiif/image/3/${name}`))
      await rm(join(path, 'iiif/image/3', name), { recursive: true, force: true })
}

/** By a second name for the same bytes where the file system has such, else by a copy. */
async function takeOver(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
  }
  await copyFile(from, `${to}.part`)
  await rename(`${to}.part`, to)
  return true
}

async function replaceFolder(folder: string, path: string): Promise<void> {
  const old = join(dirname(folder), `.${basename(folder)}.before`)
  try {
    await rm(old, { recursive: true, force: true })
    const stood = (await namesIn(folder)) !== undefined
    if (stood) await rename(folder, old)
    await rename(path, folder).catch(async error => {
      if (stood) await rename(old, folder)
      throw error
    })
  } catch (cause) {
    throw notReplaceable(folder, cause)
  }
  await rm(old, { recursive: true, force: true })
}

/** Of a disc or a stick, which no folder can take the place of. */
async function isRoot(folder: string): Promise<boolean> {
  const [here, above] = await Promise.all([folder, dirname(folder)].map(path => stat(path).catch(() => undefined)))
  return here !== undefined && above !== undefined && (here.dev !== above.dev || here.ino === above.ino)
}

const notReplaceable = (folder: string, cause?: unknown): DomainError =>
  new DomainError(
    'refused',
    `Cannot put the site in the place of ${basename(folder) || 'the disc'}; name a folder in it, which need not exist yet.`,
    { cause },
  )

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    found => found.isFile(),
    () => false,
  )
