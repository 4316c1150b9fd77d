import type { LanguageMap, Rights } from '../catalogue/model.js'
import { phrase } from './languages.js'

/** Where viewers know what a statement means; Presentation 3 §3.2: other URIs may not stand in `rights`. */
const statements = [
  {
    host: /^https?:\/\/(?:www\.)?creativecommons\.org\//i,
    path: /^(?:licenses|publicdomain)\/[a-z+-]+\/\d\.\d\/(?:[a-z]{2,3}\/)?/,
    base: 'http://creativecommons.org/',
  },
  {
    host: /^https?:\/\/(?:www\.)?rightsstatements\.org\/(?:page|vocab)\//i,
    path: /^[A-Za-z-]+\/\d\.\d\//,
    base: 'http://rightsstatements.org/vocab/',
  },
] as const

const licence = /^(?:(?:licence )?creative commons|cc)[ -](by(?:-(?:sa|nd|nc|nc-sa|nc-nd))?)[ -](\d\.\d)( fr)?$/

/**
 * Words that catalogues use for a statement, in lower case. « Droits réservés » stands not among them, since a French credit
 * line says so of rights whose holder nobody knows, nor does a licence without its version.
 */
const spoken: readonly (readonly [words: RegExp, uri: string])[] = [
  [/^(?:œuvre dans le |œuvre du |dans le )?domaine public$|^public domain$|^publiek domein$/, 'publicdomain/mark/1.0/'],
  [/^(?:licence )?(?:cc0|cc zero|creative commons zero|cc-zero)(?: 1\.0)?$/, 'publicdomain/zero/1.0/'],
]

const reserved = /^(?:©\s*)?(?:tous droits réservés|all rights reserved|alle rechten voorbehouden)$/

function spokenUri(text: string): string | undefined {
  const words = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '')
  if (reserved.test(words)) return 'http://rightsstatements.org/vocab/InC/1.0/'
  const [, kind, version, french] = licence.exec(words) ?? []
  if (kind) return `http://creativecommons.org/licenses/${kind}/${version}/${french ? 'fr/' : ''}`
  const path = spoken.find(([pattern]) => pattern.test(words))?.[1]
  return path && `http://creativecommons.org/${path}`
}

/**
 * The URI of a licence or rights statement as IIIF documents must spell it: `http:`, without `www.`, the statement
 * itself rather than a page about it; also of the words « domaine public », « tous droits réservés », « CC BY-SA 4.0 ».
 * Undefined for every other text.
 */
export function rightsUri(text: string | undefined): string | undefined {
  const given = text?.trim() ?? ''
  for (const { host, path, base } of statements) {
    const rest = given.replace(host, '')
    const statement = rest === given ? undefined : path.exec(`${rest}/`)?.[0]
    if (statement) return `${base}${statement}`
  }
  return spokenUri(given)
}

/** Since when the work is, or from when it will be, in the public domain; nothing is said of its photograph. */
export function publicDomainWords(rights: Rights | undefined): LanguageMap | undefined {
  const year = rights?.publicDomainFrom
  if (year === undefined) return undefined
  return phrase({
    fr: `Œuvre dans le domaine public au 1er janvier ${year}`,
    en: `Work in the public domain as of 1 January ${year}`,
    nl: `Werk in het publieke domein vanaf 1 januari ${year}`,
  })
}
