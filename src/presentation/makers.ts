import type { Attribution, Maker } from '../catalogue/model.js'
import { type Phrase, type SiteLanguage, siteLanguages } from './languages.js'

const anonymous: Phrase = { fr: 'Anonyme', en: 'Anonymous', nl: 'Anoniem' }

/** What stands before a name; the French `de` becomes `d’` before a vowel. */
const before: Readonly<Record<Attribution, Phrase>> = {
  attributed: { fr: 'attribué à ', en: 'attributed to ', nl: 'toegeschreven aan ' },
  workshop: { fr: 'atelier de ', en: 'workshop of ', nl: 'atelier van ' },
  school: { fr: 'école de ', en: 'school of ', nl: 'school van ' },
  circle: { fr: 'entourage de ', en: 'circle of ', nl: 'omgeving van ' },
  follower: { fr: 'suiveur de ', en: 'follower of ', nl: 'navolger van ' },
  manner: { fr: 'manière de ', en: 'manner of ', nl: 'manier van ' },
  after: { fr: 'd’après ', en: 'after ', nl: 'naar ' },
  copy: { fr: 'copie d’après ', en: 'copy after ', nl: 'kopie naar ' },
}

/** A maker as people read it, with how the work goes back to them: « atelier d’Edmond Lachenal », « Anonyme ». */
export function makerName(maker: Maker, reader: string): string {
  const language: SiteLanguage = siteLanguages.find(known => known === reader) ?? 'fr'
  const named = (maker.readableName ?? maker.name).trim()
  const name = maker.anonymous ? anonymous[language] : `${named}${maker.uncertain ? ' (?)' : ''}`
  if (!maker.attribution || maker.anonymous) return name
  const words = before[maker.attribution][language]
  return words.endsWith(' de ') && /^[aeiouyàâéèêëîïôöùûüœæh]/i.test(name)
    ? `${words.slice(0, -2)}’${name}`
    : `${words}${name}`
}
