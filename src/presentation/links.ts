import { coverImage, isBorrowed, type Work } from '../catalogue/model.js'
import type { PresentationContext } from './context.js'
import { linkedArtContext } from './descriptions/linked-art.js'
import { schemaOrgContext } from './descriptions/schema-org.js'
import { phrase, siteLanguages } from './languages.js'
import { lendersManifest } from './loan.js'
import type { Link } from './types.js'

const words = {
  schemaOrg: {
    fr: 'Description selon schema.org',
    en: 'Description by schema.org',
    nl: 'Beschrijving volgens schema.org',
  },
  linkedArt: {
    fr: 'Description selon Linked Art',
    en: 'Description by Linked Art',
    nl: 'Beschrijving volgens Linked Art',
  },
  notice: { fr: 'Notice d’origine', en: 'Original notice', nl: 'Oorspronkelijke beschrijving' },
  page: { fr: 'Page de l’œuvre', en: 'Page of the work', nl: 'Pagina van het werk' },
  pdf: { fr: 'Image au format PDF', en: 'Picture as PDF', nl: 'Afbeelding als PDF' },
} as const

/** Descriptions of a work for machines, each at an address of its own. */
export const seeAlso = (work: Work, { uris }: PresentationContext): readonly Link[] => [
  ...(work.loan ? lendersManifest(work.loan) : []),
  {
    id: uris.schemaOrg(work.id),
    type: 'Dataset',
    label: phrase(words.schemaOrg),
    format: 'application/ld+json',
    profile: schemaOrgContext,
  },
  {
    id: uris.linkedArt(work.id),
    type: 'Dataset',
    label: phrase(words.linkedArt),
    format: 'application/ld+json',
    profile: linkedArtContext,
  },
  ...(work.notice
    ? [{ id: uris.notice(work.id), type: 'Dataset', label: phrase(words.notice), format: 'application/json' } as const]
    : []),
]

/** The work for people: its page, and its first picture as a sheet to print. */
export function rendering(work: Work, { uris }: PresentationContext): readonly Link[] {
  const page: Link = {
    id: uris.workPage(work.id),
    type: 'Text',
    label: phrase(words.page),
    format: 'text/html',
    language: [...siteLanguages],
  }
  const cover = coverImage(work)
  if (!cover || isBorrowed(cover)) return [page]
  const id = `${uris.imageService(cover.id)}/full/max/0/default.pdf`
  return [page, { id, type: 'Text', label: phrase(words.pdf), format: 'application/pdf' }]
}
