import type { BorrowedWork, Museum, WorkRecord } from '../catalogue/model.js'
import type { Finding } from './joconde/lint/rules.js'
import type { Form } from './joconde/serialisation.js'
import type { Converted } from './remarks.js'
import type { Detected } from './table/encoding.js'
import type { SurveyedTable } from './table/file.js'

/** A file that was read once and found well-formed, ready to be stored. */
export type Incoming = Readonly<{ about: SourceFacts }> &
  (
    | Readonly<{ kind: 'museums'; museums: AsyncIterable<Converted<Museum>> }>
    | Readonly<{ kind: 'works'; works: AsyncIterable<Converted<WorkRecord>> }>
    | Readonly<{ kind: 'loans'; loans: AsyncIterable<Converted<BorrowedWork>> }>
  )

/** What reports say of a file as a whole. */
export type SourceFacts = Readonly<{
  rows: number
  encoding: Detected
  /** What a table came as, where it is not plain CSV: `NDJSON`, `XLSX, sheet "Œuvres"`. */
  serialisation?: string
  /** Columns that are kept in the notice alone, and how many values each has. */
  noticeOnly: readonly Readonly<{ column: string; values: number }>[]
  /** The form that notices of Joconde came in, and what is to be said of the file as a whole. */
  form?: Form['form']
  findings?: readonly Finding[]
}>

export const factsOf = (
  { rows, encoding, form, header, filled }: SurveyedTable,
  unmapped: readonly number[],
): SourceFacts => ({
  rows,
  encoding,
  ...(form !== undefined && { serialisation: form }),
  noticeOnly: unmapped
    .map(index => ({ column: header[index] ?? '', values: filled[index] ?? 0 }))
    .filter(({ values }) => values > 0),
})
