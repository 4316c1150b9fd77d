import { DomainError } from '../../errors.js'
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

/** As JSON; what is there now, where an edit was stale, with its ETag. */
export const inApi: Dialect = (reply, failure) => {
  const etag = failure.details?.etag
  if (typeof etag === 'string') reply.header('etag', etag)
  return inJson(reply, failure)
}
