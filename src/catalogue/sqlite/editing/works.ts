import { isDeepStrictEqual } from 'node:util'
import type { Database } from 'better-sqlite3'
import { DomainError } from '../../../errors.js'
import type { EditedWork, State, WorkInput, WorkPlace } from '../../editing.js'
import type { WorkRecord } from '../../model.js'
import type { Publication, workDeleter, workPutter } from '../works.js'
import type { Thing } from './editable.js'
import type { Hangings } from './hangings.js'
import { hungRows } from './hung-rows.js'

type Row = { published: number; record: string }

/** Works with their state; a deletion keeps their views and layers too. */
export function workThing(
  db: Database,
  hangings: Hangings,
  putWork: ReturnType<typeof workPutter>,
  deleteWork: ReturnType<typeof workDeleter>,
): Thing<WorkPlace, EditedWork, WorkInput> {
  const stored = db.prepare<[string], Row>('SELECT published, record FROM works WHERE id = ?')
  const rows = hungRows(db)
  const read = (id: string): EditedWork | undefined => {
    const row = stored.get(id)
    return row && { ...(JSON.parse(row.record) as WorkRecord), state: row.published === 1 ? 'published' : 'draft' }
  }
  return {
    kind: 'work',
    placeOf: ({ work }) => [work],
    read: ({ work }) => read(work),
    write(_where, { state, ...record }, before, at) {
      if (!isDeepStrictEqual(before?.loan, record.loan))
        throw new DomainError('refused', 'Expected "loan" as it is: a work is borrowed by importing its manifest.')
      putWork(record, state === undefined ? 'keep' : publication[state], at)
    },
    remove({ work }, at) {
      const { record, published } = stored.get(work) as Row
      const content = JSON.stringify({ record: JSON.parse(record), published: published === 1, hung: rows.of(work) })
      deleteWork(work, at)
      return content
    },
    restore([id = ''], content, at) {
      if (read(id))
        throw new DomainError('conflict', `There is a work "${id}" again; delete that one first, or change it.`)
      const { record, published, hung } = JSON.parse(content)
      putWork(record, published ? 'publish' : 'withdraw', at)
      hangings.change(id, rows.imagesIn(hung), at, () => rows.put(id, hung))
    },
  }
}

const publication: Readonly<Record<State, Publication>> = { published: 'publish', draft: 'withdraw' }
