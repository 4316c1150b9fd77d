import type { BorrowedImage, ImageServiceReference } from '../../catalogue/model.js'
import { borrowedCopy, type Copy, levelAddress } from '../borrowed.js'
import type { ImageResource, ImageService } from './types.js'

export const borrowedResource = (image: BorrowedImage): ImageResource => resource(image, image, image.format)

/** A copy of a size that is known, since lists in this version show no other. */
export const borrowedThumbnail = (image: BorrowedImage, width: number): ImageResource =>
  resource(image, borrowedCopy(image, width))

const resource = ({ service }: BorrowedImage, copy: Copy, format?: string): ImageResource => ({
  '@id': copy.address,
  '@type': 'dctypes:Image',
  ...(format ? { format } : {}),
  width: copy.width,
  height: copy.height,
  ...(service ? { service: serviceOf(service) } : {}),
})

/** Clients tell versions of the Image API apart by the context. */
const serviceOf = ({ sizes, ...service }: ImageServiceReference): ImageService => ({
  '@context':
    service.version === 1
      ? 'http://library.stanford.edu/iiif/image-api/1.1/context.json'
      : `http://iiif.io/api/image/${service.version}/context.json`,
  '@id': service.id,
  profile: levelAddress(service),
  ...(sizes ? { sizes } : {}),
})
