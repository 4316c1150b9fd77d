import type { TextField } from '../catalogue/model.js'
import type { Phrase } from './languages.js'

/** What a notice calls its fields, in the order that a notice has them. */
export const fieldLabels = {
  makers: { fr: 'Auteur', en: 'Maker', nl: 'Maker' },
  date: { fr: 'Date', en: 'Date', nl: 'Datering' },
  domain: { fr: 'Domaine', en: 'Category', nl: 'Categorie' },
  type: { fr: 'Dénomination', en: 'Object type', nl: 'Objectnaam' },
  materials: { fr: 'Matières et techniques', en: 'Materials and techniques', nl: 'Materiaal en techniek' },
  dimensions: { fr: 'Dimensions', en: 'Dimensions', nl: 'Afmetingen' },
  genre: { fr: 'Genre', en: 'Genre', nl: 'Genre' },
  subject: { fr: 'Sujet représenté', en: 'Subject', nl: 'Onderwerp' },
  inscriptions: { fr: 'Inscriptions', en: 'Inscriptions', nl: 'Opschriften' },
  school: { fr: 'École', en: 'School', nl: 'School' },
  period: { fr: 'Période', en: 'Period', nl: 'Periode' },
  place: { fr: 'Lieu de création', en: 'Place made', nl: 'Plaats van vervaardiging' },
  acquisition: { fr: 'Acquisition', en: 'Acquisition', nl: 'Verwerving' },
  provenance: { fr: 'Provenance', en: 'Provenance', nl: 'Herkomst' },
  exhibitions: { fr: 'Expositions', en: 'Exhibitions', nl: 'Tentoonstellingen' },
  bibliography: { fr: 'Bibliographie', en: 'Bibliography', nl: 'Literatuur' },
  museum: { fr: 'Musée', en: 'Museum', nl: 'Museum' },
  inventory: { fr: 'Numéro d’inventaire', en: 'Inventory number', nl: 'Inventarisnummer' },
  reference: { fr: 'Référence', en: 'Reference', nl: 'Referentie' },
  rights: { fr: 'Droits', en: 'Rights', nl: 'Rechten' },
} as const satisfies Record<TextField | OwnField, Phrase>

/** Fields that are more than one text in the model. */
type OwnField = 'makers' | 'date' | 'dimensions' | 'museum' | 'inventory' | 'reference' | 'rights'
export type NoticeField = keyof typeof fieldLabels

export const noticeFields = Object.keys(fieldLabels) as readonly NoticeField[]
