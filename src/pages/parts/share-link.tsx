import type { LayerKind, View, Work } from '../../catalogue/model.js'
import type { Box } from '../../image/geometry.js'
import { detailOf } from '../../presentation/details.js'
import type { Visit } from '../visit.js'
import { LinkIcon } from './icons.js'

type Props = Readonly<{ work: Work; view: View; layer: LayerKind; region?: Box; visit: Visit }>

/**
 * Leads to the page that shares a region of a view, or the whole. On a stage whose browser code calls `shareFrom`, it opens
 * what that page says beside the picture, for the region on view there.
 * @param props.region px of the view
 */
export function ShareLink({ work, view, layer, region, visit }: Props) {
  const { uris, chosen, phrases } = visit
  const detail = detailOf(work, view, layer, region)
  if (!detail) return null
  return (
    <a
      class="share-link"
      href={`${uris.detail(detail, chosen)}#share-title`}
      data-share
      data-close={phrases.sharing.close}
      data-failed={phrases.sharing.failed}
      aria-label={phrases.shareDetail}
      title={phrases.shareDetail}
    >
      <LinkIcon />
      <span>{phrases.sharing.share}</span>
    </a>
  )
}
