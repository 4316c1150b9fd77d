import t from 'tap'
import { mostEntries } from '../../src/config.js'
import { contentsAt, type Extent, type Place, placeAbove, span } from '../../src/presentation/pages.js'
import { fc } from '../seeded.js'

const works = (total: number, size = 100): Extent => ({ total, whole: size, size })
const whole: Place = { kind: 'whole' }

t.test('30,000 works stand on 300 pages, 300,000 on 30 pages of 100 pages', async t => {
  t.match(contentsAt(whole, works(30_000)), { of: 'page', numbers: { length: 300 }, slice: { limit: 300, step: 100 } })
  const many = works(300_000)
  t.match(contentsAt(whole, many), { of: 'pageOfPages', numbers: { length: 30 }, slice: { limit: 30, step: 10_000 } })
  const last = contentsAt({ kind: 'pageOfPages', number: 30 }, many)
  t.match(last, { of: 'page', numbers: { 0: 2901, 99: 3000, length: 100 } })
  t.strictSame(last?.slice, { offset: 290_000, limit: 100, step: 100 })
  t.strictSame(contentsAt({ kind: 'page', number: 3000 }, many)?.slice, { offset: 299_900, limit: 100 })
  t.strictSame(span('pageOfPages', 30, many), [290_001, 300_000])
  t.equal(contentsAt({ kind: 'page', number: 3001 }, many), undefined)
  t.equal(contentsAt({ kind: 'pageOfPages', number: 31 }, many), undefined)
  t.equal(contentsAt({ kind: 'pageOfPages', number: 1 }, works(30_000)), undefined)
})

t.test('every thing is reached once, by at most three steps, and no collection lists too many', async t => {
  const extents = fc.record({ total: fc.integer({ min: 0, max: 200_000 }), size: fc.integer({ min: 1, max: 500 }) })
  fc.assert(
    fc.property(extents, ({ total, size }) => {
      const extent = works(total, size)
      if (total > 250_000 * size) return
      let next = 0
      const walk = (place: Place): void => {
        const contents = contentsAt(place, extent)
        if (!contents) throw new Error(`no ${JSON.stringify(place)}`)
        const { of, numbers, slice } = contents
        if (of === 'things') {
          if (slice.offset !== next || slice.limit > mostEntries) throw new Error('out of order, or too many')
          next = Math.min(total, slice.offset + slice.limit)
          return
        }
        if (numbers.length > mostEntries) throw new Error('too many')
        for (const number of numbers) {
          const below: Place = { kind: of, number }
          const above = placeAbove(below, extent)
          if (JSON.stringify(above) !== JSON.stringify(place)) throw new Error('not listed where it says')
          walk(below)
        }
      }
      walk(whole)
      if (next !== total) throw new Error(`${next} of ${total}`)
    }),
    { numRuns: 60 },
  )
  t.pass()
})
