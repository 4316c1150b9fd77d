import type { IncomingHttpHeaders } from 'node:http'
import type { Validators } from './conditional.js'

/** Positions of bytes, `last` included. */
export type ByteRange = Readonly<{ first: number; last: number }>

/**
 * The one range of bytes that a GET asks for (RFC 9110 §14.2), within a body of `length` bytes.
 * @returns undefined for the whole: none asked, several, no range of bytes, or one of a state that is over (`If-Range`)
 */
export function wantedRange(
  headers: IncomingHttpHeaders,
  validators: Validators,
  length: number,
): ByteRange | 'unsatisfiable' | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range?.replaceAll(' ', '') ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined
  if (!sameState(headers['if-range'], validators)) return undefined
  if (from === '') return to === '0' || length === 0 ? 'unsatisfiable' : lastBytes(Number(to), length)
  const [first, last] = [Number(from), to === '' ? length - 1 : Math.min(Number(to), length - 1)]
  if (to !== '' && Number(to) < first) return undefined
  return first < length ? { first, last } : 'unsatisfiable'
}

const lastBytes = (count: number, length: number): ByteRange => ({
  first: Math.max(0, length - count),
  last: length - 1,
})

/** RFC 9110 §13.1.5: exactly the tag or the date that was sent. */
const sameState = (condition: string | readonly string[] | undefined, { etag, lastModified }: Validators): boolean =>
  condition === undefined || condition === etag || condition === lastModified
