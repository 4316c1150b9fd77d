import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { shared } from '../../shared.js'

export const table = 'data/joconde/Table_Oeuvres_arts-decoratifs.csv'
export const pop = 'data/joconde/pop'

type Row = Readonly<Record<string, string>>

/** The 6,080 notices of decorative arts, as another reader of CSV gives them. */
export const realRows = (): readonly Row[] =>
  parse(readFileSync(shared(table) ?? ''), {
    delimiter: ';',
    columns: names => names.map((name: string, index: number) => name || `column ${index + 1}`),
  })

/** The distinct filled values of one column. */
export const distinctValues = (column: string): readonly string[] => [
  ...new Set(realRows().flatMap(row => (row[column]?.trim() ? [row[column]] : []))),
]
