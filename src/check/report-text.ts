import { printable } from '../reporting/printable.js'
import { type Counted, counted } from './counts.js'
import { type Finding, type ReportLanguage, rules, severities, severityOf } from './finding.js'
import { truthText } from './report-truth.js'
import type { CheckSummary, FindingGroup } from './summary.js'
import { amount, colon, quoted, reportWords, subjectWords } from './words.js'

/** How many findings of each kind the terminal shows. */
const casesShown = 10

/** The report on the terminal, and in the mail of whoever runs it by the clock. */
export function checkText(summary: CheckSummary, language: ReportLanguage): string {
  const words = reportWords[language]
  const sections = severities
    .filter(severity => summary.totals[severity] > 0)
    .flatMap(severity => [
      '',
      `${words.severities[severity].toUpperCase()}${colon(language)}${amount(summary.totals[severity], language)}`,
      ...summary.groups.filter(group => severityOf(group) === severity).flatMap(group => groupLines(group, language)),
    ])
  return `${[
    words.title,
    `  ${words.site}${colon(language)}${printable(summary.base)}`,
    ...countLines(summary, language),
    ...(summary.quick ? [`  ${words.quick}`] : []),
    ...sections,
    ...truthText(summary, language),
    '',
    ...(summary.stopped ? [words.stopped] : summary.totals.error === 0 ? [words.sound] : []),
  ].join('\n')}\n`
}

const countLines = ({ counts }: CheckSummary, language: ReportLanguage): readonly string[] =>
  countsToTell(counts).map(what => `  ${amount(counts[what], language).padStart(11)} ${counted[what][language]}`)

export const countsToTell = (counts: CheckSummary['counts']): readonly Counted[] =>
  (Object.keys(counted) as Counted[]).filter(what => counts[what] > 0)

function groupLines({ code, total, shown }: FindingGroup, language: ReportLanguage): readonly string[] {
  const words = reportWords[language]
  const { says, mend } = rules[code]
  const cases = shown.slice(0, casesShown)
  return [
    '',
    `  ${says[language]} (${amount(total, language)})`,
    `    ${words.mend}${colon(language)}${mend[language]}`,
    ...cases.map(finding => `    - ${printable(caseWords(finding, language))}`),
    ...(total > cases.length ? [`    … ${words.more(amount(total - cases.length, language))}`] : []),
  ]
}

/** `work 0629… « Title », image x: what is wrong (where)` */
function caseWords(finding: Finding, language: ReportLanguage): string {
  const { work, subject, detail, place } = finding
  const titled = work?.title === undefined ? '' : ` ${quoted(work.title, language)}`
  const ofWork =
    work && subject.kind !== 'work' ? `${reportWords[language].work.toLowerCase()} ${work.id}${titled}, ` : ''
  const about = `${ofWork}${subjectWords(finding, language)}${subject.kind === 'work' ? titled : ''}`
  return `${about}${detail === undefined ? '' : `${colon(language)}${detail}`}${place === undefined ? '' : ` (${place})`}`
}
