import type { Database } from 'better-sqlite3'
import type { Outcome } from '../catalogue.js'
import type { WorkRecord } from '../model.js'
import type { Ledger } from './ledger.js'
import { relationsIn } from './relations.js'
import { sameRecord } from './rows.js'

type Stored = { published: number; record: string }
type Id = { id: string }

/** Whether a work is to be public: `keep` leaves it as it is, and a new one unpublished. */
export type Publication = 'publish' | 'keep' | 'withdraw'

/** Stores a work; its images come and go with it. Runs inside a transaction. */
export function workPutter(
  db: Database,
  ledger: Ledger,
): (work: WorkRecord, publication: Publication, at: string) => Outcome {
  const stored = db.prepare<[string], Stored>('SELECT published, record FROM works WHERE id = ?')
  const write = db.prepare(`
    INSERT INTO works (id, folded, museum, home, published, record, updated_at)
    VALUES (@id, @folded, @museum, (SELECT id FROM museums WHERE id = @museum), @published, @record, @at)
    ON CONFLICT (id) DO UPDATE SET museum = excluded.museum, home = excluded.home,
      published = excluded.published, record = excluded.record, updated_at = excluded.updated_at`)
  const imagesOf = imagesHangingIn(db)
  const relations = relationsIn(db)

  return (work, publication, at) => {
    const before = stored.get(work.id)
    const wasPublished = before?.published === 1
    const published = publication === 'publish' || (publication === 'keep' && wasPublished)
    const same = before !== undefined && sameRecord(before.record, work)
    if (same && published === wasPublished) return 'unchanged'
    const recordImages = ledger.watchImages(before && published !== wasPublished ? imagesOf(work.id) : [])
    const { id, museum = null } = work
    const around = relations.around(id)
    const record = JSON.stringify(work)
    write.run({ id, folded: id.toLowerCase(), museum, published: published ? 1 : 0, record, at })
    relations.put(work)
    ledger.record('work', id, at, { before: wasPublished, after: published, changed: true })
    if (published || wasPublished) ledger.touchWorks([...new Set([...around, ...relations.around(id)])], at)
    recordImages(at)
    return before ? 'updated' : 'created'
  }
}

/** Deletes a work and its views; images that hang nowhere else are no longer public. Runs inside a transaction. */
export function workDeleter(db: Database, ledger: Ledger): (id: string, at: string) => boolean {
  const relations = relationsIn(db)
  const remove = db.prepare('DELETE FROM works WHERE id = ?')
  const imagesOf = imagesHangingIn(db)

  return (id, at) => {
    const before = ledger.isVisible('work', id)
    const around = before ? relations.around(id) : []
    const recordImages = ledger.watchImages(imagesOf(id))
    if (remove.run(id).changes === 0) return false
    ledger.record('work', id, at, { before, after: false, changed: true })
    ledger.touchWorks(around, at)
    recordImages(at)
    return true
  }
}

const imagesHangingIn = (db: Database): ((work: string) => readonly string[]) => {
  const images = db.prepare<[string], Id>('SELECT DISTINCT image AS id FROM layers WHERE work = ? ORDER BY image')
  return work => images.all(work).map(({ id }) => id)
}
