import type { Revised } from '../catalogue/catalogue.js'
import type { Validators } from './conditional.js'

/** What an answer was made from, and the revision of that. */
export type Source = Readonly<{ of: Revised; id: string; revision: string }>

/**
 * The whole answer to one request: what is sent but for the request's id. It holds while `source` has the same revision,
 * or where none is named, while nothing at all is written.
 */
export type KeptAnswer = Readonly<{
  source?: Source
  validators: Validators
  /** Names and values in turn, as they are sent; the first value is the request's id. */
  head: readonly string[]
  /** So many words of `head` are sent with a 304 too; what follows is of the body. */
  unchanged: number
  body: Buffer
}> & {
  /** The catalogue's, when the answer was last known to hold. */
  epoch: number
}

/** @param shared what a 304 has too  @param ofBody what it has not */
export const headFrom = (shared: readonly string[], ofBody: readonly string[]) => ({
  head: [...shared, ...ofBody],
  unchanged: shared.length,
})

/** Answers kept in memory, pictures and documents: bodies by ETag, once each, and by key the answers that they are in. */
export interface KeptAnswers {
  answer(key: string): KeptAnswer | undefined
  body(etag: string): Buffer | undefined
  keep(key: string, answer: KeptAnswer): void
  forget(key: string): void
  /** Of all bodies and heads, as they are counted against the budget. */
  readonly bytes: number
}

/** Body and answers come and go together; `asked` saves them once from being let go. */
type Kept = { readonly body: Buffer; readonly keys: string[]; bytes: number; asked: boolean }

/** One body never takes more than this part of the budget. */
const largestShare = 1 / 8

/** Keys of one body that are kept: spellings of its address, the first to be kept the first to go. */
const spellings = 8

/** bytes; what an answer takes beside its text */
const overhead = 512

/** @param budget bytes; nothing is kept where it is 0 */
export function keepAnswers(budget: number): KeptAnswers {
  const answers = new Map<string, readonly [answer: KeptAnswer, kept: Kept]>()
  // In order of arrival; what was asked for since goes to the end once instead of away (second chance).
  const bodies = new Map<string, Kept>()
  let bytes = 0

  const count = (kept: Kept, change: number): void => {
    kept.bytes += change
    bytes += change
  }

  const forget = (key: string): void => {
    const [answer, kept] = answers.get(key) ?? []
    if (!answer || !kept) return
    answers.delete(key)
    kept.keys.splice(kept.keys.indexOf(key), 1)
    count(kept, -sizeOf(key, answer))
  }

  const shrink = (): void => {
    for (const [etag, kept] of bodies) {
      if (bytes <= budget) return
      bodies.delete(etag)
      if (kept.asked) {
        kept.asked = false
        bodies.set(etag, kept)
      } else {
        for (const key of kept.keys) answers.delete(key)
        bytes -= kept.bytes
      }
    }
  }

  return {
    answer(key) {
      const found = answers.get(key)
      if (!found) return undefined
      found[1].asked = true
      return found[0]
    },
    body(etag) {
      const kept = bodies.get(etag)
      if (kept) kept.asked = true
      return kept?.body
    },
    keep(key, answer) {
      const { etag } = answer.validators
      if (answer.body.length > budget * largestShare) return
      forget(key)
      const kept = bodies.get(etag) ?? { body: alone(answer.body), keys: [], bytes: 0, asked: false }
      if (!bodies.has(etag)) {
        bodies.set(etag, kept)
        count(kept, kept.body.length)
      }
      const [oldest] = kept.keys
      if (oldest !== undefined && kept.keys.length >= spellings) forget(oldest)
      const shared: KeptAnswer = { ...answer, body: kept.body }
      answers.set(key, [shared, kept])
      kept.keys.push(key)
      count(kept, sizeOf(key, shared))
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

const sizeOf = (key: string, { head }: KeptAnswer): number =>
  head.reduce((sum, text) => sum + text.length, overhead + key.length)
