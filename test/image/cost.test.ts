import t from 'tap'
import { costOf } from '../../src/image/cost.js'
import { levelCount } from '../../src/image/geometry.js'
import { planOf } from './ask.js'

const size = { width: 20_000, height: 15_000 }
const image = { ...size, tileSize: 512, levels: levelCount(size, 512) }
const cost = (address: string) => costOf(planOf(address, image).plan)

t.test('a stored tile decodes nothing', async t => {
  t.match(cost('1024,1024,1024,1024/512,/0/default.jpg'), { decoded: 0, resized: 0, encoded: 0, lane: 'light' })
})

t.test('whole tiles are decoded, so a thin strip costs what its tiles hold', async t => {
  t.equal(cost('0,0,100,100/max/0/default.jpg').decoded, 512 ** 2)
  t.equal(cost('500,500,100,100/max/0/default.jpg').decoded, 4 * 512 ** 2)
  t.equal(cost('0,0,20000,1/8000,1/0/default.jpg').decoded, 20 * 512 ** 2)
})

t.test('what viewers ask for while zooming is light, the rest is heavy', async t => {
  const light = [
    '19968,14848,32,152/32,152/0/default.jpg',
    '1024,1024,1024,1024/512,/0/default.png',
    '0,0,1024,1024/512,/0/default.avif',
    'full/1250,/0/default.jpg',
    'square/600,/0/default.jpg',
    'full/400,/22.5/default.jpg',
  ]
  for (const address of light) t.equal(cost(address).lane, 'light', address)
  const heavy = [
    'full/max/0/default.jpg',
    'full/2500,/0/default.png',
    'full/1250,/0/default.gif',
    '0,0,10,10/^max/0/default.jpg',
    'full/max/45/default.png',
  ]
  for (const address of heavy) t.equal(cost(address).lane, 'heavy', address)
})

t.test('turning needs the whole picture in memory, and formats differ', async t => {
  const peak = (rest: string) => cost(`full/5000,/${rest}`).peakBytes
  const upright = peak('0/default.jpg')
  t.equal(peak('!0/default.jpg'), upright, 'mirroring is done row by row')
  t.equal(peak('90/default.jpg') - upright, 3 * 5000 * 3750)
  t.ok(peak('45/default.jpg') > peak('90/default.jpg'), 'the corners are written too')
  t.ok(peak('0/default.avif') > 5 * upright)
  t.match(cost('full/4000,/90/default.jpg'), { resized: 12_000_000, encoded: 12_000_000 })
  t.ok(cost('full/4000,/45/default.jpg').encoded > 24_000_000)
})
