import type { CatalogueReader } from '../catalogue/catalogue.js'
import type { Work } from '../catalogue/model.js'
import type { StoryReader } from '../catalogue/stories.js'
import type { Analysis, PublishedStory, Story } from '../catalogue/story.js'
import { analysesNamed, worksNamed } from '../catalogue/story-names.js'

/** What a story shows, as far as it is published now: works by id, and of an exhibition its analyses by slug. */
export type Shown = Readonly<{
  works: ReadonlyMap<string, Work>
  analyses: ReadonlyMap<string, PublishedStory<Analysis>>
}>

export async function loadShown(
  reader: Pick<CatalogueReader, 'works'>,
  stories: Pick<StoryReader, 'published'>,
  story: Story,
): Promise<Shown> {
  const found = await Promise.all(analysesNamed(story).map(slug => stories.published('analysis', slug)))
  const analyses = found.filter(isAnalysis)
  const ids = [story, ...analyses.map(each => each.story)].flatMap(worksNamed)
  const works = await reader.works([...new Set(ids)])
  return {
    works: new Map(works.map(work => [work.id, work])),
    analyses: new Map(analyses.map(analysis => [analysis.story.slug, analysis])),
  }
}

const isAnalysis = (published: PublishedStory | undefined): published is PublishedStory<Analysis> =>
  published?.story.kind === 'analysis'
