import { DomainError, type FailureCode } from '../../errors.js'
import { type Dialect, inJson } from '../errors.js'

/** A failure that says more than one sentence; the details stand beside it in the answer. */
export class DetailedError extends DomainError {
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: FailureCode, message: string, details: Readonly<Record<string, unknown>>) {
    super(code, message)
    this.details = details
  }
}

/** One field of a body or address that is not as it must be. */
export type FieldError = Readonly<{ field: string; message: string }>

export const invalidFields = (errors: readonly FieldError[]): DetailedError => {
  const [first] = errors
  const message =
    errors.length === 1 && first
      ? `${first.field}: ${first.message}`
      : `${errors.length} fields are not as they must be; "errors" names each.`
  return new DetailedError('invalid-request', message, { errors })
}

/** As JSON; what is there now, where an edit was stale, with its ETag. */
export const inApi: Dialect = (reply, failure) => {
  const etag = failure.details?.etag
  if (typeof etag === 'string') reply.header('etag', etag)
  return inJson(reply, failure)
}
