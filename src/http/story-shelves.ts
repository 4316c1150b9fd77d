import type { CatalogueReader, Slice } from '../catalogue/catalogue.js'
import type { Work } from '../catalogue/model.js'
import { sliced } from '../catalogue/sliced.js'
import type { StoryReader } from '../catalogue/stories.js'
import { type PublishedStory, type StoryKind, storyKinds } from '../catalogue/story.js'
import { worksNamed } from '../catalogue/story-names.js'
import type { PresentationContext } from '../presentation/context.js'
import { workEntry } from '../presentation/listing.js'
import { exhibitedShelf, storiesShelf, storyEntry } from '../presentation/stories/listing.js'
import { findStory } from './found.js'
import type { ShelfCase } from './shelves.js'

/** The kinds of stories of which any is published. */
export async function kindsTold(stories: StoryReader): Promise<readonly StoryKind[]> {
  const counts = await Promise.all(storyKinds.map(kind => stories.countPublished(kind)))
  return storyKinds.filter((_, index) => (counts[index] ?? 0) > 0)
}

/** All published analyses, or all exhibitions, the newest first. */
export async function storiesCase(
  reader: CatalogueReader,
  stories: StoryReader,
  kind: StoryKind,
  context: PresentationContext,
): Promise<ShelfCase> {
  return {
    shelf: storiesShelf(kind, await stories.countPublished(kind), context),
    async take(slice) {
      const listed = await storiesAt(stories, kind, slice)
      const covers = await coversOf(reader, listed)
      return listed.map(({ story }, index) => storyEntry(story, covers[index], context))
    },
  }
}

/** The work whose picture stands for a kind of stories: that of the newest. */
export async function storiesCover(
  reader: CatalogueReader,
  stories: StoryReader,
  kind: StoryKind,
): Promise<Work | undefined> {
  const [cover] = await coversOf(reader, await stories.listPublished(kind, { offset: 0, limit: 1 }))
  return cover
}

/** The works that an exhibition shows, those of other museums among them, in the order of its rooms. */
export async function exhibitedCase(
  reader: CatalogueReader,
  stories: StoryReader,
  slug: string,
  context: PresentationContext,
): Promise<ShelfCase> {
  const { story } = await findStory(reader, stories, 'exhibition', slug)
  const { cover: _, ...rooms } = story
  const works = await reader.works(worksNamed(rooms))
  return {
    shelf: exhibitedShelf(story, works.length, context),
    take: async slice => sliced(works, slice).map(work => workEntry(work, context)),
  }
}

/** With a step, one statement for each story: only lists of more than one page have one. */
async function storiesAt(
  stories: StoryReader,
  kind: StoryKind,
  { offset, limit, step = 1 }: Slice,
): Promise<readonly PublishedStory[]> {
  if (step === 1) return stories.listPublished(kind, { offset, limit })
  const each = Array.from({ length: limit }, (_, index) =>
    stories.listPublished(kind, { offset: offset + index * step, limit: 1 }),
  )
  return (await Promise.all(each)).flat()
}

async function coversOf(
  reader: CatalogueReader,
  listed: readonly PublishedStory[],
): Promise<readonly (Work | undefined)[]> {
  const named = listed.map(({ story }) => story.cover?.work ?? worksNamed(story)[0])
  const works = await reader.works([...new Set(named.filter(id => id !== undefined))])
  return named.map(id => works.find(work => work.id === id))
}
