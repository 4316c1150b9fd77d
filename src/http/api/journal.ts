import type { FastifyPluginAsync } from 'fastify'
import type { CatalogueEditor } from '../../catalogue/editing.js'
import { refTo } from '../../schema/shapes.js'
import type { BaseOf } from '../address.js'
import { type PageQuery, pageBody } from './listing.js'
import { failuresOf, pageOf, pageQuery } from './schemas/parts.js'

export type JournalApiOptions = Readonly<{ editor: CatalogueEditor; baseOf: BaseOf }>

/** What became public, changed or ceased to be, and who did it. */
export const journalApi: FastifyPluginAsync<JournalApiOptions> = async (app, { editor, baseOf }) => {
  app.get<{ Querystring: PageQuery<number> }>(
    '/journal',
    {
      schema: {
        summary: 'Lists public changes and who made them, the oldest first',
        tags: ['Journal'],
        querystring: pageQuery({ type: 'integer', minimum: 0 }),
        response: { 200: pageOf(refTo('JournalEntry')), ...failuresOf(400, 401) },
      },
    },
    async request => {
      const { after = 0, limit } = request.query
      return pageBody(await editor.journal({ after, limit }), request, ({ seq }) => seq, baseOf)
    },
  )
}
