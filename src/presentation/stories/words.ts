import type { LanguageMap } from '../../catalogue/model.js'
import { languageName, type Phrase, phrase, readIn, type SiteLanguage, siteLanguages } from '../languages.js'

/** What a story's manifest says of its own. */
export const words = {
  analyses: { fr: 'Analyses', en: 'Analyses', nl: 'Analyses' },
  exhibitions: { fr: 'Expositions', en: 'Exhibitions', nl: 'Tentoonstellingen' },
  introduction: { fr: 'Introduction', en: 'Introduction', nl: 'Inleiding' },
  authors: { fr: 'Textes', en: 'Texts', nl: 'Teksten' },
  work: { fr: 'Œuvre', en: 'Work', nl: 'Werk' },
  works: { fr: 'Œuvres', en: 'Works', nl: 'Werken' },
  dates: { fr: 'Dates', en: 'Dates', nl: 'Data' },
  place: { fr: 'Lieu', en: 'Place', nl: 'Plaats' },
  published: { fr: 'Publication', en: 'Published', nl: 'Publicatie' },
  commentary: { fr: 'Commentaire', en: 'Commentary', nl: 'Commentaar' },
  credit: { fr: 'Crédit', en: 'Credit', nl: 'Bronvermelding' },
  marks: { fr: 'Tracés', en: 'Marks', nl: 'Tekens' },
  withMarks: { fr: 'Avec les tracés', en: 'With the marks', nl: 'Met de tekens' },
  withoutMarks: { fr: 'Sans les tracés', en: 'Without the marks', nl: 'Zonder de tekens' },
  detail: { fr: 'Détail', en: 'Detail', nl: 'Detail' },
  beside: { fr: 'En regard', en: 'Beside it', nl: 'Ernaast' },
  comparison: { fr: 'Comparaison', en: 'Comparison', nl: 'Vergelijking' },
  quotation: { fr: 'Citation', en: 'Quotation', nl: 'Citaat' },
  text: { fr: 'Texte', en: 'Text', nl: 'Tekst' },
  analysis: { fr: 'Analyse', en: 'Analysis', nl: 'Analyse' },
  step: { fr: 'Étape', en: 'Step', nl: 'Stap' },
  readAnalysis: { fr: 'Lire l’analyse', en: 'Read the analysis', nl: 'De analyse lezen' },
  withdrawn: {
    fr: 'Cette œuvre n’est plus présentée.',
    en: 'This work is no longer shown.',
    nl: 'Dit werk wordt niet meer getoond.',
  },
  page: { fr: 'À lire et à imprimer', en: 'To read and to print', nl: 'Om te lezen en af te drukken' },
  data: { fr: 'Le texte et ses données', en: 'The text and its data', nl: 'De tekst en zijn gegevens' },
  delft: {
    fr: 'Pour les visionneuses d’expositions',
    en: 'For exhibition viewers',
    nl: 'Voor tentoonstellingsviewers',
  },
} as const satisfies Record<string, Phrase>

/** The words of marks that have no name of their own. */
export const markWords = {
  line: { fr: 'Ligne', en: 'Line', nl: 'Lijn' },
  arrow: { fr: 'Flèche', en: 'Arrow', nl: 'Pijl' },
  polygon: { fr: 'Contour', en: 'Outline', nl: 'Omtrek' },
  ellipse: { fr: 'Ellipse', en: 'Ellipse', nl: 'Ellips' },
  grid: { fr: 'Grille', en: 'Grid', nl: 'Raster' },
} as const satisfies Record<string, Phrase>

export const siteLanguage = (language: string): SiteLanguage =>
  siteLanguages.find(known => language === known || language.startsWith(`${known}-`)) ?? 'fr'

/** A phrase in the language of a manifest, or in the first of the site's where Beffroi does not speak it. */
export const say = (words: Phrase, language: string): string => words[siteLanguage(language)]

/** A phrase as the one text of a language map. */
export const said = (words: Phrase, language: string): LanguageMap => inOne(phrase(words), language)

/** A map with the texts of one language alone, or of the nearest there is: a manifest speaks one. */
export function inOne(map: LanguageMap, language: string): LanguageMap {
  const order = [language, siteLanguage(language), ...siteLanguages, 'none', ...Object.keys(map)]
  const found = order.find(each => (map[each]?.length ?? 0) > 0)
  return found === undefined ? map : { [found]: readIn(map, found) }
}

/** Before a text that is there in another language only. */
export function inOtherLanguage(of: string, language: string): string {
  const reader = siteLanguage(language)
  const name = languageName(of, reader)
  return { fr: `Texte en ${name}`, en: `Text in ${name}`, nl: `Tekst in het ${name}` }[reader]
}
