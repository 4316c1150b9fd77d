import type { FastifyRequest } from 'fastify'
import type { BaseOf } from '../address.js'

export type PageQuery<Id> = Readonly<{ after?: Id; limit: number }>

/** A page of a list, with the address of the next where this one is full. */
export function pageBody<Item, Id>(
  items: readonly Item[],
  request: FastifyRequest<{ Querystring: PageQuery<Id> }>,
  idOf: (item: Item) => Id,
  baseOf: BaseOf,
): Readonly<{ items: readonly Item[]; next?: string }> {
  const last = items.at(-1)
  if (last === undefined || items.length < request.query.limit) return { items }
  const [path = ''] = request.url.split('?')
  const query = new URLSearchParams(Object.entries({ ...request.query, after: `${idOf(last)}` }).map(named))
  return { items, next: `${baseOf(request)}${path}?${query}` }
}

const named = ([name, value]: [string, unknown]): [string, string] => [name, `${value}`]
