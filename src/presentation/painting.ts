import { coverImage, isBorrowed, type LayerImage, type Work } from '../catalogue/model.js'
import type { Dimensions } from '../image/geometry.js'
import { ladderSize, sizeLadder } from '../image/ladder.js'
import { fits, limitsOf } from '../image/limits.js'
import type { ImageRecord } from '../image/record.js'
import { borrowedBody, borrowedThumbnail } from './borrowed.js'
import type { PresentationContext } from './context.js'
import type { ImageResource } from './types.js'

/** px: sharp in the lists of viewers, on dense screens too. */
export const thumbnailWidth = 300

/** The largest size of an image that the server gives at once; a borrowed one is named where its owner has it. */
export const imageBody = (image: LayerImage, context: PresentationContext): ImageResource =>
  isBorrowed(image)
    ? borrowedBody(image)
    : imageResource(image, ladderSize(image, context.limits, image.width), context)

export const thumbnail = (image: LayerImage, context: PresentationContext): readonly ImageResource[] => [
  isBorrowed(image)
    ? borrowedThumbnail(image, thumbnailWidth)
    : imageResource(image, ladderSize(image, context.limits, thumbnailWidth), context),
]

/** The picture that stands for a work in lists. */
export function workThumbnail(work: Work | undefined, context: PresentationContext) {
  const image = coverImage(work)
  return image ? { thumbnail: thumbnail(image, context) } : {}
}

/** What is told of an image that this server gives. */
export type OwnImage = Pick<ImageRecord, 'id' | 'width' | 'height' | 'levels' | 'limits'>

export function imageResource(image: OwnImage, size: Dimensions, { uris, limits }: PresentationContext): ImageResource {
  const service = uris.imageService(image.id)
  // Image API 3 §4.7: the canonical form of the largest size is `max`
  const whole = size.width === image.width || !fits(size, limitsOf(image, limits))
  return {
    id: `${service}/full/${whole ? 'max' : `${size.width},${size.height}`}/0/default.jpg`,
    type: 'Image',
    format: 'image/jpeg',
    width: size.width,
    height: size.height,
    service: [
      {
        id: service,
        type: 'ImageService3',
        profile: 'level2',
        width: image.width,
        height: image.height,
        sizes: sizeLadder(image, limits),
      },
    ],
  }
}
