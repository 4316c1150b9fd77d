import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { CatalogueReader } from '../catalogue/catalogue.js'
import { DomainError } from '../errors.js'
import { type Dialect, version2, version3 } from '../image/dialect.js'
import { formats } from '../image/formats.js'
import type { Images } from '../image/images.js'
import { planImage, type Serving } from '../image/plan.js'
import type { ImageRecord } from '../image/record.js'
import { type ImagePath, parseImageRequest } from '../image/request.js'
import { rightsUri } from '../presentation/rights.js'
import { urisOf } from '../presentation/uris.js'
import type { BaseOf } from './address.js'
import { etagOf, notModified } from './conditional.js'
import { sendDocument } from './documents.js'

export type ImageRouteOptions = Readonly<{
  version: 2 | 3
  reader: CatalogueReader
  images: Images
  serving: Serving
  cacheSeconds: number
  baseOf: BaseOf
}>

type ImageAddress = { Params: { id: string } & ImagePath }

/** IIIF Image API, one version: information, pictures, and the way from the base address to the information. */
export const imageRoutes: FastifyPluginAsync<ImageRouteOptions> = async (app, options) => {
  const { version, reader, images, serving, cacheSeconds, baseOf } = options
  const dialect = version === 3 ? version3 : version2
  const method = ['GET', 'HEAD']

  const serviceOf = (request: FastifyRequest, id: string): string => {
    const uris = urisOf(baseOf(request))
    return version === 3 ? uris.imageService(id) : uris.imageService2(id)
  }

  const toInformation = async (request: FastifyRequest<ImageAddress>, reply: FastifyReply) =>
    reply.redirect(`${serviceOf(request, (await findImage(reader, request.params.id)).id)}/info.json`, 303)
  app.route<ImageAddress>({ method, url: '/:id', handler: toInformation })
  app.route<ImageAddress>({ method, url: '/:id/', handler: toInformation })

  app.route<ImageAddress>({
    method,
    url: '/:id/info.json',
    async handler(request, reply) {
      const image = await findImage(reader, request.params.id)
      const rights = await rightsOf(reader, image)
      const { limits } = serving
      const info = dialect.info({ id: serviceOf(request, image.id), image, limits, ...(rights ? { rights } : {}) })
      return sendDocument(request, reply, info, dialect.context, version === 3)
    },
  })

  app.route<ImageAddress>({
    method,
    url: '/:id/:region/:size/:rotation/:file',
    async handler(request, reply) {
      const image = await findImage(reader, request.params.id)
      const asked = parseImageRequest(request.params, dialect)
      const { plan, canonical } = planImage(asked, image, serving, dialect)
      reply.header('cache-control', `public, max-age=${cacheSeconds}`)
      reply.header('link', links(`${serviceOf(request, image.id)}/${canonical}`, dialect))
      reply.type(formats[plan.format].mediaType)
      // Strong: the same plan on the same version of an image gives the same bytes.
      if (notModified(request, reply, etagOf(image.id, image.version, JSON.stringify(plan)))) return reply
      if (request.method === 'HEAD') return reply.send()
      return reply.send(await images.read(image, plan, { signal: request.signal, client: request.ip }))
    },
  })
}

async function findImage(reader: CatalogueReader, id: string): Promise<ImageRecord> {
  const [image] = await reader.images([id])
  if (image) return image
  if ((await reader.presence('image', id)) === 'gone') throw new DomainError('gone', 'This image has been withdrawn.')
  throw new DomainError('not-found', 'There is no image at this address; check its identifier.')
}

/** The licence of the work that an image shows; none where it shows several, or none. */
async function rightsOf(reader: CatalogueReader, { id }: ImageRecord): Promise<string | undefined> {
  const works = await reader.worksShowing(id, 2)
  return works.length === 1 ? rightsUri(works[0]?.rights?.uri) : undefined
}

const links = (canonical: string, { profile }: Dialect): string =>
  `<${canonical}>;rel="canonical", <${profile}>;rel="profile"`
