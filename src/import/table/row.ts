import { basename } from 'node:path'
import { DomainError } from '../../errors.js'

/** Bounds of a file; beyond them it is refused. */
export const limits = {
  recordCharacters: 1_048_576,
  jsonRecordCharacters: 8_388_608,
  columns: 1000,
  /** Different paths of a JSON file; what lies beyond is kept in one last column. */
  paths: 2000,
  nesting: 64,
} as const

/** One value of a JSON record, with the path where it stands, such as `makers[1].name`. */
export type Leaf = Readonly<{ path: string; text: string }>

/** One row; `line` is where it begins, the header being line 1. */
export type Row = Readonly<{
  line: number
  /** One text a column, the first where there are several. */
  cells: readonly string[]
  /** All values of the columns that hold lists, by their index. */
  lists?: ReadonlyMap<number, readonly Leaf[]>
}>

export type Table = Readonly<{ header: readonly string[]; rows: AsyncGenerator<Row> }>

/** A column as a mapping names it: `makers.name` is all makers, `makers[0].name` the first alone. */
export type Place = Readonly<{ index: number; column: string; only?: RegExp }>

/** @returns undefined where the header has no such column */
export function placeOf(name: string, header: readonly string[]): Place | undefined {
  const column = name.normalize('NFC')
  const index = header.indexOf(column)
  if (index !== -1) return { index, column }
  const open = header.indexOf(column.replace(/\[\d+\]/g, ''))
  return open === -1 || !/\[\d+\]/.test(column) ? undefined : { index: open, column, only: pathsAt(column) }
}

const further = '(?:\\[\\d+\\])*'
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

const pathsAt = (column: string): RegExp =>
  new RegExp(
    `^${column
      .split('.')
      .map(part => escaped(part) + further)
      .join('\\.')}$`,
    'u',
  )

/** What a row holds at a place: one value, or as many as a list has. */
export function leavesAt(row: Row, { index, column, only }: Place): readonly Leaf[] {
  const list = row.lists?.get(index)
  if (list) return only ? list.filter(({ path }) => only.test(path)) : list
  return only ? [] : [{ path: column, text: row.cells[index] ?? '' }]
}

/** The first value that a row holds at a place. */
export const textAt = (row: Row, place: Place): string => (leavesAt(row, place)[0]?.text ?? '').trim().normalize('NFC')

/** The names of columns; those without one are numbered. @throws DomainError where two are the same */
export function headerFrom(cells: readonly string[], path: string): readonly string[] {
  const names = cells.map((cell, index) => cell.trim().normalize('NFC') || `column ${index + 1}`)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined)
    throw new DomainError(
      'refused',
      `Expected columns of different names in ${basename(path)} but "${twice}" is twice.`,
    )
  if (names.length > limits.columns)
    throw new DomainError('too-large', `Expected at most ${limits.columns} columns but received ${names.length}.`)
  return names
}
