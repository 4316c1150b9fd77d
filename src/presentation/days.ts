import type { SiteLanguage } from './languages.js'

const locales: Readonly<Record<SiteLanguage, string>> = { fr: 'fr', en: 'en-GB', nl: 'nl' }

/** An ISO day or moment as people write it: « 1er mars 2026 ». */
export function dayWords(iso: string, language: SiteLanguage): string {
  const day = new Date(iso.length === 10 ? `${iso}T00:00:00Z` : iso)
  if (Number.isNaN(day.getTime())) return iso
  const words = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(day)
  return language === 'fr' ? words.replace(/^1 /, '1er ') : words
}
