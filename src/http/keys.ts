import type { Wish } from './negotiate.js'

/** What an image's answer depends on beside the image: the base of the addresses in its head, and its own address. */
export const pictureKey = (base: string, url: string): string => `${base} ${url}`

/** A document's: the base of its addresses, its path, and how it is wished. No key of a picture has three parts. */
export const documentKey = (base: string, url: string, { media, version, coding }: Wish): string =>
  `${base} ${pathOf(url)} ${media}/${version}/${coding}`

/** Longer addresses are not kept. */
const longest = 512

/** Addresses of documents worth keeping: with a path of a sane length, whatever the query. */
export const isKeepable = (url: string): boolean => pathOf(url).length <= longest

/** Addresses of pictures worth keeping: an image's own, with its version at most; others could be made up without end. */
export const isKeepablePicture = (url: string): boolean => url.length <= longest && /^[^?]+(?:\?v=[\w.-]*)?$/.test(url)

function pathOf(url: string): string {
  const query = url.indexOf('?')
  return query < 0 ? url : url.slice(0, query)
}
