import type { LanguageMap } from '../../catalogue/model.js'
import type { Texts } from '../../catalogue/story.js'
import { escapeHtml, proseHtml } from '../../stories/prose/html.js'
import { parseProse } from '../../stories/prose/parse.js'
import { prosePlain } from '../../stories/prose/plain.js'
import { textIn } from '../../stories/texts.js'
import { marked } from '../plain.js'
import type { Comment } from './staging.js'
import { inOtherLanguage } from './words.js'

/** In which language a story is told: the one asked for, and those to fall back on. */
export type Tongue = Readonly<{ language: string; languages: readonly string[] }>

export type Said = Readonly<{ text: string; language: string }>

export const titleIn = (texts: Texts | undefined, { language, languages }: Tongue): Said | undefined =>
  textIn(texts, language, languages)

/** A plain text as a language map, in the language that it is really in. */
export const mapIn = (texts: Texts | undefined, tongue: Tongue): LanguageMap | undefined => {
  const found = titleIn(texts, tongue)
  return found && { [found.language]: [found.text] }
}

/** What makes up a comment: « 2/8 », a title, a text, and what follows it. */
export type CommentParts = Readonly<{
  number?: string | undefined
  title?: Texts | undefined
  /** A title that is no text of the story: a work's. */
  named?: string | undefined
  text?: Texts | undefined
  /** Paragraphs of HTML, in the language of the manifest. */
  after?: readonly string[]
}>

/**
 * A comment as every viewer shows it: `<p><b>2/8 La tour</b><br>…</p>`. Texts that are there in another language only say
 * so; the body has the language of its text. Undefined where there is nothing to say.
 */
export function commentOf(key: string, parts: CommentParts, tongue: Tongue): Omit<Comment, 'region'> | undefined {
  const title = titleIn(parts.title, tongue)
  const text = titleIn(parts.text, tongue)
  const prose = text && parseProse(text.text).prose
  const heading = [parts.number, title?.text ?? parts.named].filter(each => each !== undefined).join(' ')
  const language = text?.language ?? title?.language ?? tongue.language
  const other = text && text.language !== tongue.language ? inOtherLanguage(text.language, tongue.language) : undefined
  const paragraphs = [...(prose && prose.length > 0 ? [proseHtml(prose)] : []), ...(parts.after ?? [])].join('')
  if (heading === '' && paragraphs === '') return undefined
  const note = other ? `<p><small>[${escapeHtml(other)}]</small></p>` : ''
  return {
    key,
    language,
    html: `${underHeading(headingHtml(heading, title, language), paragraphs)}${note}`,
    plain: [heading, ...(prose ? [prosePlain(prose)] : [])].filter(each => each !== '').join('\n\n'),
  }
}

const headingHtml = (heading: string, title: Said | undefined, language: string): string => {
  const words = escapeHtml(heading)
  return title && title.language !== language ? `<span lang="${escapeHtml(title.language)}">${words}</span>` : words
}

const underHeading = (heading: string, paragraphs: string): string => {
  if (heading === '') return paragraphs
  return paragraphs.startsWith('<p>')
    ? `<p><b>${heading}</b><br>${paragraphs.slice('<p>'.length)}`
    : `<p><b>${heading}</b></p>${paragraphs}`
}

/** A prose text as the value of a property: one element that begins and ends it (Presentation 3 §4.2). */
export function proseMap(texts: Texts | undefined, tongue: Tongue): LanguageMap | undefined {
  const found = titleIn(texts, tongue)
  return found && marked({ [found.language]: [onePiece(proseHtml(parseProse(found.text).prose))] })
}

/** Several paragraphs as one, since a value is one element. */
export const onePiece = (html: string): string => html.replaceAll('</p><p>', '<br><br>')
