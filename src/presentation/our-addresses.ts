/** What of a work an address of ours is: the work, or one of its views. */
export type OurResource = Readonly<{ work: string; view?: string }>

const below = /^\/iiif\/presentation\/[23]\/works\/([^/]{1,1000})\/(?:manifest|canvas\/([^/]{1,1000}))$/
const page = /^(?:\/[a-z]{2})?\/works\/([^/]{1,1000})$/

/**
 * Reads an address that `uris.ts` mints: a work's manifest, one of its canvases, or its page. Undefined for all others.
 * http and https are the same site: an address may be older than the certificate.
 * @param base the site's address without a final slash
 */
export function readOurAddress(address: string, base: string): OurResource | undefined {
  const [place, site] = [address, base].map(each => each.replace(/^https?:/i, ''))
  if (place === undefined || site === undefined || !place.startsWith(`${site}/`)) return undefined
  const [path = ''] = place.slice(site.length).split(/[?#]/)
  const [, work, view] = below.exec(path) ?? page.exec(path) ?? []
  const id = decoded(work)
  const key = decoded(view)
  if (id === undefined || (view !== undefined && key === undefined)) return undefined
  return { work: id, ...(key !== undefined && { view: key }) }
}

function decoded(segment: string | undefined): string | undefined {
  try {
    return segment === undefined ? undefined : decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
