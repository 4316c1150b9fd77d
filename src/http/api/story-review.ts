import type { FastifyPluginAsync } from 'fastify'
import type { CatalogueReader } from '../../catalogue/catalogue.js'
import type { CatalogueEditor } from '../../catalogue/editing.js'
import type { StoryPlace, StoryReader } from '../../catalogue/stories.js'
import { storyKinds } from '../../catalogue/story.js'
import { worksNamed } from '../../catalogue/story-names.js'
import type { Limits, StoryBounds } from '../../config.js'
import { projections } from '../../presentation/projections.js'
import { stageStory } from '../../presentation/stories/stage.js'
import { storyFolders, storyProfiles } from '../../presentation/story-uris.js'
import { urisOf, type Version } from '../../presentation/uris.js'
import { objectOf, refTo } from '../../schema/shapes.js'
import { worksKnown } from '../../stories/known-works.js'
import { type Review, reviewOf } from '../../stories/review.js'
import { loadShown } from '../../stories/shown.js'
import type { BaseOf } from '../address.js'
import { formOf } from '../stories.js'
import { fieldName } from './failures.js'
import { failuresOf } from './schemas/parts.js'
import { storyWords } from './stories.js'
import { newestOf } from './story-revisions.js'

export type StoryReviewOptions = Readonly<{
  editor: Pick<CatalogueEditor, 'stories' | 'preview'>
  reader: CatalogueReader
  stories: StoryReader
  bounds: StoryBounds
  siteName: string
  pageSize: number
  limits: Limits
  baseOf: BaseOf
}>

type ManifestQuery = Readonly<{ version: Version; lang?: string; profile?: string }>

/** What is still to be done to a story, and what viewers would get of it: of its newest revision, published or not. */
export const storyReview: FastifyPluginAsync<StoryReviewOptions> = async (app, options) => {
  const { editor, reader, stories, bounds, baseOf, ...settings } = options
  for (const kind of storyKinds) {
    const { tag, noun } = storyWords[kind]
    const find = (slug: string) => newestOf(editor.stories[kind], kind, slug)

    app.get<{ Params: StoryPlace }>(
      `/${storyFolders[kind]}/:slug/review`,
      {
        schema: {
          summary: `Tells what ${noun} still lacks: texts by language, places that pictures no longer have`,
          tags: [tag],
          params: refTo('StoryPlace'),
          response: { 200: refTo('Review'), ...failuresOf(400, 401, 404) },
        },
      },
      async ({ params }) => {
        const { story } = await find(params.slug)
        const works = await worksKnown(worksNamed(story).slice(0, bounds.works), editor)
        return reviewBody(reviewOf(story, works, await loadShown(reader, stories, story)))
      },
    )

    app.get<{ Params: StoryPlace; Querystring: ManifestQuery }>(
      `/${storyFolders[kind]}/:slug/manifest`,
      {
        compress: false,
        schema: {
          summary: `Previews the IIIF manifest of ${noun}, drafts too`,
          tags: [tag],
          params: refTo('StoryPlace'),
          querystring: objectOf({
            version: { type: 'integer', enum: [3, 2], default: 3 },
            lang: { type: 'string', maxLength: 40 },
            profile: { type: 'string', enum: storyProfiles },
          }),
          response: {
            200: { type: 'object', additionalProperties: true, description: 'A manifest' },
            ...failuresOf(400, 401, 404),
          },
        },
      },
      async (request, reply) => {
        const { version, ...form } = request.query
        const { story, revision } = await find(request.params.slug)
        const projection = projections[version]
        const context = { ...settings, uris: urisOf(baseOf(request), version) }
        const asPublished = { story, revision: revision.number, publishedAt: revision.at, current: true }
        const shown = await loadShown(reader, stories, story)
        const staging = stageStory(asPublished, formOf(form, projection.profiles), shown, context)
        reply.type(`application/ld+json;profile="${projection.profile}"`)
        return projection.story(staging, context)
      },
    )
  }
}

const reviewBody = ({ languages, missing, places, prose, unseen }: Review) => ({
  languages: [...languages].map(([language, written]) => ({ language, written })),
  missing: missing.map(({ language, at }) => ({ language, field: fieldName(at) })),
  places: places.map(({ at, sentence, ...place }) => ({ field: fieldName(at), ...place, message: sentence })),
  prose: prose.map(({ at, line, sentence }) => ({ field: fieldName(at), line, message: sentence })),
  unseen,
})
