import type { Exhibition } from '../../catalogue/story.js'
import type { Language } from '../languages.js'
import type { Visit } from '../visit.js'

/** An ISO day or moment as people write it: « 1er mars 2026 ». */
export function dayWords(iso: string, language: Language): string {
  const day = new Date(iso.length === 10 ? `${iso}T00:00:00Z` : iso)
  if (Number.isNaN(day.getTime())) return iso
  const locale = language === 'en' ? 'en-GB' : language
  const words = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day)
  return language === 'fr' ? words.replace(/^1 /, '1er ') : words
}

/** Days in words, whose French ordinal is raised as it is printed. */
export const Days = ({ words }: { words: string }) => {
  const [before, ...after] = words.split('1er ')
  return (
    <>
      {before}
      {after.map((text, index) => (
        <span key={index}>
          1<sup>er</sup> {text}
        </span>
      ))}
    </>
  )
}

/** « Du 1er mars au 30 septembre 2026 »; a missing side is open. */
export function exhibitionDates({ dates }: Pick<Exhibition, 'dates'>, visit: Visit): string | undefined {
  const { language, phrases } = visit
  if (!dates?.from && !dates?.to) return undefined
  const [from, to] = [dates.from, dates.to].map(day => (day ? dayWords(day, language) : undefined))
  if (from === undefined) return phrases.story.until(to ?? '')
  if (to === undefined) return phrases.story.since(from)
  const sameYear = dates.from?.slice(0, 4) === dates.to?.slice(0, 4)
  return phrases.story.fromTo(sameYear ? from.replace(/,? \d{4}$/, '') : from, to)
}
