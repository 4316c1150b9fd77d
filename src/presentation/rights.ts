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
