import { openTable } from './csv.js'
import type { Detected } from './encoding.js'
import { type Group, groupRows, survey } from './groups.js'
import { jsonHeader, jsonRows } from './json/table.js'
import type { Row } from './row.js'
import { type Asked, recognise, type Serialisation } from './serialisation.js'
import { openWorkbook } from './xlsx/workbook.js'

/** How a file is to be read; `auto` finds its encoding. */
export type Reading = Asked & Readonly<{ sheet?: string | undefined }>

/** A file whose columns are known, so that a mapping can be held against them; it can be streamed as often as asked. */
export type OpenedTable = Readonly<{
  header: readonly string[]
  encoding: Detected
  /** What reports say that it is, where it is not plain CSV. */
  form?: string
  serialisation: Serialisation
  rows(): AsyncGenerator<Row>
}>

/** A file that was read once to its end and found well-formed. */
export type SurveyedTable = Readonly<
  Pick<OpenedTable, 'header' | 'encoding' | 'form'> & {
    rows: number
    /** How many rows hold something in each column. */
    filled: readonly number[]
    /** Streams it once more, the rows of each id together. */
    groups(): AsyncIterable<Group>
  }
>

/** @param records how many records of JSON are read for their columns; all where it is not said */
export async function openFile(path: string, reading: Reading, records?: number): Promise<OpenedTable> {
  const serialisation = await recognise(path, reading)
  const { encoding, kind } = serialisation
  if (kind === 'xlsx') return { ...(await openWorkbook(path, reading.sheet)), encoding, serialisation }
  if (kind === 'json') {
    const { form } = serialisation
    const file = { path, encoding: encoding.encoding, form }
    const header = await jsonHeader(file, records)
    const name = form.form === 'lines' ? 'NDJSON' : 'JSON'
    return { header, encoding, serialisation, form: name, rows: () => jsonRows(file, header) }
  }
  const { delimiter, quote } = serialisation
  const dialect = { encoding: encoding.encoding, delimiter, quote }
  const { header, rows } = await openTable(path, dialect)
  await rows.return(undefined)
  return {
    header,
    encoding,
    serialisation,
    ...(delimiter !== ',' && { form: delimiter === '\t' ? 'TSV' : `CSV with "${delimiter}"` }),
    async *rows() {
      yield* (await openTable(path, dialect)).rows
    },
  }
}

/** Reads the whole file, so that a malformed one is refused before anything is written. */
export async function surveyFile(
  { header, encoding, form, rows: read }: OpenedTable,
  idOf: (row: Row) => string | undefined,
): Promise<SurveyedTable> {
  const { rows, filled, repeats } = await survey(read(), header.length, idOf)
  return {
    header,
    encoding,
    ...(form !== undefined && { form }),
    rows,
    filled,
    groups: () => groupRows(read(), repeats, idOf),
  }
}
