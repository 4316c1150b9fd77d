import type { FastifyRequest } from 'fastify'

/** Whether a client likes JSON-LD at least as much as plain JSON; `byDefault` decides where it says nothing. */
export function prefersJsonLd({ headers }: FastifyRequest, { byDefault }: { byDefault: boolean }): boolean {
  const wishes = readAccept(headers.accept ?? '*/*')
  const linked = likingOf('application/ld+json', wishes)
  const plain = likingOf('application/json', wishes)
  if (linked.quality !== plain.quality) return linked.quality > plain.quality
  // A type by its name says more than */* of the same quality
  if (linked.named !== plain.named) return linked.named
  return byDefault
}

/**
 * Which of several profiles of JSON-LD a client likes best (RFC 6906); the first where it says nothing of them.
 * @param profiles in lower case
 */
export function preferredProfile<Profile extends string>(
  { headers }: FastifyRequest,
  profiles: readonly [Profile, ...Profile[]],
): Profile {
  const wishes = readAccept(headers.accept ?? '*/*')
  const likings = profiles.map(profile => ({ profile, ...likingOfProfile(profile, wishes) }))
  const best = Math.max(...likings.map(({ quality }) => quality))
  const liked = likings.filter(({ quality }) => quality === best)
  return (best > 0 ? (liked.find(({ named }) => named) ?? liked[0]) : undefined)?.profile ?? profiles[0]
}

/** A range with a profile covers that profile alone; one without covers them all. */
function likingOfProfile(profile: string, wishes: readonly Wish[]): Liking {
  const named = wishes.filter(({ profiles }) => profiles.includes(profile))
  if (named.length > 0) return { quality: Math.max(...named.map(({ quality }) => quality)), named: true }
  const open = wishes.filter(({ profiles }) => profiles.length === 0)
  const { quality } = likingOf('application/ld+json', open)
  return { quality: Math.max(quality, likingOf('application/json', open).quality), named: false }
}

type Wish = Readonly<{ type: string; quality: number; profiles: readonly string[] }>
type Liking = Readonly<{ quality: number; named: boolean }>

/** RFC 9110 §12.5.1; the most specific range that covers a type decides, parameters other than `q` are passed over. */
function likingOf(type: string, wishes: readonly Wish[]): Liking {
  for (const range of [type, 'application/*', '*/*']) {
    const qualities = wishes.filter(wish => wish.type === range).map(({ quality }) => quality)
    if (qualities.length > 0) return { quality: Math.max(...qualities), named: range === type }
  }
  return { quality: 0, named: false }
}

const longestAccept = 2000

function readAccept(header: string): readonly Wish[] {
  return header
    .slice(0, longestAccept)
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map(part => {
      const [type = '', ...parameters] = part.split(';').map(word => word.trim().toLowerCase())
      const given = parameters.find(parameter => parameter.startsWith('q='))
      const quality = given === undefined ? 1 : Number(given.slice(2))
      const profiles = parameters.flatMap(parameter => /^profile="?([^"]*)"?$/.exec(parameter)?.[1]?.split(' ') ?? [])
      return { type, quality: quality >= 0 && quality <= 1 ? quality : 0, profiles }
    })
}
