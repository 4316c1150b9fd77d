import type { FastifyPluginAsync } from 'fastify'
import type { CatalogueEditor } from '../../catalogue/editing.js'
import type { StoryEditor, StoryPlace } from '../../catalogue/stories.js'
import { storyKinds } from '../../catalogue/story.js'
import { DomainError } from '../../errors.js'
import { storyFolders } from '../../presentation/story-uris.js'
import { objectOf, refTo } from '../../schema/shapes.js'
import { changesBetween } from '../../stories/changes.js'
import type { BaseOf } from '../address.js'
import { curatorOf } from './access.js'
import { etagOfHeld, expectedBy, staleFailure } from './conditions.js'
import { type PageQuery, pageBody } from './listing.js'
import { conditionHeaders, failuresOf, pageOf, pageQuery } from './schemas/parts.js'
import { note } from './schemas/story.js'
import { storyWords } from './stories.js'

export type StoryRevisionOptions = Readonly<{ editor: Pick<CatalogueEditor, 'stories'>; baseOf: BaseOf }>

type RevisionPlace = StoryPlace & Readonly<{ number: number }>

const number = { type: 'integer', minimum: 1 } as const

/** What stories were before: who wrote what and why, what differs, and how to come back to it. */
export const storyRevisions: FastifyPluginAsync<StoryRevisionOptions> = async (app, { editor, baseOf }) => {
  for (const kind of storyKinds) {
    const { tag, schema, noun } = storyWords[kind]
    const tags = [tag]
    const stories = editor.stories[kind]
    const story = `/${storyFolders[kind]}/:slug`
    const find = async (slug: string, wanted: number) => {
      const found = await stories.revision(slug, wanted)
      if (!found) throw new DomainError('not-found', `There is no revision ${wanted} of the ${kind} "${slug}".`)
      return found
    }

    app.get<{ Params: StoryPlace; Querystring: PageQuery<number> }>(
      `${story}/revisions`,
      {
        schema: {
          summary: `Lists the revisions of ${noun}, the newest first`,
          tags,
          params: refTo('StoryPlace'),
          querystring: pageQuery(number),
          response: { 200: pageOf(refTo('Revision')), ...failuresOf(400, 401, 404) },
        },
      },
      async request => {
        const { after = Number.MAX_SAFE_INTEGER, limit } = request.query
        const found = await stories.revisions(request.params.slug, { before: after, limit })
        if (!found) throw new DomainError('not-found', `There is no ${kind} "${request.params.slug}".`)
        return pageBody(found, request, revision => revision.number, baseOf)
      },
    )

    app.get<{ Params: RevisionPlace }>(
      `${story}/revisions/:number`,
      {
        schema: {
          summary: `Reads a revision of ${noun}`,
          tags,
          params: refTo('RevisionPlace'),
          response: { 200: refTo(`${schema}Revision`), ...failuresOf(400, 401, 404) },
        },
      },
      async ({ params }) => find(params.slug, params.number),
    )

    app.post<{ Params: RevisionPlace; Querystring: { note?: string } }>(
      `${story}/revisions/:number/restore`,
      {
        compress: false,
        schema: {
          summary: `Returns to a revision of ${noun}, which becomes the newest once more`,
          tags,
          params: refTo('RevisionPlace'),
          querystring: objectOf({ note }),
          headers: conditionHeaders,
          response: { 200: refTo(schema), ...failuresOf(400, 401, 404, 412, 428) },
        },
      },
      async (request, reply) => {
        const { slug, number: wanted } = request.params
        const expected = expectedBy(request.headers)
        const was = await find(slug, wanted)
        const { note: why = `Back to revision ${wanted}` } = request.query
        const edited = await stories.put({ slug }, was.story, { by: curatorOf(request), expected, note: why })
        if (edited.outcome === 'stale') throw staleFailure(edited.held, expected)
        return reply.header('etag', etagOfHeld(edited.held)).send(edited.held.value)
      },
    )

    app.get<{ Params: StoryPlace; Querystring: { from: number; to?: number } }>(
      `${story}/changes`,
      {
        schema: {
          summary: `Tells what differs between two revisions of ${noun}`,
          tags,
          params: refTo('StoryPlace'),
          querystring: objectOf({ from: number, to: { ...number, description: 'The newest, unless given.' } }, [
            'from',
          ]),
          response: { 200: refTo('Changes'), ...failuresOf(400, 401, 404) },
        },
      },
      async ({ params: { slug }, query }) => {
        const before = await find(slug, query.from)
        const after = query.to === undefined ? await newestOf(stories, kind, slug) : await find(slug, query.to)
        return {
          from: before.revision.number,
          to: after.revision.number,
          changes: changesBetween(before.story, after.story),
        }
      },
    )
  }
}

/** The newest revision of a story, with its number. @throws DomainError `not-found` */
export async function newestOf(stories: StoryEditor, kind: string, slug: string) {
  const [newest] = (await stories.revisions(slug, { before: Number.MAX_SAFE_INTEGER, limit: 1 })) ?? []
  const found = newest && (await stories.revision(slug, newest.number))
  if (!found) throw new DomainError('not-found', `There is no ${kind} "${slug}".`)
  return found
}
