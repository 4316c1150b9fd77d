import type { Mark, Point, Shape } from '../../catalogue/story.js'
import type { Box, Dimensions } from '../../image/geometry.js'
import { scaledBox, scaledShape } from '../../stories/places.js'

/**
 * A mark as the data of one SVG path of straight lines, in one stroke that ends where it began: viewers draw no other
 * elements of a selector (Mirador 4 reads paths alone), and some join all its points, curves or not, and close it.
 * @param scale px of the canvas for each px of the picture that the mark was drawn on
 */
export function markPath(mark: Mark, scale: number): string {
  const shape = scaledShape(mark, scale)
  switch (shape.kind) {
    case 'line':
      return closed(thereAndBack(shape.points))
    case 'arrow':
      return closed(thereAndBack([...shape.points, ...head(shape.points)]))
    case 'polygon':
      return closed(shape.points)
    case 'ellipse':
      return closed(ellipse(shape))
    case 'grid':
      return closed(grid(shape))
  }
}

/** The box around a mark in whole px of a canvas, within it. */
export function markBox(mark: Mark, scale: number, canvas: Dimensions): Box {
  const points = extremes(mark)
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return scaledBox({ x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }, scale, canvas)
}

const closed = (points: readonly Point[]): string =>
  `${points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'} ${round(x)} ${round(y)}`).join(' ')} Z`

const thereAndBack = (points: readonly Point[]): readonly Point[] => [...points, ...points.slice(1, -1).toReversed()]

/** From the tip back along two strokes, a fifth of the last stretch long, 30° to its sides. */
function head(points: readonly Point[]): readonly Point[] {
  const [from, tip] = points.slice(-2)
  if (!from || !tip) return []
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) / 5
  const back = Math.atan2(from.y - tip.y, from.x - tip.x)
  const end = (turn: number): Point => ({
    x: tip.x + length * Math.cos(back + turn),
    y: tip.y + length * Math.sin(back + turn),
  })
  return [end(Math.PI / 6), tip, end(-Math.PI / 6)]
}

type Ellipse = Extract<Shape, { kind: 'ellipse' }>

/** So many corners differ from an ellipse by a five-hundredth of its radius. */
const corners = 48

function ellipse({ center, radiusX, radiusY, angle = 0 }: Ellipse): readonly Point[] {
  const turn = (angle * Math.PI) / 180
  return Array.from({ length: corners }, (_, index) => {
    const at = (2 * Math.PI * index) / corners
    const [x, y] = [radiusX * Math.cos(at), radiusY * Math.sin(at)]
    return {
      x: center.x + x * Math.cos(turn) - y * Math.sin(turn),
      y: center.y + x * Math.sin(turn) + y * Math.cos(turn),
    }
  })
}

/** Down and up the columns, then to and fro along the rows: from line to line it goes along the edge, and so home. */
function grid({ box, columns, rows }: Extract<Shape, { kind: 'grid' }>): readonly Point[] {
  const { x, y, width, height } = box
  const [right, bottom] = [x + width, y + height]
  const upright = Array.from({ length: columns + 1 }, (_, index) => {
    const at = x + (width * index) / columns
    const line = [
      { x: at, y },
      { x: at, y: bottom },
    ]
    return index % 2 === 0 ? line : line.toReversed()
  }).flat()
  const [endsBelow, endsRight] = [columns % 2 === 0, rows % 2 === 1]
  const level = Array.from({ length: rows + 1 }, (_, index) => {
    const at = endsBelow ? bottom - (height * index) / rows : y + (height * index) / rows
    const line = [
      { x: right, y: at },
      { x, y: at },
    ]
    return index % 2 === 0 ? line : line.toReversed()
  }).flat()
  const home = endsRight && !endsBelow ? [{ x, y: bottom }] : []
  return [...upright, ...level, ...home]
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
