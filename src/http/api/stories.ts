import type { FastifyPluginAsync } from 'fastify'
import type { CatalogueEditor } from '../../catalogue/editing.js'
import { type StoryStatus, storyStatuses } from '../../catalogue/stories.js'
import { type StoryKind, storyKinds } from '../../catalogue/story.js'
import { storyFolders } from '../../presentation/story-uris.js'
import { refTo } from '../../schema/shapes.js'
import { ruleMistakes } from '../../stories/rules.js'
import { storyName } from '../../stories/schema.js'
import type { BaseOf } from '../address.js'
import { editableRoutes } from './editable-routes.js'
import { type PageQuery, pageBody } from './listing.js'
import { failuresOf, pageOf, pageQuery } from './schemas/parts.js'

export type StoryApiOptions = Readonly<{ editor: Pick<CatalogueEditor, 'stories'>; baseOf: BaseOf }>

/** How stories of a kind are documented: by the schema that files and bodies are parsed by. */
export const storyWords = {
  analysis: { tag: 'Analyses', schema: 'Analysis', noun: 'a visual analysis' },
  exhibition: { tag: 'Exhibitions', schema: 'Exhibition', noun: 'an exhibition' },
} as const satisfies Record<StoryKind, object>

/** Stories in their newest revision, and which revision of each is public. */
export const storyApi: FastifyPluginAsync<StoryApiOptions> = async (app, { editor, baseOf }) => {
  for (const kind of storyKinds) {
    const { tag, schema, noun } = storyWords[kind]
    const stories = editor.stories[kind]
    const url = `/${storyFolders[kind]}`
    const called = ({ slug }: { slug: string }): string => `${kind} "${slug}"`
    app.get<{ Querystring: PageQuery<string> & { status?: StoryStatus } }>(
      url,
      {
        schema: {
          summary: `Lists ${storyFolders[kind]} by their slugs, drafts included`,
          tags: [tag],
          querystring: pageQuery(storyName, { status: { type: 'string', enum: storyStatuses } }),
          response: { 200: pageOf(refTo('ListedStory')), ...failuresOf(400, 401) },
        },
      },
      async request => {
        const { after = '', limit, ...wanted } = request.query
        return pageBody(await stories.list(wanted, { after, limit }), request, ({ slug }) => slug, baseOf)
      },
    )
    editableRoutes(app, {
      url: `${url}/:slug`,
      noun,
      tag,
      schemas: { place: 'StoryPlace', value: schema, body: schema },
      editable: stories,
      named: ({ slug }) => ({ kind, slug }),
      called,
      mistakes: ruleMistakes,
      patchable: true,
      noted: true,
      baseOf,
    })
    editableRoutes(app, {
      url: `${url}/:slug/publication`,
      noun: `which revision of ${noun} is public`,
      tag,
      schemas: { place: 'StoryPlace', value: 'Publication', body: 'PublicationBody' },
      editable: stories.publication,
      named: () => ({}),
      called,
      baseOf,
    })
  }
}
