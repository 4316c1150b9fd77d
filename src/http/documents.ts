import type { FastifyReply, FastifyRequest } from 'fastify'
import { etagOf, notModified } from './conditional.js'
import { prefersJsonLd } from './negotiate.js'

/**
 * Sends a IIIF document as JSON-LD of its context, or as JSON to those who prefer that.
 * It may change at any time, so it is asked for again each time; an unchanged one costs a 304.
 * @param linkedByDefault whether it is JSON-LD to those who say nothing: so in all specifications but Image API 2
 */
export function sendDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  document: object,
  context: string,
  linkedByDefault = true,
): FastifyReply {
  const body = JSON.stringify(document)
  const linked = prefersJsonLd(request, { byDefault: linkedByDefault })
  const type = linked ? `application/ld+json;profile="${context}"` : 'application/json'
  reply.header('content-type', type).header('vary', 'Accept, Accept-Encoding').header('cache-control', 'no-cache')
  if (!linked) reply.header('link', contextLink(context))
  // As bytes: to a string Fastify would add a charset, which JSON-LD has none of
  return notModified(request, reply, { etag: etagOf(type, body) }) ? reply : reply.send(Buffer.from(body))
}

/** Plain JSON names its context beside the document (JSON-LD 1.1 §6.1, Image API 3 §5.1). */
const contextLink = (context: string): string =>
  `<${context}>;rel="http://www.w3.org/ns/json-ld#context";type="application/ld+json"`
