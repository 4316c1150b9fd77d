import type { LayerKind } from '../../catalogue/model.js'
import { detailOf } from '../../presentation/details.js'
import { CloseUp } from '../parts/close-up.js'
import { alternativeText } from '../parts/picture.js'
import type { Visit } from '../visit.js'
import { addressesOf, type DetailShown } from './addresses.js'
import { detailTitle } from './words.js'

/** The dark room on a detail: its crop, from which browser code opens the picture at that very place. */
export function DetailStage({ shown, visit }: { shown: DetailShown; visit: Visit }) {
  const { work, found } = shown
  const { crop } = addressesOf(shown, visit)
  const place = {
    region: found.region,
    copies: crop.copies,
    words: found.whole ? alternativeText(work, visit) : detailTitle(shown, visit),
    layerAddress: (layer: LayerKind) => {
      const detail = detailOf(work, found.view, layer, found.region)
      return detail ? visit.uris.detail(detail, visit.chosen) : visit.uris.workPage(work.id, visit.chosen)
    },
  }
  return <CloseUp work={work} view={found.view} layer={found.layer} visit={visit} place={place} />
}
