import type { Work } from '../../catalogue/model.js'
import type { Point, Shape } from '../../catalogue/story.js'
import type { Drawing, DrawnShape, ReducedShapes } from '../../image/drawing/drawing.js'
import { around } from '../../image/drawing/ink.js'
import type { Box, Dimensions } from '../../image/geometry.js'
import { scaledShape } from '../places.js'
import type { Fonts } from '../typesetting/fonts.js'
import { outline, shape as shapeText } from '../typesetting/shape.js'
import { brick } from './colours.js'
import { markNumbers } from './mark-numbers.js'
import type { DrawnPart } from './parts.js'
import { boundsOfEllipse, boundsOfPoints, ellipse, filled, n, polyline, rectangle, stroked } from './paths.js'
import { drawnView } from './sizes.js'

/**
 * A view as it is now, or a region of it, with marks; undefined where nothing can be drawn (see `drawnSize`). A mark with
 * a label has its number on it, since these pictures are the same in every language: texts beside them say what the
 * number is.
 */
export function viewDrawing(
  part: Extract<DrawnPart, { kind: 'view' }>,
  works: ReadonlyMap<string, Work>,
  fonts: Fonts,
): Drawing | undefined {
  const found = drawnView(part, works)
  if (!found) return undefined
  const { marks } = part
  const { image, scale, frame, laid } = found
  const { width, height } = frame
  const drawn = marks.map(mark => ({ id: mark.id, shape: scaledShape(mark, scale, frame) }))
  const [whole, ...smaller] = marks.length === 0 ? [] : reductions(frame).map(shapesFrom)
  return {
    width,
    height,
    ground: '#ffffff',
    pictures: [{ image, at: { x: 0 - frame.x, y: 0 - frame.y, ...laid } }],
    shapes: whole?.shapes ?? [],
    reduced: smaller,
  }

  function shapesFrom(from: number): ReducedShapes {
    const pen = from * penWidth
    const numbers = markNumbers(marks)
    const radius = Math.min(tagSize * pen, Math.max(width, height) / mostTags)
    const forms = drawn.map(({ id, shape }) => ({ number: numbers.get(id), form: formOf(shape, pen) }))
    const seen = forms.filter(({ form: { lines, areas } }) =>
      [...lines, ...areas].some(({ box }) => meet(box, { ...frame, x: 0, y: 0 })),
    )
    const shapes = [
      ...seen.flatMap(({ form }) => over(form)),
      ...seen.flatMap(({ number, form: { tag } }) =>
        number === undefined ? [] : tagShapes(number, within(tag, frame, radius), radius, fonts),
      ),
    ]
    return { from, shapes }
  }
}

/** Whether boxes have a point in common; a line that stands upright has a box without width. */
const meet = (one: Box, other: Box): boolean =>
  one.x <= other.x + other.width &&
  other.x <= one.x + one.width &&
  one.y <= other.y + other.height &&
  other.y <= one.y + one.height

/** px of what is shown, at least half of it: lines are as wide on a thumbnail as they are close to. */
const penWidth = 3

/** Radius of the disc below a number, in widths of the pen, and how many such discs a picture has room for at least. */
const tagSize = 5.5
const mostTags = 22

/** px of a picture's longer side that no thumbnail falls short of by much. */
const thumbnail = 90

/** 1, 2, 4, … down to a thumbnail. */
const reductions = ({ width, height }: Dimensions): readonly number[] => {
  const halvings = Math.floor(Math.log2(Math.max(width, height) / thumbnail))
  return Array.from({ length: 1 + Math.max(0, halvings) }, (_, index) => 2 ** index)
}

/** Paths that are drawn with a pen, those that are filled, and where a number would stand. */
type Form = Readonly<{ pen: number; lines: readonly Path[]; areas: readonly Path[]; tag: Point }>
type Path = Readonly<{ path: string; box: Box }>

function formOf(shape: Shape, pen: number): Form {
  switch (shape.kind) {
    case 'line':
      return { pen, lines: [lineThrough(shape.points)], areas: [], tag: middle(shape.points) }
    case 'arrow':
      return arrow(shape.points, pen)
    case 'polygon': {
      const line = { path: polyline(shape.points, true), box: boundsOfPoints(shape.points) }
      return { pen, lines: [line], areas: [], tag: shape.points[0] ?? nowhere }
    }
    case 'ellipse': {
      const { center, radiusX, radiusY, angle = 0 } = shape
      const box = boundsOfEllipse(center, radiusX, radiusY, angle)
      const turn = (angle * Math.PI) / 180
      const tag = { x: center.x + radiusY * Math.sin(turn), y: center.y - radiusY * Math.cos(turn) }
      return { pen, lines: [{ path: ellipse(center, radiusX, radiusY, angle), box }], areas: [], tag }
    }
    case 'grid':
      return grid(shape, pen)
  }
}

const nowhere: Point = { x: 0, y: 0 }

const lineThrough = (points: readonly Point[]): Path => ({ path: polyline(points), box: boundsOfPoints(points) })

const middle = (points: readonly Point[]): Point => {
  const [one, other] = [points[Math.floor((points.length - 1) / 2)], points[Math.ceil((points.length - 1) / 2)]]
  return { x: ((one?.x ?? 0) + (other?.x ?? 0)) / 2, y: ((one?.y ?? 0) + (other?.y ?? 0)) / 2 }
}

/** A line that ends in a slender head, its point exactly where the last point is. */
function arrow(points: readonly Point[], pen: number): Form {
  const tip = points.at(-1) ?? nowhere
  const before = points.at(-2) ?? tip
  const way = Math.hypot(tip.x - before.x, tip.y - before.y) || 1
  const [across, down] = [(tip.x - before.x) / way, (tip.y - before.y) / way]
  const head = Math.min(7 * pen, way * 0.6)
  const at = (back: number, aside: number): Point => ({
    x: tip.x - back * across + aside * down,
    y: tip.y - back * down - aside * across,
  })
  const corners = [tip, at(head, head * 0.38), at(head * 0.8, 0), at(head, -head * 0.38)]
  const shaft = [...points.slice(0, -1), at(head * 0.8, 0)]
  return {
    pen,
    lines: [lineThrough(shaft)],
    areas: [{ path: polyline(corners, true), box: boundsOfPoints(corners) }],
    tag: points[0] ?? tip,
  }
}

/** Its lines never take all of its cells. */
function grid({ box, columns, rows }: Extract<Shape, { kind: 'grid' }>, most: number): Form {
  const { x, y, width, height } = box
  const pen = Math.min(most, 0.25 * Math.min(width / columns, height / rows))
  const parts = (count: number) => Array.from({ length: Math.max(0, count - 1) }, (_, index) => (index + 1) / count)
  const lines = [
    ...parts(columns).map(part => ({ path: `M${n(x + part * width)} ${n(y)}v${n(height)}`, box })),
    ...parts(rows).map(part => ({ path: `M${n(x)} ${n(y + part * height)}h${n(width)}`, box })),
  ]
  const path = [rectangle(box), ...lines.map(line => line.path)].join('')
  return { pen, lines: [{ path, box }], areas: [], tag: { x, y } }
}

/** The accent over a white halo, so that it is seen on any picture: all halos lie below all lines of a mark. */
const over = ({ pen, lines, areas }: Form): readonly DrawnShape[] => [
  ...lines.map(({ path, box }) => stroked(path, box, '#ffffff', 2.6 * pen, 0.85)),
  ...areas.map(({ path, box }) => stroked(path, box, '#ffffff', 1.6 * pen, 0.85)),
  ...lines.map(({ path, box }) => stroked(path, box, brick, pen)),
  ...areas.map(({ path, box }) => ({ ...stroked(path, box, brick, pen * 0.4), fill: brick })),
]

/** A number in a disc of brick. */
function tagShapes(number: number, { x, y }: Point, radius: number, fonts: Fonts): readonly DrawnShape[] {
  const rim = radius / 7
  const box = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }
  const size = radius * 1.25
  const digits = shapeText(String(number), 'sansBold', fonts)
  return [
    filled(ellipse({ x, y }, radius + rim, radius + rim), grownBy(box, rim), '#ffffff'),
    filled(ellipse({ x, y }, radius, radius), box, brick),
    filled(outline(digits, x - (digits.width * size) / 2, y + 0.36 * size, size), box, '#ffffff'),
  ]
}

const grownBy = (box: Box, by: number): Box =>
  around([box, { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by }])

/** A number is never cut by the edge of the picture. */
function within({ x, y }: Point, { width, height }: Dimensions, radius: number): Point {
  const margin = 1.3 * radius
  const kept = (value: number, most: number) => Math.min(Math.max(value, margin), Math.max(margin, most - margin))
  return { x: kept(x, width), y: kept(y, height) }
}
