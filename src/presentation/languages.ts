import type { LanguageMap } from '../catalogue/model.js'

/** The languages that Beffroi speaks of its own, the first one first. */
export const siteLanguages = ['fr', 'en', 'nl'] as const
export type SiteLanguage = (typeof siteLanguages)[number]

/** A text of Beffroi's own, complete in every language it speaks. */
export type Phrase = Readonly<Record<SiteLanguage, string>>

export const phrase = (words: Phrase): LanguageMap =>
  Object.fromEntries(siteLanguages.map(language => [language, [words[language]]]))

/** A language as its reader calls it; its tag where that is none that is known. */
export function languageName(tag: string, reader: SiteLanguage): string {
  try {
    return new Intl.DisplayNames(reader, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** Texts of a map in one language, or in the nearest there is: the site's languages in order, then any. */
export function readIn(map: LanguageMap | undefined, language: string): readonly string[] {
  if (!map) return []
  const order = [language, ...siteLanguages, 'none', ...Object.keys(map)]
  return order.map(key => written(map[key])).find(texts => texts.length > 0) ?? []
}

/** Builds a map language by language; languages without text are left out, and a map without any is undefined. */
export function inLanguages<Language extends string>(
  languages: Iterable<Language>,
  textsIn: (language: Language) => readonly string[] | undefined,
): LanguageMap | undefined {
  const entries = [...new Set(languages)].map(language => [language, written(textsIn(language))] as const)
  const kept = entries.filter(([, texts]) => texts.length > 0)
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}

/** A map without its empty texts, the site's languages first; undefined where nothing is written. */
export const tidied = (map: LanguageMap | undefined): LanguageMap | undefined =>
  map && inLanguages(keysOf(map), language => map[language])

/** The languages that a text made of several maps can be written in; `none` only where there is no other. */
export function languagesOf(...maps: readonly (LanguageMap | undefined)[]): readonly string[] {
  const found = keysOf(Object.assign({}, ...maps)).filter(language => language !== 'none')
  return found.length > 0 ? found : ['none']
}

const keysOf = (map: LanguageMap): readonly string[] => [
  ...siteLanguages.filter(language => Object.hasOwn(map, language)),
  ...Object.keys(map).filter(key => !siteLanguages.some(language => language === key)),
]

const written = (texts: readonly string[] | undefined): readonly string[] =>
  (texts ?? []).map(text => text.trim()).filter(text => text !== '')
