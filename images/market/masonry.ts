import { between, type Chance, pick } from '../chance.js'
import { darker, lighter, mix } from '../colour.js'
import type { Motif, Point } from '../mark.js'
import { bar, plates } from '../pen.js'

/** A piece of wall between two heights: how far it reaches left and right at a given line. */
export type Outline = (y: number) => readonly [left: number, right: number]

/** Courses of brick, each brick with its own firing; grouped by tint and by stretch so that far windows skip them. */
export function brickwork(
  roll: Chance,
  outline: Outline,
  top: number,
  bottom: number,
  brick: string,
  course: number,
): Motif {
  const tints = [
    darker(brick, 0.2),
    darker(brick, 0.08),
    brick,
    lighter(brick, 0.12),
    mix(brick, '#c98a4a', 0.3),
    mix(brick, '#5b4a44', 0.4),
  ]
  const motif: Motif[] = []
  const stretch = course * 14
  for (let from = top; from < bottom; from += stretch) {
    const tinted: Point[][][] = tints.map(() => [])
    for (let y = from; y < Math.min(bottom, from + stretch); y += course) {
      const [left, right] = outline(y + course / 2)
      const long = course * 2.3
      const offset = Math.round((y - top) / course) % 2 ? long / 2 : 0
      for (let x = left - offset; x < right; x += long) {
        const [a, b] = [Math.max(left, x), Math.min(right, x + long - course * 0.22)]
        if (b - a > course * 0.3) pick(roll, tinted).push(box(a, y, b - a, course * 0.8))
      }
    }
    motif.push(
      tinted.flatMap((shapes, index) => (shapes.length ? [plates(shapes, { fill: tints[index] ?? brick })] : [])),
    )
  }
  return motif.flat()
}

const box = (x: number, y: number, width: number, height: number): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
]

/** Pantiles or slates in rows, from the ridge down. */
export function tiling(roll: Chance, outline: Outline, top: number, bottom: number, tile: string, row: number): Motif {
  const tints = [darker(tile, 0.25), darker(tile, 0.1), tile, lighter(tile, 0.12), mix(tile, '#6d7040', 0.3)]
  const motif: Motif[] = []
  for (let y = top; y < bottom; y += row) {
    const tinted: Point[][][] = tints.map(() => [])
    const [left, right] = outline(y)
    const wide = row * 1.1
    const offset = Math.round((y - top) / row) % 2 ? wide / 2 : 0
    for (let x = left - offset; x < right; x += wide) {
      const [a, b] = [Math.max(left, x), Math.min(right, x + wide * 0.92)]
      if (b > a)
        pick(roll, tinted).push([
          [a, y],
          [b, y],
          [b, y + row * 0.7],
          [(a + b) / 2, y + row * 0.98],
          [a, y + row * 0.7],
        ])
    }
    motif.push(
      tinted.flatMap((shapes, index) => (shapes.length ? [plates(shapes, { fill: tints[index] ?? tile })] : [])),
    )
  }
  return motif.flat()
}

/** Dressed stones at a corner, alternately long and short. */
export function quoins(roll: Chance, x: number, top: number, bottom: number, size: number, side: 1 | -1): Motif {
  const stones: Point[][] = []
  for (let y = top, long = true; y < bottom; y += size, long = !long) {
    const reach = size * (long ? 1.9 : 1.1) * between(roll, 0.94, 1.06)
    stones.push(box(side === 1 ? x : x - reach, y, reach, Math.min(size * 0.93, bottom - y)))
  }
  return [plates(stones, { fill: '#d3c4a0', stroke: '#8d7a58', width: size * 0.04 })]
}

export const stringCourse = (x: number, y: number, width: number, height: number): Motif => [
  bar(x, y, width, height, { fill: '#d8c9a6', stroke: '#7d6a4c', width: height * 0.06 }),
  bar(x, y + height, width, height * 0.5, { fill: '#2d2019', opacity: 0.28 }),
]
