import type { FastifyPluginAsync } from 'fastify'
import type { CatalogueReader } from '../catalogue/catalogue.js'

export type HealthRouteOptions = Readonly<{ reader: CatalogueReader }>

/** For operators and load balancers: the process lives; it is ready to be sent requests. */
export const healthRoutes: FastifyPluginAsync<HealthRouteOptions> = async (app, { reader }) => {
  let draining = false
  app.addHook('preClose', async () => {
    draining = true
  })
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })

  app.get('/healthz', async () => ({ status: 'alive' }))

  app.get('/readyz', async (request, reply) => {
    if (draining) return reply.code(503).send({ status: 'stopping' })
    try {
      await reader.isEmpty()
      return { status: 'ready' }
    } catch (error) {
      request.log.error({ err: error }, 'the catalogue does not answer')
      return reply.code(503).send({ status: 'the catalogue does not answer' })
    }
  })
}
