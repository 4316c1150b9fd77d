import type { LanguageMap } from '../catalogue/model.js'
import { inLanguages, tidied } from './languages.js'

const zeroWidthSpace = '\u200b'

/**
 * A language map as documents may carry it: keys that Presentation 3 accepts, and plain text only.
 * A text from `<` to `>` would be read as HTML (§4.2), so such a one ends in a zero-width space.
 */
export const plain = (map: LanguageMap | undefined): LanguageMap | undefined => inTags(map, unmarked)

/** The same for texts that are sanitised HTML, or begin and end as such. */
export const marked = (map: LanguageMap | undefined): LanguageMap | undefined => inTags(map, text => text)

function inTags(map: LanguageMap | undefined, write: (text: string) => string): LanguageMap | undefined {
  const texts = new Map<string, readonly string[]>()
  for (const [language, values] of Object.entries(tidied(map) ?? {})) {
    const tag = languageTag(language)
    texts.set(tag, [...(texts.get(tag) ?? []), ...values])
  }
  return inLanguages(texts.keys(), tag => texts.get(tag)?.map(write))
}

/** The schema of Presentation 3 accepts letters and hyphens: `es-419` becomes `es`, and what is no tag `none`. */
function languageTag(tag: string): string {
  const [language = '', ...subtags] = tag.replaceAll('_', '-').split('-')
  if (!/^[a-zA-Z]{2,8}$/.test(language)) return 'none'
  return [language, ...subtags.filter(subtag => /^[a-zA-Z]{1,8}$/.test(subtag))].join('-')
}

const unmarked = (text: string): string =>
  text.startsWith('<') && text.endsWith('>') ? `${text}${zeroWidthSpace}` : text
