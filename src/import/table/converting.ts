import type { Notice } from '../../catalogue/model.js'
import type { Converted, Remark } from '../remarks.js'
import type { Value } from './applying.js'
import { conditionsOn, textsBeside } from './beside.js'
import type { Group } from './groups.js'
import type { Plan, Source, Target } from './plan.js'
import { leavesAt, type Place, type Row, textAt } from './row.js'
import { transforms } from './transforms.js'

/**
 * Reads the rows of one id into a record: pure, so that a dry run and an import cannot differ.
 * @param begin the record before its fields are filled
 */
export function convert<Draft>(
  { id, rows }: Group,
  plan: Plan<Draft>,
  begin: (id: string, notice: Notice['fields']) => Draft,
): Converted<Draft> {
  const { line } = rows[0]
  const count = rows.length
  if (id === undefined) return { line, rows: count, remarks: [idRemark(rows[0], plan)] }
  const overlong = rows.find(({ cells }) => cells.slice(plan.header.length).some(cell => cell.trim() !== ''))
  if (overlong) return { line, rows: count, remarks: [{ kind: 'too-many-cells', line: overlong.line, value: id }] }

  let draft = begin(id, noticeFields(rows, plan.header, plan.noticed))
  const remarks: Remark[] = []
  for (const target of plan.targets) {
    const values = valuesOf(rows, target)
    if (values.length === 0) continue
    const applied = target.field.apply(draft, values, target.language)
    draft = applied.draft
    remarks.push(...applied.objections.map(({ kind, value }) => remarkOn(kind, value)))
  }
  return { record: draft, line, rows: count, remarks }
}

/** Ids become parts of addresses: what a path cannot hold is no id. @returns undefined where a row has none */
export function idFrom(row: Row, place: Place, padTo = 0): string | undefined {
  const text = textAt(row, place)
  const id = text === '' ? '' : padded(text, padTo)
  return id.length >= 1 && id.length <= 200 && !/\p{C}|^\.{1,2}$/u.test(id) ? id : undefined
}

/** Spreadsheets take the zeros away that ids begin with. */
const padded = (id: string, padTo = 0): string => id.padStart(padTo, '0')

function idRemark<Draft>(row: Row, { id }: Plan<Draft>): Remark {
  const value = textAt(row, id)
  return { kind: value ? 'bad-id' : 'no-id', line: row.line, column: id.column, ...(value && { value }) }
}

const remarkOn = (kind: Remark['kind'], { text, line, column }: Value): Remark =>
  column === '' ? { kind, line, value: text } : { kind, line, column, value: text }

/** The distinct values of one target, over all rows; its constant where there are none. */
function valuesOf<Draft>(rows: Group['rows'], { sources, constant }: Target<Draft>): readonly Value[] {
  const values = new Map<string, Value>()
  for (const source of sources) {
    for (const row of rows) {
      const holds = conditionsOn(row, source.column, source.where ?? [])
      const roleAt = source.role && rolesBeside(row, source.column, source.role)
      for (const { path, text: cell } of leavesAt(row, source)) {
        if (!holds(path)) continue
        const role = roleAt?.(path)
        for (const text of partsOf(cell, source)) {
          const key = role ? JSON.stringify([text, role.text]) : text
          if (values.has(key)) continue
          const reading = transforms[source.transform](text)
          values.set(key, { text, reading, line: row.line, column: path, ...(role && { role }) })
        }
      }
    }
  }
  if (values.size > 0 || constant === undefined) return [...values.values()]
  return [{ text: constant, reading: { words: constant }, line: rows[0].line, column: '' }]
}

function rolesBeside(row: Row, column: string, place: NonNullable<Source['role']>): (at: string) => Value['role'] {
  const textAt = textsBeside(row, column, place)
  return at => {
    const text = textAt(at)
    return text === '' ? undefined : { text, language: place.language }
  }
}

const partsOf = (cell: string, { separator, padTo }: Source): readonly string[] =>
  (separator === undefined ? [cell] : cell.split(separator))
    .map(part => part.trim().normalize('NFC'))
    .filter(part => part !== '')
    .map(part => padded(part, padTo))

/** Every value that says something, verbatim and row by row; of rows that are alike in all, one. */
export function noticeFields(
  rows: Group['rows'],
  header: readonly string[],
  columns: readonly number[] = [...header.keys()],
): Notice['fields'] {
  const fieldsOf = (row: Row): Notice['fields'] =>
    columns
      .filter(index => row.cells[index]?.trim())
      .flatMap(index => leavesAt(row, { index, column: header[index] ?? '' }))
      .map(({ path, text }) => [path, text] as const)
  const [only, ...further] = rows
  if (further.length === 0) return fieldsOf(only)
  return [...new Map(rows.map(fieldsOf).map(fields => [JSON.stringify(fields), fields])).values()].flat()
}
