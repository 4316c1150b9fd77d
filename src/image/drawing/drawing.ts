import type { Limits } from '../../config.js'
import { type Box, type Dimensions, sameSize } from '../geometry.js'
import type { ImageRecord } from '../record.js'

/** A picture made of others and of shapes over them, as plain data. Lengths are px of the drawing. */
export type Drawing = Dimensions &
  Readonly<{
    /** `#rrggbb` */
    ground: string
    /** Later ones over earlier ones. */
    pictures: readonly LaidPicture[]
    /** Over all pictures, later ones over earlier ones. */
    shapes: readonly DrawnShape[]
    /** Other shapes that stand for these where all is shown smaller, as on a map: the least reduction first. */
    reduced?: readonly ReducedShapes[]
  }>

/** Drawn where a px that is shown is at least `from` px of the drawing. */
export type ReducedShapes = Readonly<{ from: number; shapes: readonly DrawnShape[] }>

/** A whole image laid to a box, which may reach beyond the drawing; only what of it lies within `window` is shown. */
export type LaidPicture = Readonly<{ image: ImageRecord; at: Box; window?: Box }>

/** `path` is SVG path data in px of the drawing, `bounds` the box that holds all of its paint. */
export type DrawnShape = Readonly<{
  path: string
  bounds: Box
  fill?: string
  stroke?: Readonly<{ colour: string; width: number }>
  /** 0 to 1 */
  opacity?: number
}>

/** A drawing as an image that is served: like a pyramid, but that its levels are made when they are asked for. */
export type DrawnImage = Dimensions &
  Readonly<{
    id: string
    /** Changes whenever the bytes served may change. */
    version: string
    tileSize: number
    levels: number
    limits?: Partial<Limits>
    drawing: Drawing
  }>

export type ServedImage = ImageRecord | DrawnImage

export const isDrawn = (image: ServedImage): image is DrawnImage => 'drawing' in image

/** @throws Error where a plan is carried out on an image of the other kind, which is a mistake of the program */
export function drawingOf(image: ServedImage): Drawing {
  if (!isDrawn(image)) throw new Error(`Expected a drawing but received the picture ${image.id}.`)
  return image.drawing
}

/** @throws Error as `drawingOf` */
export function pictureOf(image: ServedImage): ImageRecord {
  if (isDrawn(image)) throw new Error(`Expected a picture but received the drawing ${image.id}.`)
  return image
}

/** The shapes that are drawn where a px that is shown is so many px of the drawing. */
export const shapesAt = ({ shapes, reduced = [] }: Drawing, reduction: number): ReducedShapes =>
  // Reductions are quotients of whole px, and not always exact
  reduced.findLast(({ from }) => from <= reduction * (1 + 1e-9)) ?? { from: 1, shapes }

/** The picture that a drawing shows one to one and whole, where it shows no other. */
export function onlyPicture(drawing: Drawing): ImageRecord | undefined {
  const [laid, other] = drawing.pictures
  if (!laid || other || laid.window) return undefined
  const { image, at } = laid
  return at.x === 0 && at.y === 0 && sameSize(at, drawing) && sameSize(image, drawing) ? image : undefined
}
