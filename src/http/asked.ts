import { DomainError } from '../errors.js'

/** What stands behind the question mark of an address, not yet looked at. */
export type Query = Readonly<Record<string, string | string[] | undefined>>

/** @throws DomainError `invalid-request` */
export function wholeNumber(text: string | string[], name: string): number {
  if (typeof text === 'string' && /^[1-9]\d{0,6}$/.test(text)) return Number(text)
  throw new DomainError('invalid-request', `Expected a whole number from 1 for ${name} but received "${text}".`)
}

/** The page of a long list that is asked for, and how many there are. @throws DomainError `not-found` */
export function pageAsked({ page: asked }: Query, total: number, pageSize: number) {
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = asked === undefined ? 1 : wholeNumber(asked, 'page')
  if (page > pages) throw new DomainError('not-found', 'This list has no such page.')
  return { page, pages }
}
