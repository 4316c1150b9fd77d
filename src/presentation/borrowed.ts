import type { BorrowedImage, ImageServiceReference } from '../catalogue/model.js'
import type { Box } from '../image/geometry.js'
import type { ForeignService, ImageResource } from './types.js'

/** A picture of another institution in one size, as its own servers give it; a plain file has but its own size. */
export type Copy = Readonly<{ address: string; width: number; height: number }>

/** A copy about `width` px wide: what the owner offers, else what its image service can be asked for. */
export function borrowedCopy(image: BorrowedImage, width: number): Copy {
  const { thumbnail, service } = image
  if (thumbnail?.width && thumbnail.height && thumbnail.width >= width && thumbnail.width < 2 * width)
    return { address: thumbnail.address, width: thumbnail.width, height: thumbnail.height }
  const offered = service?.sizes?.toSorted((a, b) => a.width - b.width).find(size => size.width >= width)
  if (service && offered) return { address: sizeAddress(service, `${offered.width},${offered.height}`), ...offered }
  if (service?.level && width < image.width)
    return {
      // Image API §5: `w,` is the one size that every version has from level 1 on
      address: sizeAddress(service, `${width},`),
      width,
      height: Math.max(1, Math.round((image.height * width) / image.width)),
    }
  return { address: image.address, width: image.width, height: image.height }
}

/** A part of a borrowed picture from its owner's service, which must be of level 1 at least, `width` px wide. */
export const borrowedRegion = (image: BorrowedImage, region: Box, { width }: Pick<Copy, 'width'>): string =>
  image.service
    ? sizeAddress(image.service, `${width},`, `${region.x},${region.y},${region.width},${region.height}`)
    : image.address

const sizeAddress = ({ id, version }: ImageServiceReference, size: string, region = 'full'): string =>
  `${id}/${region}/${size}/0/${version === 1 ? 'native' : 'default'}.jpg`

export const borrowedBody = (image: BorrowedImage): ImageResource => ({
  id: image.address,
  type: 'Image',
  ...(image.format ? { format: image.format } : {}),
  width: image.width,
  height: image.height,
  ...servicesOf(image),
})

/** The owner's thumbnail, whose size it may not have said, or a copy; with the service, so that viewers can choose. */
export function borrowedThumbnail(image: BorrowedImage, width: number): ImageResource {
  const { thumbnail } = image
  const services = servicesOf(image)
  if (thumbnail && !thumbnail.width) return { id: thumbnail.address, type: 'Image', ...services }
  const copy = borrowedCopy(image, width)
  return { id: copy.address, type: 'Image', width: copy.width, height: copy.height, ...services }
}

const servicesOf = ({ service }: BorrowedImage): Pick<ImageResource, 'service'> =>
  service ? { service: [foreignService(service)] } : {}

/** Presentation 3 §4.3: services of older versions keep their own words, `@id` and `@type`. */
function foreignService(service: ImageServiceReference): ForeignService {
  const { id, version, level, sizes } = service
  if (version === 3) return { id, type: 'ImageService3', profile: `level${level ?? 0}`, ...(sizes ? { sizes } : {}) }
  return { '@id': id, '@type': `ImageService${version}`, profile: levelAddress(service), ...(sizes ? { sizes } : {}) }
}

/** The address of what a service of its version complies with; level 0 where its owner names none. */
export const levelAddress = ({ version, level = 0 }: Pick<ImageServiceReference, 'version' | 'level'>): string =>
  version === 1 ? `${version1}#level${level}` : `http://iiif.io/api/image/${version}/level${level}.json`

const version1 = 'http://library.stanford.edu/iiif/image-api/1.1/compliance.html'
