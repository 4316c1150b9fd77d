import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { sync } from '../../storage/sync.js'

const FOLDER = 'pyramids'
const DAY_MS = 86_400_000

/** Where files of one run are written before they are whole. */
export interface Scratch {
  /** A path that no other file and no other run has. */
  path(purpose: 'unpacked' | 'sheet' | 'pyramid'): string
  discard(path: string): Promise<void>
  /** Moves a whole file to its place below the data directory; after a crash it is there whole or not at all. */
  settle(path: string, place: string): Promise<void>
}

/** The machine's name, without what would confuse a file's. */
const host = (): string =>
  hostname()
    .replace(/[^a-zA-Z0-9]/g, '')
    .slice(0, 40) || 'host'

const nameOf = (purpose: string): string =>
  `.${host()}-${process.pid}-${randomBytes(6).toString('hex')}.${purpose}.part`
const temporary = /^\.([a-zA-Z0-9]+)-(\d+)-[0-9a-f]{12}\.\w+\.part$/

/** Opens the folder of pyramids for writing, and clears what runs that died have left there. */
export async function openScratch(dataDirectory: string): Promise<Scratch> {
  const folder = join(dataDirectory, FOLDER)
  await mkdir(folder, { recursive: true })
  await clearLeftovers(folder)
  const discard = (path: string) => rm(path, { force: true })
  return {
    path: purpose => join(folder, nameOf(purpose)),
    discard,
    async settle(path, place) {
      const target = join(dataDirectory, place)
      await mkdir(dirname(target), { recursive: true })
      await sync(path)
      await rename(path, target)
      // A rename is only certain to survive a power cut once its folder is on disc, and that folder's own name too.
      await sync(dirname(target))
      await sync(folder)
    },
  }
}

async function clearLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, madeOn, pid] = temporary.exec(name) ?? []
    if (madeOn === undefined) continue
    const path = join(folder, name)
    const state = await stat(path).catch(() => undefined)
    if (state && isDead(madeOn, Number(pid), state.mtimeMs)) await rm(path, { force: true })
  }
}

/** Whether nobody can still be writing: on another machine that cannot be known, so a day must have passed. */
function isDead(madeOn: string, pid: number, modifiedMs: number): boolean {
  if (madeOn !== host()) return modifiedMs < performance.timeOrigin - DAY_MS
  // Containers start every life with the same pid: what is older than this process is not its own.
  if (pid === process.pid) return modifiedMs < performance.timeOrigin
  return !isRunning(pid)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
