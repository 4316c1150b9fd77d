import type { LanguageMap, LayerKind, Museum, View, Work, WorkRecord } from '../catalogue/model.js'
import { inLanguages, type Phrase, phrase, readIn, type SiteLanguage, siteLanguages, tidied } from './languages.js'

const untitled: Phrase = { fr: 'Œuvre', en: 'Work', nl: 'Werk' }

/** A work's title; where the catalogue gives none, what it is and its inventory number: « Peinture, inv. 888.4.1 ». */
export function workTitle(work: WorkRecord): LanguageMap {
  return tidied(work.title) ?? inLanguages(siteLanguages, language => [untitledWork(work, language)]) ?? {}
}

function untitledWork({ id, inventory, texts }: WorkRecord, language: SiteLanguage): string {
  const type = readIn(texts?.type, language)[0] ?? readIn(texts?.domain, language)[0] ?? untitled[language]
  return inventory?.trim() ? `${type}, inv. ${inventory.trim()}` : `${type}, ${id}`
}

/** A museum's name; where its record gives none, its town and code. */
export function museumName({ id, name, town }: Museum): LanguageMap {
  return tidied(name) ?? { none: [town ? `${town} (${id})` : id] }
}

/** A museum's name with its town, which tells five « Musée des Beaux-Arts » apart. */
export function museumLabel(museum: Museum): LanguageMap {
  const { town } = museum
  const names = museumName(museum)
  const named = (name: string): boolean => !town || name.toLowerCase().includes(town.toLowerCase())
  return Object.fromEntries(
    Object.entries(names).map(([language, texts]) => [
      language,
      texts.map((name, index) => (index > 0 || named(name) ? name : `${name}, ${town}`)),
    ]),
  )
}

/** A view's own label; else the work's title for an only view, a number for one of several. */
export function viewLabel(view: View, index: number, work: Work): LanguageMap {
  const given = tidied(view.label)
  if (given) return given
  if (work.views.length === 1) return workTitle(work)
  return phrase({ fr: `Vue ${index + 1}`, en: `View ${index + 1}`, nl: `Beeld ${index + 1}` })
}

export const layerLabels = {
  visible: { fr: 'Lumière visible', en: 'Visible light', nl: 'Zichtbaar licht' },
  infrared: { fr: 'Infrarouge', en: 'Infrared', nl: 'Infrarood' },
  xray: { fr: 'Rayons X', en: 'X-ray', nl: 'Röntgen' },
  ultraviolet: { fr: 'Ultraviolet', en: 'Ultraviolet', nl: 'Ultraviolet' },
  raking: { fr: 'Lumière rasante', en: 'Raking light', nl: 'Strijklicht' },
} as const satisfies Record<LayerKind, Phrase>

export const notPhotographed: Phrase = {
  fr: 'Pas encore photographiée',
  en: 'Not yet photographed',
  nl: 'Nog niet gefotografeerd',
}

export const contentsLabel: Phrase = { fr: 'Sommaire', en: 'Contents', nl: 'Inhoud' }

export const looseWorks: Phrase = { fr: 'Autres œuvres', en: 'Other works', nl: 'Andere werken' }

/** « Œuvres 101 à 200 »: one page of a long list. */
export const worksLabel = (first: number, last: number): LanguageMap =>
  phrase({ fr: `Œuvres ${first} à ${last}`, en: `Works ${first} to ${last}`, nl: `Werken ${first} tot ${last}` })

export const museumsLabel = (first: number, last: number): LanguageMap =>
  phrase({ fr: `Musées ${first} à ${last}`, en: `Museums ${first} to ${last}`, nl: `Musea ${first} tot ${last}` })
