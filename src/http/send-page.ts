import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Visit } from '../pages/visit.js'
import { etagOf, notModified } from './conditional.js'
import { pagePolicy } from './page-headers.js'

/** Sends a page to whom has not got it already, in its language and under its policy. */
export function sendPage(
  html: string,
  request: FastifyRequest,
  reply: FastifyReply,
  { language, chosen }: Visit,
  policy = pagePolicy(),
): FastifyReply {
  reply.header('content-security-policy', policy).type('text/html; charset=utf-8').header('content-language', language)
  if (!chosen) reply.header('vary', 'Accept-Language')
  reply.header('cache-control', 'no-cache')
  if (notModified(request, reply, { etag: etagOf(html) })) return reply
  return reply.send(html)
}
