import type { PresentationContext } from '../context.js'
import { plain } from '../plain.js'
import type { StoryProfile } from '../story-uris.js'
import type { Homepage, Link } from '../types.js'
import { mapIn } from './comment.js'
import type { StoryAsked } from './staging.js'
import { said, siteLanguage, words } from './words.js'

/** Of a version of the Presentation API: its context, and the profiles in which it writes stories beside its own. */
export type StoryVersion = Readonly<{ context: string; profiles: readonly StoryProfile[] }>

export const storyHomepage = ({ published, language }: StoryAsked, { uris }: PresentationContext): Homepage => {
  const { story, revision, current } = published
  const tongue = { language, languages: story.languages }
  const reader = siteLanguage(language)
  return {
    id: uris.storyPage(story.kind, story.slug, { language: reader, ...(current ? {} : { revision }) }),
    type: 'Text',
    label: plain(mapIn(story.title, tongue)) ?? { none: [story.slug] },
    format: 'text/html',
    language: [reader],
  }
}

/** The page is made to be printed as well. */
export const storyRendering = (asked: StoryAsked, context: PresentationContext): readonly Link[] => {
  const { id, language } = storyHomepage(asked, context)
  const label = said(words.page, asked.language)
  return [{ id, type: 'Text', label, format: 'text/html', ...(language ? { language } : {}) }]
}

/** The story as data, the same in its other languages, and for exhibition viewers. */
export function storySeeAlso(
  { published, language, form }: StoryAsked,
  { uris }: PresentationContext,
  { context, profiles }: StoryVersion,
): readonly Link[] {
  const { story, revision, current } = published
  const { kind, slug, languages } = story
  const manifest = { type: 'Manifest', format: 'application/ld+json', profile: context } as const
  const others = languages.filter(each => each !== language)
  return [
    {
      id: uris.storyData(kind, slug, current ? {} : { revision }),
      type: 'Dataset',
      label: said(words.data, language),
      format: 'application/json',
    },
    ...(kind === 'exhibition'
      ? [
          {
            ...manifest,
            type: 'Collection' as const,
            id: uris.exhibitionCollection(slug),
            label: said(words.works, language),
          },
        ]
      : []),
    ...others.map(each => ({
      ...manifest,
      id: uris.story(kind, slug, { ...form, ...languageForm(each, languages) }).manifest(),
      label: plain(mapIn(story.title, { language: each, languages })) ?? { none: [slug] },
      language: [each],
    })),
    ...profiles
      .filter(profile => form.profile !== profile)
      .map(profile => ({
        ...manifest,
        id: uris.story(kind, slug, { ...form, profile }).manifest(),
        label: said(words[profile], language),
      })),
  ]
}

/** The first language of a story needs no naming. */
export const languageForm = (language: string, [first]: readonly string[]): Readonly<{ language?: string }> =>
  language === first ? {} : { language }
