import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { checksumOf, Damage, type Derivative, type Entry, SLICE_BYTES } from './database.js'
import { imageKey, type VersionedImage } from './key.js'
import { openMended, type Warn } from './mending.js'

export type { Derivative } from './database.js'

/** Images rendered before, kept on disc; a cache, so nothing that fails here is ever an error to a visitor. */
export interface Derivatives {
  /** Whether anything can be kept at all. */
  readonly open: boolean
  has(key: Buffer): boolean
  read(key: Buffer): Promise<Buffer | undefined>
  /** Keeps one, unless another process is writing just now. @returns whether it was kept */
  keep(derivative: Derivative): boolean
  /** Keeps all at once or none, and waits for other processes. @returns how many were kept */
  keepAll(derivatives: readonly Derivative[]): Promise<number>
  /** Frees what was kept of a version that is served no more. */
  forget(image: VersionedImage): Promise<void>
  readonly evicted: number
  close(): Promise<void>
}

/** Keeps nothing. */
export const noDerivatives: Derivatives = {
  open: false,
  has: () => false,
  read: async () => undefined,
  keep: () => false,
  keepAll: async () => 0,
  forget: async () => undefined,
  evicted: 0,
  close: async () => undefined,
}

/** No derivative takes more than this part of the budget. */
const LARGEST_PART = 1 / 4

/** So many reads are noted before they are written, so that a read costs no write. */
const NOTED_READS = 256

/** How often, and how long apart in ms, a write that can wait is tried while another process writes. */
const tries = { most: 250, apart: 20 }

/**
 * Opens the store of derivatives, making its file where there is none that can be used.
 * @param budget bytes of disc; 0 keeps nothing
 */
export function openDerivatives(path: string, budget: number, warn: Warn): Derivatives {
  if (budget === 0) return noDerivatives
  const store = openMended(path, warn)
  const read = new Set<number>()
  let evicted = 0
  let tidying: Promise<void> | undefined
  let closed = false

  const write = (derivatives: readonly Derivative[]): number | 'busy' | undefined =>
    store.write(db => {
      const { added, dropped, more } = db.keep(derivatives, read, budget)
      read.clear()
      evicted += dropped
      if (more) tidying ??= tidy()
      return added
    })

  /** A budget that was lowered is reached step by step, between requests. */
  const tidy = async (): Promise<void> => {
    await nextTurn()
    tidying = undefined
    if (!closed) write([])
  }

  const noteRead = (id: number): void => {
    read.add(id)
    if (read.size < NOTED_READS) return
    write([])
    // Also where it could not be written: it is advice only, and bounded
    read.clear()
  }

  const patiently = async <T>(work: () => T | 'busy' | undefined): Promise<T | undefined> => {
    for (let round = 0; round < tries.most; round += 1) {
      const outcome = work()
      if (outcome !== 'busy') return outcome
      await pause(tries.apart)
    }
    return undefined
  }

  const keepable = ({ bytes }: Derivative): boolean => !closed && bytes.length <= budget * LARGEST_PART

  return {
    get open() {
      return store.isOpen()
    },
    get evicted() {
      return evicted
    },
    has: key => store.read(db => db.find(key) !== undefined) === true,
    async read(key) {
      const entry = found(store.read(db => db.find(key)))
      if (!entry) return undefined
      const bytes = await wholeOf(entry, number => found(store.read(db => db.slice(entry, number))))
      if (bytes?.length !== entry.bytes) return undefined
      const sound = store.read(() => {
        if (checksumOf(key, bytes) !== entry.checksum) throw new Damage('A derivative is not what was kept.')
        return true
      })
      if (sound !== true) return undefined
      noteRead(entry.id)
      return bytes
    },
    keep: derivative => keepable(derivative) && write([derivative]) === 1,
    async keepAll(derivatives) {
      const kept = await patiently(() => write(derivatives.filter(keepable)))
      return kept ?? 0
    },
    async forget(image) {
      const key = imageKey(image)
      await patiently(() => store.write(db => db.forget(key)))
    },
    async close() {
      if (read.size > 0) write([])
      closed = true
      await tidying
      store.close()
    },
  }
}

const found = <T>(outcome: T | 'busy' | undefined): T | undefined => (outcome === 'busy' ? undefined : outcome)

/** Slice by slice, so that other requests go on between those of a large image. */
async function wholeOf(entry: Entry, slice: (number: number) => Buffer | undefined): Promise<Buffer | undefined> {
  const first = slice(0)
  if (entry.bytes <= SLICE_BYTES || !first) return first
  const slices = [first]
  for (let number = 1; number * SLICE_BYTES < entry.bytes; number += 1) {
    await nextTurn()
    const next = slice(number)
    // Dropped since the slice before
    if (!next) return undefined
    slices.push(next)
  }
  return Buffer.concat(slices)
}
