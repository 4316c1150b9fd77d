import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { DeletableKind, Edit, Editable, Expected, Held, Stale } from '../../editing.js'
import type { Transact } from '../transaction.js'
import type { Deletions } from './deletions.js'

/** How one kind of thing is read and written inside a transaction; what guards it is the same for all. */
export type Thing<Where, Value, Input> = Readonly<{
  kind: DeletableKind
  /** Its id, or its work's id and what follows it. */
  placeOf(where: Where): readonly string[]
  read(where: Where): Value | undefined
  write(where: Where, input: Input, before: Value | undefined, at: string, edit: Edit): void
  /** @returns all that `restore` needs, as JSON */
  remove(where: Where, at: string): string
  /** @throws DomainError `conflict` where something stands there, `not-found` where it has no place any more */
  restore(place: readonly string[], content: string, at: string, by: string): void
}>

/** Reads and writes things of one kind, looking at what is expected and writing in one transaction. */
export function editableOf<Where, Value, Input>(
  thing: Thing<Where, Value, Input>,
  db: Database,
  transact: Transact,
  deletions: Deletions,
): Editable<Where, Value, Input> {
  return {
    ...writableOf(thing, db, transact),
    remove: async (where, edit) =>
      guarded(
        transact,
        () => heldOf(thing.read(where)),
        edit,
        at => {
          const content = thing.remove(where, at)
          const { kind } = thing
          const deletion = deletions.keep({ kind, place: thing.placeOf(where), at, by: edit.by }, content)
          return { outcome: 'deleted', deletion } as const
        },
      ),
  }
}

/** The same for what cannot be taken away. */
export const writableOf = <Where, Value, Input>(
  { read, write }: Pick<Thing<Where, Value, Input>, 'read' | 'write'>,
  db: Database,
  transact: Transact,
): Pick<Editable<Where, Value, Input>, 'get' | 'put'> => ({
  get: async where => heldOf(db.transaction(() => read(where))()),
  put: async (where, input, edit) =>
    guarded(
      transact,
      () => heldOf(read(where)),
      edit,
      (at, before) => {
        write(where, input, before?.value, at, edit)
        const held = heldOf(read(where)) as Held<Value>
        const outcome = !before ? 'created' : before.revision === held.revision ? 'unchanged' : 'updated'
        return { outcome, held } as const
      },
    ),
})

function guarded<Value, Result>(
  transact: Transact,
  read: () => Held<Value> | undefined,
  { by, expected }: Edit,
  write: (at: string, before: Held<Value> | undefined) => Result,
): Result | Stale<Value> {
  return transact<Result | Stale<Value>>(
    true,
    at => {
      const before = read()
      return holds(expected, before) ? write(at, before) : { outcome: 'stale', held: before }
    },
    by,
  )
}

const holds = (expected: Expected, held: Held<unknown> | undefined): boolean =>
  expected === 'absent' ? held === undefined : held !== undefined && expected.includes(held.revision)

const heldOf = <Value>(value: Value | undefined): Held<Value> | undefined =>
  value === undefined ? undefined : { value, revision: revisionOf(value) }

const revisionOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 27)
