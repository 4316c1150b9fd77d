import type { Database } from 'better-sqlite3'
import { DomainError } from '../../../errors.js'
import type { CatalogueEditor, Deletion } from '../../editing.js'

type Row = Omit<Deletion, 'place'> & { place: string }
type Kept = Readonly<{ deletion: Deletion; content: string }>

/** How long what was deleted is kept, and how much of it. */
export type DeletionBounds = Readonly<{ days: number; most: number }>

const DAY_MS = 86_400_000

/** What was deleted, for as long as it can be brought back. `keep` and `take` run inside a transaction. */
export interface Deletions extends Pick<CatalogueEditor, 'deletions'> {
  /** Keeps a thing that is being deleted, and forgets those that have been kept too long. */
  keep(deletion: Omit<Deletion, 'number'>, content: string): Deletion
  /** Takes a deletion out, since what it holds is being brought back. @throws DomainError `not-found` */
  take(number: number, at: string): Kept
}

export function deletionsIn(db: Database, { days, most }: DeletionBounds): Deletions {
  const columns = 'number, kind, place, at, "by"'
  const insert = db.prepare<unknown[], Row>(
    `INSERT INTO deletions (kind, place, at, "by", content) VALUES (?, ?, ?, ?, ?) RETURNING ${columns}`,
  )
  const forgetOld = db.prepare('DELETE FROM deletions WHERE at < ?')
  const forgetSurplus = db.prepare('DELETE FROM deletions WHERE number <= (SELECT max(number) FROM deletions) - ?')
  const remove = db.prepare<[number], Row & { content: string }>(
    `DELETE FROM deletions WHERE number = ? RETURNING ${columns}, content`,
  )
  const latest = db.prepare<[number, number], Row>(
    `SELECT ${columns} FROM deletions WHERE number < ? ORDER BY number DESC LIMIT ?`,
  )
  const forget = (at: string): void => {
    forgetOld.run(new Date(Date.parse(at) - days * DAY_MS).toISOString())
    forgetSurplus.run(most)
  }

  return {
    keep({ kind, place, at, by }, content) {
      const row = insert.get(kind, JSON.stringify(place), at, by, content) as Row
      forget(at)
      return deletionFrom(row)
    },
    take(number, at) {
      forget(at)
      const row = remove.get(number)
      if (!row)
        throw new DomainError(
          'not-found',
          `There is no deletion ${number} that could be undone: it has been undone already, or was kept for ${days} days.`,
        )
      return { deletion: deletionFrom(row), content: row.content }
    },
    deletions: async ({ before, limit }) => latest.all(before, limit).map(deletionFrom),
  }
}

const deletionFrom = ({ number, kind, place, at, by }: Row): Deletion => ({
  number,
  kind,
  place: JSON.parse(place) as string[],
  at,
  by,
})
