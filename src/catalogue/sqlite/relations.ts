import type { Database } from 'better-sqlite3'
import { mostRelatives } from '../../config.js'
import type { Work, WorkInFull, WorkRecord } from '../model.js'

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

type Kin = Readonly<{ kind: 'whole' | 'part' | 'related'; id: string }>

/** A published work with the published works around it: one statement finds these, the others read them all at once. */
export function workInFullReader(
  db: Database,
  worksOf: (ids: readonly string[]) => readonly Work[],
): (work: string) => WorkInFull | undefined {
  const kin = db.prepare<{ work: string; most: number }, Kin>(`
    SELECT 'whole' AS kind, other AS id FROM relations WHERE work = @work AND kind = 'part'
    UNION ALL SELECT 'part', id FROM (
      SELECT works.id FROM relations JOIN works ON works.id = relations.work
      WHERE other = @work AND kind = 'part' AND published = 1 ORDER BY position IS NULL, position, works.id LIMIT @most)
    UNION ALL SELECT 'related', id FROM (
      -- In the order of its own list, then those that name it
      SELECT works.id FROM (
        SELECT other AS id, position AS place FROM relations WHERE work = @work AND kind = 'related'
        UNION ALL SELECT work, 9e9 FROM relations WHERE other = @work AND kind = 'related') AS named
      JOIN works ON works.id = named.id
      WHERE published = 1 GROUP BY works.id ORDER BY min(place), works.id LIMIT @most)`)

  return id => {
    const around = kin.all({ work: id, most: mostRelatives })
    const works = new Map(worksOf([...new Set([id, ...around.map(each => each.id)])]).map(each => [each.id, each]))
    const work = works.get(id)
    if (!work) return undefined
    const of = (kind: Kin['kind']) =>
      around.filter(each => each.kind === kind).flatMap(each => works.get(each.id) ?? [])
    const [whole] = of('whole')
    return { work, relatives: { ...(whole && { whole }), parts: of('part'), related: of('related') } }
  }
}
