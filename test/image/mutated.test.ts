import t from 'tap'
import { DomainError } from '../../src/errors.js'
import { costOf } from '../../src/image/cost.js'
import { version2, version3 } from '../../src/image/dialect.js'
import { fits, limitsOf } from '../../src/image/limits.js'
import { fc } from '../seeded.js'
import { config, planOf } from './ask.js'

const images = [
  { width: 6001, height: 4003, tileSize: 512, levels: 4 },
  { width: 1, height: 1, tileSize: 512, levels: 1 },
  { width: 300_000, height: 7, tileSize: 256, levels: 9, limits: { maxWidth: 1000 } },
  {
    width: 4103,
    height: 2051,
    tileSize: 256,
    levels: 2,
    levelSizes: [
      { width: 4103, height: 2051 },
      { width: 2051, height: 1025 },
    ],
  },
]

const valid = [
  'full/max/0/default.jpg',
  'square/^!300,200/!90/gray.png',
  'pct:10,10.5,33.3,50/pct:20/22.5/color.webp',
  '1024,2048,1024,1024/512,/359.999/bitonal.gif',
  '0,0,512,512/,512/0/default.pdf',
  '10,20,30,40/^pct:150/180/default.avif',
  'full/full/!0/native.tif',
]

const pieces = [
  '',
  ',',
  '.',
  '/',
  '!',
  '^',
  'pct:',
  'max',
  '0',
  '9',
  '17',
  '2',
  '-1',
  '1e9',
  '99999999999',
  '0.0000001',
  '%00',
  'é',
  '\u0000',
  'NaN',
]

/** One valid request with up to three places cut, doubled or filled. */
const mutated = fc
  .tuple(
    fc.constantFrom(...valid),
    fc.array(fc.tuple(fc.nat(60), fc.nat(2), fc.constantFrom(...pieces)), { minLength: 1, maxLength: 3 }),
  )
  .map(([text, edits]) =>
    edits.reduce((before, [at, cut, piece]) => before.slice(0, at) + piece + before.slice(at + cut), text),
  )

t.test('100,000 mutated requests are planned within the limits or refused with 400, in both versions', async t => {
  const outcomes = { planned: 0, refused: 0 }
  fc.assert(
    fc.property(mutated, fc.constantFrom(...images), fc.constantFrom(version2, version3), (address, image, dialect) => {
      try {
        const { plan, canonical } = planOf(address, image, dialect)
        outcomes.planned += 1
        if (!fits(plan.output, limitsOf(image, config.limits))) throw new Error(`${address} exceeds the limits`)
        if (!Number.isSafeInteger(costOf(plan).peakBytes)) throw new Error(`${address} has no cost`)
        const again = planOf(canonical, image, dialect)
        if (JSON.stringify(again) !== JSON.stringify({ plan, canonical }))
          throw new Error(`${address} is ${canonical}, which is ${again.canonical}`)
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'invalid-request') throw error
        outcomes.refused += 1
      }
    }),
    { numRuns: 100_000 },
  )
  t.ok(outcomes.planned > 2000, `${outcomes.planned} planned`)
  t.ok(outcomes.refused > 50_000, `${outcomes.refused} refused`)
})
