import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { CatalogueReader } from '../catalogue/catalogue.js'
import type { Arrival, BaseOf } from './address.js'
import { knownTag } from './conditional.js'
import type { KeptAnswer, KeptPictures } from './kept.js'
import { requestId, requestLine } from './requests.js'

export type ExpressOptions = Readonly<{
  pictures: KeptPictures
  reader: Pick<CatalogueReader, 'epoch' | 'image'>
  baseOf: BaseOf
}>

/**
 * Answers again, ahead of the framework, what the image routes have answered before: same status, headers, body and
 * log line. Whatever is not just that goes on to the framework as if nothing stood before it.
 */
export function openExpressLane(app: FastifyInstance, { pictures, reader, baseOf }: ExpressOptions): void {
  let draining = false
  app.addHook('preClose', async () => {
    draining = true
  })

  const epochNow = onceEachTurn(() => reader.epoch())

  const find = (request: IncomingMessage): KeptAnswer | undefined => {
    if (draining || !isPlain(request)) return undefined
    try {
      const address = addressOf(request, request.url ?? '', baseOf)
      const answer = pictures.answer(address)
      if (!answer || holds(answer, epochNow(), reader)) return answer
      pictures.forget(address)
    } catch {
      // A Host that is none, a catalogue that fails: the framework has the words for it
    }
    return undefined
  }

  const ordinary = app.server.listeners('request')
  app.server.removeAllListeners('request')
  app.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const answer = find(request)
    if (!answer) for (const listener of ordinary) listener.call(app.server, request, response)
    else send(answer, request, response, app)
  })
}

/** What an answer depends on beside the picture: the base of the addresses in its head, and its own address. */
export const addressOf = (arrival: Arrival, url: string, baseOf: BaseOf): string => `${baseOf(arrival)} ${url}`

/** Addresses worth keeping: an image's own, with its version at most; others could be made up without end. */
export const isKeepable = (url: string): boolean => url.length <= 512 && /^[^?]+(?:\?v=[\w.-]*)?$/.test(url)

/** A request for the whole of something, with nothing in it that the image routes would look at in another way. */
const isPlain = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  headers.range === undefined &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined &&
  headers.expect === undefined &&
  headers.upgrade === undefined

/** Whether an image is as it was: certain while nothing was written at all, else looked up once. */
function holds(answer: KeptAnswer, epoch: number, reader: ExpressOptions['reader']): boolean {
  if (answer.epoch === epoch) return true
  const holding = reader.image(answer.image.id)?.updatedAt === answer.image.updatedAt
  if (holding) answer.epoch = epoch
  return holding
}

/**
 * Asks once in each turn of the event loop. Requests that are read in one turn had all arrived when it began, so that
 * what is found out within it is news to every one of them.
 */
function onceEachTurn(ask: () => number): () => number {
  let known: number | undefined
  return () => {
    if (known === undefined) {
      known = ask()
      setImmediate(() => {
        known = undefined
      })
    }
    return known
  }
}

function send(answer: KeptAnswer, request: IncomingMessage, response: ServerResponse, app: FastifyInstance): void {
  const begun = performance.now()
  const reqId = requestId(request)
  const known = knownTag(request.headers, answer.validators)
  const head = known === undefined ? answer.head.slice() : headOfUnchanged(answer.head, known)
  head[1] = reqId
  response.once('close', () => {
    const line = { reqId, ...requestLine(request, response.statusCode, performance.now() - begun) }
    if (response.writableFinished) app.log.info(line, 'request')
    else app.log.warn(line, 'request not fully answered')
  })
  response.writeHead(known === undefined ? 200 : 304, head)
  if (known === undefined && request.method === 'GET') response.end(answer.body)
  else response.end()
}

/** Without a length, and with the tag as the client spells it. */
function headOfUnchanged(head: readonly string[], tag: string): string[] {
  const unchanged = head.slice(0, -2)
  unchanged[unchanged.indexOf('etag') + 1] = tag
  return unchanged
}
