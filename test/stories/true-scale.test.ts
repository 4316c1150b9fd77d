import t from 'tap'
import { findPlace } from '../../src/stories/places.js'
import { comparisonLayout, scaleBar, sideOf } from '../../src/stories/true-scale.js'
import { bareWork, imageRecord, picturedWork } from '../pages/samples.js'
import { fc } from '../seeded.js'

const tapestry = { width: 6000, height: 5000, widthMm: 3600, heightMm: 3000 }
const panel = { width: 4000, height: 5000, widthMm: 400, heightMm: 500 }
const room = { width: 1000, height: 600 }

t.test('works whose sizes are known hang at one scale, their middles at the height of the eyes', async t => {
  const layout = comparisonLayout([tapestry, panel], room)
  const [large, small] = layout.places
  t.ok(layout.true)
  t.ok(large && small)
  if (!large || !small) return
  t.ok(Math.abs(large.width / small.width - 9) < 1e-9)
  t.ok(Math.abs(large.height / small.height - 6) < 1e-9)
  t.ok(Math.abs(large.y + large.height / 2 - (small.y + small.height / 2)) < 1e-6)
  t.ok(Math.abs((layout.mmPerUnit ?? 0) * large.width - 3600) < 1e-6)
  t.notOk(layout.person)
})

t.test('somebody of 1.70 m stands beside them on the floor, or looks over the edge of a small work', async t => {
  const large = comparisonLayout([tapestry], room, { person: true })
  t.ok(large.person && Math.abs(large.person.height * (large.mmPerUnit ?? 0) - 1700) < 1e-6)
  t.ok(large.person && Math.abs(large.person.y + large.person.height - large.size.height) < 1e-6, 'feet on the floor')
  const small = comparisonLayout([panel], room, { person: true })
  t.ok(small.person && small.person.y > 0 && small.person.y + small.person.height > small.size.height)
  t.notOk(comparisonLayout([{ ...panel, widthMm: 80, heightMm: 100 }], room, { person: true }).person, 'a miniature')
})

t.test('where one size is unknown all hang at one height and claim nothing', async t => {
  const layout = comparisonLayout([tapestry, { width: 100, height: 200 }], room, { person: true })
  t.notOk(layout.true)
  t.notOk(layout.mmPerUnit)
  t.notOk(layout.person)
  t.equal(layout.places[0]?.height, layout.places[1]?.height)
})

t.test('whatever hangs there hangs within the room, in order, without touching', async t => {
  const length = fc.integer({ min: 1, max: 20_000 })
  const side = fc.record(
    { width: length, height: length, widthMm: length, heightMm: length },
    { requiredKeys: ['width', 'height'] },
  )
  fc.assert(
    fc.property(fc.array(side, { minLength: 1, maxLength: 4 }), length, length, fc.boolean(), (sides, w, h, person) => {
      const layout = comparisonLayout(sides, { width: w, height: h }, { person })
      const within = layout.size.width <= w + 1e-6 && layout.size.height <= h + 1e-6
      const apart = layout.places.every(({ x, width }, index) => {
        const next = layout.places[index + 1] ?? layout.person
        return next === undefined || next.x > x + width
      })
      const shown = layout.places.every(({ y, height }) => y >= -1e-6 && y + height <= layout.size.height + 1e-6)
      return within && apart && shown && layout.places.length === sides.length
    }),
  )
  t.pass()
})

t.test('a detail is as large as its part of the work, and a back as its front', async t => {
  const place = (view: string) => findPlace({ view, region: { x: 0, y: 0, width: 2000, height: 1500 } }, picturedWork)
  for (const view of ['1', '2']) {
    const found = place(view)
    const side = found && sideOf(found, picturedWork)
    t.ok(Math.abs((side?.heightMm ?? 0) - 1165 / 2) < 10, `${view}: ${side?.heightMm}`)
  }
  const unknown = { ...bareWork, views: picturedWork.views }
  const found = findPlace({}, unknown)
  t.strictSame(found && sideOf(found, unknown), { width: 4000, height: 3000 })
})

t.test('another picture of other proportions has a scale of its own, which nobody knows', async t => {
  const detail = { key: '3', position: 3, layers: [{ kind: 'visible', image: imageRecord('signature', 900, 300) }] }
  const work = { ...picturedWork, views: [...picturedWork.views, detail as (typeof picturedWork.views)[0]] }
  const found = findPlace({ view: '3' }, work)
  t.strictSame(found && sideOf(found, work), { width: 900, height: 300 })
})

t.test('a scale bar has a round length', async t => {
  t.strictSame(scaleBar(1, 1000), { mm: 200, units: 200 })
  t.strictSame(scaleBar(4, 1000), { mm: 1000, units: 250 })
  t.strictSame(scaleBar(0.1, 1000), { mm: 20, units: 200 })
})
