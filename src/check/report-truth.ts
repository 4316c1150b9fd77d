import { aspects } from '../presentation/stories/truth/aspects.js'
import { truthGroups, truthLines, truthSigns, viewerName } from '../presentation/stories/truth/table.js'
import { escaped } from '../reporting/html.js'
import { csvCell, printable } from '../reporting/printable.js'
import type { ReportLanguage } from './finding.js'
import { htmlTable } from './html-table.js'
import type { ToldStory } from './stories/told-story.js'
import type { CheckSummary } from './summary.js'
import { amount, colon, kindWords, quoted, reportWords } from './words.js'

type Told = Pick<CheckSummary, 'stories' | 'storiesTold'>

/** How many stories the terminal shows; a report that is kept shows more. */
const storiesShown = 10

/** A block for each story: what is not wholly seen of it, and by readers of which viewers. */
export function truthText({ stories, storiesTold }: Told, language: ReportLanguage): readonly string[] {
  if (storiesTold === 0) return []
  const words = reportWords[language]
  const shown = stories.slice(0, storiesShown)
  const rest = storiesTold - shown.length
  return [
    '',
    words.truth.toUpperCase(),
    `  ${words.truthNote}`,
    ...shown.flatMap(story => [
      '',
      `  ${printable(nameOf(story, language))}`,
      ...truthLines(story.rows, language).map(line => `    ${line}`),
    ]),
    ...(rest > 0 ? ['', `  … ${words.more(amount(rest, language))}`] : []),
  ]
}

/** The whole table of each story, viewers that show the same of it together. */
export function truthSection({ stories, storiesTold }: Told, language: ReportLanguage): string {
  if (storiesTold === 0) return ''
  const words = reportWords[language]
  const rest = storiesTold - stories.length
  return `<section id="truth">
<h2>${escaped(words.truth)}</h2>
<p class="quiet">${escaped(words.truthNoteWhole)}</p>
${stories.map(story => storyArticle(story, language)).join('\n')}
${rest > 0 ? `<p class="quiet">… ${escaped(words.more(amount(rest, language)))}</p>` : ''}
</section>`
}

function storyArticle(story: ToldStory, language: ReportLanguage): string {
  const { viewer, aspect, asked, seen, readerSees } = reportWords[language].truthColumns
  const rows = truthGroups(story.rows).flatMap(group =>
    group.rows.map((row, index) => [
      index === 0 ? group.viewers.map(viewerName).join('\n') : '',
      aspects[row.aspect][language],
      amount(row.count, language),
      `${truthSigns[row.sees]} ${reportWords[language].sees[row.sees]}`,
      row[language],
    ]),
  )
  return `<article>
<h3>${escaped(nameOf(story, language))}</h3>
${htmlTable([viewer, aspect, asked, seen, readerSees], rows)}
</article>`
}

/** Rows beneath those of findings, in the same columns. */
export const truthRows = ({ rows, ...story }: ToldStory, language: ReportLanguage): string =>
  rows
    .map(row => {
      const about = `${aspects[row.aspect][language]} (${row.count})`
      const says = `${reportWords[language].sees[row.sees]}${colon(language)}${row[language]}`
      const cells = [
        reportWords[language].truthRow,
        `truth-${row.sees}`,
        '',
        story.title,
        subject(story, language),
        says,
      ]
      return `${[...cells, '', about, viewerName(row.viewer)].map(csvCell).join(';')}\r\n`
    })
    .join('')

const subject = ({ kind, slug }: Pick<ToldStory, 'kind' | 'slug'>, language: ReportLanguage): string =>
  `${kindWords[language][kind]} ${slug}`

const nameOf = (story: ToldStory, language: ReportLanguage): string =>
  `${subject(story, language)} ${quoted(story.title, language)}`
