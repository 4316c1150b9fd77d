import { basename } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { CsvError, type Options, parse } from 'csv-parse'
import { DomainError } from '../../errors.js'
import { decodedText, type Encoding } from './encoding.js'
import { headerFrom, limits, type Row, type Table } from './row.js'

/** How the cells of a file are told apart. An empty `quote` means that nothing is quoted. */
export type Dialect = Readonly<{ encoding: Encoding; delimiter: string; quote: string }>

/** Opens a CSV file to be streamed once; blank lines are passed over. */
export async function openTable(path: string, dialect: Dialect): Promise<Table> {
  const rows = readRows(path, dialect)
  const first = await rows.next()
  if (first.done) throw new DomainError('refused', `Expected a header in ${basename(path)} but it has no rows.`)
  return { header: headerFrom(first.value.cells, path), rows }
}

async function* readRows(path: string, { encoding, delimiter, quote }: Dialect): AsyncGenerator<Row> {
  let next = 1
  const options: Options<Row, string[]> = {
    delimiter,
    quote: quote === '' ? null : quote,
    relax_column_count: true,
    max_record_size: limits.recordCharacters,
    // Lines are counted here, since the parser takes CR LF inside a cell for two.
    on_record(cells) {
      const line = next
      next += 1 + lineBreaksIn(cells)
      return cells.length > 1 || cells[0] !== '' ? { line, cells } : null
    },
  }
  const parser = parse(options as unknown as Options) // its types only know rows of strings
  pipeline(Readable.from(decodedText(path, encoding)), parser, () => {}) // its error is thrown by the loop below
  try {
    for await (const row of parser as AsyncIterable<Row>) yield row
  } catch (error) {
    throw error instanceof CsvError ? malformed(error, path, next) : error
  }
}

const lineBreaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|[\r\n]/g)?.length ?? 0), 0)

const malformations: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'a quoted cell goes on after its closing quotation mark',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a cell that is not quoted',
  CSV_MAX_RECORD_SIZE: `a row is longer than ${limits.recordCharacters} characters; a quotation mark may be missing`,
}

function malformed(error: CsvError, path: string, line: number): DomainError {
  const reason = malformations[error.code] ?? 'it is not well-formed CSV'
  const sentence = `Cannot read ${basename(path)} from line ${line} on: ${reason}. Nothing was imported.`
  return new DomainError('refused', sentence, { cause: error })
}
