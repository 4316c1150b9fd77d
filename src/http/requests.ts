import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { type Config, uploadTimeout } from '../config.js'

/** The bounds of one request. Where curators upload, a body may take long; `handlerTimeout` bounds those of all others. */
export const boundsOfRequests = ({ curators }: Pick<Config, 'curators'>) => ({
  ...requestBounds,
  ...(curators.length > 0 ? { requestTimeout: uploadTimeout } : {}),
})

const requestBounds = {
  /** bytes; nothing that the public may send is larger */
  bodyLimit: 16_384,
  /** ms for a request to arrive */
  requestTimeout: 30_000,
  /** ms for its head to arrive */
  http: { headersTimeout: 30_000 },
  /** ms for a handler to answer */
  handlerTimeout: 60_000,
  /** ms in which nothing moves on a connection, longer than the longest answer takes: then the client is gone */
  connectionTimeout: 90_000,
  /** ms; longer than the 60 s for which nginx keeps its connections, so that it never meets one just closed */
  keepAliveTimeout: 72_000,
  /** Identifiers may be long, and are longer still when they are encoded. */
  routerOptions: { maxParamLength: 1024 },
} as const

/** The id that a proxy gave a request, where it is harmless in a log; else a new one. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && /^[\w.:=+/-]{1,128}$/.test(given) ? given : randomUUID()
}

/** Closes the connection of a request that is answered before its body has arrived: the rest is of no use. */
export async function closeUnfinished(
  { raw }: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const { 'content-length': length = '0', 'transfer-encoding': coding } = raw.headers
  if (!raw.complete && (length !== '0' || coding !== undefined)) reply.header('connection', 'close')
  return payload
}

/** What the log says of a request that is over. */
export const requestLine = (
  { method, url }: Readonly<Pick<IncomingMessage, 'method' | 'url'>>,
  status: number,
  elapsed: number,
) => ({ method, url, status, ms: Math.round(elapsed * 10) / 10 })

/** One line a request, when it is over. */
export class RequestLog extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const line = requestLine(request, reply.statusCode, reply.elapsedTime)
    if (error) request.log.warn({ ...line, err: error }, 'request not fully answered')
    else request.log.info(line, 'request')
  }
}
