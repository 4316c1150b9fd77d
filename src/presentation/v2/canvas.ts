import type { View, Work } from '../../catalogue/model.js'
import { millimetresPerPixel } from '../../catalogue/physical-scale.js'
import { emptyView } from '../canvas.js'
import type { PresentationContext } from '../context.js'
import { layerLabels, notPhotographed, viewLabel } from '../label.js'
import { phrase } from '../languages.js'
import { plain } from '../plain.js'
import { scaleService } from '../scale.js'
import { imageResource, thumbnail } from './painting.js'
import { texts } from './texts.js'
import type { Canvas, Choice, ImageResource, PaintingAnnotation } from './types.js'

/** One canvas for each view, as wide and high as its first layer in pixels; an empty one for a work without pictures. */
export function workCanvases(work: Work, context: PresentationContext): readonly Canvas[] {
  if (work.views.length === 0) return [emptyCanvas(work, context)]
  return work.views.map((view, index) => viewCanvas(work, view, index, context))
}

function viewCanvas(work: Work, view: View, index: number, context: PresentationContext): Canvas {
  const [first] = view.layers
  if (!first) throw new Error(`View ${view.key} of work ${work.id} has no layer.`)
  const alternative = index === 0 ? plain(work.alternativeText) : undefined
  const physicalScale = millimetresPerPixel(work, view, index)
  return {
    '@id': context.uris.canvas(work.id, view.key),
    '@type': 'sc:Canvas',
    label: texts(plain(viewLabel(view, index, work)) ?? {}),
    ...(alternative ? { description: texts(alternative) } : {}),
    width: first.image.width,
    height: first.image.height,
    thumbnail: thumbnail(first.image, context),
    ...(physicalScale === undefined ? {} : { service: scaleOf(physicalScale) }),
    images: [painting(work, view, context)],
  }
}

function scaleOf(physicalScale: number): NonNullable<Canvas['service']> {
  const { id: _, type: __, ...service } = scaleService('', physicalScale)
  return service
}

const painting = (work: Work, view: View, context: PresentationContext): PaintingAnnotation => ({
  '@id': context.uris.annotation(work.id, view.key),
  '@type': 'oa:Annotation',
  motivation: 'sc:painting',
  resource: layersResource(view, context),
  on: context.uris.canvas(work.id, view.key),
})

/** Several layers are a choice, whose default is the layer that is first in the view. */
function layersResource({ layers }: View, context: PresentationContext): ImageResource | Choice {
  const [first, ...others] = layers.map(({ kind, image, label }) => ({
    ...imageResource(image, context),
    label: texts(plain(label) ?? phrase(layerLabels[kind])),
  }))
  if (first && others.length > 0) return { '@type': 'oa:Choice', default: first, item: others, ...serviceOf(first) }
  const { label: _, ...only } = first as ImageResource
  return only
}

const serviceOf = ({ service }: ImageResource): Pick<Choice, 'service'> => (service ? { service } : {})

const emptyCanvas = (work: Work, { uris }: PresentationContext): Canvas => ({
  '@id': uris.canvas(work.id, emptyView.key),
  '@type': 'sc:Canvas',
  label: texts(phrase(notPhotographed)),
  width: emptyView.width,
  height: emptyView.height,
  images: [],
})
