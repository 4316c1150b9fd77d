import { extname } from 'node:path'
import { DomainError } from '../errors.js'
import type { Imported } from '../import/import-file.js'
import { findingHeader, findingRow } from '../import/joconde/lint/report-csv.js'
import { lintPage } from '../import/joconde/lint/report-html.js'
import type { Finding, ReportLanguage } from '../import/joconde/lint/rules.js'
import type { Remark } from '../import/remarks.js'
import { remarkHeader, remarkRow } from '../import/report.js'
import { createReport } from './new-file.js'

/** The file that receives what an import has to say. */
export type ImportReport = Readonly<{
  add(remark: Remark): void
  find(findings: readonly Finding[]): void
  /** @param imported what came of it; the report of an import that did not come to its end is deleted */
  close(imported?: Imported): void
}>

type Options = Readonly<{ joconde: boolean; language: ReportLanguage; dryRun: boolean; file: string; made: Date }>

export const noReport: ImportReport = { add() {}, find() {}, close() {} }

/** Every remark as a row of CSV, or for Joconde one page to read. Never writes over a file that is there. */
export function openReport(path: string, { joconde, language, dryRun, file, made }: Options): ImportReport {
  const page = /^\.html?$/i.test(extname(path))
  if (page && !joconde) throw new DomainError('misuse', 'Only --format joconde has a report in HTML; name a .csv file.')
  const report = createReport(path)
  if (!page) report.write(joconde ? findingHeader(language) : remarkHeader)
  return {
    add(remark) {
      if (!page && !joconde) report.write(remarkRow(remark))
    },
    find(findings) {
      if (!page) report.write(findings.map(finding => findingRow(finding, language)).join(''))
    },
    close(imported) {
      if (!imported) return report.discard()
      if (page && imported.lint) report.write(lintPage(imported, imported.lint, { file, dryRun, language, made }))
      report.keep()
    },
  }
}
