import type { Mark, Point, Shape } from '../../catalogue/story.js'
import type { Box, Dimensions } from '../../image/geometry.js'
import { scaledBox, scaledShape } from '../../stories/places.js'

/**
 * A mark as the data of one SVG path: viewers draw no other elements of a selector (Mirador 4 reads paths alone).
 * @param scale px of the canvas for each px of the picture that the mark was drawn on
 */
export function markPath(mark: Mark, scale: number): string {
  const shape = scaledShape(mark, scale)
  switch (shape.kind) {
    case 'line':
      return open(shape.points)
    case 'arrow':
      return `${open(shape.points)} ${head(shape.points)}`
    case 'polygon':
      return `${open(shape.points)} Z`
    case 'ellipse':
      return ellipse(shape)
    case 'grid':
      return gridLines(shape).map(open).join(' ')
  }
}

/** The box around a mark in whole px of a canvas, within it. */
export function markBox(mark: Mark, scale: number, canvas: Dimensions): Box {
  const points = extremes(mark)
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return scaledBox({ x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }, scale, canvas)
}

const open = (points: readonly Point[]): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'} ${round(x)} ${round(y)}`).join(' ')

/** Two strokes back from the tip, a fifth of the last stretch long, 30° to its sides. */
function head(points: readonly Point[]): string {
  const [from, tip] = points.slice(-2)
  if (!from || !tip) return ''
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) / 5
  const back = Math.atan2(from.y - tip.y, from.x - tip.x)
  const end = (turn: number): Point => ({
    x: tip.x + length * Math.cos(back + turn),
    y: tip.y + length * Math.sin(back + turn),
  })
  return open([end(Math.PI / 6), tip, end(-Math.PI / 6)])
}

type Ellipse = Extract<Shape, { kind: 'ellipse' }>

function ellipse({ center, radiusX, radiusY, angle = 0 }: Ellipse): string {
  const turn = (angle * Math.PI) / 180
  const [across, down] = [radiusX * Math.cos(turn), radiusX * Math.sin(turn)]
  const [one, other] = [
    { x: center.x - across, y: center.y - down },
    { x: center.x + across, y: center.y + down },
  ]
  const arc = ({ x, y }: Point): string =>
    `A ${round(radiusX)} ${round(radiusY)} ${round(angle)} 1 0 ${round(x)} ${round(y)}`
  return `${open([one])} ${arc(other)} ${arc(one)} Z`
}

function gridLines({ box, columns, rows }: Extract<Shape, { kind: 'grid' }>): readonly (readonly Point[])[] {
  const { x, y, width, height } = box
  const down = Array.from({ length: columns + 1 }, (_, index) => x + (width * index) / columns)
  const across = Array.from({ length: rows + 1 }, (_, index) => y + (height * index) / rows)
  return [
    ...down.map(at => [
      { x: at, y },
      { x: at, y: y + height },
    ]),
    ...across.map(at => [
      { x, y: at },
      { x: x + width, y: at },
    ]),
  ]
}

/** Points that hold a shape between them. */
function extremes(shape: Shape): readonly Point[] {
  switch (shape.kind) {
    case 'ellipse': {
      const { center, radiusX, radiusY, angle = 0 } = shape
      const turn = (angle * Math.PI) / 180
      const across = Math.hypot(radiusX * Math.cos(turn), radiusY * Math.sin(turn))
      const down = Math.hypot(radiusX * Math.sin(turn), radiusY * Math.cos(turn))
      return [
        { x: center.x - across, y: center.y - down },
        { x: center.x + across, y: center.y + down },
      ]
    }
    case 'grid': {
      const { x, y, width, height } = shape.box
      return [
        { x, y },
        { x: x + width, y: y + height },
      ]
    }
    default:
      return shape.points
  }
}

/** Tenths of a px are finer than any line. */
const round = (value: number): number => Math.round(value * 10) / 10
