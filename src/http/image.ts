import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { CatalogueReader } from '../catalogue/catalogue.js'
import { type Dialect, version2, version3 } from '../image/dialect.js'
import type { ServedImage } from '../image/drawing/drawing.js'
import { planServed } from '../image/drawing/plan.js'
import { formats } from '../image/formats.js'
import type { Images } from '../image/images.js'
import type { Serving } from '../image/plan.js'
import { type ImagePath, parseImageRequest } from '../image/request.js'
import { urisOf } from '../presentation/uris.js'
import type { BaseOf } from './address.js'
import { etagOf, httpDate, notModified } from './conditional.js'
import type { SendDocument } from './documents.js'
import { refuseOtherMethods } from './errors.js'
import type { FindImage } from './find-image.js'
import { headFrom, type KeptAnswers } from './kept.js'
import { isKeepablePicture, pictureKey } from './keys.js'
import { sendPicture } from './picture.js'
import type { Sending } from './sending.js'

export type ImageRouteOptions = Readonly<{
  version: 2 | 3
  reader: Pick<CatalogueReader, 'epoch'>
  findImage: FindImage
  images: Images
  answers: KeptAnswers
  sendDocument: SendDocument
  sending: Sending
  serving: Serving
  cacheSeconds: number
  baseOf: BaseOf
}>

type ImageAddress = { Params: { id: string } & ImagePath; Querystring: Readonly<{ v?: unknown }> }

/** IIIF Image API, one version: information, pictures, and the way from the base address to the information. */
export const imageRoutes: FastifyPluginAsync<ImageRouteOptions> = async (app, options) => {
  const { version, reader, findImage, images, answers, sendDocument, sending, serving, cacheSeconds, baseOf } = options
  const dialect = version === 3 ? version3 : version2
  const method = ['GET', 'HEAD']
  refuseOtherMethods(app, ['/:id', '/:id/*'])

  const serviceOf = (request: FastifyRequest, id: string): string => {
    const uris = urisOf(baseOf(request))
    return version === 3 ? uris.imageService(id) : uris.imageService2(id)
  }

  const toInformation = async (request: FastifyRequest<ImageAddress>, reply: FastifyReply) =>
    reply.redirect(`${serviceOf(request, (await findImage(request.params.id, 'image')).image.id)}/info.json`, 303)
  app.route<ImageAddress>({ method, url: '/:id', handler: toInformation })
  app.route<ImageAddress>({ method, url: '/:id/', handler: toInformation })

  app.route<ImageAddress>({
    method,
    url: '/:id/info.json',
    compress: false,
    handler: (request, reply) =>
      sendDocument(request, reply, async () => {
        const found = await findImage(request.params.id, 'shown-image')
        const { image, source } = found
        const rights = await found.rights()
        const { limits } = serving
        const info = { id: serviceOf(request, image.id), image, limits, ...(rights ? { rights } : {}) }
        return {
          content: dialect.info(info),
          context: dialect.context,
          linkedByDefault: version === 3,
          ...(source && { source }),
        }
      }),
  })

  app.route<ImageAddress>({
    method,
    url: '/:id/:region/:size/:rotation/:file',
    compress: false,
    async handler(request, reply) {
      const epoch = reader.epoch()
      const { image, updatedAt, source } = await findImage(request.params.id, 'image')
      const { plan, canonical, of } = planServed(parseImageRequest(request.params, dialect), image, serving, dialect)
      const etag = etagOf(of.id, of.version, JSON.stringify(plan))
      const validators = { etag, lastModified: httpDate(updatedAt) }
      reply.header('cache-control', lifetime(image, request.query.v, cacheSeconds))
      reply.header('link', links(`${serviceOf(request, image.id)}/${canonical}`, dialect))
      reply.header('accept-ranges', 'bytes').type(formats[plan.format].mediaType)
      if (notModified(request, reply, validators)) return reply

      const kept = answers.body(etag)
      if (request.method === 'HEAD') return (kept ? reply.header('content-length', kept.length) : reply).send()
      const body = kept ?? (await images.read(of, plan, { signal: request.signal, client: request.ip }))
      const { url } = request
      const keep = (shared: readonly string[]) => {
        const head = headFrom(shared, ['content-length', `${body.length}`])
        answers.keep(pictureKey(baseOf(request), url), { ...(source && { source }), validators, ...head, body, epoch })
      }
      return sendPicture(request, reply, { body, sending, validators, ...(isKeepablePicture(url) && { keep }) })
    },
  })
}

/** An address that holds the image's version (`?v=`) never shows anything else, so it may be kept for good. */
const lifetime = ({ version }: ServedImage, named: unknown, cacheSeconds: number): string =>
  named === version ? 'public, max-age=31536000, immutable' : `public, max-age=${cacheSeconds}`

const links = (canonical: string, { profile }: Dialect): string =>
  `<${canonical}>;rel="canonical", <${profile}>;rel="profile"`
