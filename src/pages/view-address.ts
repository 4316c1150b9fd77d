import type { LayerKind, Work } from '../catalogue/model.js'
import type { Visit } from './visit.js'

/** Where a work's page shows one of its views, by its index; the first in visible light is the work's own address. */
export function viewAddress(work: Work, view: number, visit: Visit, layer: LayerKind = 'visible'): string {
  const query = new URLSearchParams()
  if (view > 0) query.set('view', String(view + 1))
  if (layer !== 'visible') query.set('layer', layer)
  return `${visit.uris.workPage(work.id, visit.chosen)}${query.size > 0 ? `?${query}` : ''}`
}
