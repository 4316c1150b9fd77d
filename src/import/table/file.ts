import { type Detected, detectEncoding, type Encoding } from './encoding.js'
import { type Group, groupRows, survey } from './groups.js'
import { type Dialect, openTable, type Row } from './csv.js'

/** How a file is to be read; `auto` finds its encoding. */
export type Reading = Readonly<{ encoding: Encoding | 'auto'; delimiter: string; quote: string }>

/** A CSV file that was read once to its end and found well-formed. */
export type CsvFile = Readonly<{
  header: readonly string[]
  encoding: Detected
  rows: number
  /** How many cells of each column hold something. */
  filled: readonly number[]
  /** Streams it once more, the rows of each id together. */
  groups(): AsyncIterable<Group>
}>

/** A file whose header is known, so that a mapping can be held against it before the rest is read. */
export type CsvHeader = Readonly<{ path: string; dialect: Dialect; encoding: Detected; header: readonly string[] }>

export async function readHeader(path: string, { encoding: asked, delimiter, quote }: Reading): Promise<CsvHeader> {
  const detected = await detectEncoding(path)
  const encoding = asked === 'auto' ? detected.encoding : asked
  const dialect = { encoding, delimiter, quote }
  const { header, rows } = await openTable(path, dialect)
  await rows.return(undefined)
  return { path, dialect, header, encoding: { ...detected, encoding } }
}

/** Reads the whole file, so that a malformed one is refused before anything is written. */
export async function surveyFile(
  { path, dialect, encoding, header }: CsvHeader,
  idOf: (row: Row) => string | undefined,
): Promise<CsvFile> {
  const first = await openTable(path, dialect)
  const { rows, filled, repeats } = await survey(first.rows, header.length, idOf)
  return {
    header,
    encoding,
    rows,
    filled,
    async *groups() {
      const again = await openTable(path, dialect)
      yield* groupRows(again.rows, repeats, idOf)
    },
  }
}
