import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** What public addresses answer to. */
export const methods = 'GET, HEAD, OPTIONS'

/** What every reply carries. */
export function commonHeaders(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  reply.header('x-request-id', request.id)
  reply.header('x-content-type-options', 'nosniff')
  reply.header('referrer-policy', 'strict-origin-when-cross-origin')
  done()
}

const exposed = 'Accept-Ranges, Content-Range, ETag, Last-Modified, Link, Retry-After, X-Request-Id'

/** What IIIF resources carry, so that every viewer on every site may read them (Presentation 3 §6.2). */
export function iiifHeaders(_request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  reply.header('access-control-allow-origin', '*')
  reply.header('access-control-expose-headers', exposed)
  reply.header('cross-origin-resource-policy', 'cross-origin')
  done()
}

/** Answers the preflight requests of browsers for everything below a scope. */
export function answerPreflights(app: FastifyInstance): void {
  app.options('/*', async (request, reply) => {
    reply.header('access-control-allow-methods', methods)
    const asked = request.headers['access-control-request-headers']
    if (asked !== undefined) reply.header('access-control-allow-headers', '*, Authorization')
    reply.header('access-control-max-age', '86400')
    return reply.header('allow', methods).code(204).send()
  })
}

/** What is to be sent so far, names and values in turn. */
export const headOf = (reply: FastifyReply): readonly string[] =>
  Object.entries(reply.getHeaders()).flatMap(([name, value]) => [name, String(value)])
