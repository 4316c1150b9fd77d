import type { LanguageMap, Work } from '../../catalogue/model.js'
import type { PublishedStory, Story, StoryKind } from '../../catalogue/story.js'
import { mostEntries } from '../../config.js'
import type { PresentationContext } from '../context.js'
import { type Phrase, phrase } from '../languages.js'
import type { Entry, Shelf } from '../listing.js'
import { plain } from '../plain.js'
import { words } from './words.js'

/** A story's title in every language that it is published in: lists are read in any. */
export const storyTitle = ({ title, slug, languages }: Story): LanguageMap =>
  plain(Object.fromEntries(languages.flatMap(each => (title[each] === undefined ? [] : [[each, [title[each]]]])))) ?? {
    none: [Object.values(title)[0] ?? slug],
  }

/** @param cover the work whose picture stands for it */
export const storyEntry = (story: Story, cover: Work | undefined, { uris }: PresentationContext): Entry => ({
  kind: 'manifest',
  id: uris.story(story.kind, story.slug).manifest(),
  label: storyTitle(story),
  cover,
})

const kindLabels: Readonly<Record<StoryKind, Phrase>> = { analysis: words.analyses, exhibition: words.exhibitions }

export const storiesEntry = (kind: StoryKind, cover: Work | undefined, { uris }: PresentationContext): Entry => ({
  kind: 'collection',
  id: uris.storiesCollection(kind),
  label: phrase(kindLabels[kind]),
  cover,
})

/** All published analyses, or all exhibitions. */
export function storiesShelf(kind: StoryKind, total: number, context: PresentationContext): Shelf {
  const { uris, siteName, pageSize } = context
  const entry = storiesEntry(kind, undefined, context)
  return {
    ...entry,
    extent: { total, whole: mostEntries, size: pageSize },
    homepage: { id: uris.storiesPage(kind), label: entry.label },
    within: { kind: 'collection', id: uris.collection(), label: { none: [siteName] } },
    pageLabel: (first, last) => numbered(kindLabels[kind], first, last),
  }
}

/** The works of one exhibition. */
export function exhibitedShelf(story: Story, total: number, context: PresentationContext): Shelf {
  const { uris, pageSize } = context
  return {
    kind: 'collection',
    id: uris.exhibitionCollection(story.slug),
    label: storyTitle(story),
    extent: { total, whole: mostEntries, size: pageSize },
    homepage: { id: uris.storyPage(story.kind, story.slug), label: storyTitle(story) },
    within: storiesEntry('exhibition', undefined, context),
    pageLabel: (first, last) => numbered(words.works, first, last),
  }
}

const numbered = ({ fr, en, nl }: Phrase, first: number, last: number): LanguageMap =>
  phrase({ fr: `${fr} ${first} à ${last}`, en: `${en} ${first} to ${last}`, nl: `${nl} ${first} tot ${last}` })

/** Where a story is listed. */
export const storyShelfEntries = ({ story }: PublishedStory, context: PresentationContext): readonly Entry[] => [
  storiesEntry(story.kind, undefined, context),
]
