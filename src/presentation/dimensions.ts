import type { Dimensions, LanguageMap } from '../catalogue/model.js'
import { inLanguages, type SiteLanguage, siteLanguages } from './languages.js'

const noBreak = '\u00a0'

const initials: Readonly<Record<SiteLanguage, readonly [height: string, width: string, depth: string]>> = {
  fr: ['H.', 'L.', 'P.'],
  en: ['H.', 'W.', 'D.'],
  nl: ['H.', 'B.', 'D.'],
}

const decimals = (language: SiteLanguage) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false })

// Made once: making one takes longer than all the rest of a manifest
const centimetres = { fr: decimals('fr'), en: decimals('en'), nl: decimals('nl') } as const

/** « H. 45,2 × L. 61 cm » where the catalogue's words are understood, else those words. */
export function dimensionWords(dimensions: Dimensions | undefined): LanguageMap | undefined {
  if (!dimensions) return undefined
  const measured = isWhole(dimensions) && inLanguages(siteLanguages, language => measures(dimensions, language))
  return measured || inLanguages(['none'], () => [dimensions.words ?? ''])
}

/** Whether height, width and depth say all: the words tell of parts and other measures. */
const isWhole = ({ words, measures = [], heightMm, widthMm, depthMm }: Dimensions): boolean =>
  words === undefined ||
  measures.every(({ mm, of }) => of === undefined && mm !== undefined && [heightMm, widthMm, depthMm].includes(mm))

function measures({ heightMm, widthMm, depthMm }: Dimensions, language: SiteLanguage): readonly string[] {
  const parts = [heightMm, widthMm, depthMm].flatMap((mm, side) =>
    mm !== undefined && mm > 0 ? [`${initials[language][side]}${noBreak}${centimetres[language].format(mm / 10)}`] : [],
  )
  return parts.length > 0 ? [`${parts.join(' × ')}${noBreak}cm`] : []
}
