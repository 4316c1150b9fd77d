import { type BorrowedImage, coverImage, isBorrowed, type LayerImage, type Work } from '../catalogue/model.js'
import { ladderSize, sizeLadder } from '../image/ladder.js'
import type { ImageRecord } from '../image/record.js'
import { borrowedCopy, type Copy } from '../presentation/borrowed.js'
import type { StageSource } from './stage.js'
import type { Visit } from './visit.js'

type Place = Pick<Visit, 'uris' | 'limits'>

/** px: what is asked of other institutions' servers, which have no ladder of ours. */
const borrowedWidths = [400, 800, 1600, 2600] as const

/** How many other institutions' hosts one page may show; a header has no room for more. */
const mostHosts = 100

/** The copy of a picture that is nearest to a width: a rung of our ladder, or what its owner's server gives. */
export const copyOf = (image: LayerImage, width: number, place: Place): Copy =>
  isBorrowed(image) ? borrowedCopy(image, width) : ownCopy(image, ladderSize(image, place.limits, width), place)

/** The copies that a browser may choose from, smallest first, none much wider than `widest` px. */
export function copiesOf(image: LayerImage, widest: number, place: Place): readonly Copy[] {
  if (isBorrowed(image)) return borrowedCopies(image, widest)
  const ladder = sizeLadder(image, place.limits)
  const enough = ladder.findIndex(size => size.width >= widest)
  return (enough < 0 ? ladder : ladder.slice(0, enough + 1)).map(size => ownCopy(image, size, place))
}

function borrowedCopies(image: BorrowedImage, widest: number): readonly Copy[] {
  const copies = borrowedWidths.filter(width => width <= widest).map(width => borrowedCopy(image, width))
  return [...new Map(copies.map(copy => [copy.width, copy])).values()]
}

/** Image API 3 §4.2: `w,h` is the canonical form of a size. */
const ownCopy = ({ id }: ImageRecord, { width, height }: Pick<Copy, 'width' | 'height'>, { uris }: Place): Copy => ({
  address: `${uris.imageService(id)}/full/${width},${height}/0/default.jpg`,
  width,
  height,
})

export const largestAddress = (image: LayerImage, { uris }: Place): string =>
  isBorrowed(image) ? image.address : `${uris.imageService(image.id)}/full/max/0/default.jpg`

/** Where viewers of single images open a picture: its service, or the file that it is. */
export function imageAddress(image: LayerImage, { uris }: Place): string {
  if (!isBorrowed(image)) return `${uris.imageService(image.id)}/info.json`
  return image.service ? `${image.service.id}/info.json` : image.address
}

export const stageSource = (image: LayerImage, place: Place): StageSource =>
  isBorrowed(image) && !image.service
    ? { type: 'image', url: image.address, buildPyramid: false }
    : imageAddress(image, place)

/** Origins of the borrowed pictures among those given: a page's policy allows these and no others. */
export function hostsOf(images: readonly (LayerImage | undefined)[]): readonly string[] {
  const addresses = images.flatMap(image =>
    image && isBorrowed(image)
      ? [image.address, image.thumbnail?.address ?? image.address, image.service?.id ?? image.address]
      : [],
  )
  return [...new Set(addresses.map(address => new URL(address).origin))].slice(0, mostHosts)
}

export const coverHosts = (works: readonly Work[]): readonly string[] => hostsOf(works.map(coverImage))
