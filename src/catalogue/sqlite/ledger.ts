import type { Database } from 'better-sqlite3'
import type { Kind } from '../model.js'
import { relationsIn } from './relations.js'
import { visible } from './visible.js'

/** What the public could see of one thing before a write, and after it. */
export type Change = Readonly<{ before: boolean; after: boolean; changed: boolean }>

/** The journal and the tombstones, kept by every write in its own transaction. */
export type Ledger = Readonly<{
  /** Journals a change as the public sees it: drafts are silent until they are published. */
  record(kind: Kind, id: string, at: string, change: Change): void
  /** Marks the works of a museum as changed, since their manifests name it. */
  touchWorksOf(museum: string, at: string): void
  /** Marks one work as changed, with the works around it where it is public; once at one moment. */
  touchWork(id: string, at: string): void
  /** Marks works as changed whose manifests show one that did. */
  touchWorks(ids: readonly string[], at: string): void
  isVisible(kind: 'work' | 'image', id: string): boolean
  /**
   * Looks at images before a write. @returns what journals, after it, those that became public or ceased to be, and the one
   * that itself was rewritten
   */
  watchImages(ids: readonly string[]): (at: string, rewritten?: string) => void
}>

export function ledgerOf(db: Database): Ledger {
  const append = db.prepare('INSERT INTO journal (at, verb, kind, id) VALUES (?, ?, ?, ?)')
  const bury = db.prepare('INSERT OR REPLACE INTO tombstones (kind, id, at) VALUES (?, ?, ?)')
  const unearth = db.prepare('DELETE FROM tombstones WHERE kind = ? AND id = ?')
  const stampWork = db.prepare('UPDATE works SET updated_at = @at WHERE id = @id AND updated_at <> @at')
  const stampWorks = db.prepare('UPDATE works SET updated_at = ? WHERE home = ?')
  const appendWorks = db.prepare(`
    INSERT INTO journal (at, verb, kind, id)
    SELECT ?, 'update', 'work', id FROM works WHERE home = ? AND ${visible.work} ORDER BY id`)
  const see = {
    work: db.prepare(`SELECT 1 FROM works WHERE id = ? AND ${visible.work}`),
    image: db.prepare(`SELECT 1 FROM images WHERE id = ? AND ${visible.image}`),
  }

  const { around } = relationsIn(db)

  const isVisible: Ledger['isVisible'] = (kind, id) => see[kind].get(id) !== undefined
  const touchWorks: Ledger['touchWorks'] = (ids, at) => {
    for (const id of ids)
      if (stampWork.run({ at, id }).changes > 0 && isVisible('work', id)) append.run(at, 'update', 'work', id)
  }
  const record: Ledger['record'] = (kind, id, at, { before, after, changed }) => {
    if (!before && after) {
      append.run(at, 'create', kind, id)
      unearth.run(kind, id)
    } else if (before && !after) {
      append.run(at, 'delete', kind, id)
      bury.run(kind, id, at)
    } else if (after && changed) append.run(at, 'update', kind, id)
  }
  return {
    isVisible,
    record,
    watchImages(ids) {
      const seen = new Map(ids.map(id => [id, isVisible('image', id)]))
      return (at, rewritten) => {
        for (const [id, before] of seen)
          record('image', id, at, { before, after: isVisible('image', id), changed: id === rewritten })
      }
    },
    touchWorksOf(museum, at) {
      stampWorks.run(at, museum)
      appendWorks.run(at, museum)
    },
    touchWork(id, at) {
      touchWorks([id, ...(isVisible('work', id) ? around(id) : [])], at)
    },
    touchWorks,
  }
}
