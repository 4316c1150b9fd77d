import type { Story, StoryKind } from '../../../catalogue/story.js'
import { type Aspect, aspects, aspectsOf } from './aspects.js'
import { type Rule, ruleOf } from './rules.js'
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

const signs: Readonly<Record<Rule['sees'], string>> = { yes: '✓', partly: '~', no: '✗' }

/** The table in lines for a terminal: each viewer, and below it what is not wholly seen; the whole where `all`. */
export function truthLines(rows: readonly TruthRow[], language: TruthLanguage, all = false): readonly string[] {
  return viewerNames.flatMap(viewer => {
    const own = rows.filter(row => row.viewer === viewer)
    const told = all ? own : own.filter(({ sees }) => sees !== 'yes')
    if (own.length === 0) return []
    const summary = own.map(({ aspect, sees }) => `${signs[sees]} ${aspects[aspect][language]}`).join('  ')
    return [
      `${viewerName(viewer)}: ${summary}`,
      ...told.map(row => `  ${signs[row.sees]} ${aspects[row.aspect][language]} (${row.count}): ${row[language]}`),
    ]
  })
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
