import { escaped } from '../../../reporting/html.js'
import { style } from '../../../reporting/style.js'
import type { Imported } from '../../import-file.js'
import { serialisations } from '../serialisation.js'
import { type Finding, type ReportLanguage, rules, type Severity, severities } from './rules.js'
import type { FaultyNotice, FindingGroup, LintSummary } from './summary.js'
import { amount, colon, counted, fieldName, mendOf, reportWords, saysOf, typeset } from './words.js'

type Options = Readonly<{ file: string; dryRun: boolean; language: ReportLanguage; made: Date }>

/** The curator's report as one page that needs nothing else: to read, to print, to send. */
export function lintPage(imported: Imported, lint: LintSummary, options: Options): string {
  const { file, language, made } = options
  const words = reportWords[language]
  const title = `${words.title}${colon(language)}${file}`
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(made)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escaped(words.title)}</h1>
<p class="file">${escaped(file)}</p>
${facts(imported, options)}
<p class="quiet">${escaped(words.made(date))}</p>
</header>
<main>
<h2>${escaped(words.summary)}</h2>
${summary(lint, language)}
${severities.map(severity => section(severity, lint, language)).join('\n')}
${notices(lint, language)}
</main>
</body>
</html>
`
}

function facts({ about, tally }: Imported, { dryRun, language }: Options): string {
  const words = reportWords[language]
  const outcomes = dryRun ? words.planned : words.outcome
  const form = about.form ? serialisations[about.form][language] : ''
  const counts = (['created', 'updated', 'unchanged', 'refused'] as const)
    .filter(outcome => tally[outcome] > 0)
    .map(outcome => `${amount(tally[outcome], language)} ${outcomes[outcome]}`)
  return `<p>${escaped(`${words.recognised}${colon(language)}${form}, ${about.encoding.encoding}`)}<br>
${escaped(`${words.notices(amount(tally.rows, language))}${colon(language)}${counts.join(', ')}`)}</p>
${dryRun ? `<p>${escaped(typeset(words.dryRun, language))}</p>` : ''}`
}

function summary({ totals, notices }: LintSummary, language: ReportLanguage): string {
  const words = reportWords[language]
  if (severities.every(severity => totals[severity] === 0)) return `<p>${escaped(words.clean)}</p>`
  const items = severities.map(severity => {
    const count = totals[severity]
    const text =
      count === 0
        ? `${words.severities[severity]}${colon(language)}${words.none}`
        : `${counted(severity, count, language)} ${words.noticesWith(amount(notices[severity], language))}`
    return `<li class="${severity}">${count === 0 ? escaped(text) : `<a href="#${severity}">${escaped(text)}</a>`}</li>`
  })
  return `<ul class="summary">${items.join('')}</ul>`
}

function section(severity: Severity, { groups, totals }: LintSummary, language: ReportLanguage): string {
  const words = reportWords[language]
  if (totals[severity] === 0) return ''
  const articles = groups.filter(({ rule }) => rules[rule].severity === severity).map(group => article(group, language))
  return `<section id="${severity}" class="${severity}">
<h2>${escaped(words.severities[severity])}</h2>
<p class="quiet">${escaped(typeset(words.explained[severity], language))}</p>
${articles.join('\n')}
</section>`
}

function article({ rule, field, total, cases }: FindingGroup, language: ReportLanguage): string {
  const words = reportWords[language]
  const placed = cases.filter(({ id }) => id !== undefined)
  const ofNotice = placed.length > 0
  const rest = total - cases.reduce((sum, { times }) => sum + times, 0)
  const [anyValue, anySuggestion, anyRepeat] = [
    placed.some(({ value }) => value !== undefined),
    placed.some(({ suggestion }) => suggestion !== undefined),
    placed.some(({ times }) => times > 1),
  ]
  const anyTitle = placed.some(({ title }) => title !== undefined)
  const heads = [
    words.reference,
    ...(anyTitle ? [words.called] : []),
    ...(anyValue ? [words.value] : []),
    ...(anySuggestion ? [capitalised(words.proposed)] : []),
    ...(anyRepeat ? [words.count] : []),
    capitalised(words.line),
  ]
  const rows = placed.map(({ id = '', title = '', value = '', suggestion = '', times, line }) => [
    id,
    ...(anyTitle ? [title] : []),
    ...(anyValue ? [value] : []),
    ...(anySuggestion ? [suggestion] : []),
    ...(anyRepeat ? [amount(times, language)] : []),
    line === undefined ? '' : String(line),
  ])
  return `<article>
<h3>${escaped(saysOf(rule, language))}</h3>
<p class="where"><b>${escaped(fieldName(field, ofNotice, language))}</b>${ofNotice ? ` · ${escaped(amount(total, language))}` : ''}</p>
<p>${escaped(`${words.mend}${colon(language)}${mendOf(rule, language)}`)}</p>
${rows.length > 0 ? table(heads, rows) : ''}
${rest > 0 ? `<p class="quiet">… ${escaped(words.more(amount(rest, language)))}</p>` : ''}
</article>`
}

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<div class="table" tabindex="0"><table>
<thead><tr>${heads.map(head => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(([first = '', ...cells]) => `<tr><th scope="row">${escaped(first)}</th>${cells.map(cell => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table></div>`

function notices({ faulty, faultyTotal }: LintSummary, language: ReportLanguage): string {
  const words = reportWords[language]
  if (faulty.length === 0) return ''
  const note = words.byNoticeNote(amount(faulty.length, language), amount(faultyTotal, language))
  const heads = [words.reference, words.inventory, words.called, capitalised(words.line), words.remarks]
  const rows = faulty.map(
    ({ findings, findings: [{ id = '', inventory = '', title = '', line }] }: FaultyNotice) =>
      `<tr><th scope="row">${escaped(id)}</th><td>${escaped(inventory)}</td><td>${escaped(title)}</td><td>${line ?? ''}</td><td><ul>${findings.map(finding => `<li>${escaped(remark(finding, language))}</li>`).join('')}</ul></td></tr>`,
  )
  return `<section id="notices">
<h2>${escaped(words.byNotice)}</h2>
<p class="quiet">${escaped(note)}</p>
<div class="table" tabindex="0"><table>
<thead><tr>${heads.map(head => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table></div>
</section>`
}

const remark = ({ rule, field, value }: Finding, language: ReportLanguage): string =>
  `${fieldName(field, true, language)}${colon(language)}${uncapitalised(saysOf(rule, language))}${value === undefined ? '' : ` (${value})`}`

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
const uncapitalised = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)
