import type { TextField } from '../catalogue/model.js'
import type { Phrase } from './languages.js'

/** What a notice calls its fields, in the order that a notice has them. */
export const fieldLabels = {
  makers: { fr: 'Auteur', en: 'Maker', nl: 'Maker' },
  date: { fr: 'Date', en: 'Date', nl: 'Datering' },
  domain: { fr: 'Domaine', en: 'Category', nl: 'Categorie' },
  type: { fr: 'Dénomination', en: 'Object type', nl: 'Objectnaam' },
  commonName: { fr: 'Appellation', en: 'Common name', nl: 'Gangbare naam' },
  otherTitles: { fr: 'Autres titres', en: 'Other titles', nl: 'Andere titels' },
  makerNotes: { fr: 'Précisions sur l’auteur', en: 'About the maker', nl: 'Over de maker' },
  formerAttributions: { fr: 'Anciennes attributions', en: 'Former attributions', nl: 'Vroegere toeschrijvingen' },
  materials: { fr: 'Matières et techniques', en: 'Materials and techniques', nl: 'Materiaal en techniek' },
  dimensions: { fr: 'Dimensions', en: 'Dimensions', nl: 'Afmetingen' },
  genre: { fr: 'Genre', en: 'Genre', nl: 'Genre' },
  subject: { fr: 'Sujet représenté', en: 'Subject', nl: 'Onderwerp' },
  inscriptions: { fr: 'Inscriptions', en: 'Inscriptions', nl: 'Opschriften' },
  persons: { fr: 'Onomastique', en: 'Names in the inscriptions', nl: 'Namen in de opschriften' },
  school: { fr: 'École', en: 'School', nl: 'School' },
  period: { fr: 'Période', en: 'Period', nl: 'Periode' },
  place: { fr: 'Lieu de création', en: 'Place made', nl: 'Plaats van vervaardiging' },
  genesis: { fr: 'Genèse', en: 'Genesis', nl: 'Ontstaan' },
  use: { fr: 'Utilisation', en: 'Use', nl: 'Gebruik' },
  discovery: { fr: 'Découverte', en: 'Discovery', nl: 'Vondst' },
  history: { fr: 'Historique', en: 'History', nl: 'Geschiedenis' },
  condition: { fr: 'État', en: 'Condition', nl: 'Toestand' },
  legalStatus: { fr: 'Statut juridique', en: 'Legal status', nl: 'Juridische status' },
  acquisition: { fr: 'Acquisition', en: 'Acquisition', nl: 'Verwerving' },
  deposit: { fr: 'Dépôt', en: 'Deposit', nl: 'Bruikleen' },
  provenance: { fr: 'Provenance', en: 'Provenance', nl: 'Herkomst' },
  exhibitions: { fr: 'Expositions', en: 'Exhibitions', nl: 'Tentoonstellingen' },
  bibliography: { fr: 'Bibliographie', en: 'Bibliography', nl: 'Literatuur' },
  comments: { fr: 'Commentaires', en: 'Comments', nl: 'Opmerkingen' },
  whereabouts: { fr: 'Situation', en: 'Whereabouts', nl: 'Verblijfplaats' },
  museum: { fr: 'Musée', en: 'Museum', nl: 'Museum' },
  inventory: { fr: 'Numéro d’inventaire', en: 'Inventory number', nl: 'Inventarisnummer' },
  reference: { fr: 'Référence', en: 'Reference', nl: 'Referentie' },
  publicDomain: { fr: 'Domaine public', en: 'Public domain', nl: 'Publiek domein' },
  photograph: { fr: 'Photographie', en: 'Photograph', nl: 'Foto' },
  copyright: { fr: 'Copyright', en: 'Copyright', nl: 'Auteursrecht' },
  rights: { fr: 'Droits', en: 'Rights', nl: 'Rechten' },
} as const satisfies Record<TextField | OwnField, Phrase>

/** Fields that are more than one text in the model. */
type OwnField =
  | 'makers'
  | 'date'
  | 'dimensions'
  | 'whereabouts'
  | 'museum'
  | 'inventory'
  | 'reference'
  | 'publicDomain'
  | 'photograph'
  | 'copyright'
  | 'rights'
export type NoticeField = keyof typeof fieldLabels

export const noticeFields = Object.keys(fieldLabels) as readonly NoticeField[]
