import type { Database } from 'better-sqlite3'
import type { Outcome } from '../catalogue.js'
import type { Museum } from '../model.js'
import type { Ledger } from './ledger.js'
import { sameRecord } from './rows.js'

/** Stores a museum and links the works that already name its code; runs inside a transaction. */
export function museumPutter(db: Database, ledger: Ledger): (museum: Museum, at: string) => Outcome {
  const stored = db.prepare<[string], { record: string }>('SELECT record FROM museums WHERE id = ?')
  const insert = db.prepare('INSERT INTO museums (record, updated_at, id) VALUES (?, ?, ?)')
  const update = db.prepare('UPDATE museums SET record = ?, updated_at = ? WHERE id = ?')
  const link = db.prepare('UPDATE works SET home = museum WHERE museum = ? AND home IS NULL')

  return (museum, at) => {
    const before = stored.get(museum.id)
    if (before && sameRecord(before.record, museum)) return 'unchanged'
    const write = before ? update : insert
    write.run(JSON.stringify(museum), at, museum.id)
    ledger.record('museum', museum.id, at, { before: before !== undefined, after: true, changed: true })
    if (!before) link.run(museum.id)
    ledger.touchWorksOf(museum.id, at)
    return before ? 'updated' : 'created'
  }
}
