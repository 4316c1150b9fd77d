import { coverImage, isBorrowed, type LayerImage, type Work } from '../../catalogue/model.js'
import type { Dimensions } from '../../image/geometry.js'
import { ladderSize, sizeLadder } from '../../image/ladder.js'
import { fits, limitsOf } from '../../image/limits.js'
import type { PresentationContext } from '../context.js'
import { type OwnImage, thumbnailWidth } from '../painting.js'
import { borrowedResource, borrowedThumbnail } from './borrowed.js'
import { type ImageResource, imageContext2 } from './types.js'

/** The largest size of an image that the server gives at once; a borrowed one is named where its owner has it. */
export const imageResource = (image: LayerImage, context: PresentationContext): ImageResource =>
  isBorrowed(image)
    ? borrowedResource(image)
    : ownResource(image, ladderSize(image, context.limits, image.width), context)

export const thumbnail = (image: LayerImage, context: PresentationContext): ImageResource =>
  isBorrowed(image)
    ? borrowedThumbnail(image, thumbnailWidth)
    : ownResource(image, ladderSize(image, context.limits, thumbnailWidth), context)

/** The picture that stands for a work in lists. */
export function workThumbnail(work: Work | undefined, context: PresentationContext) {
  const image = coverImage(work)
  return image ? { thumbnail: thumbnail(image, context) } : {}
}

export function ownResource(image: OwnImage, size: Dimensions, { uris, limits }: PresentationContext): ImageResource {
  const service = uris.imageService2(image.id)
  return {
    '@id': `${service}/full/${sizeOf(image, size, limits)}/0/default.jpg`,
    '@type': 'dctypes:Image',
    format: 'image/jpeg',
    width: size.width,
    height: size.height,
    service: {
      '@context': imageContext2,
      '@id': service,
      profile: 'http://iiif.io/api/image/2/level2.json',
      width: image.width,
      height: image.height,
      sizes: sizeLadder(image, limits),
    },
  }
}

/** `full` is the size that clients of Image API 2.0 know too; `max` is 2.1's for what limits make smaller. */
function sizeOf(image: OwnImage, size: Dimensions, limits: PresentationContext['limits']): string {
  if (size.width === image.width) return 'full'
  return fits(size, limitsOf(image, limits)) ? `${size.width},${size.height}` : 'max'
}
