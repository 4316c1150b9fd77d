import { layerKinds } from '../../../catalogue/model.js'
import { listOf, objectOf, refTo } from '../../../schema/shapes.js'
import { id, languageMap, viewKey } from './texts.js'

const kind = { type: 'string', enum: layerKinds } as const
const imageId = { ...id, description: 'An image of this server.' } as const

export const viewSchemas = [
  {
    $id: 'View',
    description: 'A view with its layers, as it is read.',
    ...objectOf({ key: viewKey, label: languageMap, layers: listOf(refTo('Layer'), layerKinds.length) }, [
      'key',
      'layers',
    ]),
  },
  {
    $id: 'ViewBody',
    description: 'A view as it is written: all its layers, at least one, each of another kind.',
    ...objectOf({ key: viewKey, label: languageMap, layers: listOf(refTo('ViewLayerBody'), layerKinds.length, 1) }, [
      'layers',
    ]),
  },
  {
    $id: 'Layer',
    description: 'A layer shows an image of this server, or a borrowed one.',
    ...objectOf({ kind, label: languageMap, image: imageId, borrowed: refTo('BorrowedImage') }, ['kind']),
  },
  {
    $id: 'ViewLayerBody',
    ...objectOf({ kind, label: languageMap, image: imageId }, ['kind', 'image']),
  },
  {
    $id: 'LayerBody',
    description: 'A layer as it is written; its kind may be left out, since the address says it.',
    ...objectOf({ kind, label: languageMap, image: imageId }, ['image']),
  },
  {
    $id: 'ViewOrder',
    description: 'The keys of all views of a work, in their order.',
    ...objectOf({ views: listOf(viewKey, 20_000) }, ['views']),
  },
  { $id: 'ViewPlace', ...objectOf({ work: id, view: viewKey }, ['work', 'view']) },
  { $id: 'LayerPlace', ...objectOf({ work: id, view: viewKey, layer: kind }, ['work', 'view', 'layer']) },
] as const
