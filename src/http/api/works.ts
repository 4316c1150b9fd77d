import type { FastifyPluginAsync } from 'fastify'
import { type CatalogueEditor, states, type WorkFilter } from '../../catalogue/editing.js'
import { refTo } from '../../schema/shapes.js'
import type { BaseOf } from '../address.js'
import { editableRoutes } from './editable-routes.js'
import { type PageQuery, pageBody } from './listing.js'
import { failuresOf, pageOf, pageQuery } from './schemas/parts.js'
import { id, line } from './schemas/texts.js'

export type WorkApiOptions = Readonly<{ editor: CatalogueEditor; baseOf: BaseOf }>

const filter = { museum: line, state: { type: 'string', enum: states } } as const

export const workApi: FastifyPluginAsync<WorkApiOptions> = async (app, { editor, baseOf }) => {
  const tag = 'Works'
  app.get<{ Querystring: PageQuery<string> & WorkFilter }>(
    '/works',
    {
      schema: {
        summary: 'Lists works by their ids, drafts included',
        tags: [tag],
        querystring: pageQuery(id, filter),
        response: { 200: pageOf(refTo('ListedWork')), ...failuresOf(400, 401) },
      },
    },
    async request => {
      const { after = '', limit, ...wanted } = request.query
      return pageBody(await editor.listWorks(wanted, { after, limit }), request, work => work.id, baseOf)
    },
  )
  editableRoutes(app, {
    url: '/works/:work',
    noun: 'a work',
    tag,
    schemas: { place: 'WorkPlace', value: 'Work', body: 'Work' },
    editable: editor.works,
    named: ({ work }) => ({ id: work }),
    patchable: true,
    baseOf,
  })
}
