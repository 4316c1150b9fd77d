import { csvCell } from '../reporting/printable.js'
import { type Finding, type ReportLanguage, rules, severityOf } from './finding.js'
import { reportWords, subjectWords } from './words.js'

/** The header of the file of all findings; a spreadsheet reads it with its accents for the byte order mark. */
export const findingHeader = (language: ReportLanguage): string =>
  `\uFEFF${reportWords[language].columns.map(csvCell).join(';')}\r\n`

export function findingRow(finding: Finding, language: ReportLanguage): string {
  const { code, work, detail = '', place = '' } = finding
  const cells = [
    reportWords[language].severity[severityOf(finding)],
    code,
    work?.id ?? '',
    work?.title ?? '',
    subjectWords(finding, language),
    rules[code].says[language],
    rules[code].mend[language],
    detail,
    place,
  ]
  return `${cells.map(csvCell).join(';')}\r\n`
}
