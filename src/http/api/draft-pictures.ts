import type { FastifyPluginAsync } from 'fastify'
import type { CatalogueEditor } from '../../catalogue/editing.js'
import type { Config } from '../../config.js'
import { DomainError } from '../../errors.js'
import { version3 } from '../../image/dialect.js'
import type { ServedImage } from '../../image/drawing/drawing.js'
import { planServed } from '../../image/drawing/plan.js'
import { formats } from '../../image/formats.js'
import type { Images } from '../../image/images.js'
import { type ImagePath, parseImageRequest } from '../../image/request.js'
import { refTo } from '../../schema/shapes.js'
import type { DrawnImages } from '../../stories/drawn/drawn-images.js'
import { parseDrawnImageId } from '../../stories/drawn/ids.js'
import type { BaseOf } from '../address.js'
import { failuresOf } from './schemas/parts.js'

export type DraftPictureOptions = Readonly<{
  editor: Pick<CatalogueEditor, 'image'>
  drawnDrafts: DrawnImages
  images: Images
  serving: Pick<Config, 'limits' | 'background'>
  baseOf: BaseOf
}>

/** The pixels of images that are not public yet, stored or drawn, by the paths of Image API 3, for curators alone. */
export const draftPictures: FastifyPluginAsync<DraftPictureOptions> = async (app, options) => {
  const { editor, drawnDrafts, images, serving, baseOf } = options
  const tags = ['Images']
  const find = async (id: string): Promise<ServedImage> => {
    const stored = await editor.image(id)
    if (stored) return stored
    const named = parseDrawnImageId(id)
    const drawn = named && (await drawnDrafts.find(named))
    if (!drawn || drawn === 'gone') throw new DomainError('not-found', `There is no image "${id}".`)
    return drawn.image
  }
  app.get<{ Params: { image: string } }>(
    '/images/:image/info.json',
    {
      schema: {
        summary: 'Describes an image service that shows an image in any state',
        tags,
        params: refTo('ImagePlace'),
        response: { 200: { type: 'object', additionalProperties: true }, ...failuresOf(401, 404) },
      },
    },
    async request => {
      const image = await find(request.params.image)
      const id = `${baseOf(request)}/api/images/${encodeURIComponent(image.id)}`
      return version3.info({ id, image, limits: serving.limits })
    },
  )
  app.get<{ Params: ImagePath & { image: string } }>(
    '/images/:image/:region/:size/:rotation/:file',
    {
      compress: false,
      schema: {
        summary: 'Shows an image in any state, or a part of it, by the paths of Image API 3',
        tags,
        params: refTo('ImagePartPlace'),
        response: { 200: { description: 'A picture', type: 'string', format: 'binary' }, ...failuresOf(400, 401, 404) },
      },
    },
    async (request, reply) => {
      const image = await find(request.params.image)
      const { plan, of } = planServed(parseImageRequest(request.params, version3), image, serving, version3)
      const body = await images.read(of, plan, { signal: request.signal, client: request.ip })
      return reply.type(formats[plan.format].mediaType).send(body)
    },
  )
}
