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
  t.equal(markPath({ id: 'a', kind: 'line', points }, 1), 'M 10 10 L 110 10')
  t.equal(markPath({ id: 'a', kind: 'line', points }, 0.5), 'M 5 5 L 55 5', 'as large as the picture is now')
  t.equal(markPath({ id: 'a', kind: 'polygon', points }, 1), 'M 10 10 L 110 10 Z')
  t.equal(markPath({ id: 'a', kind: 'arrow', points }, 1), 'M 10 10 L 110 10 M 92.7 0 L 110 10 L 92.7 20')
  t.equal(
    markPath({ id: 'a', kind: 'ellipse', center: { x: 50, y: 40 }, radiusX: 30, radiusY: 20, angle: 90 }, 1),
    'M 50 10 A 30 20 90 1 0 50 70 A 30 20 90 1 0 50 10 Z',
  )
  t.equal(
    markPath({ id: 'a', kind: 'grid', box: { x: 0, y: 0, width: 30, height: 20 }, columns: 2, rows: 1 }, 1),
    'M 0 0 L 0 20 M 15 0 L 15 20 M 30 0 L 30 20 M 0 0 L 30 0 M 0 20 L 30 20',
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
