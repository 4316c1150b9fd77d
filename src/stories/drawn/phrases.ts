import type { Prose, Run } from '../prose/prose.js'
import { primaryLanguage, quotationMarks } from '../typesetting/typography.js'

type Words = Readonly<Record<'fr' | 'en' | 'nl', string>>

/** What Beffroi itself writes on drawn pictures: in the language asked for, else in French. */
const spoken = (words: Words, language: string): string => {
  const primary = primaryLanguage(language)
  return primary === 'en' || primary === 'nl' ? words[primary] : words.fr
}

export const invitation = (language: string): string =>
  spoken({ fr: 'Lire une œuvre', en: 'A close reading', nl: 'Een werk van dichtbij' }, language)

export const notShown = (language: string): string =>
  spoken(
    {
      fr: 'Cette œuvre n’est plus présentée',
      en: 'This work is no longer shown',
      nl: 'Dit werk wordt niet meer getoond',
    },
    language,
  )

export const notPhotographed = (language: string): string =>
  spoken({ fr: 'Pas encore photographiée', en: 'Not yet photographed', nl: 'Nog niet gefotografeerd' }, language)

export const someNotShown = (language: string): string =>
  spoken(
    {
      fr: 'Toutes les œuvres ne sont plus présentées',
      en: 'Not all works are still shown',
      nl: 'Niet alle werken worden nog getoond',
    },
    language,
  )

export const shortened = (language: string): string =>
  spoken(
    {
      fr: 'Texte abrégé : il se lit en entier à côté de cette image',
      en: 'Shortened: the whole text stands beside this picture',
      nl: 'Ingekort: de volledige tekst staat naast deze afbeelding',
    },
    language,
  )

export const detailWord = (language: string): string => spoken({ fr: 'détail', en: 'detail', nl: 'detail' }, language)

export const notToScale = (language: string): string =>
  spoken({ fr: 'Sans échelle commune', en: 'Not to scale', nl: 'Niet op schaal' }, language)

/** « 50 cm », « 2 m », « 5 mm ». */
export function lengthWords(mm: number, language: string): string {
  const [value, unit] = mm >= 1000 ? [mm / 1000, 'm'] : mm >= 10 ? [mm / 10, 'cm'] : [mm, 'mm']
  return `${value.toLocaleString(primaryLanguage(language))}\u00a0${unit}`
}

/** A quotation between the marks of its language, where it has none of its own. */
export function quoted(prose: Prose, language: string): Prose {
  const [open, close] = quotationMarks(language)
  const [first, last] = [prose[0], prose.at(-1)]
  if (first?.kind !== 'paragraph' || last?.kind !== 'paragraph') return prose
  const [opening] = first.runs
  if (opening?.kind === 'text' && /^\s*[«“„"‘']/.test(opening.text)) return prose
  return prose.map(paragraph => {
    if (paragraph.kind !== 'paragraph') return paragraph
    const before: readonly Run[] = paragraph === first ? [{ kind: 'text', text: open }] : []
    const after: readonly Run[] = paragraph === last ? [{ kind: 'text', text: close }] : []
    return { ...paragraph, runs: [...before, ...paragraph.runs, ...after] }
  })
}
