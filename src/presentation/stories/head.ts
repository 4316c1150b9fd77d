import type { LanguageMap, Work } from '../../catalogue/model.js'
import type { Credit, Detail, Exhibition, Story, Texts } from '../../catalogue/story.js'
import { findPlace } from '../../stories/places.js'
import { escapeHtml } from '../../stories/prose/html.js'
import { noRelatives } from '../contents.js'
import type { PresentationContext } from '../context.js'
import { dayWords } from '../days.js'
import { workTitle } from '../label.js'
import { description } from '../manifest.js'
import { workMetadata } from '../metadata.js'
import { marked, plain } from '../plain.js'
import { rightsUri } from '../rights.js'
import type { Agent, LabelledValue } from '../types.js'
import { mapIn, proseMap, type Tongue, titleIn } from './comment.js'
import { cutOut } from './pictures.js'
import type { Picture, Staging, StoryAsked } from './staging.js'
import { inOne, said, say, siteLanguage, words } from './words.js'

type Head = Pick<Staging, 'label' | 'summary' | 'metadata' | 'statement' | 'rights' | 'provider' | 'cover'>

export const tongueOf = ({ published, language }: StoryAsked): Tongue => ({
  language,
  languages: published.story.languages,
})

/** What a manifest says of its story as a whole. */
export function headOf(asked: StoryAsked, works: readonly Work[], context: PresentationContext): Head {
  const { story } = asked.published
  const tongue = tongueOf(asked)
  const summary = proseMap(story.summary, tongue) ?? plain(mapIn(story.subtitle, tongue))
  const rights = rightsUri(story.rights?.uri)
  const cover = coverOf(story.cover, works)
  return {
    label: plain(mapIn(story.title, tongue)) ?? { none: [story.slug] },
    ...(summary ? { summary } : {}),
    metadata: storyMetadata(asked, works, context),
    statement: storyStatement(story, works, tongue, context),
    ...(rights ? { rights } : {}),
    provider: providers(works, context),
    ...(cover ? { cover } : {}),
  }
}

/** The title of a work in one language. */
export const titleOf = (work: Work, language: string): LanguageMap => inOne(plain(workTitle(work)) ?? {}, language)

export const titleWords = (work: Work, language: string): string =>
  Object.values(titleOf(work, language))[0]?.[0] ?? work.id

const captionFields = 8

/** What stands beside a work in an exhibition: the first lines of its notice, in one language. */
export const caption = (work: Work, language: string): readonly LabelledValue[] =>
  workMetadata(work)
    .slice(0, captionFields)
    .map(({ label, value }) => ({ label: inOne(label, language), value: inOne(value, language) }))

/** A text beside a picture as a line of its metadata: the Universal Viewer shows no comments, and Mirador these first. */
export function toldBeside(label: LanguageMap, texts: Texts | undefined, tongue: Tongue): readonly LabelledValue[] {
  const value = proseMap(texts, tongue)
  return value ? [{ label, value }] : []
}

/** A work's credit in one language; of a borrowed one what its owner demands, word for word. */
export function creditOf(work: Work, language: string, context: PresentationContext): LabelledValue {
  const { label, value } = description(work, context, noRelatives).requiredStatement
  return { label: inOne(label, language), value: inOne(value, language) }
}

function storyStatement(
  story: Story,
  works: readonly Work[],
  tongue: Tongue,
  context: PresentationContext,
): LabelledValue {
  const own = plain(mapIn(story.rights?.credit, tongue)) ?? {}
  const lines = [
    ...works.flatMap(work => Object.values(creditOf(work, tongue.language, context).value).flat()),
    ...(story.authors ?? []).map(author => `${say(words.authors, tongue.language)}${colon(tongue.language)}${author}`),
    ...Object.values(own).flat(),
  ]
  const value = marked({ [tongue.language]: [...new Set(lines)] }) ?? { none: [context.siteName] }
  return { label: said(words.credit, tongue.language), value }
}

const colon = (language: string): string => (siteLanguage(language) === 'fr' ? '\u00a0: ' : ': ')

function storyMetadata(
  { published, language }: StoryAsked,
  works: readonly Work[],
  { uris }: PresentationContext,
): readonly LabelledValue[] {
  const { story, publishedAt } = published
  const tongue = { language, languages: story.languages }
  const line = (label: LanguageMap, values: readonly string[], write = plain): readonly LabelledValue[] => {
    const value = write({ [language]: values })
    return value ? [{ label, value }] : []
  }
  const links = works.map(
    work =>
      `<a href="${escapeHtml(uris.workPage(work.id, siteLanguage(language)))}">${escapeHtml(titleWords(work, language))}</a>`,
  )
  return [
    ...line(said(words.authors, language), story.authors ?? []),
    ...(story.credits ?? []).flatMap((credit: Credit) => line(plain(mapIn(credit.role, tongue)) ?? {}, credit.names)),
    ...(story.kind === 'exhibition' ? exhibitionMetadata(story, tongue, line) : []),
    ...line(said(works.length > 1 ? words.works : words.work, language), links, marked),
    ...line(said(words.published, language), [dayWords(publishedAt.slice(0, 10), siteLanguage(language))]),
  ]
}

function exhibitionMetadata(
  { dates, place }: Exhibition,
  tongue: Tongue,
  line: (label: LanguageMap, values: readonly string[]) => readonly LabelledValue[],
): readonly LabelledValue[] {
  const where = titleIn(place, tongue)
  const days = [dates?.from, dates?.to].map(each =>
    each === undefined ? '…' : dayWords(each, siteLanguage(tongue.language)),
  )
  return [
    ...line(said(words.dates, tongue.language), dates?.from || dates?.to ? [days.join(' – ')] : []),
    ...line(said(words.place, tongue.language), where ? [where.text] : []),
  ]
}

/** The museums and owners of the works, each once. */
function providers(works: readonly Work[], context: PresentationContext): readonly Agent[] {
  const all = works.flatMap(work => description(work, context, noRelatives).provider ?? [])
  return [...new Map(all.map(agent => [agent.id, agent])).values()]
}

function coverOf(cover: Detail | undefined, works: readonly Work[]): Picture | undefined {
  const work = works.find(({ id }) => id === (cover?.work ?? works[0]?.id))
  const place = work && findPlace(cover ?? {}, work)
  return place && cutOut(place)
}
