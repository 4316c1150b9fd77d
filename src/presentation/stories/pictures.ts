import {
  isBorrowed,
  type LanguageMap,
  type Layer,
  type LayerImage,
  type View,
  type Work,
} from '../../catalogue/model.js'
import type { PublishedStory } from '../../catalogue/story.js'
import type { Limits } from '../../config.js'
import { type Box, type Dimensions, levelCount } from '../../image/geometry.js'
import { fits, largestWithin } from '../../image/limits.js'
import type { PlannedImage } from '../../image/resolve.js'
import { type Cut, drawnImageId, type Instead } from '../../stories/drawn/ids.js'
import { drawnPart } from '../../stories/drawn/parts.js'
import { drawnSize } from '../../stories/drawn/sizes.js'
import type { FoundPlace } from '../../stories/places.js'
import { emptyView } from '../canvas.js'
import { layerLabels } from '../label.js'
import { phrase } from '../languages.js'
import type { OwnImage } from '../painting.js'
import { plain } from '../plain.js'
import type { DrawnPicture, OfferedPicture, Picture, StagedCanvas } from './staging.js'
import { inOne } from './words.js'

/** px: the side of drawn pictures' tiles, and the longest side of what is cut out, which has no service. */
const drawnTile = 512
const detailSide = 2000

/** px of the canvas that a picture fills. */
export function pictureSize(picture: Picture): Dimensions {
  const { width, height } = picture.kind === 'image' ? picture.image : picture.kind === 'drawn' ? picture : picture.box
  return { width, height }
}

export const imagePicture = (image: LayerImage): Picture => ({ kind: 'image', image })

/** What is told in pictures that are drawn, and of which works. */
type Told = Readonly<{ published: PublishedStory; works: ReadonlyMap<string, Work>; language: string }>

/** A picture that is drawn of a part of a story, or of a region that the part shows; undefined where nothing can be drawn. */
export function drawnOf(
  part: string,
  { published, works, language }: Told,
  cut?: Cut | Instead,
): DrawnPicture | undefined {
  const { story, revision } = published
  const { kind, slug } = story
  const drawn = drawnPart(story, part, cut)
  const size = drawn && drawnSize(drawn, works)
  if (!drawn || !size) return undefined
  const named = { kind, slug, revision, part, ...(cut ? { cut } : {}) }
  return drawn.kind === 'view'
    ? { kind: 'drawn', id: drawnImageId(named), cut: drawn.cut, ...size }
    : { kind: 'drawn', id: drawnImageId({ ...named, language }), cut: false, ...size }
}

/** The card that stands where a work has no picture. */
export function noticePicture(
  part: string,
  label: LanguageMap,
  told: Told,
): Pick<StagedCanvas, 'pictures' | 'width' | 'height'> {
  const drawn = drawnOf(part, told, 'notice')
  const { width, height } = drawn ?? emptyView
  return { pictures: drawn ? [{ ...drawn, label }] : [], width, height }
}

/** What a place shows: the whole view, or its region as an image of its own, in which viewers zoom; of a borrowed one a plain cut. */
export function placePicture(place: FoundPlace, part: string, told: Told, cut: Cut): Picture {
  return place.whole ? imagePicture(place.image) : (drawnOf(part, told, cut) ?? cutOut(place))
}

/** One plain picture of a place; of a borrowed one whose owner gives no parts, the whole. */
export function cutOut({ image, region, whole }: FoundPlace): Picture {
  if (whole || (isBorrowed(image) && (image.service?.level ?? 0) < 1)) return imagePicture(image)
  return { kind: 'crop', image, box: region }
}

/** The layers of a view, the one that is called for first. */
export function layersOf(view: View, language: string, first?: string): readonly OfferedPicture[] {
  return sorted(view, first).map(layer => ({ ...imagePicture(layer.image), label: labelOf(layer, language) }))
}

/**
 * The same as images of the part's own. Mirador 4.0 goes blank where an image of one canvas stands at another place in the
 * choice of the next: what changes the order of layers, or puts another picture before them, names none that others name.
 */
export const ownLayers = (view: View, part: string, told: Told, first?: string): readonly OfferedPicture[] =>
  sorted(view, first).map(layer => ({
    ...(drawnOf(part, told, `layer-${layer.kind}`) ?? imagePicture(layer.image)),
    label: labelOf(layer, told.language),
  }))

const sorted = ({ layers }: View, first: string | undefined): readonly Layer[] =>
  layers.toSorted((a, b) => Number(b.kind === first) - Number(a.kind === first))

const labelOf = ({ kind, label }: Layer, language: string): LanguageMap =>
  inOne(plain(label) ?? phrase(layerLabels[kind]), language)

/** A drawn picture as its image service describes it. */
export const drawnImage = ({ id, width, height, limits }: DrawnPicture): OwnImage & PlannedImage => ({
  id,
  width,
  height,
  tileSize: drawnTile,
  levels: levelCount({ width, height }, drawnTile),
  ...(limits ? { limits } : {}),
})

/** px of what is cut out as it is asked for: its own, or as many as fit in `side` and the server's limits. */
export function detailSize(box: Box, limits: Limits, side = detailSide): Dimensions {
  const within = {
    maxWidth: Math.min(side, limits.maxWidth),
    maxHeight: Math.min(side, limits.maxHeight),
    maxArea: limits.maxArea,
  }
  return fits(box, within) ? { width: box.width, height: box.height } : largestWithin(box, within)
}
