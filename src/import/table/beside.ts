import { leavesAt, type Place, type Row } from './row.js'

/** Finds what is said beside a value by where that stands, such as `makers[1].name`; empty where it is nothing. */
export type TextBeside = (at: string) => string

/**
 * What another column says of the entries of a list in which the values of a column stand: of `makers[1].name`,
 * `makers[1].role` for the column `makers.role`. In rows without lists every column is beside every other.
 */
export function textsBeside(row: Row, column: string, beside: Place): TextBeside {
  const shared = sharedDepth(column.split('.'), beside.column.split('.'))
  const entry = (path: string): string => path.split('.').slice(0, shared).join('.')
  const texts = new Map<string, string>()
  for (const { path, text } of leavesAt(row, beside)) if (!texts.has(entry(path))) texts.set(entry(path), text)
  return at => (texts.get(entry(at)) ?? '').trim().normalize('NFC')
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

/** @returns whether all conditions hold for the value of a column that stands at a place */
export function conditionsOn(row: Row, column: string, conditions: readonly Condition[]): (at: string) => boolean {
  const beside = conditions.map(({ place, is }) => ({ is, textAt: textsBeside(row, column, place) }))
  return at => beside.every(({ is, textAt }) => is.has(folded(textAt(at))))
}
