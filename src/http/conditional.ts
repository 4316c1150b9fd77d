import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A strong ETag of content: equal parts give equal tags. */
export const etagOf = (...parts: readonly string[]): string =>
  `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`

/**
 * Sets the ETag of what is about to be sent, and answers 304 where the client has it already.
 * @returns true where the reply is complete and nothing else may be sent
 */
export function notModified(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
  const known = request.method === 'GET' || request.method === 'HEAD' ? knownTag(request, etag) : undefined
  reply.header('etag', known ?? etag)
  if (known === undefined) return false
  reply.code(304).send()
  return true
}

/** The ETag of one content coding of a representation: codings differ byte by byte, so their strong tags differ too. */
export const etagInCoding = (etag: string, coding: string): string => {
  const suffix = `-${coding}"`
  return etag.startsWith('W/') || etag.endsWith(suffix) ? etag : `${etag.slice(0, -1)}${suffix}`
}

/** The client's own spelling of the tag, by the weak comparison that RFC 9110 §13.1.2 asks for. */
function knownTag(request: FastifyRequest, etag: string): string | undefined {
  const header = request.headers['if-none-match']
  if (header === undefined) return undefined
  if (header.trim() === '*') return etag
  const wanted = opaque(etag)
  return (header.match(/(?:W\/)?"[^"]*"/g) ?? []).find(tag => opaque(tag) === wanted)
}

const opaque = (tag: string): string => tag.replace(/^W\//, '').replace(/-(?:br|gzip)"$/, '"')
