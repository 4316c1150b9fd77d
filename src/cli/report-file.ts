import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { basename } from 'node:path'
import { DomainError } from '../errors.js'
import type { Remark } from '../import/remarks.js'
import { remarkHeader, remarkRow } from '../import/report.js'

/** The file that receives every remark of an import. */
export type ReportFile = Readonly<{
  add(remark: Remark): void
  /** @param whole whether the import came to its end; the report of one that did not is deleted */
  close(whole: boolean): void
}>

export const noReport: ReportFile = { add() {}, close() {} }

/** Never writes over a file that is there: it might be the one to import. */
export function openReport(path: string): ReportFile {
  const file = create(path)
  writeSync(file, remarkHeader)
  return {
    add: remark => void writeSync(file, remarkRow(remark)),
    close(whole) {
      closeSync(file)
      if (!whole) rmSync(path)
    },
  }
}

function create(path: string): number {
  try {
    return openSync(path, 'wx')
  } catch (cause) {
    const there = (cause as NodeJS.ErrnoException).code === 'EEXIST'
    const reason = there ? 'it is already there' : 'its directory cannot be written to'
    throw new DomainError('refused', `Cannot write the report ${basename(path)}: ${reason}.`, { cause })
  }
}
