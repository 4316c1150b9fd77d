import type { Worded } from './finding.js'

/** What a check counts, in the order of its report. */
export const counted = {
  works: { fr: 'œuvres publiées', en: 'published works' },
  stories: { fr: 'analyses et expositions publiées', en: 'published analyses and exhibitions' },
  collections: { fr: 'collections et leurs pages', en: 'collections and their pages' },
  manifests: { fr: 'manifestes', en: 'manifests' },
  parts: { fr: 'canevas, annotations et sommaires', en: 'canvases, annotations and ranges' },
  informations: { fr: 'descriptions d’images (info.json)', en: 'descriptions of images (info.json)' },
  addresses: { fr: 'adresses interrogées en tout', en: 'addresses asked in all' },
  tiles: { fr: 'tuiles et tailles calculées', en: 'tiles and sizes planned' },
  pyramids: { fr: 'pyramides', en: 'pyramids' },
  megabytes: { fr: 'mégaoctets relus', en: 'megabytes read again' },
  noted: { fr: 'empreintes notées pour la première fois', en: 'checksums noted for the first time' },
  files: { fr: 'fichiers dans pyramids/ et masters/', en: 'files in pyramids/ and masters/' },
} as const satisfies Record<string, Worded>

export type Counted = keyof typeof counted
export type Counts = Readonly<Record<Counted, number>>

export function counting() {
  const counts = Object.fromEntries(Object.keys(counted).map(what => [what, 0])) as Record<Counted, number>
  return {
    counts: counts as Counts,
    count(what: Counted, by = 1): void {
      counts[what] += by
    },
  }
}
