import type { LayerKind } from '../../catalogue/model.js'
import { fragment } from '../../presentation/regions.js'
import type { Visit } from '../visit.js'
import type { ShownPlace } from './figure.js'

/** A place on its work's own page, where it can be seen from close. */
export function detailAddress({ work, found }: ShownPlace, { uris, chosen }: Visit, layer?: LayerKind): string {
  const query = new URLSearchParams()
  if (found.index > 0) query.set('view', String(found.index + 1))
  if (layer && layer !== 'visible') query.set('layer', layer)
  const hash = found.whole ? '' : fragment(found.region)
  return `${uris.workPage(work.id, chosen)}${query.size > 0 ? `?${query}` : ''}${hash}`
}
