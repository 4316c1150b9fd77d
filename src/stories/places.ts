import type { LayerImage, View, Work } from '../catalogue/model.js'
import type { Place, Point, Shape } from '../catalogue/story.js'
import type { Box, Dimensions } from '../image/geometry.js'

/** How far the proportions of two pictures may lie apart for one to stand for the other: rounding and a trimmed edge. */
const tolerance = 0.01

/**
 * Where a place is in a work as it is now. `scale` turns px of the place's picture into px of the view; where the view's
 * proportions are others, region and marks cannot be trusted: the whole is shown, and the curator is told.
 */
export type FoundPlace = Readonly<{
  view: View
  /** The view's number in the work, from 0. */
  index: number
  image: LayerImage
  /** px of the view; the whole view where the place names no region */
  region: Box
  whole: boolean
  scale: number
  /** The view's proportions are not those of the picture that the region was drawn on. */
  displaced: boolean
}>

/** Undefined where the work has no such view. Layers are as large as their view, or are shown as if they were. */
export function findPlace(place: Place, work: Work): FoundPlace | undefined {
  const index = place.view === undefined ? 0 : work.views.findIndex(({ key }) => key === place.view)
  const view = work.views[index]
  const image = view?.layers[0]?.image
  if (!view || !image) return undefined
  const scale = rescaling(place.picture ?? image, image)
  const region = scale === undefined || !place.region ? undefined : scaledBox(place.region, scale, image)
  return {
    view,
    index,
    image,
    region: region ?? { x: 0, y: 0, width: image.width, height: image.height },
    whole: region === undefined,
    scale: scale ?? 1,
    displaced: scale === undefined,
  }
}

/** By what to multiply px of one picture to have px of another of the same proportions; undefined where they differ. */
export function rescaling(from: Dimensions, to: Dimensions): number | undefined {
  const [across, down] = [to.width / from.width, to.height / from.height]
  return Math.abs(across / down - 1) <= tolerance ? across : undefined
}

/** A box in whole px of another picture, within it, never empty. */
export function scaledBox({ x, y, width, height }: Box, scale: number, within: Dimensions): Box {
  const left = clamp(Math.round(x * scale), 0, within.width - 1)
  const top = clamp(Math.round(y * scale), 0, within.height - 1)
  const right = clamp(Math.round((x + width) * scale), left + 1, within.width)
  const bottom = clamp(Math.round((y + height) * scale), top + 1, within.height)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** A mark's shape on a picture `scale` times as large, from a corner of that on. */
export function scaledShape(shape: Shape, scale: number, from: Point = { x: 0, y: 0 }): Shape {
  const point = ({ x, y }: Point): Point => ({ x: x * scale - from.x, y: y * scale - from.y })
  switch (shape.kind) {
    case 'line':
    case 'arrow':
    case 'polygon':
      return { ...shape, points: shape.points.map(point) }
    case 'ellipse':
      return {
        ...shape,
        center: point(shape.center),
        radiusX: shape.radiusX * scale,
        radiusY: shape.radiusY * scale,
      }
    case 'grid': {
      const { width, height } = shape.box
      return { ...shape, box: { ...point(shape.box), width: width * scale, height: height * scale } }
    }
  }
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
