import type { View, Work } from '../catalogue/model.js'
import { millimetresPerPixel } from '../catalogue/physical-scale.js'
import type { PresentationContext } from './context.js'
import { layerLabels, notPhotographed, viewLabel } from './label.js'
import { phrase } from './languages.js'
import { imageBody, thumbnail } from './painting.js'
import { plain } from './plain.js'
import { scaleService } from './scale.js'
import type { AnnotationPage, Canvas, Choice, ImageResource } from './types.js'

/** Presentation 3 §5.2: a manifest has at least one canvas, so a work without pictures has an empty one. */
export const emptyView = { key: 'none', width: 1000, height: 1000 } as const

/** One canvas for each view, as wide and high as its first layer in pixels. */
export function workCanvases(work: Work, context: PresentationContext): readonly Canvas[] {
  if (work.views.length === 0) return [emptyCanvas(work, context)]
  return work.views.map((view, index) => viewCanvas(work, view, index, context))
}

function viewCanvas(work: Work, view: View, index: number, context: PresentationContext): Canvas {
  const [first] = view.layers
  if (!first) throw new Error(`View ${view.key} of work ${work.id} has no layer.`)
  const alternative = index === 0 ? plain(work.alternativeText) : undefined
  return {
    id: context.uris.canvas(work.id, view.key),
    type: 'Canvas',
    label: plain(viewLabel(view, index, work)) ?? {},
    ...(alternative ? { summary: alternative } : {}),
    width: first.image.width,
    height: first.image.height,
    thumbnail: thumbnail(first.image, context),
    ...scaleOf(work, view, index, context),
    items: [painting(work, view, context)],
  }
}

function scaleOf(work: Work, view: View, index: number, { uris }: PresentationContext): Pick<Canvas, 'service'> {
  const physicalScale = millimetresPerPixel(work, view, index)
  return physicalScale === undefined ? {} : { service: [scaleService(uris.scale(work.id, view.key), physicalScale)] }
}

function painting(work: Work, view: View, { uris, ...rest }: PresentationContext): AnnotationPage {
  return {
    id: uris.annotationPage(work.id, view.key),
    type: 'AnnotationPage',
    items: [
      {
        id: uris.annotation(work.id, view.key),
        type: 'Annotation',
        motivation: 'painting',
        body: layersBody(view, { uris, ...rest }),
        target: uris.canvas(work.id, view.key),
      },
    ],
  }
}

/** Several layers are a choice; viewers show its first item, the layer that is first in the view. */
function layersBody({ layers }: View, context: PresentationContext): ImageResource | Choice {
  const [first, ...others] = layers.map(({ kind, image, label }) => ({
    ...imageBody(image, context),
    label: plain(label) ?? phrase(layerLabels[kind]),
  }))
  if (first && others.length > 0) return { type: 'Choice', items: [first, ...others] }
  const { label: _, ...only } = first as ImageResource
  return only
}

function emptyCanvas(work: Work, { uris }: PresentationContext): Canvas {
  const { key, width, height } = emptyView
  const page: AnnotationPage = { id: uris.annotationPage(work.id, key), type: 'AnnotationPage', items: [] }
  return { id: uris.canvas(work.id, key), type: 'Canvas', label: phrase(notPhotographed), width, height, items: [page] }
}
