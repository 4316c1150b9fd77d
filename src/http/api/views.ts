import type { FastifyPluginAsync } from 'fastify'
import type { CatalogueEditor, WorkPlace } from '../../catalogue/editing.js'
import { DomainError } from '../../errors.js'
import { listOf, objectOf, refTo } from '../../schema/shapes.js'
import type { BaseOf } from '../address.js'
import { editableRoutes } from './editable-routes.js'
import { failuresOf } from './schemas/parts.js'

export type ViewApiOptions = Readonly<{ editor: CatalogueEditor; baseOf: BaseOf }>

/** Views of works, their order, and their layers. */
export const viewApi: FastifyPluginAsync<ViewApiOptions> = async (app, { editor, baseOf }) => {
  const tag = 'Views and layers'
  app.get<{ Params: WorkPlace }>(
    '/works/:work/views',
    {
      schema: {
        summary: 'Lists the views of a work with their layers, in their order',
        tags: [tag],
        params: refTo('WorkPlace'),
        response: { 200: objectOf({ items: listOf(refTo('View'), 20_000) }, ['items']), ...failuresOf(401, 404) },
      },
    },
    async request => {
      const { work } = request.params
      const items = await editor.viewsOf(work)
      if (!items) throw new DomainError('not-found', `There is no work "${work}".`)
      return { items }
    },
  )
  editableRoutes(app, {
    url: '/works/:work/order',
    noun: 'the order of the views',
    tag,
    schemas: { place: 'WorkPlace', value: 'ViewOrder', body: 'ViewOrder' },
    editable: editor.order,
    named: () => ({}),
    baseOf,
  })
  editableRoutes(app, {
    url: '/works/:work/views/:view',
    noun: 'a view with its layers',
    tag,
    schemas: { place: 'ViewPlace', value: 'View', body: 'ViewBody' },
    editable: editor.views,
    named: ({ view }) => ({ key: view }),
    baseOf,
  })
  editableRoutes(app, {
    url: '/works/:work/views/:view/layers/:layer',
    noun: 'a layer of a view',
    tag,
    schemas: { place: 'LayerPlace', value: 'Layer', body: 'LayerBody' },
    editable: editor.layers,
    named: ({ layer }) => ({ kind: layer }),
    baseOf,
  })
}
