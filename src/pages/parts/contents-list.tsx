import type { View, Work } from '../../catalogue/model.js'
import { type Contents, contentsOf, noRelatives } from '../../presentation/contents.js'
import { contentsLabel, viewLabel } from '../../presentation/label.js'
import { plain } from '../languages.js'
import { viewAddress } from '../view-address.js'
import type { Visit } from '../visit.js'
import { Words } from './words.js'

type Props = Readonly<{ work: Work; shown: View | undefined; visit: Visit }>

/** The work's own table of contents; each entry brings its first view onto the stage. Parts hang on the page themselves. */
export function ContentsList({ work, shown, visit }: Props) {
  const contents = contentsOf(work, noRelatives)
  if (!contents) return null
  return (
    <nav class="contents" aria-labelledby="contents">
      <h2 id="contents">{contentsLabel[visit.language]}</h2>
      <Entries entries={contents.entries} work={work} shown={shown} visit={visit} />
    </nav>
  )
}

const Entries = ({ entries, ...props }: Props & Readonly<{ entries: readonly Contents[] }>) => (
  <ol>
    {entries.map(entry => (
      <li key={entry.key}>
        <Entry entry={entry} {...props} />
        {entry.entries.length > 0 && <Entries entries={entry.entries} {...props} />}
      </li>
    ))}
  </ol>
)

function Entry({ entry, work, shown, visit }: Props & Readonly<{ entry: Contents }>) {
  const label = <Words of={entry.label} reader={visit.language} />
  const views = viewsOf(entry, work)
  const [first] = views
  if (first === undefined) return label
  const isShown = views.some(view => work.views[view] === shown)
  return (
    <a
      href={`${viewAddress(work, first, visit)}#stage`}
      data-view={views.join(' ')}
      aria-current={isShown ? 'true' : undefined}
    >
      {label} <span class="extent">{extentOf(views, work, visit)}</span>
    </a>
  )
}

/** Indices of the entry's views, and of those of the entries below it. */
const viewsOf = ({ canvases, entries }: Contents, work: Work): readonly number[] => [
  ...canvases.map(({ view }) => work.views.findIndex(({ key }) => key === view)),
  ...entries.flatMap(entry => viewsOf(entry, work)),
]

/** « f. 1r – f. 4v » */
function extentOf(views: readonly number[], work: Work, visit: Visit): string {
  const ends = views.length > 1 ? [views[0], views.at(-1)] : views
  return ends
    .map((index = 0) => plain(work.views[index] && viewLabel(work.views[index], index, work), visit.language))
    .join(' – ')
}
