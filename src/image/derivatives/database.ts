import { statSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import Database from 'better-sqlite3'
import { pragmas, schema, VERSION } from './schema.js'

/** An image to be kept, under its own key and that of its image's version. */
export type Derivative = Readonly<{ key: Buffer; image: Buffer; bytes: Buffer }>

/** What is known of a derivative before its bytes are read. */
export type Entry = Readonly<{ id: number; bytes: number; checksum: number }>

/** How many are new, how many were dropped, and whether the file can come nearer to its budget. */
export type Kept = Readonly<{ added: number; dropped: number; more: boolean }>

/** How far a large one has come: its first `slices` are written; `dropped` as `Kept` says, for the last of them. */
export type Progress = Readonly<{ id: number; slices: number; checksum: number; dropped: number; finished: boolean }>

/** The file of derivatives; any call may throw SQLite's own errors, and `Damage`. */
export interface DerivativeDatabase {
  find(key: Buffer): Entry | undefined
  /** Each slice is one short read; undefined where the entry was dropped meanwhile. */
  slice(entry: Entry, number: number): Buffer | undefined
  /**
   * One transaction: all are there afterwards, or none. Before, it makes room within a budget of bytes by dropping what
   * was used longest ago, though no more than a bounded number. `used` are entries that were read.
   */
  keep(derivatives: readonly Derivative[], used: Iterable<number>, budget: number): Kept
  /**
   * Keeps the next slice of a large one in a short transaction of its own, making room for it as `keep` does. Nobody
   * finds it before its last; one that is never finished goes when its key is kept again, or as others go.
   * @returns undefined where it is there already, or is dropped before it is finished
   */
  keepSlice(derivative: Derivative, budget: number, before?: Progress): Progress | undefined
  forget(image: Buffer): void
  /** Whether the file still stands where it was opened. */
  isInPlace(): boolean
  close(): void
}

/** The file is not what this program wrote. */
export class Damage extends Error {}

/** So much is read or written at a time while the server does nothing else, bytes. */
export const SLICE_BYTES = 512 * 1024

/** How long to wait for another process, ms: while opening, and then on the way of a visitor. */
const patience = { opening: 5000, working: 5 }

const DROPPED_AT_ONCE = 64
/** Free pages are given back when there are so many, so many at a time: a store that is full reuses them instead. */
const FREE_PAGES = { kept: 512, returned: 512 }

/** What an entry takes beside the pages of its bytes: its share of tables and indexes. */
const ENTRY_BYTES = 512

/** In place of a checksum, which is never negative. */
const UNFINISHED = -1

export const checksumOf = (key: Buffer, bytes: Buffer): number => crc32(bytes, crc32(key))

export function openDatabase(path: string): DerivativeDatabase {
  const db = new Database(path, { timeout: patience.opening })
  try {
    for (const pragma of pragmas) db.pragma(pragma)
    db.transaction(() => prepareSchema(db)).immediate()
    db.pragma(`busy_timeout = ${patience.working}`)
    const { ino } = statSync(path)
    return { ...vocabulary(db), isInPlace: () => statSync(path, { throwIfNoEntry: false })?.ino === ino }
  } catch (error) {
    db.close()
    throw error
  }
}

function prepareSchema(db: Database.Database): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  const empty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
  if (version === VERSION) return
  if (version !== 0 || !empty) throw new Damage(`Expected version ${VERSION} but found ${version}.`)
  db.exec(schema)
  db.pragma(`user_version = ${VERSION}`)
}

function vocabulary(db: Database.Database): Omit<DerivativeDatabase, 'isInPlace'> {
  const find = db.prepare<[Buffer], Entry>('SELECT id, bytes, checksum FROM derivative WHERE key = ? AND checksum >= 0')
  const slice = db
    .prepare<[number, number], Buffer>('SELECT bytes FROM slice WHERE derivative = ? AND number = ?')
    .pluck()
  const clock = db.prepare<[], number>('SELECT coalesce(max(used), 0) + 1 FROM derivative').pluck()
  const insert = db.prepare<[Buffer, Buffer, number, number, number]>(
    'INSERT INTO derivative (key, image, bytes, checksum, used) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING',
  )
  const insertSlice = db.prepare<[number | bigint, number, Buffer]>('INSERT INTO slice VALUES (?, ?, ?)')
  const unfinished = db
    .prepare<[Buffer], number>(`SELECT id FROM derivative WHERE key = ? AND checksum = ${UNFINISHED}`)
    .pluck()
  const finish = db.prepare<[number, number]>('UPDATE derivative SET checksum = ? WHERE id = ?')
  const touch = db.prepare<[number, number]>('UPDATE derivative SET used = ? WHERE id = ?')
  const oldest = db.prepare<[], number>('SELECT id FROM derivative ORDER BY used, id LIMIT 1').pluck()
  const ofImage = db.prepare<[Buffer], number>('SELECT id FROM derivative WHERE image = ?').pluck()
  const dropSlices = db.prepare<[number]>('DELETE FROM slice WHERE derivative = ?')
  const dropEntry = db.prepare<[number]>('DELETE FROM derivative WHERE id = ?')

  const pageSize = Number(db.pragma('page_size', { simple: true }))
  // Asked at every write, so not prepared each time
  const pages = db.prepare<[], number>('PRAGMA page_count').pluck()
  const freePages = db.prepare<[], number>('PRAGMA freelist_count').pluck()
  const counted = (statement: typeof pages): number => statement.get() ?? 0
  const occupied = () => (counted(pages) - counted(freePages)) * pageSize
  const drop = (id: number): void => {
    dropSlices.run(id)
    dropEntry.run(id)
  }
  /** @returns its id, undefined where the key is there already */
  const enter = ({ key, image, bytes }: Derivative, checksum: number, now: number): number | undefined => {
    const left = unfinished.get(key)
    if (left !== undefined) drop(left)
    const { changes, lastInsertRowid } = insert.run(key, image, bytes.length, checksum, now)
    return changes === 0 ? undefined : Number(lastInsertRowid)
  }
  const add = (derivative: Derivative, now: number): boolean => {
    const { key, bytes } = derivative
    const id = enter(derivative, checksumOf(key, bytes), now)
    if (id === undefined) return false
    for (let number = 0; number === 0 || number * SLICE_BYTES < bytes.length; number += 1)
      insertSlice.run(id, number, sliceOf(bytes, number))
    return true
  }
  const begin = (derivative: Derivative): Progress | undefined => {
    const id = enter(derivative, UNFINISHED, clock.get() ?? 1)
    return id === undefined
      ? undefined
      : { id, slices: 0, checksum: crc32(derivative.key), dropped: 0, finished: false }
  }

  const makeRoom = (allowed: number): number => {
    let dropped = 0
    for (; dropped < DROPPED_AT_ONCE && occupied() > allowed; dropped += 1) {
      const id = oldest.get()
      if (id === undefined) break
      drop(id)
    }
    if (counted(freePages) > FREE_PAGES.kept) db.pragma(`incremental_vacuum(${FREE_PAGES.returned})`)
    return dropped
  }

  return {
    find: key => find.get(key),
    slice: ({ id }, number) => slice.get(id, number),
    keep: db.transaction((derivatives: readonly Derivative[], used: Iterable<number>, budget: number) => {
      const now = clock.get() ?? 1
      for (const id of used) touch.run(now, id)
      const before = counted(pages)
      const dropped = makeRoom(budget - room(derivatives, pageSize))
      const added = derivatives.filter(derivative => add(derivative, now)).length
      const nearer = dropped > 0 || counted(pages) < before
      return { added, dropped, more: nearer && (occupied() > budget || counted(freePages) > FREE_PAGES.kept) }
    }).immediate,
    keepSlice: db.transaction((derivative: Derivative, budget: number, before = begin(derivative)) => {
      const { key, bytes } = derivative
      if (!before) return undefined
      const { id, slices } = before
      const slice = sliceOf(bytes, slices)
      const dropped = makeRoom(budget - room([{ bytes: slice }], pageSize))
      if (unfinished.get(key) !== id) return undefined
      insertSlice.run(id, slices, slice)
      const checksum = crc32(slice, before.checksum)
      const finished = (slices + 1) * SLICE_BYTES >= bytes.length
      if (finished) finish.run(checksum, id)
      return { id, slices: slices + 1, checksum, dropped, finished }
    }).immediate,
    forget: db.transaction((image: Buffer) => {
      for (const id of ofImage.all(image)) drop(id)
    }).immediate,
    close: () => db.close(),
  }
}

const sliceOf = (bytes: Buffer, number: number): Buffer =>
  bytes.subarray(number * SLICE_BYTES, (number + 1) * SLICE_BYTES)

const room = (derivatives: readonly Pick<Derivative, 'bytes'>[], page: number): number =>
  derivatives.reduce((sum, { bytes }) => sum + Math.ceil(bytes.length / page) * page + ENTRY_BYTES, 0)
