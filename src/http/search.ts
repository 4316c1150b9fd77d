import type { FastifyPluginAsync } from 'fastify'
import type { CatalogueReader } from '../catalogue/catalogue.js'
import type { StoryReader } from '../catalogue/stories.js'
import { storyKinds } from '../catalogue/story.js'
import { longestQuestion, mostStories } from '../config.js'
import { DomainError } from '../errors.js'
import type { PresentationContext } from '../presentation/context.js'
import { searchProjections } from '../presentation/search/answers.js'
import { findIn, type Searchable } from '../presentation/search/find.js'
import { searchableOfWork } from '../presentation/stories/on-work.js'
import { searchableOf } from '../presentation/stories/searchable.js'
import { storyFolders } from '../presentation/story-uris.js'
import { type SearchVersion, urisOf, type Version } from '../presentation/uris.js'
import type { Query } from './asked.js'
import { findWork } from './found.js'
import type { DocumentRouteOptions } from './site.js'
import { formOf, stagedStory } from './stories.js'

export type SearchRouteOptions = DocumentRouteOptions & Readonly<{ version: SearchVersion }>

type Names = Readonly<{ slug: string; language?: string; id: string }>
type TextsOf = (names: Names, context: PresentationContext) => Promise<readonly Searchable[]>

/** Content Search in the texts of a story, or in what analyses say of a work. */
export const searchRoutes: FastifyPluginAsync<SearchRouteOptions> = async (app, options) => {
  const { version, reader, stories, baseOf, sendDocument, ...settings } = options
  const projection = searchProjections[version]
  // What is found lies on canvases of one version of the Presentation API or the other
  const places =
    version === 1
      ? ([
          ['', 3],
          ['/presentation-2', 2],
        ] as const)
      : ([['', 3]] as const)
  for (const [below, presentation] of places) {
    for (const [path, textsOf] of Object.entries(searched(reader, stories))) {
      app.route<{ Params: Names; Querystring: Query }>({
        method: ['GET', 'HEAD'],
        url: `${below}${path}`,
        compress: false,
        handler: (request, reply) =>
          sendDocument(request, reply, async () => {
            const base = baseOf(request)
            const question = questionOf(request.query)
            const texts = await textsOf(request.params, contextOf(base, presentation, settings))
            const asked = { id: `${base}${request.url}`, ignored: ignoredOf(request.query) }
            const content = projection.answer(findIn(texts, question), asked)
            return { content, context: projection.context, linkedByDefault: projection.linkedByDefault, passing: true }
          }),
      })
    }
  }
}

const contextOf = (
  base: string,
  version: Version,
  settings: Pick<SearchRouteOptions, 'siteName' | 'pageSize' | 'limits'>,
): PresentationContext => ({ ...settings, uris: urisOf(base, version) })

function searched(reader: CatalogueReader, stories: StoryReader): Readonly<Record<string, TextsOf>> {
  const ofKinds = storyKinds.flatMap(kind => {
    const textsOf: TextsOf = async ({ slug, language }, context) => {
      const form = formOf(language === undefined ? {} : { lang: language })
      const { staging } = await stagedStory({ reader, stories, context, kind, slug, form })
      return searchableOf(staging, context)
    }
    const path = `/${storyFolders[kind]}/:slug`
    return [path, `${path}/:language`].map(each => [each, textsOf] as const)
  })
  return {
    ...Object.fromEntries(ofKinds),
    '/works/:id': async ({ id }, context) => {
      const work = await findWork(reader, id)
      return searchableOfWork({ work, stories: await stories.showing(id, mostStories) }, context)
    },
  }
}

/** Content Search 2.0 §3.2.1: a question may be missing, and finds nothing then. */
function questionOf({ q = '' }: Query): string {
  if (typeof q === 'string' && q.length <= longestQuestion) return q
  throw new DomainError('invalid-request', `Expected one question of at most ${longestQuestion} characters for q.`)
}

const ignoredOf = (query: Query): readonly string[] =>
  ['motivation', 'date', 'user'].filter(name => query[name] !== undefined)
