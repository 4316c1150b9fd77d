import type { IncomingHttpHeaders } from 'node:http'
import { bestCoding, type Coding } from './codings.js'
import { readWeighted, type Weighted } from './weighted.js'

/** What a client asks of a document beside its address, as far as Beffroi has it. */
export type Wish = Readonly<{ media: 'json-ld' | 'json' | 'either'; coding: Coding }>

export type WishOf = (headers: IncomingHttpHeaders) => Wish

/** Clients send few spellings of these headers; longer ones are read each time. */
const remembered = { headers: 256, characters: 512 } as const

/** Reads `Accept` and `Accept-Encoding`, each spelling once while it is remembered. */
export function rememberWishes(): WishOf {
  const wishes = new Map<string, Wish>()
  return headers => {
    const accept = headers.accept ?? '*/*'
    const codings = String(headers['accept-encoding'] ?? '')
    const spelling = `${accept}\n${codings}`
    const known = wishes.get(spelling)
    if (known) return known
    const wish: Wish = { media: likedMedia(accept), coding: bestCoding(readWeighted(codings)) }
    if (wishes.size >= remembered.headers) wishes.clear()
    if (spelling.length <= remembered.characters) wishes.set(spelling, wish)
    return wish
  }
}

/** Which of JSON-LD and plain JSON a client likes better. */
function likedMedia(accept: string): Wish['media'] {
  const ranges = readWeighted(accept)
  const linked = likingOf('application/ld+json', ranges)
  const plain = likingOf('application/json', ranges)
  if (linked.quality !== plain.quality) return linked.quality > plain.quality ? 'json-ld' : 'json'
  // A type by its name says more than */* of the same quality
  if (linked.named !== plain.named) return linked.named ? 'json-ld' : 'json'
  return 'either'
}

type Liking = Readonly<{ quality: number; named: boolean }>

/** RFC 9110 §12.5.1; the most specific range that covers a type decides. */
function likingOf(type: string, ranges: readonly Weighted[]): Liking {
  for (const range of [type, 'application/*', '*/*']) {
    const qualities = ranges.filter(({ name }) => name === range).map(({ quality }) => quality)
    if (qualities.length > 0) return { quality: Math.max(...qualities), named: range === type }
  }
  return { quality: 0, named: false }
}
