import { apiPageSize } from '../../../config.js'
import { listOf, objectOf, refTo } from '../../../schema/shapes.js'

/** What routes say beside the things themselves: conditions, pages, failures. */

export const conditionHeaders = {
  type: 'object',
  properties: {
    'if-match': { type: 'string', description: 'The ETag of what was read; for what is there.' },
    'if-none-match': { type: 'string', description: '*, for what is new.' },
  },
} as const

export const patchBody = {
  type: 'object',
  description: 'A merge patch (RFC 7396): fields to replace; null takes one away.',
} as const

const reasons: Readonly<Record<number, string>> = {
  400: 'The request is not as it must be; "errors" names each field.',
  401: 'There is no token, or it is wrong.',
  404: 'There is nothing here, or the writing API is switched off.',
  409: 'It cannot be so beside what is there.',
  412: 'It has changed since it was read; "present" is what it is now.',
  413: 'It is larger than is accepted.',
  415: 'It is of a type that is not taken here.',
  422: 'It cannot be so.',
  428: 'A condition is missing.',
  503: 'The server is busy; try again in a moment.',
  507: 'There is no space left.',
}

/** The failures that a route tells of in the documentation. */
export const failuresOf = (...statuses: readonly number[]): Readonly<Record<number, object>> =>
  Object.fromEntries(
    statuses.map(status => [status, { description: reasons[status] ?? 'A failure.', ...refTo('Failure') }]),
  )

const limit = { type: 'integer', minimum: 1, maximum: apiPageSize, default: 100 } as const

/** The query of a list, and what else it can be asked for. */
export const pageQuery = (after: object, more: Readonly<Record<string, object>> = {}) =>
  objectOf({ after: { ...after, description: 'Where the page before ended.' }, limit, ...more })

/** A page of a list; `next` is the address of the page that follows, where there may be one. */
export const pageOf = (items: object) =>
  objectOf({ items: listOf(items, apiPageSize), next: { type: 'string' } }, ['items'])
