import type { LanguageMap } from '../catalogue/model.js'
import { languageName, type SiteLanguage, siteLanguages } from '../presentation/languages.js'

/** The languages of the pages are those of the documents; the first is the network's own. */
export type Language = SiteLanguage

export const defaultLanguage: Language = siteLanguages[0]

/** Each language by its own name, as a language switch shows it. */
export const languageNames: Readonly<Record<Language, string>> = { fr: 'Français', en: 'English', nl: 'Nederlands' }

/** Open Graph wants a territory. */
export const locales: Readonly<Record<Language, string>> = { fr: 'fr_FR', en: 'en_GB', nl: 'nl_BE' }

/** The page language that a reader likes best, by `Accept-Language` (RFC 9110 §12.5.4). */
export function preferredLanguage(header: string | undefined): Language {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map(readWish)
    .filter(wish => wish.quality > 0)
    .sort((one, other) => other.quality - one.quality)
  for (const { tag } of wishes) {
    const found = tag === '*' ? defaultLanguage : siteLanguages.find(language => language === tag)
    if (found) return found
  }
  return defaultLanguage
}

function readWish(text: string): { tag: string; quality: number } {
  const [range = '', ...parameters] = text.split(';').map(part => part.trim().toLowerCase())
  const given = parameters.find(parameter => parameter.startsWith('q='))
  const quality = given === undefined ? 1 : Number(given.slice(2))
  return { tag: range.split('-')[0] ?? '', quality: quality >= 0 && quality <= 1 ? quality : 0 }
}

/** Texts in the language that they are in, which is `undefined` where they have none. */
export type Words = Readonly<{ values: readonly string[]; language: string | undefined }>

/** The texts for a reader: in their language, or else in the first there is of French, English, Dutch, any. */
export function wordsFor(map: LanguageMap | undefined, reader: Language): Words | undefined {
  if (!map) return undefined
  const tags = Object.keys(map).filter(tag => map[tag]?.some(value => value.trim() !== ''))
  const tag = [reader, ...siteLanguages]
    .flatMap(wanted => [tags.find(each => each === wanted), tags.find(each => each.startsWith(`${wanted}-`))])
    .concat(tags.includes('none') ? 'none' : undefined, tags[0])
    .find(each => each !== undefined)
  if (tag === undefined) return undefined
  const values = (map[tag] ?? []).filter(value => value.trim() !== '')
  return { values, language: tag === 'none' ? undefined : tag }
}

/** The texts as one plain run, for attributes and titles. */
export const plain = (map: LanguageMap | undefined, reader: Language): string | undefined =>
  wordsFor(map, reader)?.values.join(', ')

/** The languages of texts that a reader is shown for want of their own, by name. */
export function otherLanguages(maps: readonly (LanguageMap | undefined)[], reader: Language): readonly string[] {
  const tags = maps.map(map => wordsFor(map, reader)?.language).filter(tag => tag !== undefined && tag !== reader)
  return [...new Set(tags)].map(tag => languageName(tag ?? '', reader))
}
