import type { FastifyPluginAsync } from 'fastify'
import type { CatalogueEditor, WorkPlace } from '../../catalogue/editing.js'
import type { StoryReader } from '../../catalogue/stories.js'
import { type Limits, mostStories } from '../../config.js'
import { DomainError } from '../../errors.js'
import { projections } from '../../presentation/projections.js'
import { urisOf, type Version } from '../../presentation/uris.js'
import { objectOf, refTo } from '../../schema/shapes.js'
import type { BaseOf } from '../address.js'
import { failuresOf } from './schemas/parts.js'

export type PreviewOptions = Readonly<{
  editor: Pick<CatalogueEditor, 'preview'>
  stories: StoryReader
  siteName: string
  pageSize: number
  limits: Limits
  baseOf: BaseOf
}>

/** A work's manifest as it is, or would be, published: with the addresses that it has there, from no cache and into none. */
export const previewApi: FastifyPluginAsync<PreviewOptions> = async (app, options) => {
  const { editor, stories, baseOf, ...settings } = options
  app.get<{ Params: WorkPlace; Querystring: { version: Version } }>(
    '/works/:work/manifest',
    {
      compress: false,
      schema: {
        summary: 'Previews the IIIF manifest of a work, drafts too',
        tags: ['Works'],
        params: refTo('WorkPlace'),
        querystring: objectOf({ version: { type: 'integer', enum: [3, 2], default: 3 } }),
        response: {
          200: { type: 'object', additionalProperties: true, description: 'A manifest' },
          ...failuresOf(400, 401, 404),
        },
      },
    },
    async (request, reply) => {
      const { work: id } = request.params
      const found = await editor.preview(id)
      if (!found) throw new DomainError('not-found', `There is no work "${id}".`)
      const { version } = request.query
      const { manifest, profile } = projections[version]
      const context = { ...settings, uris: urisOf(baseOf(request), version) }
      reply.type(`application/ld+json;profile="${profile}"`)
      const told = { work: found.work, stories: await stories.showing(id, mostStories) }
      return manifest(told, context, found.relatives)
    },
  )
}
