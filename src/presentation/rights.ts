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

/**
 * The URI of a licence or rights statement as IIIF documents must spell it: `http:`, without `www.`, the statement
 * itself rather than a page about it. Undefined for every other text.
 */
export function rightsUri(text: string | undefined): string | undefined {
  const given = text?.trim() ?? ''
  for (const { host, path, base } of statements) {
    const rest = given.replace(host, '')
    const statement = rest === given ? undefined : path.exec(`${rest}/`)?.[0]
    if (statement) return `${base}${statement}`
  }
  return undefined
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
