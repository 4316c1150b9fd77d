import type { FastifyPluginAsync } from 'fastify'
import type { CatalogueEditor, DeletableKind, Deletion } from '../../catalogue/editing.js'
import { storyFolders } from '../../presentation/story-uris.js'
import { refTo } from '../../schema/shapes.js'
import type { BaseOf } from '../address.js'
import { curatorOf } from './access.js'
import { type PageQuery, pageBody } from './listing.js'
import { failuresOf, pageOf, pageQuery } from './schemas/parts.js'

export type DeletionApiOptions = Readonly<{ editor: CatalogueEditor; baseOf: BaseOf }>

/** What was deleted and can be brought back, the latest first. */
export const deletionApi: FastifyPluginAsync<DeletionApiOptions> = async (app, { editor, baseOf }) => {
  const tags = ['Deletions']
  app.get<{ Querystring: PageQuery<number> }>(
    '/deletions',
    {
      schema: {
        summary: 'Lists what can be brought back, the latest deletion first',
        tags,
        querystring: pageQuery({ type: 'integer', minimum: 1 }),
        response: { 200: pageOf(refTo('Deletion')), ...failuresOf(400, 401) },
      },
    },
    async request => {
      const { after = Number.MAX_SAFE_INTEGER, limit } = request.query
      const found = await editor.deletions({ before: after, limit })
      const base = baseOf(request)
      return pageBody(
        found.map(deletion => deletionBody(deletion, base)),
        request,
        ({ number }) => number,
        baseOf,
      )
    },
  )
  app.post<{ Params: { number: number } }>(
    '/deletions/:number/restore',
    {
      schema: {
        summary: 'Brings back what was deleted, as it was',
        tags,
        params: refTo('DeletionPlace'),
        response: { 200: refTo('Deletion'), ...failuresOf(401, 404, 409) },
      },
    },
    async request => deletionBody(await editor.restore(request.params.number, curatorOf(request)), baseOf(request)),
  )
}

/** A deletion with the addresses that belong to it. */
export const deletionBody = (deletion: Deletion, base: string) => ({
  ...deletion,
  address: `${base}/api${addressOf[deletion.kind](deletion.place.map(encodeURIComponent))}`,
  restore: `${base}/api/deletions/${deletion.number}/restore`,
})

const addressOf: Readonly<Record<DeletableKind, (place: readonly string[]) => string>> = {
  museum: ([museum]) => `/museums/${museum}`,
  work: ([work]) => `/works/${work}`,
  view: ([work, view]) => `/works/${work}/views/${view}`,
  analysis: ([slug]) => `/${storyFolders.analysis}/${slug}`,
  exhibition: ([slug]) => `/${storyFolders.exhibition}/${slug}`,
  layer: ([work, view, layer]) => `/works/${work}/views/${view}/layers/${layer}`,
}
