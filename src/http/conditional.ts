import { hash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** What tells one state of a representation from another; `lastModified` is an HTTP date. */
export type Validators = Readonly<{ etag: string; lastModified?: string }>

/** A strong ETag of content: equal parts give equal tags. Before each part its length: none is taken for the end of another. */
export const etagOf = (...parts: readonly string[]): string =>
  `"${hash('sha256', parts.map(part => `${part.length}:${part}`).join(''), 'base64url').slice(0, 27)}"`

/** IMF-fixdate (RFC 9110 §5.6.7) of an ISO date, whole seconds. */
export const httpDate = (iso: string): string => new Date(iso).toUTCString()

/**
 * Sets the validators of what is about to be sent, and answers 304 where the client has it already.
 * @returns true where the reply is complete and nothing else may be sent
 */
export function notModified(request: FastifyRequest, reply: FastifyReply, validators: Validators): boolean {
  const known =
    request.method === 'GET' || request.method === 'HEAD' ? knownTag(request.headers, validators) : undefined
  reply.header('etag', known ?? validators.etag)
  if (validators.lastModified !== undefined) reply.header('last-modified', validators.lastModified)
  if (known === undefined) return false
  reply.code(304).send()
  return true
}

/**
 * Whether a client has this state already (RFC 9110 §13.2.2): its date counts only where it names no tags.
 * @returns the tag to answer with, in the client's own spelling; undefined where it must be sent
 */
export function knownTag(headers: IncomingHttpHeaders, { etag, lastModified }: Validators): string | undefined {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags.trim() === '*' ? etag : tagAmong(tags, etag)
  const since = headers['if-modified-since']
  if (since === undefined || lastModified === undefined) return undefined
  return since === lastModified || readHttpDate(since) >= readHttpDate(lastModified) ? etag : undefined
}

/** The ETag of one content coding of a representation: codings differ byte by byte, so their strong tags differ too. */
export const etagInCoding = (etag: string, coding: string): string => {
  const suffix = `-${coding}"`
  return coding === 'identity' || etag.startsWith('W/') || etag.endsWith(suffix)
    ? etag
    : `${etag.slice(0, -1)}${suffix}`
}

/** By the weak comparison that RFC 9110 §13.1.2 asks for. */
function tagAmong(header: string, etag: string): string | undefined {
  const wanted = opaque(etag)
  return (header.match(/(?:W\/)?"[^"]*"/g) ?? []).find(tag => opaque(tag) === wanted)
}

const opaque = (tag: string): string => tag.replace(/^W\//, '').replace(/-(?:br|gzip)"$/, '"')

/** All three forms of RFC 9110 §5.6.7, ms; NaN, which compares with nothing, for what is no date. */
function readHttpDate(text: string): number {
  if (/^[A-Z][a-z]{2,8}, .{16,22} GMT$/.test(text)) return Date.parse(text)
  // asctime, which names no zone and means UTC
  return /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/.test(text)
    ? Date.parse(`${text} GMT`)
    : Number.NaN
}
