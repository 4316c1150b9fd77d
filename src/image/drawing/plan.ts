import type { Dialect } from '../dialect.js'
import { type Dimensions, turnedSize } from '../geometry.js'
import { mustHold, planImage, readable, resolve, type Serving } from '../plan.js'
import type { ImageRequest } from '../request.js'
import type { PlacedPicture, ServedPlan } from './composition.js'
import { type DrawnImage, isDrawn, onlyPicture, type ServedImage } from './drawing.js'
import { inkOf } from './ink.js'
import { placePicture } from './place.js'
import { viewOf } from './view.js'

/** A plan and whose it is: of a drawing, parts that show one picture untouched are that picture's own. */
export type PlannedServing = Readonly<{ plan: ServedPlan; canonical: string; of: ServedImage }>

/** `planImage`, for images of either kind. @throws DomainError `invalid-request` */
export const planServed = (
  request: ImageRequest,
  image: ServedImage,
  serving: Serving,
  dialect: Dialect,
): PlannedServing =>
  isDrawn(image)
    ? planDrawn(request, image, serving, dialect)
    : { ...planImage(request, image, serving, dialect), of: image }

function planDrawn(request: ImageRequest, image: DrawnImage, serving: Serving, dialect: Dialect): PlannedServing {
  const { region, output, limits, finish, canonical } = resolve(request, image, serving, dialect)
  const view = viewOf(region, output, image)
  const ink = inkOf(view, image.drawing)
  const alone = onlyPicture(image.drawing)
  if (alone && !ink) return { ...planImage(request, alone, serving, dialect), of: alone }
  const { format } = request
  mustHold(format, turnedSize(output, finish.degrees))
  const pictures = alone
    ? [whole(readable(region, output, alone, limits), output)]
    : image.drawing.pictures.flatMap((laid, index) => placePicture(laid, index, view, { limits, drawing: image }) ?? [])
  const { ground } = image.drawing
  return {
    plan: { kind: 'composition', format, output, ...finish, ground, pictures, ...(ink ? { ink } : {}) },
    canonical,
    of: image,
  }
}

const whole = (reading: PlacedPicture['reading'], size: Dimensions): PlacedPicture => ({
  picture: 0,
  reading,
  size,
  cut: { x: 0, y: 0, ...size },
  at: { x: 0, y: 0 },
})
