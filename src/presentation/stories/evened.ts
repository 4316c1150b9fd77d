import type { Dimensions } from '../../image/geometry.js'
import type { StagedCanvas } from './staging.js'

/**
 * Canvases about as large as one another. Mirador 4.0 keeps the place and the zoom of the view before: a small canvas after a
 * large one is a dot in its corner, a large one after a small one is seen in part. Only what points into a canvas needs the
 * picture's own px, so all others are laid into the size of the first that has such, or else of the largest.
 */
export function evened(canvases: readonly StagedCanvas[]): readonly StagedCanvas[] {
  const [largest] = canvases.toSorted((a, b) => b.width * b.height - a.width * a.height)
  const frame = canvases.find(isPointedInto) ?? largest
  return frame
    ? canvases.map(canvas => (isPointedInto(canvas) ? canvas : { ...canvas, ...laidInto(frame, canvas) }))
    : []
}

const isPointedInto = ({ comments, marks }: StagedCanvas): boolean =>
  marks.length > 0 || comments.some(({ region }) => region)

function laidInto(frame: Dimensions, { width, height }: Dimensions): Dimensions {
  const scale = Math.min(frame.width / width, frame.height / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
