import type { Point } from './mark.js'

/** Points as a draughtsman notes them, `x,y x,y`: a contour on one line instead of forty. */
export function trace(notation: string): readonly Point[] {
  const known = traced.get(notation)
  if (known) return known
  const points = notation.split(' ').map((pair): Point => {
    const [x, y, ...rest] = pair.split(',').map(Number)
    if (x === undefined || y === undefined || rest.length > 0 || !Number.isFinite(x + y))
      throw new RangeError(`Expected points such as "0,0 4,-2" but received "${notation}"`)
    return [x, y]
  })
  traced.set(notation, points)
  return points
}

// The same few hundred contours are drawn thousands of times.
const traced = new Map<string, readonly Point[]>()
