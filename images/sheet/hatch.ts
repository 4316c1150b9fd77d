import { between, type Chance } from '../chance.js'
import type { Mark, Point } from '../mark.js'
import { sweeps } from '../pen.js'

export type Field = Readonly<{ x: number; y: number; width: number; height: number }>

/** Parallel pen strokes that darken a field; a hand is never quite regular. A negative lean hatches the other way. */
export function hatch(
  roll: Chance,
  { x, y, width, height }: Field,
  pitch: number,
  ink: string,
  weight = 3.4,
  lean = 0.5,
): Mark {
  const slope = Math.abs(lean)
  const lines: Point[][] = []
  for (let across = -height * slope; across < width; across += pitch * between(roll, 0.8, 1.2)) {
    const from = Math.max(0, -across / slope)
    const to = Math.min(height, (width - across) / slope)
    const bend = between(roll, -2.4, 2.4)
    const end = to * between(roll, 0.94, 1)
    if (end - from < pitch) continue
    const point = (down: number, aside: number): Point => {
      const wide = across + down * slope + aside
      return [lean < 0 ? x + width - wide : x + wide, y + height - down]
    }
    lines.push([point(from, 0), point((from + end) / 2, bend), point(end, 0)])
  }
  return sweeps(lines, { stroke: ink, width: weight, opacity: 0.78 })
}

/** Lines drawn freehand: each stretch a little bowed, and gone over once. */
export function freehand(roll: Chance, lines: readonly (readonly Point[])[], ink: string, weight = 6): Mark[] {
  const wander = ([x, y]: Point): Point => [x + between(roll, -2.4, 2.4), y + between(roll, -2.4, 2.4)]
  const stretches = (points: readonly Point[]): Point[][] =>
    points.slice(1).map((to, index) => {
      const from = points[index] ?? to
      return [wander(from), wander([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]), wander(to)]
    })
  return [
    sweeps(lines.flatMap(stretches), { stroke: ink, width: weight, opacity: 0.9 }),
    sweeps(lines.flatMap(stretches), { stroke: ink, width: weight * 0.45, opacity: 0.55 }),
  ]
}
