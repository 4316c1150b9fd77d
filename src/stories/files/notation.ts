import type { MarkKind, Point } from '../../catalogue/story.js'
import type { Box, Dimensions } from '../../image/geometry.js'

/** How numbers that belong together are written on one line. */
export type Notation<Value> = Readonly<{
  example: string
  /** Undefined where the words do not say such a value. */
  parse(words: string): Value | undefined
  format(value: Value): string
}>

export const boxNotation: Notation<Box> = {
  example: '100,200,3000,2000 (left, top, width and height in px)',
  parse(words) {
    const [x, y, width, height, ...others] = numbersIn(words) ?? []
    if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined
    return others.length === 0 ? { x, y, width, height } : undefined
  },
  format: ({ x, y, width, height }) => [x, y, width, height].join(','),
}

export const sizeNotation: Notation<Dimensions> = {
  example: '12000 x 9000 (width and height in px)',
  parse(words) {
    const [width, height, ...others] = numbersIn(words.replace(/[x×*]/gi, ',')) ?? []
    return width === undefined || height === undefined || others.length > 0 ? undefined : { width, height }
  },
  format: ({ width, height }) => `${width} x ${height}`,
}

const pointsNotation: Notation<Readonly<{ points: readonly Point[] }>> = {
  example: '5200,4800 5900,1000 (points, from left and top in px)',
  parse(words) {
    const numbers = numbersIn(words)
    if (!numbers || numbers.length % 2 > 0) return undefined
    const across = numbers.filter((_, index) => index % 2 === 0)
    return { points: across.map((x, index) => ({ x, y: numbers[index * 2 + 1] ?? 0 })) }
  },
  format: ({ points }) => points.map(({ x, y }) => `${x},${y}`).join(' '),
}

type Ellipse = Readonly<{ center: Point; radiusX: number; radiusY: number }>

const ellipseNotation: Notation<Ellipse> = {
  example: '2500,7200 1200,700 (centre, then half width and half height in px)',
  parse(words) {
    const [x, y, radiusX, radiusY, ...others] = numbersIn(words) ?? []
    if (x === undefined || y === undefined || radiusX === undefined || radiusY === undefined) return undefined
    return others.length === 0 ? { center: { x, y }, radiusX, radiusY } : undefined
  },
  format: ({ center, radiusX, radiusY }) => `${center.x},${center.y} ${radiusX},${radiusY}`,
}

const gridNotation: Notation<Readonly<{ box: Box }>> = {
  example: boxNotation.example,
  parse(words) {
    const box = boxNotation.parse(words)
    return box && { box }
  },
  format: ({ box }) => boxNotation.format(box),
}

/** What follows the name of a mark: `arrow: 5200,4800 5900,1000`. */
export const markNotations = {
  line: pointsNotation,
  arrow: pointsNotation,
  polygon: pointsNotation,
  ellipse: ellipseNotation,
  grid: gridNotation,
} satisfies Record<MarkKind, unknown>

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

function numbersIn(words: string): readonly number[] | undefined {
  const parts = words.split(/[\s,;()[\]]+/).filter(part => part !== '')
  return parts.length > 0 && parts.every(part => number.test(part)) ? parts.map(Number) : undefined
}
