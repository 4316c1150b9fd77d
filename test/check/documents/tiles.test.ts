import t from 'tap'
import { type Information, offered, planOffered } from '../../../src/check/documents/tiles.js'
import { configFrom } from '../../../src/config.js'
import { version2, version3 } from '../../../src/image/dialect.js'
import { levelCount } from '../../../src/image/geometry.js'
import { readSettings } from '../../../src/settings.js'
import { image } from '../../presentation/sample.js'
import { fc } from '../../seeded.js'

const serving = configFrom(readSettings({}))
const { limits } = serving
const informationOf = (picture: ReturnType<typeof image>, version: 2 | 3) =>
  (version === 3 ? version3 : version2).info({ id: 'http://x/i', image: picture, limits }) as Information & object

t.test('all tiles and sizes of a picture are spelt as viewers spell them', async t => {
  const picture = image('p', { width: 1300, height: 900, levels: 3 })
  const spelt = (version: 2 | 3) =>
    [...offered(informationOf(picture, version), version)].map(({ path }) => `${path.region}/${path.size}`)
  t.equal(spelt(3).length, 3 + 6 + 2 + 1)
  t.strictSame(spelt(3).slice(0, 5), [
    'full/325,225',
    'full/650,450',
    'full/1300,900',
    '0,0,512,512/512,512',
    '512,0,512,512/512,512',
  ])
  t.strictSame(spelt(2).at(-2), '1024,0,276,900/138,')
})

t.test('whatever its size, every tile and size of a picture can be planned, in both versions', async t => {
  // Of what is narrower, version 2 could not say the smallest sizes, `1,`, so that they are told apart
  const side = fc.integer({ min: 100, max: 20_000 })
  const planned = fc.property(side, side, (width, height) => {
    const picture = image('p', { width, height, levels: levelCount({ width, height }, 512) })
    for (const version of [2, 3] as const) {
      const { flaw, planned } = planOffered(informationOf(picture, version), picture, serving, version)
      if (flaw !== undefined || planned === 0) throw new Error(`${version}: ${flaw}`)
    }
  })
  t.doesNotThrow(() => fc.assert(planned, { numRuns: 40 }))
})

t.test('what an information promises beyond the limits, or of another picture, is told with its address', async t => {
  const picture = image('p', { width: 9000, height: 900, levels: 5 })
  const information = informationOf(picture, 3)
  const promised = { ...information, sizes: [...information.sizes, { width: 9000, height: 900 }] }
  t.match(planOffered(promised, picture, serving, 3), {
    planned: information.sizes.length,
    flaw: /^full\/9000,900\/0\/default\.jpg: Expected a size within 8192/,
  })
  const other = { ...information, width: 12_000 }
  t.match(planOffered(other, picture, serving, 3), {
    flaw: /^8704,0,512,512\/512,512\/0\/default.jpg: Expected a size of at most 296,512/,
  })
  // Proportions of another picture: `w,` comes out with another height than the one promised
  const bent = { ...informationOf(picture, 2), sizes: [{ width: 4500, height: 300 }] }
  t.match(planOffered(bent, picture, serving, 2), {
    planned: 0,
    flaw: 'full/4500,/0/default.jpg: it comes out as 4500,450',
  })
})
