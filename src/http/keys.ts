import { storyParameters } from '../presentation/story-uris.js'
import type { Wish } from './negotiate.js'

/** What an image's answer depends on beside the image: the base of the addresses in its head, and its own address. */
export const pictureKey = (base: string, url: string): string => `${base} ${url}`

/** A document's: the base of its addresses, its place, and how it is wished. No key of a picture has three parts. */
export const documentKey = (base: string, url: string, { media, version, coding }: Wish): string =>
  `${base} ${placeOf(url)} ${media}/${version}/${coding}`

/** Longer addresses are not kept. */
const longest = 512

/** Addresses of documents worth keeping: with a place of a sane length. */
export const isKeepable = (url: string): boolean => placeOf(url).length <= longest

/** Addresses of pictures worth keeping: an image's own, with its version at most; others could be made up without end. */
export const isKeepablePicture = (url: string): boolean => url.length <= longest && /^[^?]+(?:\?v=[\w.-]*)?$/.test(url)

/** An address's path; of a story's documents with the form that is asked for, in one spelling. */
function placeOf(url: string): string {
  const query = url.indexOf('?')
  if (query < 0) return url
  const path = url.slice(0, query)
  return /\/(?:analyses|exhibitions)\//.test(path) ? `${path}?${storyForm(url.slice(query + 1))}` : path
}

function storyForm(query: string): string {
  const given = new URLSearchParams(query)
  return storyParameters.map(name => given.getAll(name).join()).join('&')
}
