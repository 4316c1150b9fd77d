import { DomainError } from '../../errors.js'
import type { Row } from './row.js'

/** The rows of one id, in the order of the file; a row without an id stands alone. */
export type Group<Content = Row> = Readonly<{ id: string | undefined; rows: readonly [Content, ...Content[]] }>

export type Survey = Readonly<{
  rows: number
  /** How often an id occurs, of those that occur more than once. */
  repeats: ReadonlyMap<string, number>
  /** How many cells of each column hold something. */
  filled: readonly number[]
}>

/** Rows held back at most, waiting for further rows of their id. */
const patience = 200_000

type IdOf = (row: Row) => string | undefined

/** Reads a table to its end, so that a malformed file is refused before anything is written. */
export async function survey(rows: AsyncIterable<Row>, columns: number, idOf: IdOf): Promise<Survey> {
  const seen = new Set<string>()
  const repeats = new Map<string, number>()
  const filled = Array.from({ length: columns }, () => 0)
  let total = 0
  for await (const row of rows) {
    total += 1
    for (let column = 0; column < columns; column += 1) {
      if (row.cells[column]?.trim()) filled[column] = (filled[column] ?? 0) + 1
    }
    const id = idOf(row)
    if (id === undefined) continue
    if (seen.has(id)) repeats.set(id, (repeats.get(id) ?? 1) + 1)
    else seen.add(id)
  }
  return { rows: total, repeats, filled }
}

/** Brings the rows of each id together, wherever they stand; only rows of repeated ids are held back. */
export async function* groupRows<Content = Row>(
  rows: AsyncIterable<Content>,
  repeats: Survey['repeats'],
  idOf: (row: Content) => string | undefined,
): AsyncGenerator<Group<Content>> {
  const waiting = new Map<string, [Content, ...Content[]]>()
  let held = 0
  for await (const row of rows) {
    const id = idOf(row)
    const expected = id === undefined ? undefined : repeats.get(id)
    if (id === undefined || expected === undefined) {
      yield { id, rows: [row] }
      continue
    }
    const known = waiting.get(id)
    const group: [Content, ...Content[]] = known ?? [row]
    if (known) known.push(row)
    else waiting.set(id, group)
    held += 1
    if (held > patience) throw tooScattered()
    if (group.length < expected) continue
    waiting.delete(id)
    held -= group.length
    yield { id, rows: group }
  }
  for (const [id, rest] of waiting) yield { id, rows: rest }
}

const tooScattered = (): DomainError =>
  new DomainError('too-large', `More than ${patience} rows wait for others of their id; sort the file by its id first.`)
