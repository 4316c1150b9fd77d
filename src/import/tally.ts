import type { Outcome } from '../catalogue/catalogue.js'
import type { Remark, RemarkKind } from './remarks.js'

/** A value that was remarked upon, where it stood first, and how often it did. */
export type Example = Readonly<{ line: number; column?: string; value?: string; times: number }>

/** All remarks of one kind: how many, and the first distinct values. */
export type RemarkSummary = Readonly<{ total: number; examples: readonly Example[] }>

/** What an import did, in bounded space. */
export type Tally = Readonly<
  Record<Outcome, number> & {
    rows: number
    /** Rows that were not imported. */
    refused: number
    remarks: ReadonlyMap<RemarkKind, RemarkSummary>
  }
>

/** How many distinct values of each kind are kept as examples. */
export const examplesKept = 20

/** Counts outcomes and remarks as they come. */
export function openTally() {
  const outcomes: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0 }
  const remarks = new Map<RemarkKind, { total: number; examples: Map<string, Example> }>()
  let rows = 0
  let refused = 0

  const count = ({ kind, ...where }: Remark): void => {
    const summary = remarks.get(kind) ?? { total: 0, examples: new Map<string, Example>() }
    remarks.set(kind, summary)
    summary.total += 1
    const key = JSON.stringify([where.column, where.value ?? where.line])
    const known = summary.examples.get(key)
    if (known) summary.examples.set(key, { ...known, times: known.times + 1 })
    else if (summary.examples.size < examplesKept) summary.examples.set(key, { ...where, times: 1 })
  }
  return {
    rows(number: number, imported: boolean): void {
      rows += number
      if (!imported) refused += number
    },
    outcome(outcome: Outcome): void {
      outcomes[outcome] += 1
    },
    remark: count,
    close: (): Tally => ({
      ...outcomes,
      rows,
      refused,
      remarks: new Map(
        [...remarks].map(([kind, { total, examples }]) => [kind, { total, examples: [...examples.values()] }]),
      ),
    }),
  }
}
