import type { Story, StoryKind } from '../../../catalogue/story.js'
import { type Aspect, aspects, aspectsOf } from './aspects.js'
import type { Rule } from './common.js'
import { ruleOf } from './rules.js'
import { type Viewer, type ViewerFacts, viewers } from './viewers.js'

/** What a reader of one viewer will see of one aspect of a story; `count` is how many steps, blocks or languages ask for it. */
export type TruthRow = Rule & Readonly<{ viewer: Viewer; aspect: Aspect; count: number }>

const viewerNames = Object.keys(viewers) as readonly Viewer[]

/** What each viewer shows of this story: a row for each viewer and each aspect that the story has. */
export const truthTable = (story: Story): readonly TruthRow[] => {
  const counts = Object.entries(aspectsOf(story)) as [Aspect, number][]
  return viewerNames.flatMap(viewer =>
    counts.map(([aspect, count]) => ({ viewer, aspect, count, ...ruleOf(viewer, aspect, story.kind) })),
  )
}

/** « Mirador 4.0–4.2 » */
export function viewerName(viewer: Viewer): string {
  const { name, version, profile }: ViewerFacts = viewers[viewer]
  return [name, version, profile && `(profile=${profile})`].filter(Boolean).join(' ')
}

export const truthLanguages = ['fr', 'en'] as const
export type TruthLanguage = (typeof truthLanguages)[number]

export const truthSigns: Readonly<Record<Rule['sees'], string>> = { yes: '✓', partly: '~', no: '✗' }

export type TruthGroup = Readonly<{ viewers: readonly Viewer[]; rows: readonly TruthRow[] }>

/** Viewers that show the same of a story stand together, with what they show of it. */
export function truthGroups(rows: readonly TruthRow[]): readonly TruthGroup[] {
  const groups = new Map<string, { viewers: Viewer[]; rows: readonly TruthRow[] }>()
  for (const viewer of viewerNames) {
    const own = rows.filter(row => row.viewer === viewer)
    const shown = own.map(({ aspect, count, sees, en }) => [aspect, count, sees, en].join()).join('\n')
    const group = groups.get(shown)
    if (group) group.viewers.push(viewer)
    else if (own.length > 0) groups.set(shown, { viewers: [viewer], rows: own })
  }
  return [...groups.values()]
}

/** In lines for a terminal what is not wholly seen: the viewers, and below them each sentence. */
export function truthLines(rows: readonly TruthRow[], language: TruthLanguage): readonly string[] {
  const colon = language === 'fr' ? '\u00a0: ' : ': '
  return truthGroups(rows.filter(({ sees }) => sees !== 'yes')).flatMap(group => [
    group.viewers.map(viewerName).join(', '),
    ...group.rows.map(
      row => `  ${truthSigns[row.sees]} ${aspects[row.aspect][language]} (${row.count})${colon}${row[language]}`,
    ),
  ])
}

/** The whole table for one kind of story in Markdown, as docs/iiif-profile.md has it. */
export function truthMarkdown(kind: StoryKind): string {
  const columns = Object.keys(aspects) as readonly Aspect[]
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const lines = viewerNames.flatMap(viewer =>
    columns.map(aspect => {
      const { sees, en, reason } = ruleOf(viewer, aspect, kind)
      return row([viewerName(viewer), aspects[aspect].en, sees, en, reason])
    }),
  )
  return [row(['viewer', 'of', 'seen', 'what a reader sees', 'why']), row(Array(5).fill('---')), ...lines].join('\n')
}
