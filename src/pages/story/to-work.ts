import type { LayerKind } from '../../catalogue/model.js'
import type { Visit } from '../visit.js'
import type { ShownPlace } from './figure.js'

/** A place on its work's own page, where it can be seen from close (Media Fragments 1.0 §4.2.2). */
export function detailAddress({ work, found }: ShownPlace, { uris, chosen }: Visit, layer?: LayerKind): string {
  const query = new URLSearchParams()
  if (found.index > 0) query.set('view', String(found.index + 1))
  if (layer && layer !== 'visible') query.set('layer', layer)
  const { x, y, width, height } = found.region
  const hash = found.whole ? '' : `#xywh=${x},${y},${width},${height}`
  return `${uris.workPage(work.id, chosen)}${query.size > 0 ? `?${query}` : ''}${hash}`
}
