import type { LayerImage, Work } from '../../catalogue/model.js'
import { workTitle } from '../../presentation/label.js'
import { makerNames } from '../cite.js'
import { copiesOf, copyOf } from '../copies.js'
import { plain } from '../languages.js'
import type { Visit } from '../visit.js'

type Props = Readonly<{
  image: LayerImage
  alt: string
  visit: Visit
  /** How wide the picture is shown, as the `sizes` of HTML. */
  sizes: string
  /** Widest copy to offer, px. */
  widest: number
  /** Whether it is on the first screen: then it is fetched at once and first. */
  first?: boolean
}>

/** A picture at the sizes that stand ready on its server, in its own proportions. */
export function Picture({ image, alt, visit, sizes, widest, first = false }: Props) {
  const usual = copyOf(image, Math.min(widest, 1000), visit)
  return (
    <img
      src={usual.address}
      srcset={copiesOf(image, widest, visit)
        .map(({ address, width }) => `${address} ${width}w`)
        .join(', ')}
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

/** What is seen, in the curator's words; else maker, title and technique as a fair fallback. */
export function alternativeText(work: Work, visit: Visit): string {
  const { language } = visit
  const makers = makerNames(work, visit.language)
  const fallback = [makers, plain(workTitle(work), language), plain(work.texts?.materials, language)]
  return plain(work.alternativeText, language) ?? fallback.filter(Boolean).join(', ')
}
