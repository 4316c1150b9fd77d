import t from 'tap'
import { findPlace, scaledBox, scaledShape } from '../../src/stories/places.js'
import { image, work } from '../presentation/sample.js'

const shown = (width: number, height: number) => ({
  ...work,
  views: [{ key: '1', position: 1, layers: [{ kind: 'visible' as const, image: image('i', { width, height }) }] }],
})
const place = { region: { x: 100, y: 200, width: 300, height: 400 }, picture: { width: 1000, height: 2000 } }

t.test('a region is where it was drawn, on the same picture and on a better one of the same proportions', async t => {
  t.match(findPlace(place, shown(1000, 2000)), { region: place.region, scale: 1, displaced: false, whole: false })
  t.match(findPlace(place, shown(2500, 5000)), {
    region: { x: 250, y: 500, width: 750, height: 1000 },
    scale: 2.5,
    displaced: false,
  })
  t.match(findPlace(place, shown(1001, 1999)), { displaced: false }, 'a pixel of rounding is the same picture')
})

t.test('on a picture of other proportions the whole is shown, and the place is told as displaced', async t => {
  t.match(findPlace(place, shown(1000, 1500)), {
    region: { x: 0, y: 0, width: 1000, height: 1500 },
    whole: true,
    displaced: true,
  })
})

t.test('a place without a region is the whole, and one in no view is nowhere', async t => {
  t.match(findPlace({}, shown(1000, 2000)), { whole: true, displaced: false, index: 0 })
  t.equal(findPlace({ view: 'verso' }, shown(1000, 2000)), undefined)
  t.equal(findPlace({}, { ...work, views: [] }), undefined)
})

t.test('boxes stay within the picture and are never empty', async t => {
  const within = { width: 10, height: 10 }
  t.strictSame(scaledBox({ x: 99, y: 99, width: 1, height: 1 }, 0.1, within), { x: 9, y: 9, width: 1, height: 1 })
  t.strictSame(scaledBox({ x: 0, y: 0, width: 1, height: 1 }, 0.01, within), { x: 0, y: 0, width: 1, height: 1 })
})

t.test('marks grow with the picture', async t => {
  t.strictSame(scaledShape({ kind: 'ellipse', center: { x: 1, y: 2 }, radiusX: 3, radiusY: 4, angle: 30 }, 2), {
    kind: 'ellipse',
    center: { x: 2, y: 4 },
    radiusX: 6,
    radiusY: 8,
    angle: 30,
  })
  t.strictSame(
    scaledShape(
      {
        kind: 'line',
        points: [
          { x: 1, y: 1 },
          { x: 2, y: 2 },
        ],
      },
      3,
    ),
    {
      kind: 'line',
      points: [
        { x: 3, y: 3 },
        { x: 6, y: 6 },
      ],
    },
  )
})
