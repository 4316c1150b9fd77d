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

type Wish = Readonly<{ type: string; quality: number }>
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
      return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 }
    })
}
