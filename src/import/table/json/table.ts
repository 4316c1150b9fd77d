import { basename } from 'node:path'
import { DomainError } from '../../../errors.js'
import { decodedText, type Encoding } from '../encoding.js'
import { type Leaf, limits, type Row } from '../row.js'
import { type ColumnLeaf, leavesOf, parsedVerbatim } from './leaves.js'
import { mistakeIn } from './mistake.js'
import { type JsonForm, type RecordText, recordsOf } from './records.js'

/** Where everything goes whose path comes too late to be a column of its own. */
export const furtherPaths = '(further paths)'

type JsonFile = Readonly<{ path: string; encoding: Encoding; form: JsonForm }>

/** The columns of JSON records, found by reading them; those of the first records come first. */
export async function jsonHeader(file: JsonFile, most = Number.POSITIVE_INFINITY): Promise<readonly string[]> {
  const columns = new Set<string>()
  let records = 0
  // How numbers are spelled makes no column
  for await (const { leaves } of leavesIn(file, JSON.parse)) {
    for (const { column } of leaves) columns.add(columns.size < limits.paths ? column : furtherPaths)
    records += 1
    if (records === most) break
  }
  if (records === 0) throw new DomainError('refused', `Expected records in ${basename(file.path)} but it has none.`)
  if (columns.size === 0)
    throw new DomainError('refused', `Expected values in ${basename(file.path)} but its records hold none.`)
  return [...columns]
}

/** Streams records as rows. @param header of `jsonHeader`; what it has not goes to its last column */
export async function* jsonRows(file: JsonFile, header: readonly string[]): AsyncGenerator<Row> {
  const indexes = new Map(header.map((column, index) => [column, index]))
  for await (const { line, leaves } of leavesIn(file)) yield rowFrom(line, leaves, indexes)
}

function rowFrom(line: number, leaves: readonly ColumnLeaf[], indexes: ReadonlyMap<string, number>): Row {
  const last = indexes.size - 1
  const cells = Array.from({ length: indexes.size }, () => '')
  const lists = new Map<number, Leaf[]>()
  for (const leaf of leaves) {
    const index = indexes.get(leaf.column) ?? last
    const list = lists.get(index)
    if (list) list.push(leaf)
    else {
      cells[index] = leaf.text
      lists.set(index, [leaf])
    }
  }
  return { line, cells, lists }
}

async function* leavesIn(
  { path, encoding, form }: JsonFile,
  parse: (text: string) => unknown = parsedVerbatim,
): AsyncGenerator<Readonly<{ line: number; leaves: readonly ColumnLeaf[] }>> {
  for await (const record of recordsOf(decodedText(path, encoding), form)) {
    try {
      yield { line: record.line, leaves: leavesOf(objectFrom(record, parse)) }
    } catch (cause) {
      throw located(cause, record, path)
    }
  }
}

function objectFrom({ text }: RecordText, parse: (text: string) => unknown): unknown {
  const record = parse(text)
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    throw new DomainError('refused', 'expected an object in braces')
  return record
}

function located(cause: unknown, { text, line, column }: RecordText, path: string): unknown {
  const refuse = (place: string, sentence: string) =>
    new DomainError('refused', `${basename(path)}, ${place}: ${sentence}. Nothing was imported.`, { cause })
  if (cause instanceof DomainError) return refuse(`line ${line}`, cause.message)
  if (!(cause instanceof SyntaxError)) return cause
  const { at, expected } = mistakeIn(text)
  const before = text.slice(0, at).split('\n')
  const where = (before.at(-1)?.length ?? 0) + (before.length === 1 ? column : 1)
  const found = at < text.length ? JSON.stringify([...text.slice(at, at + 2)][0]) : 'the end of the record'
  return refuse(`line ${line + before.length - 1}, column ${where}`, `expected ${expected} but found ${found}`)
}
