import type { ComponentChildren } from 'preact'
import { isBorrowed, type LayerImage, type LayerKind, type View, type Work } from '../../catalogue/model.js'
import type { Mark, Place, Texts } from '../../catalogue/story.js'
import type { Box } from '../../image/geometry.js'
import { workTitle } from '../../presentation/label.js'
import { type FoundPlace, findPlace, scaledBox } from '../../stories/places.js'
import { type Crop, cropOf } from '../crops.js'
import { plain, wordsFor } from '../languages.js'
import { alternativeText } from '../parts/picture.js'
import { Words } from '../parts/words.js'
import type { Visit } from '../visit.js'
import { CropPicture } from './crop-picture.js'
import { Marks } from './marks.js'
import { plainText, type Telling, voiceOf } from './telling.js'

/** A place of a work as a story shows it now. */
export type ShownPlace = Readonly<{ work: Work; found: FoundPlace; image: LayerImage; crop: Crop }>

/** px: as wide as paper asks for. */
const widest = 2600

/** Undefined where the work is not published any more, or has no such view. */
export function placeIn(
  place: Place,
  id: string,
  { shown, visit }: Telling,
  layer: LayerKind = 'visible',
): ShownPlace | undefined {
  const work = shown.works.get(id)
  const found = work && findPlace(place, work)
  if (!work || !found) return undefined
  const image = layerOf(found.view, layer)?.image ?? found.image
  return { work, found, image, crop: cropOf(image, onLayer(found, image), widest, visit) }
}

export const layerOf = (view: View, kind: LayerKind) => view.layers.find(layer => layer.kind === kind)

/** A layer of other pixels shows the same part of the work. */
const onLayer = ({ region, image }: FoundPlace, layer: LayerImage): Box =>
  layer.width === image.width ? region : scaledBox(region, layer.width / image.width, layer)

type Props = Readonly<{
  shown: ShownPlace
  marks?: readonly Mark[] | undefined
  alternative?: Texts | undefined
  /** The `sizes` of HTML. */
  sizes: string
  first?: boolean
  telling: Telling
  /** Where the picture leads. */
  href?: string
  children?: ComponentChildren
}>

/** A picture or a part of it, with marks over it, and what belongs below. */
export function Figure({ shown, marks = [], alternative, sizes, first = false, telling, href, children }: Props) {
  const { found, crop, image, work } = shown
  const voice = voiceOf(telling)
  const picture = <CropPicture crop={crop} alt={altOf(shown, alternative, telling)} sizes={sizes} first={first} />
  const scale = found.scale * (image.width / found.image.width)
  return (
    <figure
      class="shown"
      style={{
        '--ratio': (crop.box.width / crop.box.height).toFixed(4),
        '--pixels': String(Math.round(crop.box.width)),
      }}
    >
      <div class="shown-picture">
        {href ? <a href={href}>{picture}</a> : picture}
        {!found.displaced && <Marks marks={marks} scale={scale} box={crop.box} voice={voice} />}
      </div>
      {found.displaced && <p class="quiet displaced">{telling.visit.phrases.story.displaced}</p>}
      {isBorrowed(image) && work.loan && <BorrowedCredit work={work} visit={telling.visit} />}
      {children}
    </figure>
  )
}

/** What is seen in the place, in the curator's words; else what the work is, and that this is a part of it. */
export function altOf({ work, found }: ShownPlace, given: Texts | undefined, telling: Telling): string {
  const { visit } = telling
  const own = plainText(given, voiceOf(telling))
  if (own) return own
  const title = plain(workTitle(work), visit.language) ?? work.id
  return found.whole ? alternativeText(work, visit) : visit.phrases.story.detailOf(title)
}

/** The owner's credit stays with its picture wherever that is shown. */
function BorrowedCredit({ work: { loan }, visit: { language } }: { work: Work; visit: Visit }) {
  const credit = [loan?.statement?.value, loan?.owner].find(each => wordsFor(each, language))
  return (
    credit && (
      <p class="quiet lender-credit">
        <Words of={credit} reader={language} />
      </p>
    )
  )
}
