import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { CatalogueReader } from '../catalogue/catalogue.js'
import type { BaseOf } from './address.js'
import { knownTag } from './conditional.js'
import type { KeptAnswer, KeptAnswers } from './kept.js'
import { documentKey, pictureKey } from './keys.js'
import type { WishOf } from './negotiate.js'
import { requestId, requestLine } from './requests.js'
import { inSlices } from './slices.js'

export type ExpressOptions = Readonly<{
  answers: KeptAnswers
  reader: Pick<CatalogueReader, 'epoch' | 'revision'>
  baseOf: BaseOf
  wishOf: WishOf
}>

/** ms of each turn of the event loop in which the framework takes up requests; known answers go between. */
const SLICE = 3

/**
 * Answers again, ahead of the framework, what the IIIF routes have answered before: same status, headers, body and
 * log line. Whatever is not just that goes on to the framework as if nothing stood before it.
 */
export function openExpressLane(app: FastifyInstance, { answers, reader, baseOf, wishOf }: ExpressOptions): void {
  let draining = false
  app.addHook('preClose', async () => {
    draining = true
  })

  const epochNow = onceEachTurn(() => reader.epoch())

  const recall = (key: string): KeptAnswer | undefined => {
    const answer = answers.answer(key)
    if (!answer || holds(answer, epochNow(), reader)) return answer
    answers.forget(key)
    return undefined
  }

  const find = (request: IncomingMessage): KeptAnswer | undefined => {
    if (draining || !isPlain(request)) return undefined
    try {
      const { url = '', headers } = request
      const base = baseOf(request)
      return recall(pictureKey(base, url)) ?? recall(documentKey(base, url, wishOf(headers)))
    } catch {
      // A Host that is none, a catalogue that fails: the framework has the words for it
      return undefined
    }
  }

  const admit = inSlices(SLICE, () => performance.now())
  const ordinary = app.server.listeners('request')
  app.server.removeAllListeners('request')
  app.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const answer = find(request)
    if (answer) return send(answer, request, response, app)
    admit(() => {
      // Whoever has left since is not worth any work
      if (request.socket.destroyed) return
      for (const listener of ordinary) listener.call(app.server, request, response)
    })
  })
}

/** A request for the whole of something, with nothing in it that the routes would look at in another way. */
const isPlain = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  headers.range === undefined &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined &&
  headers.expect === undefined &&
  headers.upgrade === undefined

/** Whether what an answer was made from is as it was: certain while nothing was written at all, else looked up once. */
function holds(answer: KeptAnswer, epoch: number, reader: ExpressOptions['reader']): boolean {
  if (answer.epoch === epoch) return true
  const { source } = answer
  if (!source || reader.revision(source.of, source.id) !== source.revision) return false
  answer.epoch = epoch
  return true
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
  const head = known === undefined ? answer.head.slice() : headOfUnchanged(answer, known)
  head[1] = reqId
  response.on('close', () => {
    const line = { reqId, ...requestLine(request, response.statusCode, performance.now() - begun) }
    if (response.writableFinished) app.log.info(line, 'request')
    else app.log.warn(line, 'request not fully answered')
  })
  response.writeHead(known === undefined ? 200 : 304, head)
  if (known === undefined && request.method === 'GET') response.end(answer.body)
  else response.end()
}

/** Without what is of the body, and with the tag as the client spells it. */
function headOfUnchanged(answer: KeptAnswer, tag: string): string[] {
  const head = answer.head.slice(0, answer.unchanged)
  head[head.indexOf('etag') + 1] = tag
  return head
}
