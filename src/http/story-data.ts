import type { FastifyPluginAsync } from 'fastify'
import type { CatalogueReader } from '../catalogue/catalogue.js'
import type { StoryReader } from '../catalogue/stories.js'
import { storyKinds } from '../catalogue/story.js'
import { storyFolders } from '../presentation/story-uris.js'
import type { Query } from './asked.js'
import type { SendDocument } from './documents.js'
import { findStory } from './found.js'
import { iiifHeaders } from './headers.js'
import { formOf } from './stories.js'

export type StoryDataOptions = Readonly<{ reader: CatalogueReader; stories: StoryReader; sendDocument: SendDocument }>

/** A story as its curators wrote it, for those who would read or reuse it as data. */
export const storyDataRoutes: FastifyPluginAsync<StoryDataOptions> = async (app, { reader, stories, sendDocument }) => {
  app.addHook('onRequest', iiifHeaders)
  for (const kind of storyKinds) {
    app.route<{ Params: Readonly<{ slug: string }>; Querystring: Query }>({
      method: ['GET', 'HEAD'],
      url: `/${storyFolders[kind]}/:slug/story.json`,
      compress: false,
      handler: (request, reply) =>
        sendDocument(request, reply, async () => {
          const { revision } = formOf(request.query)
          const { current: _, ...published } = await findStory(reader, stories, kind, request.params.slug, revision)
          return { content: published }
        }),
    })
  }
}
