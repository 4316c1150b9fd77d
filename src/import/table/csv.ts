import { basename } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { CsvError, type Options, parse } from 'csv-parse'
import { DomainError } from '../../errors.js'
import { decodedText, type Encoding } from './encoding.js'

/** How the cells of a file are told apart. An empty `quote` means that nothing is quoted. */
export type Dialect = Readonly<{ encoding: Encoding; delimiter: string; quote: string }>

/** One row; `line` is where it begins, the header being line 1. */
export type Row = Readonly<{ line: number; cells: readonly string[] }>

export type Table = Readonly<{ header: readonly string[]; rows: AsyncGenerator<Row> }>

/** Bounds of a file; beyond them it is refused. */
const limits = { recordCharacters: 1_048_576, columns: 1000 }

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

function headerFrom(cells: readonly string[], path: string): readonly string[] {
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
