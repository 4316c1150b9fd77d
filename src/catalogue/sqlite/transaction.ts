import Database from 'better-sqlite3'
import { DomainError } from '../../errors.js'

/**
 * Runs a write as one transaction. `at` is its moment; `keep: false` runs everything and rolls it back; `by` signs what it
 * writes in the journal.
 */
export type Transact = <Result>(keep: boolean, write: (at: string) => Result, by?: string) => Result

/**
 * Moments strictly increase from one transaction to the next, even where the clock stands or steps back,
 * so that the journal's order is the order of its dates and `updatedAt` names a version.
 */
export function transactions(db: Database.Database, clock: () => Date): Transact {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const last = db.prepare<[], { seq: number; at: string }>('SELECT seq, at FROM journal ORDER BY seq DESC LIMIT 1')
  const sign = db.prepare('UPDATE journal SET "by" = ? WHERE seq > ?')

  return (keep, write, by) => {
    start(begin)
    try {
      const before = last.get()
      const result = write(momentAfter(before?.at, clock()))
      if (by !== undefined) sign.run(by, before?.seq ?? 0)
      if (keep) commit.run()
      return result
    } finally {
      if (db.inTransaction) rollback.run()
    }
  }
}

export function momentAfter(last: string | undefined, now: Date): string {
  const earliest = last === undefined ? now.getTime() : Date.parse(last) + 1
  return new Date(Math.max(now.getTime(), earliest)).toISOString()
}

/**
 * The moment of a version that follows one of `before`. HTTP compares dates by whole seconds (RFC 9110 §8.8.2), so each
 * version has a second of its own.
 */
export function secondAfter(before: string, at: string): string {
  const next = (Math.floor(Date.parse(before) / 1000) + 1) * 1000
  return new Date(Math.max(next, Date.parse(at))).toISOString()
}

function start(begin: Database.Statement): void {
  try {
    begin.run()
  } catch (cause) {
    if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY'))
      throw new DomainError('busy', 'Another process is writing to the catalogue; try again in a moment.', { cause })
    throw cause
  }
}
