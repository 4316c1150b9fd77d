import { ladderSize } from '../../../image/ladder.js'
import type { PresentationContext } from '../../context.js'
import { thumbnailWidth } from '../../painting.js'
import { detailAddress } from '../../stories/painting.js'
import { detailSize, drawnImage } from '../../stories/pictures.js'
import type { Picture } from '../../stories/staging.js'
import { imageResource, ownResource, thumbnail } from '../painting.js'
import type { ImageResource } from '../types.js'

/** A picture as the resource of a painting; a detail without a service, as in version 3. */
export const pictureResource = (picture: Picture, context: PresentationContext): ImageResource =>
  picture.kind === 'image' ? imageResource(picture.image, context) : madeResource(picture, context)

export const pictureThumbnail = (picture: Picture, context: PresentationContext): ImageResource =>
  picture.kind === 'image' ? thumbnail(picture.image, context) : madeResource(picture, context, thumbnailWidth)

function madeResource(
  picture: Exclude<Picture, { kind: 'image' }>,
  context: PresentationContext,
  width?: number,
): ImageResource {
  if (picture.kind === 'drawn') {
    const image = drawnImage(picture)
    return ownResource(image, ladderSize(image, context.limits, width ?? image.width), context)
  }
  const size = detailSize(picture.box, context.limits, width)
  const id = detailAddress(picture, size, context.uris.imageService2, 'full')
  return { '@id': id, '@type': 'dctypes:Image', format: 'image/jpeg', ...size }
}
