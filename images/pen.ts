import type { Box, Mark, Point } from './mark.js'

export type Ink = Readonly<{ fill?: string; stroke?: string; width?: number; opacity?: number }>

const n = (value: number) => String(Math.round(value * 100) / 100)
const at = ([x, y]: Point) => `${n(x)} ${n(y)}`

function mark(path: string, points: readonly Point[], ink: Ink): Mark {
  if (points.length === 0) return { path: 'M0 0', box: [0, 0, 0, 0] }
  const margin = ink.stroke ? (ink.width ?? 1) : 0
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  // A smooth curve may leave the hull of its points by a little.
  const slack = margin + (right - left + bottom - top) * (path.includes('C') ? 0.12 : 0)
  const box: Box = [left - slack, top - slack, right + slack, bottom + slack]
  return { path, box, ...ink }
}

/** Straight edges, closed. */
export const plate = (points: readonly Point[], ink: Ink): Mark => mark(`M${points.map(at).join('L')}Z`, points, ink)

export const plates = (shapes: readonly (readonly Point[])[], ink: Ink): Mark =>
  mark(shapes.map(points => `M${points.map(at).join('L')}Z`).join(''), shapes.flat(), ink)

export const bar = (x: number, y: number, width: number, height: number, ink: Ink): Mark =>
  plate(
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ],
    ink,
  )

/** Straight strokes, open, as many as needed in one mark. */
export const strokes = (lines: readonly (readonly Point[])[], ink: Ink): Mark =>
  mark(lines.map(points => `M${points.map(at).join('L')}`).join(''), lines.flat(), ink)

export const stroke = (points: readonly Point[], ink: Ink): Mark => strokes([points], ink)

/** A smooth closed outline through the points. */
export const blob = (points: readonly Point[], ink: Ink): Mark => mark(`${curve(points, true)}Z`, points, ink)

/** A smooth open line through the points. */
export const sweep = (points: readonly Point[], ink: Ink): Mark => mark(curve(points, false), points, ink)

export const sweeps = (lines: readonly (readonly Point[])[], ink: Ink): Mark =>
  mark(lines.map(points => curve(points, false)).join(''), lines.flat(), ink)

export function oval(x: number, y: number, rx: number, ry: number, ink: Ink): Mark {
  return mark(
    ovalPath(x, y, rx, ry),
    [
      [x - rx, y - ry],
      [x + rx, y + ry],
    ],
    ink,
  )
}

export const ovals = (centres: readonly Point[], rx: number, ry: number, ink: Ink): Mark =>
  mark(
    centres.map(([x, y]) => ovalPath(x, y, rx, ry)).join(''),
    centres.flatMap(([x, y]): Point[] => [
      [x - rx, y - ry],
      [x + rx, y + ry],
    ]),
    ink,
  )

function ovalPath(x: number, y: number, rx: number, ry: number): string {
  const [kx, ky] = [rx * 0.5523, ry * 0.5523]
  const quarter = (...points: Point[]) => `C${points.map(at).join(' ')}`
  return (
    `M${at([x + rx, y])}${quarter([x + rx, y + ky], [x + kx, y + ry], [x, y + ry])}` +
    `${quarter([x - kx, y + ry], [x - rx, y + ky], [x - rx, y])}` +
    `${quarter([x - rx, y - ky], [x - kx, y - ry], [x, y - ry])}` +
    `${quarter([x + kx, y - ry], [x + rx, y - ky], [x + rx, y])}Z`
  )
}

/** A limb, branch or rope: a line that has a thickness at each of its points. */
export function limb(points: readonly Point[], thickness: readonly number[], ink: Ink): Mark {
  const sides = points.map(([x, y], index) => {
    const before = points[Math.max(0, index - 1)] ?? [x, y]
    const after = points[Math.min(points.length - 1, index + 1)] ?? [x, y]
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]]
    const half = (thickness[index] ?? thickness.at(-1) ?? 1) / 2 / (Math.hypot(dx, dy) || 1)
    return [
      [x - dy * half, y + dx * half],
      [x + dy * half, y - dx * half],
    ] as const
  })
  return blob([...sides.map(side => side[0]), ...sides.map(side => side[1]).reverse()], ink)
}

function curve(points: readonly Point[], closed: boolean): string {
  const count = points.length
  const point = (index: number): Point => {
    const wanted = closed ? (index + count) % count : Math.min(count - 1, Math.max(0, index))
    return points[wanted] ?? [0, 0]
  }
  let path = `M${at(point(0))}`
  for (let index = 0; index < (closed ? count : count - 1); index++) {
    const [before, from, to, after] = [point(index - 1), point(index), point(index + 1), point(index + 2)]
    const leave: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6]
    const arrive: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6]
    path += `C${at(leave)} ${at(arrive)} ${at(to)}`
  }
  return path
}
