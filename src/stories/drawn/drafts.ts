import type { StoryEditor, StoryReader } from '../../catalogue/stories.js'
import type { StoryKind } from '../../catalogue/story.js'

/** Stories as their curators see them: a revision that is named counts as published. */
export const withDrafts = (
  stories: Pick<StoryReader, 'published'>,
  editors: Readonly<Record<StoryKind, Pick<StoryEditor, 'revision'>>>,
): Pick<StoryReader, 'published'> => ({
  async published(kind, slug, number) {
    if (number === undefined) return stories.published(kind, slug)
    const found = await editors[kind].revision(slug, number)
    return found && { story: found.story, revision: number, publishedAt: found.revision.at, current: false }
  },
})
