import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import { openLane } from '../lane.js'
import { checksumOf, Damage, type Derivative, type Entry, type Progress, SLICE_BYTES } from './database.js'
import { imageKey, type VersionedImage } from './key.js'
import { openMended, type Warn } from './mending.js'

/** Images rendered before, kept on disc; a cache, so nothing that fails here is ever an error to a visitor. */
export interface Derivatives {
  /** Whether anything can be kept at all. */
  readonly open: boolean
  has(key: Buffer): boolean
  read(key: Buffer): Promise<Buffer | undefined>
  /** Keeps one, unless another process is writing just now; a large one piece by piece. @returns whether it was kept */
  keep(derivative: Derivative): Promise<boolean>
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
  keep: async () => false,
  keepAll: async () => 0,
  forget: async () => undefined,
  evicted: 0,
  close: async () => undefined,
}

/** No derivative takes more than this part of the budget. */
const LARGEST_PART = 1 / 4

/** So many reads are noted before they are written, so that a read costs no write. */
const NOTED_READS = 256

/** Bytes and the checksum of key and bytes. */
type Summed = Readonly<{ bytes: Buffer; checksum: number }>

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
  // A slice for each turn of the event loop, and not one of each of many
  const large = openLane({ jobs: 1, queue: Number.POSITIVE_INFINITY })

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

  const keepLarge = async (derivative: Derivative): Promise<boolean> => {
    for (let before: Progress | undefined; !before?.finished; await nextTurn()) {
      if (closed) return false
      const next = found(store.write(db => db.keepSlice(derivative, budget, before)))
      if (!next) return false
      evicted += next.dropped
      before = next
    }
    return true
  }

  const readLarge = async (key: Buffer, entry: Entry): Promise<Summed | undefined> => {
    // What is larger was not written by this program
    if (closed || entry.bytes > budget) return undefined
    const bytes = Buffer.allocUnsafeSlow(entry.bytes)
    let [end, checksum] = [0, crc32(key)]
    for (let number = 0; end < bytes.length; number += 1) {
      const slice = found(store.read(db => db.slice(entry, number)))
      // Dropped since the slice before
      if (!slice) return undefined
      checksum = crc32(slice, checksum)
      slice.copy(bytes, end)
      end += slice.length
      await nextTurn()
    }
    return { bytes, checksum }
  }

  const readSmall = (key: Buffer, entry: Entry): Summed | undefined => {
    const bytes = found(store.read(db => db.slice(entry, 0)))
    return bytes?.length === entry.bytes ? { bytes, checksum: checksumOf(key, bytes) } : undefined
  }

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
      const read = entry.bytes > SLICE_BYTES ? await large.run(() => readLarge(key, entry)) : readSmall(key, entry)
      if (!read) return undefined
      const sound = store.read(() => {
        if (read.checksum !== entry.checksum) throw new Damage('A derivative is not what was kept.')
        return true
      })
      if (sound !== true) return undefined
      noteRead(entry.id)
      return read.bytes
    },
    async keep(derivative) {
      if (!keepable(derivative)) return false
      return derivative.bytes.length > SLICE_BYTES ? large.run(() => keepLarge(derivative)) : write([derivative]) === 1
    },
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
