import type { Point } from '../../catalogue/story.js'
import type { DrawnShape } from '../../image/drawing/drawing.js'
import { around } from '../../image/drawing/ink.js'
import type { Box } from '../../image/geometry.js'

/** px, to a tenth */
export const n = (value: number): string => String(Math.round(value * 10) / 10)

const pair = ({ x, y }: Point): string => `${n(x)} ${n(y)}`

export const polyline = (points: readonly Point[], closed = false): string =>
  points.map((point, index) => `${index === 0 ? 'M' : 'L'}${pair(point)}`).join('') + (closed ? 'Z' : '')

export const rectangle = ({ x, y, width, height }: Box): string =>
  `M${n(x)} ${n(y)}H${n(x + width)}V${n(y + height)}H${n(x)}Z`

/** @param angle degrees, clockwise */
export function ellipse(center: Point, radiusX: number, radiusY: number, angle = 0): string {
  const [across, down] = direction(angle)
  const tip = { x: radiusX * across, y: radiusX * down }
  const start = { x: center.x - tip.x, y: center.y - tip.y }
  const end = { x: center.x + tip.x, y: center.y + tip.y }
  const arc = `A${n(radiusX)} ${n(radiusY)} ${n(angle)} 0 1`
  return `M${pair(start)}${arc} ${pair(end)}${arc} ${pair(start)}Z`
}

export function boundsOfEllipse(center: Point, radiusX: number, radiusY: number, angle = 0): Box {
  const [across, down] = direction(angle)
  const width = Math.hypot(radiusX * across, radiusY * down)
  const height = Math.hypot(radiusX * down, radiusY * across)
  return { x: center.x - width, y: center.y - height, width: 2 * width, height: 2 * height }
}

const direction = (angle: number): readonly [across: number, down: number] => {
  const radians = (angle * Math.PI) / 180
  return [Math.cos(radians), Math.sin(radians)]
}

export const boundsOfPoints = (points: readonly Point[]): Box =>
  around(points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })))

/** A path drawn with a pen, whose width its bounds take in. */
export const stroked = (path: string, box: Box, colour: string, width: number, opacity?: number): DrawnShape => ({
  path,
  bounds: { x: box.x - width / 2, y: box.y - width / 2, width: box.width + width, height: box.height + width },
  stroke: { colour, width: Math.round(width * 10) / 10 },
  ...(opacity === undefined ? {} : { opacity }),
})

export const filled = (path: string, bounds: Box, fill: string): DrawnShape => ({ path, bounds, fill })
