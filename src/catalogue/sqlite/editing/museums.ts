import type { Database } from 'better-sqlite3'
import { DomainError } from '../../../errors.js'
import type { MuseumPlace } from '../../editing.js'
import type { Museum } from '../../model.js'
import type { Ledger } from '../ledger.js'
import type { museumPutter } from '../museums.js'
import type { Thing } from './editable.js'

/** Museums; works that name one stay when it goes, and are linked to it when it comes back. */
export function museumThing(
  db: Database,
  ledger: Ledger,
  putMuseum: ReturnType<typeof museumPutter>,
): Thing<MuseumPlace, Museum, Museum> {
  const stored = db.prepare<[string], string>('SELECT record FROM museums WHERE id = ?').pluck()
  const unlink = db.prepare('UPDATE works SET home = NULL WHERE home = ?')
  const remove = db.prepare('DELETE FROM museums WHERE id = ?')
  const read = (id: string): Museum | undefined => {
    const record = stored.get(id)
    return record === undefined ? undefined : (JSON.parse(record) as Museum)
  }
  return {
    kind: 'museum',
    placeOf: ({ museum }) => [museum],
    read: ({ museum }) => read(museum),
    write: (_where, museum, _before, at) => void putMuseum(museum, at),
    remove({ museum }, at) {
      const record = stored.get(museum) as string
      ledger.touchWorksOf(museum, at)
      unlink.run(museum)
      remove.run(museum)
      ledger.record('museum', museum, at, { before: true, after: false, changed: true })
      return record
    },
    restore([id = ''], content, at) {
      if (read(id))
        throw new DomainError('conflict', `There is a museum "${id}" again; delete that one first, or change it.`)
      putMuseum(JSON.parse(content) as Museum, at)
    },
  }
}
