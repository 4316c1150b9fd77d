import type { IncomingHttpHeaders } from 'node:http'
import type { Expected, Held } from '../../catalogue/editing.js'
import { DomainError } from '../../errors.js'

/** A strong ETag: the digest of what the catalogue holds. */
export const etagOfHeld = ({ revision }: Held<unknown>): string => `"${revision}"`

const howTo =
  'send If-Match with the ETag of what was read, so that nobody else’s change is lost, or If-None-Match: * for what is new'

/**
 * What a write is to find, by its conditions (RFC 9110 §13.1).
 * @throws DomainError `condition-required` where there is none
 */
export function expectedBy(headers: Pick<IncomingHttpHeaders, 'if-match' | 'if-none-match'>): Expected {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers
  if (match !== undefined && noneMatch !== undefined)
    throw new DomainError('invalid-request', 'Expected If-Match or If-None-Match, but both came.')
  if (noneMatch !== undefined) {
    if (noneMatch.trim() !== '*') throw new DomainError('invalid-request', 'Expected * as If-None-Match of a write.')
    return 'absent'
  }
  if (match === undefined) throw new DomainError('condition-required', `Expected a condition: ${howTo}.`)
  // It would overwrite whatever came in between
  if (match.trim() === '*')
    throw new DomainError('condition-required', `Expected an ETag as If-Match, not *: ${howTo}.`)
  return strongTagsIn(match)
}

/** Weak tags match nothing here (RFC 9110 §13.1.1). */
function strongTagsIn(header: string): readonly string[] {
  if (!/^\s*(?:W\/)?"[^"]*"(?:\s*,\s*(?:W\/)?"[^"]*")*\s*$/.test(header))
    throw new DomainError('invalid-request', 'Expected ETags in double quotes as If-Match.')
  return [...header.matchAll(/(W\/)?"([^"]*)"/g)].filter(([, weak]) => !weak).map(([, , tag = '']) => tag)
}

/** The answer to a write that would have overwritten another's: what is there now, to merge with. */
export function staleFailure(held: Held<unknown> | undefined, expected: Expected): DomainError {
  if (!held) return new DomainError('stale', 'It is not there any more: somebody has deleted it (see /api/deletions).')
  const message =
    expected === 'absent'
      ? 'It is there already; read it, and send its ETag as If-Match to change it.'
      : 'It has changed since it was read; "present" is what it is now: merge with that, and send its ETag as If-Match.'
  return new DomainError('stale', message, { details: { etag: etagOfHeld(held), present: held.value } })
}
