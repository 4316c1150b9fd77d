import { isBorrowed, type LayerImage, type Work } from '../../catalogue/model.js'
import type { Box } from '../../image/geometry.js'
import { canvasState, encodeContentState } from '../../presentation/content-state.js'
import { detailOf, type FoundDetail, type SharedDetail } from '../../presentation/details.js'
import { cropAt, cropOf } from '../crops.js'
import type { Visit } from '../visit.js'

/** A shared detail as it is shown: what was asked for, and what the work has of it now. */
export type DetailShown = Readonly<{ work: Work; detail: SharedDetail; found: FoundDetail }>

/** px: the width of the picture of a detail where its size is not the point. */
const usualWidth = 1200

/** Everything that a detail is shared by. The address is the one that was asked for, unless that cannot be shown any more. */
export function addressesOf({ work, detail, found }: DetailShown, visit: Visit) {
  const { uris, chosen } = visit
  const shared = (found.displaced && detailOf(work, found.view, found.layer)) || detail
  const crop = cropOf(found.layerImage, found.layerRegion, usualWidth, visit)
  const state = encodeContentState(
    canvasState(uris.canvas(work.id, found.view.key), uris.manifest(work.id), found.whole ? undefined : found.region),
  )
  return {
    shared,
    /** Without a language: who follows it reads in their own. */
    permanent: uris.detail(shared),
    embed: uris.detailEmbed(shared, chosen),
    crop,
    picture: cropAt(crop, usualWidth)?.address ?? '',
    largest: largestCrop(found.layerImage, crop.box, visit),
    state,
    contentState: uris.contentState(state),
    /** The lender gives no parts of its picture, and so the whole stands for the detail. */
    wholePictureOnly: !found.whole && crop.box.width >= found.layerImage.width,
  } as const
}

/** Image API 3 §4.2: `max` is as large as the limits allow; older versions call it `full`. */
function largestCrop(image: LayerImage, { x, y, width, height }: Box, { uris }: Pick<Visit, 'uris'>): string {
  const region = width >= image.width && height >= image.height ? 'full' : `${x},${y},${width},${height}`
  if (!isBorrowed(image)) return `${uris.imageService(image.id)}/${region}/max/0/default.jpg`
  if (!image.service || (region !== 'full' && (image.service.level ?? 0) < 1)) return image.address
  const { id, version } = image.service
  return `${id}/${region}/${version === 3 ? 'max' : 'full'}/0/${version === 1 ? 'native' : 'default'}.jpg`
}
