import { fragment, regionSelector } from './regions.js'
import type { Canvas, CanvasStart } from './types.js'

/**
 * The first canvas as where to begin: as a region that is the whole of it, since Canvas Panel shows nothing of a canvas that
 * `start` names itself (Presentation 3 §3.3).
 */
export function startAt({ id, width, height }: Pick<Canvas, 'id' | 'width' | 'height'>): CanvasStart {
  const whole = { x: 0, y: 0, width, height }
  return {
    id: `${id}${fragment(whole)}`,
    type: 'SpecificResource',
    source: { id, type: 'Canvas' },
    selector: regionSelector(whole),
  }
}
