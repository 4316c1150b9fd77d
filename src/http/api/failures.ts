import type { ErrorObject } from 'ajv'
import { DomainError } from '../../errors.js'
import { type At, type Mistake, mistakesIn } from '../../schema/mistakes.js'
import { type Dialect, inJson } from '../errors.js'

/** One field of a body or address that is not as it must be. */
export type FieldError = Readonly<{ field: string; message: string }>

export const invalidFields = (errors: readonly FieldError[]): DomainError => {
  const [first] = errors
  const message =
    errors.length === 1 && first
      ? `${first.field}: ${first.message}`
      : `${errors.length} fields are not as they must be; "errors" names each.`
  return new DomainError('invalid-request', message, { details: { errors } })
}

/** What a schema found wrong with a body or an address. */
export const invalidShape = (errors: readonly ErrorObject[]): DomainError => invalidPlaces(mistakesIn(errors))

export const invalidPlaces = (mistakes: readonly Mistake[]): DomainError =>
  invalidFields(mistakes.map(({ at, sentence }) => ({ field: fieldName(at), message: sentence })))

const longestField = 300

/** `steps[2].marks[0].radiusX`: places in lists are counted from 0, as programs do. */
export const fieldName = (at: At): string =>
  at
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${part}`))
    .join('')
    .slice(0, longestField) || 'body'

/** As JSON; what is there now, where an edit was stale, with its ETag. */
export const inApi: Dialect = (reply, failure) => {
  const etag = failure.details?.etag
  if (typeof etag === 'string') reply.header('etag', etag)
  return inJson(reply, failure)
}
