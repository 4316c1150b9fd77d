import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import type { BaseOf } from '../address.js'

const description = `What curators' software writes with: museums, works, views, layers, pictures and stories.
Each request carries a token (Authorization: Bearer). What is read has an ETag; a write to it sends that back as If-Match,
so that nobody overwrites what another has written meanwhile; what is new is made with If-None-Match: *.`

/** Its own files, the descriptions of this API, and no other host. */
const policy = [
  "default-src 'self'",
  // Swagger UI writes style elements and draws with data: images
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')

/** Describes all routes that follow below a scope as OpenAPI 3.1, at /docs and /docs/json there. */
export async function documentApi(app: FastifyInstance, siteName: string, baseOf: BaseOf): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: `The writing API of ${siteName}`, version: '1', description },
      security: [{ token: [] }],
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
    refResolver: { buildLocalReference: (schema, _base, _fragment, index) => `${schema.$id ?? `part-${index}`}` },
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    // Its files are named beside the page, so that it works below any prefix
    indexPrefix: '.',
    staticCSP: policy,
    theme: { title: `The writing API of ${siteName}` },
    uiConfig: { validatorUrl: null, docExpansion: 'list', deepLinking: false },
    transformSpecification: (document, request) => ({ ...document, servers: [{ url: baseOf(request) }] }),
    transformSpecificationClone: false,
  })
}
