import type { StoryKind } from '../catalogue/story.js'

/** Profiles of a story's manifest beside its own: what exhibition viewers play. */
export const storyProfiles = ['delft'] as const
export type StoryProfile = (typeof storyProfiles)[number]

/** Which form of a story: without anything its newest revision in its first language. */
export type StoryForm = Readonly<{ language?: string; revision?: number; profile?: StoryProfile }>

/** A story's folder, in addresses for people and for programs alike. */
export const storyFolders: Readonly<Record<StoryKind, string>> = { analysis: 'analyses', exhibition: 'exhibitions' }

const segment = encodeURIComponent

/** What of a query documents of stories depend on. */
export const storyParameters = ['lang', 'revision', 'profile'] as const

/** The form in the one spelling that addresses have: `?lang=en&revision=3&profile=delft`. */
export function formQuery({ language, revision, profile }: StoryForm): string {
  const fields = { lang: language, revision, profile }
  const named = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : `${name}=${value}`))
  return named.length > 0 ? `?${named.join('&')}` : ''
}

/** Addresses of a story's documents; whatever stands below its manifest has the manifest's form. */
export function storyUris(presentation: string, kind: StoryKind, slug: string, form: StoryForm) {
  const below = `${presentation}/${storyFolders[kind]}/${segment(slug)}`
  const query = formQuery(form)
  const canvas = (key: string) => `${below}/canvas/${segment(key)}`
  return {
    manifest: () => `${below}/manifest${query}`,
    /** Of an exhibition: the works that it shows, in any form. */
    collection: () => `${below}/collection`,
    /** Version 2 only. */
    sequence: () => `${below}/sequence/normal${query}`,
    canvas: (key: string) => `${canvas(key)}${query}`,
    annotationPage: (key: string) => `${canvas(key)}/painting${query}`,
    annotation: (key: string) => `${canvas(key)}/painting/1${query}`,
    /** What is said on a canvas, in the order of the story, and the marks drawn on it. */
    comments: (key: string, of: 'comments' | 'marks') => `${canvas(key)}/${of}${query}`,
    comment: (key: string, of: 'comments' | 'marks', name: string) => `${canvas(key)}/${of}/${segment(name)}${query}`,
    range: (key: string) => `${below}/range/${segment(key)}${query}`,
  } as const
}
