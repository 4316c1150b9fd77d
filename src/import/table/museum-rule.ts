import type { Remark } from '../remarks.js'
import type { Group } from './groups.js'
import type { Mapping } from './mapping.js'
import { placeOf, textAt } from './row.js'

/** Finds the code of the museum that holds a work. */
export type MuseumRule = (group: Group) => Readonly<{ museum?: string; remarks: readonly Remark[] }>

/** Longer cells hold no code; a pattern is not tried on them. */
const longest = 200

/** One code for all, a column that holds it, or a pattern that reads it from a column. */
export function museumRuleOf({ museum }: Mapping, header: readonly string[]): MuseumRule {
  const { column, pattern, code } = museum ?? {}
  if (column === undefined) return () => ({ remarks: [], ...(code !== undefined && { museum: code }) })
  const place = placeOf(column, header)
  const expression = new RegExp(pattern ?? '^.+$', 'u')
  const template = code ?? '$&'

  return ({ rows }) => {
    const [row] = rows
    const { line } = row
    const value = place ? textAt(row, place) : ''
    const [match] = (value.length <= longest && expression.exec(value)) || []
    if (match === undefined) return { remarks: [{ kind: 'no-museum', line, column, ...(value && { value }) }] }
    return { museum: match.replace(expression, template), remarks: [] }
  }
}
