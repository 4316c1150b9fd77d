import { DomainError } from '../../../errors.js'
import type { Row } from '../row.js'
import { type Spelling, spelled } from './numbers.js'
import { openText, unescaped } from './strings.js'
import { parsing } from './xml.js'

/** What cells refer to. */
export type Book = Readonly<{
  strings: readonly string[]
  /** By the style that a cell names. */
  spellings: readonly Spelling[]
  epoch1904: boolean
  merges: Merges
}>

/** Merged cells over several rows, by the row where they begin: their first column, and the last row, from 1. */
export type Merges = ReadonlyMap<number, readonly Readonly<{ column: number; last: number }>[]>

/** Bounds of a sheet, which are those of spreadsheet programs. */
const limits = { rows: 1_048_576, columns: 16_384, merges: 200_000 } as const

type Attributes = Readonly<Record<string, string>>

/** Streams the rows of a sheet that hold something, hidden ones too; `line` is the row's number in the sheet. */
export async function* sheetRows(bytes: AsyncIterable<Buffer>, book: Book, part: string): AsyncGenerator<Row> {
  const reader = openReader(book)
  for await (const _ of parsing(bytes, reader, part)) {
    for (const row of reader.take()) yield row
  }
}

/** A cell that spans rows is said once and means them all. */
function openFilling(merges: Merges) {
  const spans = new Map<number, { text: string; last: number }>()
  let header: number | undefined
  return (line: number, cells: string[]): void => {
    for (const [column, { text, last }] of spans) {
      if (last < line) spans.delete(column)
      else if ((cells[column] ?? '') === '') cells[column] = text
    }
    if (header === undefined && cells.some(cell => cell !== '')) header = line
    if (header === undefined || header === line) return
    for (const { column, last } of merges.get(line) ?? []) spans.set(column, { text: cells[column] ?? '', last })
  }
}

function openReader({ strings, spellings, epoch1904, merges }: Book) {
  const rich = openText()
  const fill = openFilling(merges)
  let ready: Row[] = []
  let cells: string[] = []
  let [line, column] = [0, -1]
  let cell: { type: string; style: number; value: string | undefined; formula: boolean } | undefined
  let inValue = false

  const textOf = ({ type, style, value, formula }: NonNullable<typeof cell>): string => {
    if (value === undefined && type !== 'inlineStr') {
      if (formula) throw noResult(line, column)
      return ''
    }
    const raw = value ?? ''
    if (type === 's') return strings[Number(raw)] ?? ''
    if (type === 'inlineStr') return rich.take()
    if (type === 'b') return raw.trim() === '1' ? 'true' : 'false'
    if (type === 'd') return raw.replace(/T00:00:00(\.0+)?Z?$/, '')
    if (type === 'str' || type === 'e') return unescaped(raw)
    return spelled(raw, spellings[style] ?? 'number', epoch1904)
  }

  return {
    open(name: string, attributes: Attributes): void {
      if (name === 'row') {
        line = attributes.r === undefined ? line + 1 : Number(attributes.r)
        if (!(line >= 1 && line <= limits.rows)) throw tooLarge(`row ${attributes.r}`)
        cells = []
        column = -1
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
        if (!(column >= 0 && column < limits.columns)) throw tooLarge(`column ${attributes.r ?? column}`)
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: undefined, formula: false }
      } else if (cell && name === 'v') {
        inValue = true
        cell.value = ''
      } else if (cell && name === 'f') cell.formula = true
      else if (cell) rich.open(name)
    },
    text(text: string): void {
      if (!cell) return
      if (inValue) cell.value += text
      else rich.text(text)
    },
    close(name: string): void {
      if (name === 'v') inValue = false
      else if (name === 'c' && cell) {
        while (cells.length < column) cells.push('')
        cells[column] = textOf(cell)
        cell = undefined
      } else if (name === 'row') {
        fill(line, cells)
        for (let at = 0; at < cells.length; at += 1) cells[at] ??= ''
        while (cells.length > 0 && cells.at(-1)?.trim() === '') cells.pop()
        if (cells.length > 0) ready.push({ line, cells })
      } else if (cell) rich.close(name)
    },
    take(): readonly Row[] {
      const rows = ready
      ready = []
      return rows
    },
  }
}

/** `B7` is column 1. */
export const columnOf = (reference: string): number =>
  [...(/^\$?([A-Za-z]{1,3})\$?\d+$/.exec(reference)?.[1] ?? '').toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  ) - 1

/** Merged cells stand after the rows that they concern, so they are looked for first; in texts `<` is escaped. */
export async function mergesIn(bytes: AsyncIterable<Buffer>): Promise<Merges> {
  const merges = new Map<number, { column: number; last: number }[]>()
  let rest = ''
  let count = 0
  for await (const chunk of bytes) {
    const text = rest + chunk.toString('latin1')
    for (const [, first = '', last = ''] of text.matchAll(
      /<(?:\w+:)?mergeCell\s[^<>]*?ref=["']([A-Z]+\d+):([A-Z]+\d+)["']/g,
    )) {
      const [from, to] = [rowOf(first), rowOf(last)]
      if (from >= to) continue
      count += 1
      if (count > limits.merges) throw tooLarge('merged cells')
      const known = merges.get(from)
      const merge = { column: columnOf(first), last: to }
      if (known) known.push(merge)
      else merges.set(from, [merge])
    }
    const begun = text.lastIndexOf('<')
    rest = begun === -1 || text.indexOf('>', begun) !== -1 ? '' : text.slice(begun, begun + 500)
  }
  return merges
}

const rowOf = (reference: string): number => Number(/\d+$/.exec(reference)?.[0])

function noResult(line: number, column: number): DomainError {
  const place = `row ${line}, column ${column + 1}`
  const sentence = `The spreadsheet holds a formula without its result in ${place}; open it in a spreadsheet program`
  return new DomainError('refused', `${sentence} and save it again. Nothing was imported.`)
}

const tooLarge = (what: string): DomainError =>
  new DomainError('too-large', `The spreadsheet has more than any program can show: ${what}. Nothing was imported.`)
