import { isBorrowed } from '../../catalogue/model.js'
import type { Dimensions } from '../../image/geometry.js'
import { ladderSize } from '../../image/ladder.js'
import { borrowedRegion } from '../borrowed.js'
import type { PresentationContext } from '../context.js'
import { imageBody, imageResource, thumbnail, thumbnailWidth } from '../painting.js'
import type { ImageResource } from '../types.js'
import { detailSize, drawnImage } from './pictures.js'
import type { CutPicture, Picture } from './staging.js'

/**
 * A picture as the body of a painting. What is cut out is a plain image: viewers would lay the whole picture of a
 * service over the canvas of its part, and few cut anything out themselves.
 */
export const pictureBody = (picture: Picture, context: PresentationContext): ImageResource =>
  picture.kind === 'image' ? imageBody(picture.image, context) : madeBody(picture, context)

export const pictureThumbnail = (picture: Picture, context: PresentationContext): readonly ImageResource[] =>
  picture.kind === 'image' ? thumbnail(picture.image, context) : [madeBody(picture, context, thumbnailWidth)]

type Made = Exclude<Picture, { kind: 'image' }>

function madeBody(picture: Made, context: PresentationContext, width?: number): ImageResource {
  if (picture.kind === 'drawn') {
    const image = drawnImage(picture)
    return imageResource(image, ladderSize(image, context.limits, width ?? image.width), context)
  }
  const size = detailSize(picture.box, context.limits, width)
  const id = detailAddress(picture, size, context.uris.imageService, 'max')
  return { id, type: 'Image', format: 'image/jpeg', ...size }
}

/** @param serviceOf the image service of one version  @param whole what that version calls a size without scaling */
export function detailAddress(
  { image, box }: CutPicture,
  size: Dimensions,
  serviceOf: (image: string) => string,
  whole: 'max' | 'full',
): string {
  if (isBorrowed(image)) return borrowedRegion(image, box, size)
  const { x, y, width, height } = box
  const scaled = size.width === width && size.height === height ? whole : `${size.width},${size.height}`
  return `${serviceOf(image.id)}/${x},${y},${width},${height}/${scaled}/0/default.jpg`
}
