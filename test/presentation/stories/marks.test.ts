import t from 'tap'
import type { Mark } from '../../../src/catalogue/story.js'
import { markBox, markPath } from '../../../src/presentation/stories/marks.js'
import { fc } from '../../seeded.js'

const canvas = { width: 1000, height: 800 }

t.test('each kind of mark is the data of one path', async t => {
  const points = [
    { x: 10, y: 10 },
    { x: 110, y: 10 },
  ]
  t.equal(markPath({ id: 'a', kind: 'line', points }, 1), 'M 10 10 L 110 10 Z')
  t.equal(markPath({ id: 'a', kind: 'line', points }, 0.5), 'M 5 5 L 55 5 Z', 'as large as the picture is now')
  const corner = { x: 110, y: 110 }
  t.equal(markPath({ id: 'a', kind: 'polygon', points: [...points, corner] }, 1), 'M 10 10 L 110 10 L 110 110 Z')
  t.equal(
    markPath({ id: 'a', kind: 'line', points: [...points, corner] }, 1),
    'M 10 10 L 110 10 L 110 110 L 110 10 Z',
    'there and back, so that closing it adds nothing',
  )
  t.equal(
    markPath({ id: 'a', kind: 'arrow', points }, 1),
    'M 10 10 L 110 10 L 92.7 0 L 110 10 L 92.7 20 L 110 10 L 92.7 0 L 110 10 Z',
  )
})

const pointsOf = (path: string): readonly (readonly [number, number])[] =>
  [...path.matchAll(/[ML] (\S+) (\S+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)

t.test('an ellipse is as many straight lines as make it round', async t => {
  const mark = { id: 'a', kind: 'ellipse', center: { x: 500, y: 400 }, radiusX: 300, radiusY: 200, angle: 90 } as const
  const points = pointsOf(markPath(mark, 1))
  t.strictSame(points[0], [500, 700], 'turned by a quarter')
  for (const [x, y] of points) t.ok(Math.abs(((x - 500) / 200) ** 2 + ((y - 400) / 300) ** 2 - 1) < 0.001)
})

t.test('a grid is one stroke that goes along each of its lines, along no others, and home', async () => {
  const many = fc.integer({ min: 1, max: 9 })
  fc.assert(
    fc.property(many, many, (columns, rows) => {
      const box = { x: 100, y: 50, width: columns * 10, height: rows * 10 }
      const path = markPath({ id: 'a', kind: 'grid', box, columns, rows }, 1)
      const points = pointsOf(path)
      const gone = new Set<string>()
      for (const [index, [x, y]] of points.entries()) {
        const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y]
        if (x !== nextX && y !== nextY) return false
        const [right, down] = [Math.sign(nextX - x), Math.sign(nextY - y)]
        const length = Math.abs(nextX - x) + Math.abs(nextY - y)
        // Each piece between two crossings by its middle
        for (let at = 5; at < length; at += 10) gone.add(`${x + right * at},${y + down * at}`)
      }
      const pieces = columns * (rows + 1) + rows * (columns + 1)
      return path.startsWith('M 100 50 ') && path.endsWith(' Z') && gone.size === pieces
    }),
  )
})

t.test('the box of a turned ellipse is that of its outline', async t => {
  const mark = { id: 'a', kind: 'ellipse', center: { x: 500, y: 400 }, radiusX: 100, radiusY: 50, angle: 90 } as const
  t.strictSame(markBox(mark, 1, canvas), { x: 450, y: 300, width: 100, height: 200 })
})

t.test('a box is whole, within its canvas, and never empty', async () => {
  const place = fc.record({
    x: fc.double({ min: 0, max: 1000, noNaN: true }),
    y: fc.double({ min: 0, max: 800, noNaN: true }),
  })
  const scales = fc.double({ min: 0.1, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 5 }), scales, (points, scale) => {
      const mark: Mark = { id: 'a', kind: 'line', points }
      const { x, y, width, height } = markBox(mark, scale, canvas)
      const whole = [x, y, width, height].every(Number.isInteger)
      return whole && x >= 0 && y >= 0 && width >= 1 && height >= 1 && x + width <= 1000 && y + height <= 800
    }),
  )
})
