import { type LayerImage, type LayerKind, layerKinds, type View, type Work } from '../catalogue/model.js'
import type { Detail, Place } from '../catalogue/story.js'
import { DomainError } from '../errors.js'
import type { Box, Dimensions } from '../image/geometry.js'
import { type FoundPlace, findPlace, rescaling, scaledBox } from '../stories/places.js'

/**
 * A detail as its permanent address says it, whole and without a record of ours: a region in px of a picture of that
 * size. View and layer are named where the first view in visible light is not meant, or may not be meant for ever.
 */
export type SharedDetail = Detail & Required<Pick<Place, 'region' | 'picture'>> & Readonly<{ layer?: LayerKind }>

/** The variable parts of `/d/{work}/{x},{y},{w},{h}/{W},{H}?view=…&layer=…`, as they came. */
export type DetailParts = Readonly<{
  work: string
  region: string
  size: string
  view?: string | readonly string[] | undefined
  layer?: string | readonly string[] | undefined
}>

/** More characters than any view's key has. */
const longestKey = 200

/** @throws DomainError `invalid-request` where the parts do not say a region of a picture */
export function readDetail({ work, region: box, size, view, layer }: DetailParts): SharedDetail {
  const [x = 0, y = 0, width = 0, height = 0] = numbers(box, 4)
  const [across = 0, down = 0] = numbers(size, 2)
  if (Math.min(width, height, across, down) < 1 || x + width > across || y + height > down)
    throw refused(`a region within its picture but received "${box}" of "${size}"`)
  if (view !== undefined && (typeof view !== 'string' || view === '' || view.length > longestKey))
    throw refused('one key of a view')
  const kind = layerKinds.find(each => each === layer)
  if (layer !== undefined && !kind) throw refused(`one of the layers ${layerKinds.join(', ')}`)
  return {
    work,
    region: { x, y, width, height },
    picture: { width: across, height: down },
    ...(view !== undefined && { view }),
    ...(kind && { layer: kind }),
  }
}

/** The parts again, as they stand in the address: what comes before the question mark, and behind it. */
export function detailParts({ region, picture, view, layer }: SharedDetail): string {
  const query = new URLSearchParams({ ...(view !== undefined && { view }), ...(layer && { layer }) })
  const box = [region.x, region.y, region.width, region.height].join(',')
  return `${box}/${picture.width},${picture.height}${query.size > 0 ? `?${query}` : ''}`
}

/** A region of a work as it is now, as whoever shares it should name it. @param region px of the view, or the whole */
export function detailOf(work: Work, view: View, layer: LayerKind, region?: Box): SharedDetail | undefined {
  const [first] = view.layers
  if (!first) return undefined
  const { width, height } = first.image
  return {
    work: work.id,
    region: region ?? { x: 0, y: 0, width, height },
    picture: { width, height },
    ...(work.views.length > 1 && { view: view.key }),
    ...(layer !== first.kind && { layer }),
  }
}

/** A shared detail in the work as it is now. */
export type FoundDetail = FoundPlace &
  Readonly<{
    layer: LayerKind
    /** The picture of that layer, and the region in its px. */
    layerImage: LayerImage
    layerRegion: Box
    /** The layer that was asked for is shown no more, another stands in for it. */
    layerMissing: boolean
  }>

/** Undefined where the work has no such view any more. */
export function findDetail(detail: SharedDetail, work: Work): FoundDetail | undefined {
  const found = findPlace(detail, work)
  const layer = found?.view.layers.find(({ kind }) => kind === detail.layer) ?? found?.view.layers[0]
  if (!found || !layer) return undefined
  const whole = found.region.width >= found.image.width && found.region.height >= found.image.height
  return {
    ...found,
    whole,
    layer: layer.kind,
    layerImage: layer.image,
    layerRegion: onLayer(found.region, found.image, layer.image),
    layerMissing: detail.layer !== undefined && layer.kind !== detail.layer,
  }
}

/** Layers are as large as their view, or are shown as if they were. */
const onLayer = (region: Box, view: Dimensions, layer: Dimensions): Box =>
  scaledBox(region, rescaling(view, layer) ?? layer.width / view.width, layer)

/** `count` whole numbers of at most seven digits, none with a zero in front. */
function numbers(text: string, count: number): readonly number[] {
  const parts = text.split(',')
  if (parts.length !== count || !parts.every(part => /^(0|[1-9]\d{0,6})$/.test(part)))
    throw refused(`${count} whole numbers parted by commas but received "${text}"`)
  return parts.map(Number)
}

const refused = (expected: string): DomainError => new DomainError('invalid-request', `Expected ${expected}.`)
