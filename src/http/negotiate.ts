import type { IncomingHttpHeaders } from 'node:http'
import { projections } from '../presentation/projections.js'
import type { Version } from '../presentation/uris.js'
import { bestCoding, type Coding } from './codings.js'
import { readWeighted, type Weighted } from './weighted.js'

/** What a client asks of a document beside its address, as far as Beffroi has it. */
export type Wish = Readonly<{
  media: 'json-ld' | 'json' | 'either'
  /** Of the Presentation API, at the addresses that have both. */
  version: Version
  coding: Coding
}>

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
    const ranges = readWeighted(accept)
    const coding = bestCoding(readWeighted(codings))
    const wish: Wish = { media: likedMedia(ranges), version: likedVersion(ranges), coding }
    if (wishes.size >= remembered.headers) wishes.clear()
    if (spelling.length <= remembered.characters) wishes.set(spelling, wish)
    return wish
  }
}

/** Which of JSON-LD and plain JSON a client likes better. */
function likedMedia(ranges: readonly Weighted[]): Wish['media'] {
  const linked = likingOf('application/ld+json', ranges)
  const plain = likingOf('application/json', ranges)
  if (linked.quality !== plain.quality) return linked.quality > plain.quality ? 'json-ld' : 'json'
  // A type by its name says more than */* of the same quality
  if (linked.named !== plain.named) return linked.named ? 'json-ld' : 'json'
  return 'either'
}

const profileOf = (version: Version): string => projections[version].profile.toLowerCase()

/** Version 2 to those alone who like its profile better (RFC 6906). */
function likedVersion(ranges: readonly Weighted[]): Version {
  const [older, newer] = [likingOfProfile(profileOf(2), ranges), likingOfProfile(profileOf(3), ranges)]
  if (older.quality !== newer.quality) return older.quality > newer.quality ? 2 : 3
  return older.named && !newer.named && older.quality > 0 ? 2 : 3
}

/** A range with a profile covers that profile alone; one without covers them all. */
function likingOfProfile(profile: string, ranges: readonly Weighted[]): Liking {
  const named = ranges.filter(({ profiles }) => profiles.includes(profile))
  if (named.length > 0) return { quality: Math.max(...named.map(({ quality }) => quality)), named: true }
  const open = ranges.filter(({ profiles }) => profiles.length === 0)
  const { quality } = likingOf('application/ld+json', open)
  return { quality: Math.max(quality, likingOf('application/json', open).quality), named: false }
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
