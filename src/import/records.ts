import type { CatalogueWriter, Outcome, PutOptions } from '../catalogue/catalogue.js'
import type { BorrowedWork, Museum, WorkRecord } from '../catalogue/model.js'
import type { Finding } from './joconde/lint/rules.js'
import type { Converted, Remark } from './remarks.js'
import { openTally, type Tally } from './tally.js'

export type ImportOptions = PutOptions &
  Readonly<{
    /** Stops between two batches; what was written stays. */
    signal?: AbortSignal
    /** Receives every remark, in the order of the file. */
    onRemark?: (remark: Remark) => void
    /** Receives what the linter found, notice by notice. */
    onFindings?: (findings: readonly Finding[]) => void
    /** Called after each batch with the rows read so far. */
    onProgress?: (rows: number) => void
  }>

/** Records a transaction: the journal grows with them, and a kill loses no more than these. */
const batchSize = 500

/** Stores museums; the works that already name their codes are linked to them. */
export const importMuseums = (
  museums: AsyncIterable<Converted<Museum>>,
  writer: CatalogueWriter,
  options: ImportOptions = {},
): Promise<Tally> => store(museums, batch => writer.putMuseums(batch, options), options)

/**
 * Stores works.
 * @param knownMuseums codes in the catalogue; others are kept, and remarked upon; undefined where the source says so itself
 */
export const importWorks = (
  works: AsyncIterable<Converted<WorkRecord>>,
  writer: CatalogueWriter,
  knownMuseums: ReadonlySet<string> | undefined,
  options: ImportOptions = {},
): Promise<Tally> =>
  store(knownMuseums ? remarkingMuseums(works, knownMuseums) : works, batch => writer.putWorks(batch, options), options)

/** Stores works of other institutions; their documents may be large, so that each is a transaction of its own. */
export const importLoans = (
  loans: AsyncIterable<Converted<BorrowedWork>>,
  writer: CatalogueWriter,
  options: ImportOptions = {},
): Promise<Tally> => store(loans, batch => writer.putLoans(batch, options), options, 1)

async function* remarkingMuseums(
  works: AsyncIterable<Converted<WorkRecord>>,
  known: ReadonlySet<string>,
): AsyncGenerator<Converted<WorkRecord>> {
  for await (const work of works) {
    const code = work.record?.museum
    if (code === undefined || known.has(code)) yield work
    else yield { ...work, remarks: [...work.remarks, { kind: 'unknown-museum', line: work.line, value: code }] }
  }
}

async function store<Content>(
  converted: AsyncIterable<Converted<Content>>,
  put: (batch: readonly Content[]) => Promise<readonly Outcome[]>,
  { signal, onRemark, onFindings, onProgress }: ImportOptions,
  recordsAtOnce = batchSize,
): Promise<Tally> {
  const tally = openTally()
  let batch: Content[] = []
  let rowsRead = 0
  const flush = async (): Promise<void> => {
    signal?.throwIfAborted()
    if (batch.length === 0) return
    for (const outcome of await put(batch)) tally.outcome(outcome)
    batch = []
    onProgress?.(rowsRead)
  }
  for await (const { record, rows, remarks, findings = [] } of converted) {
    rowsRead += rows
    tally.rows(rows, record !== undefined)
    for (const remark of remarks) {
      tally.remark(remark)
      onRemark?.(remark)
    }
    if (findings.length > 0) onFindings?.(findings)
    if (record !== undefined) batch.push(record)
    if (batch.length === recordsAtOnce) await flush()
  }
  await flush()
  return tally.close()
}
