import { type BorrowedImage, isBorrowed, type LayerImage } from '../catalogue/model.js'
import type { Box } from '../image/geometry.js'
import { fits, limitsOf } from '../image/limits.js'
import type { ImageRecord } from '../image/record.js'
import { borrowedRegion, type Copy } from '../presentation/borrowed.js'
import { copiesOf } from './copies.js'
import type { Visit } from './visit.js'

type Place = Pick<Visit, 'uris' | 'limits'>

/** Copies of a part of a picture, smallest first, never empty; `box` is the part that they show, px of the picture. */
export type Crop = Readonly<{ box: Box; copies: readonly Copy[] }>

/** px: a phone's column, twice that, a column of text beside, a wide window, paper. */
const widths = [400, 800, 1200, 1800, 2600] as const

/** A region in sizes up to about `widest` px, never larger than its own pixels; whole pictures come from the ladder. */
export function cropOf(image: LayerImage, region: Box, widest: number, place: Place): Crop {
  const whole = { x: 0, y: 0, width: image.width, height: image.height }
  const isWhole = region.width >= image.width && region.height >= image.height
  if (isWhole || (isBorrowed(image) && !canCrop(image))) return { box: whole, copies: copiesOf(image, widest, place) }
  const sizes = cropWidths(region, widest)
    .map(width => ({ width, height: Math.max(1, Math.round((region.height * width) / region.width)) }))
    .filter((size, index) => index === 0 || isBorrowed(image) || fits(size, limitsOf(image, place.limits)))
  return {
    box: region,
    copies: sizes.map(size => ({
      ...size,
      address: isBorrowed(image) ? borrowedRegion(image, region, size) : ownRegion(image, region, size, place),
    })),
  }
}

/** The copy of a crop nearest to a width. */
export const cropAt = ({ copies }: Crop, width: number): Copy | undefined =>
  copies.find(copy => copy.width >= width) ?? copies.at(-1)

/** Image API §4.1: regions are asked for from level 1 on. */
const canCrop = ({ service }: BorrowedImage): boolean => (service?.level ?? 0) >= 1

function cropWidths({ width }: Box, widest: number): readonly number[] {
  const enough = widths.find(each => each >= widest) ?? widths[widths.length - 1] ?? widest
  const smaller = widths.filter(each => each < width && each <= enough)
  return width <= enough && !smaller.includes(width as never) ? [...smaller, width] : smaller
}

const ownRegion = ({ id }: ImageRecord, { x, y, width, height }: Box, size: Omit<Copy, 'address'>, { uris }: Place) =>
  `${uris.imageService(id)}/${x},${y},${width},${height}/${size.width},${size.height}/0/default.jpg`
