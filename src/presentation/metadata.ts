import { type LanguageMap, type Maker, type TextField, textFields, type Work } from '../catalogue/model.js'
import { dimensionWords } from './dimensions.js'
import { fieldLabels, type NoticeField, noticeFields } from './fields.js'
import { museumLabel } from './label.js'
import { inLanguages, languagesOf, phrase, readIn, siteLanguages } from './languages.js'
import { plain } from './plain.js'
import { rightsUri } from './rights.js'
import type { LabelledValue } from './types.js'

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
  const languages = languagesOf(...makers.map(({ role }) => role))
  return inLanguages(languages, language =>
    makers.map(({ name, role, dates }) => {
      const person = dates?.trim() ? `${name.trim()} (${dates.trim()})` : name.trim()
      return [person, ...readIn(role, language)].filter(words => words !== '').join(', ')
    }),
  )
}

/** Only what may not stand in `rights`: other licences, by their words or addresses. */
function statedRights({ rights }: Work): LanguageMap | undefined {
  return rights?.uri && !rightsUri(rights.uri) ? { none: [rights.uri] } : undefined
}

const creditLabel = { fr: 'Crédit', en: 'Credit', nl: 'Bronvermelding' } as const

/** The museum, its town and the credit line: every viewer shows this always. */
export function requiredStatement(work: Work, siteName: string): LabelledValue {
  const { museumRecord, rights } = work
  const museum = museumRecord && museumLabel(museumRecord)
  const languages = [...siteLanguages, ...languagesOf(museum, rights?.credit)]
  const value = inLanguages(languages, language => [
    readIn(museum, language)[0] ?? siteName,
    ...readIn(rights?.credit, language),
  ])
  return { label: phrase(creditLabel), value: plain(value) ?? { none: [siteName] } }
}
