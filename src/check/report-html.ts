import { escaped } from '../reporting/html.js'
import { style } from '../reporting/style.js'
import { counted } from './counts.js'
import { type Finding, type ReportLanguage, rules, type Severity, severities, severityOf } from './finding.js'
import { htmlTable } from './html-table.js'
import { countsToTell } from './report-text.js'
import { truthSection } from './report-truth.js'
import type { CheckSummary, FaultyWork, FindingGroup } from './summary.js'
import { amount, colon, reportWords, subjectWords } from './words.js'

type Options = Readonly<{ language: ReportLanguage; made: Date }>

/** The report as one page that needs nothing else: to read, to print, to send. */
export function checkPage(summary: CheckSummary, { language, made }: Options): string {
  const words = reportWords[language]
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(made)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(words.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escaped(words.title)}</h1>
<p class="file">${escaped(summary.base)}</p>
<p class="quiet">${escaped(words.made(date))}${summary.quick ? ` ${escaped(words.quick)}` : ''}</p>
</header>
<main>
<h2>${escaped(words.summary)}</h2>
${brief(summary, language)}
<h2>${escaped(words.checked)}</h2>
${checked(summary, language)}
${severities.map(severity => section(severity, summary, language)).join('\n')}
${byWork(summary, language)}
${truthSection(summary, language)}
</main>
</body>
</html>
`
}

function brief({ totals, stopped }: CheckSummary, language: ReportLanguage): string {
  const words = reportWords[language]
  const items = severities
    .filter(severity => totals[severity] > 0)
    .map(severity => {
      const told = `${words.severities[severity]}${colon(language)}${amount(totals[severity], language)}`
      return `<li class="${severity}"><a href="#${severity}">${escaped(told)}</a></li>`
    })
  const list = items.length > 0 ? `<ul class="summary">${items.join('')}</ul>` : ''
  const sentence = stopped ? words.stopped : totals.error === 0 ? words.sound : ''
  return `${list}${sentence ? `<p>${escaped(sentence)}</p>` : ''}`
}

function checked({ counts }: CheckSummary, language: ReportLanguage): string {
  const rows = countsToTell(counts).map(what => [counted[what][language], amount(counts[what], language)])
  return htmlTable([], rows)
}

function section(severity: Severity, { groups, totals }: CheckSummary, language: ReportLanguage): string {
  if (totals[severity] === 0) return ''
  return `<section id="${severity}" class="${severity}">
<h2>${escaped(reportWords[language].severities[severity])}</h2>
${groups
  .filter(group => severityOf(group) === severity)
  .map(group => article(group, language))
  .join('\n')}
</section>`
}

function article({ code, total, shown }: FindingGroup, language: ReportLanguage): string {
  const words = reportWords[language]
  const rest = total - shown.length
  const rows = shown.map(finding => [
    subjectWords(finding, language),
    workWords(finding),
    finding.detail ?? '',
    finding.place ?? '',
  ])
  return `<article>
<h3>${escaped(rules[code].says[language])}</h3>
<p class="where"><b>${escaped(amount(total, language))}</b></p>
<p>${escaped(`${words.mend}${colon(language)}${rules[code].mend[language]}`)}</p>
${htmlTable([words.subject, words.work, words.detail, words.place], rows)}
${rest > 0 ? `<p class="quiet">… ${escaped(words.more(amount(rest, language)))}</p>` : ''}
</article>`
}

const workWords = ({ work }: Finding): string =>
  work?.title === undefined ? (work?.id ?? '') : `${work.title} (${work.id})`

function byWork({ works, faultyWorks }: CheckSummary, language: ReportLanguage): string {
  const words = reportWords[language]
  if (works.length === 0) return ''
  const rows = works.map(({ id, title = '', findings }: FaultyWork) => [
    id,
    title,
    [...new Set(findings.map(({ code }) => rules[code].says[language]))].join('\n'),
  ])
  return `<section id="works">
<h2>${escaped(words.byWork)}</h2>
<p class="quiet">${escaped(words.byWorkNote(amount(works.length, language), amount(faultyWorks, language)))}</p>
${htmlTable([words.work, '', words.finding], rows)}
</section>`
}
