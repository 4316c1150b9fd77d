import { leavesAt, type Place, type Row } from './row.js'

/**
 * What another column says of the entry of a list in which a value stands: of `makers[1].name`, `makers[1].role` for the
 * column `makers.role`. In rows without lists every column is beside every other.
 * @param at where the value stands, such as `makers[1].name`
 */
export function textBeside(row: Row, at: string, column: string, beside: Place): string {
  const shared = sharedDepth(column.split('.'), beside.column.split('.'))
  const entry = (path: string): string => path.split('.').slice(0, shared).join('.')
  const found = leavesAt(row, beside).find(({ path }) => entry(path) === entry(at))
  return (found?.text ?? '').trim().normalize('NFC')
}

/** How many steps two paths have in common. */
function sharedDepth(one: readonly string[], other: readonly string[]): number {
  const parted = one.findIndex((step, at) => bare(step) !== bare(other[at]))
  return parted === -1 ? one.length : parted
}

const bare = (step = ''): string => step.replace(/(?:\[\d+\])+$/, '')

/** A condition on the entry of a value: another column holds one of these, case apart; an empty text means nothing. */
export type Condition = Readonly<{ place: Place; is: ReadonlySet<string> }>

export const folded = (text: string): string => text.trim().normalize('NFC').toLowerCase()

export const holdsAll = (conditions: readonly Condition[], row: Row, at: string, column: string): boolean =>
  conditions.every(({ place, is }) => is.has(folded(textBeside(row, at, column, place))))
