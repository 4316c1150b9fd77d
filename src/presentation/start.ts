import type { Canvas, CanvasStart } from './types.js'

/**
 * The first canvas as where to begin: as a region that is the whole of it, since Canvas Panel shows nothing of a canvas that
 * `start` names itself (Presentation 3 §3.3).
 */
export function startAt({ id, width, height }: Pick<Canvas, 'id' | 'width' | 'height'>): CanvasStart {
  const value = `xywh=0,0,${width},${height}`
  return {
    id: `${id}#${value}`,
    type: 'SpecificResource',
    source: { id, type: 'Canvas' },
    selector: { type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value },
  }
}
