import type { CatalogueReader } from '../catalogue/catalogue.js'
import type { StoryReader } from '../catalogue/stories.js'
import type { PublishedStory, StoryKind } from '../catalogue/story.js'
import { worksNamed } from '../catalogue/story-names.js'
import type { Page } from '../pages/document.js'
import { type StoriesShown, storiesPage } from '../pages/story/listing.js'
import { storyPage } from '../pages/story/story.js'
import type { Visit } from '../pages/visit.js'
import { loadShown, type Shown } from '../stories/shown.js'
import { pageAsked, type Query, wholeNumber } from './asked.js'
import { findStory } from './found.js'

export type StorySources = Readonly<{ reader: CatalogueReader; stories: StoryReader; pageSize: number }>

/** How many stories of each kind the home page invites to, and a work's page names. */
const mostInvitations = 3
export const mostAppearances = 20

/** Pages of stories list no more than this: each shows a large picture. */
const mostListed = 24

type Asked = Readonly<{ params: Readonly<{ id: string }>; query: Query }>

export async function listOfStories(kind: StoryKind, query: Query, sources: StorySources, visit: Visit): Promise<Page> {
  const { reader, stories } = sources
  const size = Math.min(sources.pageSize, mostListed)
  const { page, pages } = pageAsked(query, await stories.countPublished(kind), size)
  const listed = await stories.listPublished(kind, { offset: (page - 1) * size, limit: size })
  return storiesPage({ kind, page, pages, stories: listed, shown: await shownByAll(reader, listed) }, visit)
}

export async function pageOfStory(kind: StoryKind, asked: Asked, sources: StorySources, visit: Visit): Promise<Page> {
  const { published, shown } = await toldStory(kind, asked, sources)
  return storyPage(published, shown, visit)
}

/** The revision that is asked for, the public one where none is. @throws DomainError `gone` or `not-found` */
export async function toldStory(
  kind: StoryKind,
  { params: { id }, query }: Asked,
  { reader, stories }: StorySources,
): Promise<Readonly<{ published: PublishedStory; shown: Shown }>> {
  const revision = query.revision === undefined ? undefined : wholeNumber(query.revision, 'revision')
  const published = await findStory(reader, stories, kind, id, revision)
  return { published, shown: await loadShown(reader, stories, published.story) }
}

/** The newest stories, exhibitions first. */
export async function newestStories(reader: CatalogueReader, stories: StoryReader): Promise<StoriesShown> {
  const slice = { offset: 0, limit: mostInvitations }
  const [exhibitions, analyses] = await Promise.all([
    stories.listPublished('exhibition', slice),
    stories.listPublished('analysis', slice),
  ])
  const listed = [...exhibitions, ...analyses]
  return { stories: listed, shown: await shownByAll(reader, listed) }
}

async function shownByAll(reader: CatalogueReader, listed: readonly PublishedStory[]): Promise<Shown> {
  const works = await reader.works([...new Set(listed.flatMap(({ story }) => coverWorks(story)))])
  return { works: new Map(works.map(work => [work.id, work])), analyses: new Map() }
}

/** A cover is chosen, or is what the story shows first; more than a few are never needed. */
const coverWorks = (story: PublishedStory['story']): readonly string[] => [
  ...(story.cover ? [story.cover.work] : []),
  ...worksNamed(story).slice(0, 3),
]
