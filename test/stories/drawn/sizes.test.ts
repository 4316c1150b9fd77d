import t from 'tap'
import type { Work } from '../../../src/catalogue/model.js'
import type { Cut } from '../../../src/stories/drawn/ids.js'
import { drawnPart } from '../../../src/stories/drawn/parts.js'
import { cardSize, comparisonSize, drawnSize } from '../../../src/stories/drawn/sizes.js'
import { image } from '../../presentation/sample.js'
import { analysis, exhibition } from '../samples.js'

const workOf = (width: number, height: number): Work => ({
  id: 'DEMO-0001',
  updatedAt: '2026-01-01T00:00:00.000Z',
  views: [{ key: '1', position: 1, layers: [{ kind: 'visible', image: { ...image('demo-0001'), width, height } }] }],
})

const sizeOf = (part: string, work = workOf(12000, 9000), cut?: Cut) => {
  const found = drawnPart(analysis, part, cut) ?? drawnPart(exhibition, part, cut)
  return found && drawnSize(found, new Map([[work.id, work]]))
}

t.test('marks are drawn on the whole view as it is now', async t => {
  t.strictSame(sizeOf('tour'), { width: 12000, height: 9000 })
  t.strictSame(sizeOf('tour', workOf(4000, 3000)), { width: 4000, height: 3000 })
})

t.test('a region alone is as large as it is in the view now, in a block with its marks', async t => {
  t.strictSame(sizeOf('guet'), { width: 900, height: 900 })
  t.strictSame(sizeOf('guet', workOf(4000, 3000), 'detail'), { width: 300, height: 300 })
  t.strictSame(sizeOf('tour', workOf(12000, 9000), 'detail'), { width: 2000, height: 5000 })
  const dancers = { ...workOf(4000, 5000), id: 'DEMO-0003' }
  t.strictSame(sizeOf('danseurs', dancers, 'counterpart'), { width: 1500, height: 1500 })
  for (const [part, cut] of [
    ['ensemble', 'detail'],
    ['tour', 'counterpart'],
    ['tour', 'side-1'],
    ['kermesse', 'detail'],
    ['recto-verso', 'side-1'],
    ['echelle', 'side-1'],
    ['guet', 'counterpart'],
  ] as const)
    t.equal(sizeOf(part, workOf(12000, 9000), cut), undefined, `${part} ${cut}`)
  t.equal(sizeOf('tour', workOf(9000, 9000), 'detail'), undefined, 'of other proportions')
})

t.test('a whole view in one of its layers is as large as the view, where there is such a layer', async t => {
  t.strictSame(sizeOf('tour', workOf(4000, 3000), 'layer-visible'), { width: 4000, height: 3000 })
  t.strictSame(sizeOf('kermesse', workOf(4000, 3000), 'layer-visible'), { width: 4000, height: 3000 })
  t.equal(sizeOf('tour', workOf(4000, 3000), 'layer-infrared'), undefined)
  t.equal(sizeOf('guet', workOf(4000, 3000), 'layer-visible'), undefined, 'a detail has no other layers')
})

t.test('nothing is drawn where proportions changed, where there are no marks, or no work', async t => {
  t.equal(sizeOf('tour', workOf(9000, 9000)), undefined)
  t.equal(sizeOf('ensemble'), undefined)
  t.equal(sizeOf('recto-verso'), undefined)
  t.equal(sizeOf('kermesse'), undefined)
  const tour = drawnPart(analysis, 'tour')
  t.equal(tour && drawnSize(tour, new Map()), undefined)
})

t.test('cards and comparisons always have one size', async t => {
  for (const part of ['place', 'lecture', 'mot', 'dicton']) t.strictSame(sizeOf(part), cardSize, part)
  t.strictSame(sizeOf('echelle'), comparisonSize)
})
