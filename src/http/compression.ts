import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'
import { compressions, worthCompressing } from './codings.js'
import { etagInCoding } from './conditional.js'

/** Compresses pages and other text as it is sent, and gives each coding an ETag of its own; what says `compress: false` passes untouched. */
export async function compressReplies(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    encodings: [...compressions],
    threshold: worthCompressing,
    globalDecompression: false,
  })
  app.addHook('onRoute', route => {
    // Runs after the compression of the same route, which has set content-encoding by then
    if (route.compress === false) return
    route.onSend = [route.onSend ?? []].flat()
    route.onSend.push(async (_request, reply, payload) => {
      const [etag, coding] = [reply.getHeader('etag'), reply.getHeader('content-encoding')]
      if (typeof etag === 'string' && typeof coding === 'string') reply.header('etag', etagInCoding(etag, coding))
      return payload
    })
  })
}
