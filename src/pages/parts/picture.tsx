import type { Work } from '../../catalogue/model.js'
import type { Limits } from '../../config.js'
import type { Dimensions } from '../../image/geometry.js'
import { ladderSize, sizeLadder } from '../../image/ladder.js'
import type { ImageRecord } from '../../image/record.js'
import { workTitle } from '../../presentation/label.js'
import type { Uris } from '../../presentation/uris.js'
import { makerNames } from '../cite.js'
import { plain } from '../languages.js'
import type { Visit } from '../visit.js'

type Props = Readonly<{
  image: ImageRecord
  alt: string
  visit: Visit
  /** How wide the picture is shown, as the `sizes` of HTML. */
  sizes: string
  /** Widest rung of the ladder to offer, px. */
  widest: number
  /** Whether it is on the first screen: then it is fetched at once and first. */
  first?: boolean
}>

/** A picture at the sizes that stand ready on the server, in its own proportions. */
export function Picture({ image, alt, visit, sizes, widest, first = false }: Props) {
  const usual = ladderSize(image, visit.limits, Math.min(widest, 1000))
  return (
    <img
      src={imageAddress(visit.uris, image, usual)}
      srcset={sourceSet(image, visit.uris, visit.limits, widest)}
      sizes={sizes}
      width={usual.width}
      height={usual.height}
      alt={alt}
      loading={first ? 'eager' : 'lazy'}
      fetchpriority={first ? 'high' : 'auto'}
      decoding={first ? 'sync' : 'async'}
    />
  )
}

/** Image API 3 §4.2: `w,h` is the canonical form of a size. */
export const imageAddress = (uris: Uris, image: ImageRecord, { width, height }: Dimensions): string =>
  `${uris.imageService(image.id)}/full/${width},${height}/0/default.jpg`

export const largestAddress = (uris: Uris, image: ImageRecord): string =>
  `${uris.imageService(image.id)}/full/max/0/default.jpg`

function sourceSet(image: ImageRecord, uris: Uris, limits: Limits, widest: number): string {
  const ladder = sizeLadder(image, limits)
  const enough = ladder.findIndex(size => size.width >= widest)
  const offered = enough < 0 ? ladder : ladder.slice(0, enough + 1)
  return offered.map(size => `${imageAddress(uris, image, size)} ${size.width}w`).join(', ')
}

/** What is seen, in the curator's words; else maker, title and technique as a fair fallback. */
export function alternativeText(work: Work, visit: Visit): string {
  const { language } = visit
  const makers = makerNames(work, visit.language)
  const fallback = [makers, plain(workTitle(work), language), plain(work.texts?.materials, language)]
  return plain(work.alternativeText, language) ?? fallback.filter(Boolean).join(', ')
}
