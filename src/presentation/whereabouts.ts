import type { LanguageMap, Whereabouts } from '../catalogue/model.js'
import { inLanguages, type Phrase, readIn, siteLanguages } from './languages.js'

const words: Readonly<Record<Whereabouts['situation'], Phrase>> = {
  missing: { fr: 'Manquant', en: 'Missing', nl: 'Vermist' },
  stolen: { fr: 'Volé', en: 'Stolen', nl: 'Gestolen' },
  destroyed: { fr: 'Présumé détruit', en: 'Presumed destroyed', nl: 'Vermoedelijk vernietigd' },
  found: { fr: 'Retrouvé', en: 'Found again', nl: 'Teruggevonden' },
}

/** « Volé. Signalé en 1998 »: the situation, and what the catalogue says of it. */
export const whereaboutsWords = (whereabouts: Whereabouts | undefined): LanguageMap | undefined =>
  whereabouts &&
  inLanguages(siteLanguages, language => [
    [words[whereabouts.situation][language], ...readIn(whereabouts.note, language)].join('. '),
  ])

/** Whether a work cannot be in its museum: nothing may say that it is kept or shown there. */
export const isAway = (whereabouts: Whereabouts | undefined): boolean =>
  whereabouts !== undefined && whereabouts.situation !== 'found'
