import type { PublishedStory, Story, Texts } from '../../catalogue/story.js'
import type { Shown } from '../../stories/shown.js'
import { textIn } from '../../stories/texts.js'
import { typographic } from '../../stories/typesetting/typography.js'
import type { Language } from '../languages.js'
import type { Visit } from '../visit.js'

/** A story as one visit reads it: the published revision, and what it shows as far as that is published now. */
export type Telling<Kind extends Story = Story> = Readonly<{
  published: PublishedStory<Kind>
  shown: Shown
  visit: Visit
  /** It stands in a frame on somebody else's page. */
  embedded?: boolean
}>

/** Who reads, and which languages the story is told in. */
export type Voice = Readonly<{ reader: Language; languages: readonly string[] }>

export const voiceOf = ({ published, visit }: Pick<Telling, 'published' | 'visit'>): Voice => ({
  reader: visit.language,
  languages: published.story.languages,
})

/** A text in the reader's language, else in the first of the story's that it has. */
export const textFor = (texts: Texts | undefined, { reader, languages }: Voice) => textIn(texts, reader, languages)

export function plainText(texts: Texts | undefined, voice: Voice): string | undefined {
  const found = textFor(texts, voice)
  return found && typographic(found.text.trim(), found.language)
}

/** `lang` on what is not in the page's language. */
export const foreign = (language: string, { reader }: Voice): { lang?: string } =>
  language === reader ? {} : { lang: language }
