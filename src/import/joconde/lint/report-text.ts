import { printable, shortened } from '../../../reporting/printable.js'
import type { Imported } from '../../import-file.js'
import { serialisations } from '../serialisation.js'
import { type ReportLanguage, rules, severities } from './rules.js'
import type { Case, FindingGroup, LintSummary } from './summary.js'
import { amount, colon, fieldName, mendOf, placeOf, reportWords, saysOf, typeset } from './words.js'

/** How many cases of each rule the terminal shows. */
const casesShown = 5

type Options = Readonly<{ file: string; dryRun: boolean; language: ReportLanguage }>

/** The curator's report on the terminal: in full for a dry run, the counts alone for an import. */
export function lintText(imported: Imported, lint: LintSummary, options: Options): string {
  const { dryRun, language } = options
  const words = reportWords[language]
  const sections = severities
    .filter(severity => lint.totals[severity] > 0)
    .flatMap(severity => [
      '',
      `${words.severities[severity].toUpperCase()}${colon(language)}${amount(lint.totals[severity], language)}`,
      ...(dryRun ? [`  ${typeset(words.explained[severity], language)}`] : []),
      ...lint.groups
        .filter(({ rule }) => rules[rule].severity === severity)
        .flatMap(group => groupLines(group, dryRun, language)),
    ])
  const noticeOnly = imported.about.noticeOnly.map(({ column }) => printable(column)).join(', ')
  return `${[
    ...headLines(imported, options),
    ...(sections.length > 0 ? sections : ['', words.clean]),
    ...(noticeOnly ? ['', `${words.noticeOnly}${colon(language)}${noticeOnly}`] : []),
    ...(sections.length > 0 ? ['', typeset(words.listed, language)] : []),
    ...(dryRun ? [typeset(words.dryRun, language)] : []),
  ].join('\n')}\n`
}

function headLines({ about, tally }: Imported, { file, dryRun, language }: Options): readonly string[] {
  const words = reportWords[language]
  const { encoding, byteOrderMark } = about.encoding
  const form = about.form ? serialisations[about.form][language] : ''
  const outcomes = dryRun ? words.planned : words.outcome
  const counts = (['created', 'updated', 'unchanged', 'refused'] as const)
    .filter(outcome => tally[outcome] > 0)
    .map(outcome => `${amount(tally[outcome], language)} ${outcomes[outcome]}`)
  return [
    `${words.title}${colon(language)}${printable(file)}`,
    `  ${words.recognised}${colon(language)}${form}, ${encoding}${byteOrderMark ? ' (BOM)' : ''}`,
    `  ${words.notices(amount(tally.rows, language))}${colon(language)}${counts.join(', ')}`,
  ]
}

function groupLines(group: FindingGroup, full: boolean, language: ReportLanguage): readonly string[] {
  const words = reportWords[language]
  const { rule, field, total, cases } = group
  const ofNotice = cases.some(({ id }) => id !== undefined)
  const head = `  ${fieldName(field, ofNotice, language)} — ${saysOf(rule, language)}${colon(language)}${amount(total, language)}`
  if (!full) return [head]
  const shown = cases.slice(0, casesShown)
  const rest = total - shown.reduce((sum, { times }) => sum + times, 0)
  return [
    '',
    head,
    `    ${words.mend}${colon(language)}${mendOf(rule, language)}`,
    ...shown.flatMap(found => caseLine(found, language)),
    ...(rest > 0 ? [`    … ${words.more(amount(rest, language))}`] : []),
  ]
}

function caseLine(found: Case, language: ReportLanguage): readonly string[] {
  const words = reportWords[language]
  const { value, suggestion, times } = found
  const place = placeOf(found, language)
  if (place === '') return []
  const said = [
    ...(value === undefined ? [] : [quoted(value, language)]),
    ...(suggestion === undefined ? [] : [`→ ${words.proposed} ${quoted(suggestion, language)}`]),
    ...(times > 1 ? [`(${words.times(amount(times, language))})`] : []),
  ].join(' ')
  return [`    - ${printable(place)}${said === '' ? '' : `${colon(language)}${said}`}`]
}

const quoted = (text: string, language: ReportLanguage): string => {
  const plain = printable(shortened(text.replace(/\s+/g, ' ')))
  return language === 'fr' ? `«\u00a0${plain}\u00a0»` : `“${plain}”`
}

/** What the finding counts add to the report for programs. */
export const lintCounts = ({ totals, groups }: LintSummary) => ({
  errors: totals.error,
  warnings: totals.warning,
  suggestions: totals.suggestion,
  rules: Object.fromEntries(
    [...new Set(groups.map(({ rule }) => rule))].map(rule => [
      rule,
      groups.filter(group => group.rule === rule).reduce((sum, { total }) => sum + total, 0),
    ]),
  ),
})
