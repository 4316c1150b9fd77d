import type { Database } from 'better-sqlite3'
import { mostRelatives } from '../../config.js'
import type { Relatives, Work, WorkRecord } from '../model.js'

type Id = { id: string }

/** The relations that records state, kept with them by every write. */
export type Relations = Readonly<{
  /** Works that name a work, or that it names, drafts included: their manifests may show it. */
  around(work: string): readonly string[]
  put(work: WorkRecord): void
}>

export function relationsIn(db: Database): Relations {
  const around = db.prepare<{ work: string }, Id>(`
    SELECT other AS id FROM relations WHERE work = @work UNION SELECT work FROM relations WHERE other = @work
    ORDER BY 1`)
  const clear = db.prepare('DELETE FROM relations WHERE work = ?')
  const add = db.prepare('INSERT OR IGNORE INTO relations (work, kind, other, position) VALUES (?, ?, ?, ?)')

  return {
    around: work => around.all({ work }).map(({ id }) => id),
    put({ id, partOf, related = [] }) {
      clear.run(id)
      if (partOf && partOf.work !== id) add.run(id, 'part', partOf.work, partOf.position ?? null)
      for (const [index, other] of related.entries()) if (other !== id) add.run(id, 'related', other, index)
    },
  }
}

/** Published relatives of a work, three statements and those that read the works. */
export function relativesReader(
  db: Database,
  worksOf: (ids: readonly string[]) => readonly Work[],
): (work: string) => Relatives {
  const whole = db.prepare<[string], Id>("SELECT other AS id FROM relations WHERE work = ? AND kind = 'part'")
  const parts = db.prepare<[string, number], Id>(`
    SELECT works.id FROM relations JOIN works ON works.id = relations.work
    WHERE other = ? AND kind = 'part' AND published = 1 ORDER BY position IS NULL, position, works.id LIMIT ?`)
  // In the order of its own list, then those that name it
  const related = db.prepare<{ work: string; most: number }, Id>(`
    SELECT works.id FROM (
      SELECT other AS id, position AS place FROM relations WHERE work = @work AND kind = 'related'
      UNION ALL SELECT work, 9e9 FROM relations WHERE other = @work AND kind = 'related') AS named
    JOIN works ON works.id = named.id
    WHERE published = 1 GROUP BY works.id ORDER BY min(place), works.id LIMIT @most`)

  return work => {
    const of = (ids: readonly Id[]): readonly Work[] => (ids.length > 0 ? worksOf(ids.map(({ id }) => id)) : [])
    const [above] = of(whole.all(work))
    return {
      ...(above && { whole: above }),
      parts: of(parts.all(work, mostRelatives)),
      related: of(related.all({ work, most: mostRelatives })),
    }
  }
}
