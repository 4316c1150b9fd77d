import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CatalogueReader } from '../catalogue/catalogue.js'
import type { BaseOf } from './address.js'
import { encode, worthCompressing } from './codings.js'
import { etagInCoding, etagOf, notModified } from './conditional.js'
import { headOf } from './headers.js'
import { headFrom, type KeptAnswers, type Source } from './kept.js'
import { documentKey, isKeepable } from './keys.js'
import type { Wish, WishOf } from './negotiate.js'

/** JSON, or JSON-LD where it has a context; `linkedByDefault` is whether it is that to those who say nothing. */
export type Document = Readonly<{
  content: object
  context?: string
  linkedByDefault?: boolean
  source?: Source
  /** It depends on more than its place, and is not kept. */
  passing?: true
}>

/** Sends what `read` finds. */
export type SendDocument = (
  request: FastifyRequest,
  reply: FastifyReply,
  read: (wish: Wish) => Promise<Document>,
) => Promise<FastifyReply>

export type DocumentOptions = Readonly<{
  answers: KeptAnswers
  reader: Pick<CatalogueReader, 'epoch'>
  baseOf: BaseOf
  wishOf: WishOf
}>

/**
 * Sends documents as JSON-LD of their context, or as JSON to those who prefer that, compressed as they are wished,
 * and keeps each answer for the express lane. They may change at any time, so they are asked for again each time; an
 * unchanged one costs a 304. They depend on their path, and of the query on the form of a story alone.
 */
export function documentSender({ answers, reader, baseOf, wishOf }: DocumentOptions): SendDocument {
  return async (request, reply, read) => {
    // Before all that is read: what is written meanwhile makes the answer older, never newer, than it says
    const epoch = reader.epoch()
    const wish = wishOf(request.headers)
    const { content, context, linkedByDefault = true, source, passing } = await read(wish)
    const linked = wish.media === 'json-ld' || (wish.media === 'either' && linkedByDefault)
    const type = linked && context ? `application/ld+json;profile="${context}"` : 'application/json'
    const text = JSON.stringify(content)
    const plain = Buffer.from(text)
    const coding = plain.length < worthCompressing ? 'identity' : wish.coding
    const etag = etagInCoding(etagOf(type, text), coding)
    reply.header('content-type', type).header('cache-control', 'no-cache')
    reply.header('vary', context ? 'Accept, Accept-Encoding' : 'Accept-Encoding')
    if (!linked && context) reply.header('link', contextLink(context))
    reply.header('etag', etag)

    const body = answers.body(etag) ?? encode(plain, coding)
    const ofBody = coding === 'identity' ? [] : ['content-encoding', coding]
    const head = headFrom(headOf(reply), [...ofBody, 'content-length', `${body.length}`])
    if (!passing && isKeepable(request.url)) {
      const answer = { validators: { etag }, ...head, body, epoch, ...(source && { source }) }
      answers.keep(documentKey(baseOf(request), request.url, wish), answer)
    }
    if (notModified(request, reply, { etag })) return reply
    if (coding !== 'identity') reply.header('content-encoding', coding)
    return reply.header('content-length', `${body.length}`).send(body)
  }
}

/** Plain JSON names its context beside the document (JSON-LD 1.1 §6.1, Image API 3 §5.1). */
const contextLink = (context: string): string =>
  `<${context}>;rel="http://www.w3.org/ns/json-ld#context";type="application/ld+json"`
