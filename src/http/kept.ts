import type { PublishedImage } from '../catalogue/catalogue.js'
import type { Validators } from './conditional.js'

/** The whole answer to one address: what is sent but for the request's id. It holds while `image` is as it was. */
export type KeptAnswer = Readonly<{
  image: Pick<PublishedImage, 'id' | 'updatedAt'>
  validators: Validators
  /** Names and values in turn, as they are sent; the first value is the request's id, the last the length of the body. */
  head: readonly string[]
  body: Buffer
}> & {
  /** The catalogue's, when the answer was last known to hold. */
  epoch: number
}

/** Pictures kept in memory: bodies by ETag, once each, and the answers to the addresses that lead to them. */
export interface KeptPictures {
  answer(address: string): KeptAnswer | undefined
  body(etag: string): Buffer | undefined
  keep(address: string, answer: KeptAnswer): void
  forget(address: string): void
  /** Of all bodies and heads, as they are counted against the budget. */
  readonly bytes: number
}

/** Body and answers come and go together; `asked` saves them once from being let go. */
type Kept = { readonly body: Buffer; readonly addresses: string[]; bytes: number; asked: boolean }

/** One picture never takes more than this part of the budget. */
const largestShare = 1 / 8

/** Different spellings of one picture's address that are kept, the first to be kept the first to go. */
const spellings = 8

/** bytes; what an answer takes beside its text */
const overhead = 512

/** @param budget bytes; nothing is kept where it is 0 */
export function keepPictures(budget: number): KeptPictures {
  const answers = new Map<string, readonly [answer: KeptAnswer, kept: Kept]>()
  // In order of arrival; what was asked for since goes to the end once instead of away (second chance).
  const bodies = new Map<string, Kept>()
  let bytes = 0

  const count = (kept: Kept, change: number): void => {
    kept.bytes += change
    bytes += change
  }

  const forget = (address: string): void => {
    const [answer, kept] = answers.get(address) ?? []
    if (!answer || !kept) return
    answers.delete(address)
    kept.addresses.splice(kept.addresses.indexOf(address), 1)
    count(kept, -sizeOf(address, answer))
  }

  const shrink = (): void => {
    for (const [etag, kept] of bodies) {
      if (bytes <= budget) return
      bodies.delete(etag)
      if (kept.asked) {
        kept.asked = false
        bodies.set(etag, kept)
      } else {
        for (const address of kept.addresses) answers.delete(address)
        bytes -= kept.bytes
      }
    }
  }

  return {
    answer(address) {
      const found = answers.get(address)
      if (!found) return undefined
      found[1].asked = true
      return found[0]
    },
    body(etag) {
      const kept = bodies.get(etag)
      if (kept) kept.asked = true
      return kept?.body
    },
    keep(address, answer) {
      const { etag } = answer.validators
      if (answer.body.length > budget * largestShare) return
      forget(address)
      const kept = bodies.get(etag) ?? { body: alone(answer.body), addresses: [], bytes: 0, asked: false }
      if (!bodies.has(etag)) {
        bodies.set(etag, kept)
        count(kept, kept.body.length)
      }
      const [oldest] = kept.addresses
      if (oldest !== undefined && kept.addresses.length >= spellings) forget(oldest)
      const shared: KeptAnswer = { ...answer, body: kept.body }
      answers.set(address, [shared, kept])
      kept.addresses.push(address)
      count(kept, sizeOf(address, shared))
      shrink()
    },
    forget,
    get bytes() {
      return bytes
    },
  }
}

/** A small buffer is a slice of a larger one, which it would hold in memory whole. */
function alone(body: Buffer): Buffer {
  if (body.buffer.byteLength === body.length) return body
  const copy = Buffer.allocUnsafeSlow(body.length)
  body.copy(copy)
  return copy
}

const sizeOf = (address: string, { head }: KeptAnswer): number =>
  head.reduce((sum, text) => sum + text.length, overhead + address.length)
