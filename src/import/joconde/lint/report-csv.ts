import { csvCell } from '../../../reporting/printable.js'
import { fields } from '../fields.js'
import { type Finding, type ReportLanguage, rules } from './rules.js'
import { reportWords, saysOf } from './words.js'

/** The header of the file of all findings; a spreadsheet reads it with its accents for the byte order mark. */
export const findingHeader = (language: ReportLanguage): string =>
  `\uFEFF${reportWords[language].columns.map(csvCell).join(';')}\r\n`

export function findingRow(finding: Finding, language: ReportLanguage): string {
  const { rule, id = '', inventory = '', title = '', field, value = '', suggestion = '', line } = finding
  const cells = [
    reportWords[language].severity[rules[rule].severity],
    id,
    inventory,
    title,
    field ?? '',
    field ? fields[field][language] : '',
    saysOf(rule, language),
    value,
    suggestion,
    line === undefined ? '' : String(line),
    rule,
  ]
  return `${cells.map(csvCell).join(';')}\r\n`
}
