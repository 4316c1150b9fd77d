import { type OpenedTable, openFile } from '../file.js'
import { leavesAt, type Row } from '../row.js'
import type { Serialisation } from '../serialisation.js'

/** One column as the first rows show it: each row's values, so that lists and repeated ids can be seen. */
export type Column = Readonly<{ name: string; values: readonly (readonly string[])[] }>

/** The beginning of a table. */
export type Sample = Readonly<{ serialisation: Serialisation; form: string; columns: readonly Column[]; rows: number }>

/** Rows that are looked at. */
const rowsRead = 200

/** Reads the first rows of a table. @throws DomainError where it cannot be read at all */
export async function readSample(path: string): Promise<Sample> {
  try {
    return await sampleWith(path, '"')
  } catch (cause) {
    // Quotation marks inside cells: in such a file they are words.
    return await sampleWith(path, '').catch(() => {
      throw cause
    })
  }
}

async function sampleWith(path: string, quote: string): Promise<Sample> {
  const table = await openFile(path, { encoding: 'auto', quote }, rowsRead)
  return sampleOf(table, await firstRows(table))
}

async function firstRows(table: OpenedTable): Promise<readonly Row[]> {
  const rows: Row[] = []
  for await (const row of table.rows()) {
    rows.push(row)
    if (rows.length === rowsRead) break
  }
  return rows
}

function sampleOf({ header, serialisation, form = 'CSV' }: OpenedTable, rows: readonly Row[]): Sample {
  const valuesIn = (row: Row, index: number, column: string): readonly string[] =>
    leavesAt(row, { index, column })
      .map(({ text }) => text.trim())
      .filter(text => text !== '')
  const columns = header.map((name, index) => ({ name, values: rows.map(row => valuesIn(row, index, name)) }))
  return { serialisation, form, columns, rows: rows.length }
}
