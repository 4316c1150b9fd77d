import type { Exhibition } from '../../catalogue/story.js'
import { dayWords } from '../../presentation/days.js'
import type { Visit } from '../visit.js'

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
