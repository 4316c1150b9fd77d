import type { FastifyPluginAsync } from 'fastify'
import type { CatalogueEditor } from '../../catalogue/editing.js'
import { refTo } from '../../schema/shapes.js'
import type { BaseOf } from '../address.js'
import { editableRoutes } from './editable-routes.js'
import { type PageQuery, pageBody } from './listing.js'
import { failuresOf, pageOf, pageQuery } from './schemas/parts.js'
import { id } from './schemas/texts.js'

export type MuseumApiOptions = Readonly<{ editor: CatalogueEditor; baseOf: BaseOf }>

export const museumApi: FastifyPluginAsync<MuseumApiOptions> = async (app, { editor, baseOf }) => {
  const tag = 'Museums'
  app.get<{ Querystring: PageQuery<string> }>(
    '/museums',
    {
      schema: {
        summary: 'Lists museums by their codes',
        tags: [tag],
        querystring: pageQuery(id),
        response: { 200: pageOf(refTo('Museum')), ...failuresOf(400, 401) },
      },
    },
    async request => {
      const { after = '', limit } = request.query
      return pageBody(await editor.listMuseums({ after, limit }), request, museum => museum.id, baseOf)
    },
  )
  editableRoutes(app, {
    url: '/museums/:museum',
    noun: 'a museum',
    tag,
    schemas: { place: 'MuseumPlace', value: 'Museum', body: 'Museum' },
    editable: editor.museums,
    named: ({ museum }) => ({ id: museum }),
    patchable: true,
    baseOf,
  })
}
