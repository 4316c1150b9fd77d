import { type LanguageMap, type Maker, type TextField, textFields, type Work } from '../catalogue/model.js'
import { dimensionWords } from './dimensions.js'
import { fieldLabels, type NoticeField, noticeFields } from './fields.js'
import { museumLabel } from './label.js'
import { inLanguages, languagesOf, phrase, readIn, siteLanguages } from './languages.js'
import { makerName } from './makers.js'
import { plain } from './plain.js'
import { publicDomainWords, rightsUri } from './rights.js'
import type { LabelledValue } from './types.js'
import { whereaboutsWords } from './whereabouts.js'

/** The notice of a work, in the order of a notice: each field that the catalogue fills, in the languages there are. */
export const workMetadata = (work: Work): readonly LabelledValue[] =>
  noticeFields.flatMap(field => {
    const value = plain(fieldValue(work, field))
    return value ? [{ label: phrase(fieldLabels[field]), value }] : []
  })

function fieldValue(work: Work, field: NoticeField): LanguageMap | undefined {
  switch (field) {
    case 'makers':
      return makerWords(work.makers ?? [])
    case 'whereabouts':
      return whereaboutsWords(work.whereabouts)
    case 'date':
      return work.date?.words
    case 'dimensions':
      return dimensionWords(work.dimensions)
    case 'museum':
      return work.museumRecord ? museumLabel(work.museumRecord) : { none: [work.museum ?? ''] }
    case 'inventory':
      return { none: [work.inventory ?? ''] }
    case 'reference':
      return { none: [work.id] }
    case 'publicDomain':
      return publicDomainWords(work.rights)
    case 'photograph':
      return work.rights?.photograph
    case 'copyright':
      return work.rights?.copyright
    case 'rights':
      return statedRights(work)
    default:
      return textOf(work, field)
  }
}

const textOf = (work: Work, field: TextField): LanguageMap | undefined =>
  textFields.includes(field) ? work.texts?.[field] : undefined

/** « Pieter Bruegel (1525 - 1569), peintre » in each language in which a role is written. */
function makerWords(makers: readonly Maker[]): LanguageMap | undefined {
  const ofLanguage = makers.some(({ anonymous, attribution }) => anonymous || attribution) ? siteLanguages : []
  const languages = new Set([...ofLanguage, ...languagesOf(...makers.map(({ role }) => role))])
  if (ofLanguage.length > 0) languages.delete('none')
  return inLanguages(languages, language =>
    makers.map(maker => {
      const dates = maker.dates?.trim()
      const name = makerName(maker, language)
      const person = dates ? `${name} (${dates})` : name
      return [person, ...readIn(maker.role, language)].filter(words => words !== '').join(', ')
    }),
  )
}

/** Only what may not stand in `rights`: other licences, by their words or addresses. */
function statedRights({ rights }: Work): LanguageMap | undefined {
  return rights?.uri && !rightsUri(rights.uri) ? { none: [rights.uri] } : undefined
}

const creditLabel = { fr: 'Crédit', en: 'Credit', nl: 'Bronvermelding' } as const

const photographed = (language: string): string => {
  const label = fieldLabels.photograph[siteLanguages.find(known => known === language) ?? 'fr']
  return `${label}${language === 'fr' ? '\u00a0' : ''}: `
}

/** The museum, its town and the credit line: every viewer shows this always. */
export function requiredStatement(work: Work, siteName: string): LabelledValue {
  const { museumRecord, rights } = work
  const museum = museumRecord && museumLabel(museumRecord)
  const languages = [...siteLanguages, ...languagesOf(museum, rights?.credit, rights?.photograph, rights?.copyright)]
  const value = inLanguages(languages, language => [
    readIn(museum, language)[0] ?? siteName,
    ...readIn(rights?.credit, language),
    ...readIn(rights?.photograph, language).map(credit => `${photographed(language)}${credit}`),
    ...readIn(rights?.copyright, language),
  ])
  return { label: phrase(creditLabel), value: plain(value) ?? { none: [siteName] } }
}
