import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'
import { etagInCoding } from './conditional.js'

/** bytes; below it compression costs more than it saves */
const threshold = 1024

/** Compresses text, JSON and HTML, and gives each coding an ETag of its own; pictures pass untouched. */
export async function compressReplies(app: FastifyInstance): Promise<void> {
  await app.register(compress, { encodings: ['br', 'gzip'], threshold, globalDecompression: false })
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
