import type { PublishedStory, StoryKind } from '../../catalogue/story.js'
import { readIn } from '../../presentation/languages.js'
import { storyTitle } from '../../presentation/stories/listing.js'
import { type TruthRow, truthTable } from '../../presentation/stories/truth/table.js'
import type { ReportLanguage } from '../finding.js'

/** A published story, and what each viewer shows of it. */
export type ToldStory = Readonly<{ kind: StoryKind; slug: string; title: string; rows: readonly TruthRow[] }>

export function toldStory({ story }: PublishedStory, language: ReportLanguage): ToldStory {
  const { kind, slug } = story
  return { kind, slug, title: readIn(storyTitle(story), language)[0] ?? slug, rows: truthTable(story) }
}
