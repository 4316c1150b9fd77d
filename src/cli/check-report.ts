import { extname } from 'node:path'
import type { Finding, ReportLanguage } from '../check/finding.js'
import { findingHeader, findingRow } from '../check/report-csv.js'
import { checkPage } from '../check/report-html.js'
import { truthRows } from '../check/report-truth.js'
import type { ToldStory } from '../check/stories/told-story.js'
import type { CheckSummary } from '../check/summary.js'
import { createReport } from './new-file.js'

/** The file that receives what a check finds. */
export type CheckReport = Readonly<{
  add(finding: Finding): void
  tell(story: ToldStory): void
  /** @param summary what came of it; the report of a check that did not come to its end is deleted */
  close(summary?: CheckSummary): void
}>

type Options = Readonly<{ language: ReportLanguage; clock(): Date }>

/**
 * Every finding, and what viewers show of every story, as a row of CSV, or one page to read. Never writes over a file
 * that is there.
 */
export function openCheckReport(path: string | undefined, { language, clock }: Options): CheckReport {
  if (path === undefined) return { add() {}, tell() {}, close() {} }
  const page = /^\.html?$/i.test(extname(path))
  const report = createReport(path)
  if (!page) report.write(findingHeader(language))
  return {
    add(finding) {
      if (!page) report.write(findingRow(finding, language))
    },
    tell(story) {
      if (!page) report.write(truthRows(story, language))
    },
    close(summary) {
      if (!summary) return report.discard()
      if (page) report.write(checkPage(summary, { language, made: clock() }))
      report.keep()
    },
  }
}
