import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError, failures } from '../errors.js'
import { methods } from './headers.js'

/** What a client is told of a failure, in whatever dialect; details only where a machine can use them. */
export type Failure = Readonly<{
  status: number
  code: string
  message: string
  details?: Readonly<Record<string, unknown>>
}>

/** How one part of the server words its failures: a page, a JSON object, a line of text. */
export type Dialect = (reply: FastifyReply, failure: Failure) => FastifyReply

export const inJson: Dialect = (reply, { code, message, details }) =>
  reply.type('application/json').send({ code, message, ...details })

export const inText: Dialect = (reply, { message }) => reply.type('text/plain; charset=utf-8').send(`${message}\n`)

const nothingHere: Failure = { status: 404, code: 'not-found', message: 'There is nothing at this address.' }

const otherMethod: Failure = {
  status: 405,
  code: 'invalid-request',
  message: `Expected one of the methods ${methods} at this address.`,
}

const unexpected: Failure = {
  status: 500,
  code: 'failed',
  message: 'Something failed inside the server. It has been logged; quote the X-Request-Id of this answer.',
}

export const unreadable: Failure = {
  status: 400,
  code: 'invalid-request',
  message: 'The request could not be understood.',
}

/** What HTTP itself can refuse before a route is reached, by its status. */
export const refusals: Readonly<Record<number, Failure>> = {
  400: unreadable,
  // A path that leaves a folder of assets is told nothing of what stands there
  403: nothingHere,
  404: nothingHere,
  408: { status: 408, code: 'invalid-request', message: 'The request took too long to arrive.' },
  413: { status: 413, code: 'too-large', message: 'The request is larger than is accepted here.' },
  414: { status: 414, code: 'too-large', message: 'The address is longer than is accepted here.' },
  415: { status: 415, code: 'unsupported', message: 'The content type of the request is not accepted here.' },
  431: { status: 431, code: 'too-large', message: 'The address and headers are longer than is accepted here.' },
  503: { status: 503, code: 'busy', message: 'The answer took too long. Please try again.' },
}

/** The one place where what was thrown becomes what is told; details that a reader cannot act on stay in the log. */
function failureOf(error: unknown): Failure {
  if (error instanceof DomainError) {
    const { code, message, details } = error
    const { status } = failures[code]
    return status === 500 ? unexpected : { status, code, message, ...(details && { details }) }
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return refusals[status] ?? unexpected
}

/** A scope's error handler: logs once, then tells in the scope's dialect. */
export const answerErrors =
  (dialect: Dialect) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const failure = failureOf(error)
    const left = request.socket?.destroyed
    if (failure === unexpected && !left) request.log.error({ err: error }, 'request failed')
    else request.log.debug({ err: error }, left ? 'the client has left' : 'request refused')
    return answerFailure(dialect, reply, failure)
  }

/** A scope's answer where it has no such address. */
export const answerNothing =
  (dialect: Dialect) =>
  (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    answerFailure(dialect, reply, nothingHere)

/** Answers 405 for what writes elsewhere, before a body is looked at. */
export function refuseOtherMethods(app: FastifyInstance, urls: readonly string[]): void {
  const refuse = async (_request: FastifyRequest, reply: FastifyReply) =>
    answerFailure(inText, reply.header('allow', methods), otherMethod)
  for (const url of urls)
    app.route({ method: ['POST', 'PUT', 'PATCH', 'DELETE'], url, onRequest: refuse, handler: refuse })
}

const retryAfterSeconds = 2

/** Tells a failure, without what was said before of the success that did not come. */
export function answerFailure(dialect: Dialect, reply: FastifyReply, failure: Failure): FastifyReply {
  for (const header of ['etag', 'last-modified', 'link', 'accept-ranges', 'content-length']) reply.removeHeader(header)
  if (failure.status === 503) reply.header('retry-after', retryAfterSeconds)
  return dialect(reply.code(failure.status).header('cache-control', 'no-store'), failure)
}
