import t from 'tap'
import { version2, version3 } from '../../src/image/dialect.js'
import { levelCount, pixels } from '../../src/image/geometry.js'
import { advertisedTile, sizeLadder } from '../../src/image/ladder.js'
import { fits, largestWithin, limitsOf } from '../../src/image/limits.js'
import { fc } from '../seeded.js'
import { planOf } from './ask.js'

const server = { maxWidth: 8192, maxHeight: 8192, maxArea: 40_000_000 }

t.test('the narrower limit holds, and maxWidth alone limits both sides', async t => {
  t.strictSame(limitsOf({}, server), server)
  t.strictSame(limitsOf({ limits: { maxWidth: 600 } }, server), { ...server, maxWidth: 600, maxHeight: 600 })
  t.strictSame(limitsOf({ limits: { maxHeight: 600 } }, server), { ...server, maxHeight: 600 })
  t.strictSame(limitsOf({ limits: { maxArea: 1 } }, server), { ...server, maxArea: 1 })
  t.strictSame(limitsOf({ limits: { maxWidth: 90_000, maxHeight: 500, maxArea: 9e9 } }, server), {
    ...server,
    maxHeight: 500,
  })
})

t.test('a tile larger than the limits is advertised smaller, not left out', async t => {
  const tile = (limits: object) => advertisedTile({ tileSize: 512, limits }, server)
  t.equal(tile({}), 512)
  t.equal(tile({ maxWidth: 512 }), 512)
  t.equal(tile({ maxWidth: 511 }), 256)
  t.equal(tile({ maxWidth: 4000, maxHeight: 300 }), 256)
  t.equal(tile({ maxArea: 100_000 }), 256)
  t.equal(tile({ maxWidth: 1 }), 1)
  t.equal(advertisedTile({ tileSize: 240 }, server), 240)
})

const length = fc.integer({ min: 1, max: 40_000 })
const limit = fc.integer({ min: 1, max: 10_000 })

t.test('the largest size within limits keeps proportions and cannot grow by a pixel', async () => {
  fc.assert(
    fc.property(length, length, limit, limit, fc.integer({ min: 1, max: 90_000_000 }), (width, height, w, h, area) => {
      const limits = { maxWidth: w, maxHeight: h, maxArea: area }
      const size = largestWithin({ width, height }, limits)
      if (!fits(size, limits) || size.width < 1 || size.height < 1) throw new Error(`${size.width},${size.height}`)
      const grown = { width: size.width + 1, height: Math.round(((size.width + 1) * height) / width) }
      const other = { width: Math.round(((size.height + 1) * width) / height), height: size.height + 1 }
      const both = { width: size.width + 1, height: size.height + 1 }
      const larger = [grown, other].filter(one => fits(one, limits) && fits(both, limits))
      if (larger.length > 0) throw new Error(`${size.width},${size.height} could be larger`)
    }),
    { numRuns: 3000 },
  )
})

t.test('what info.json lists lies within its own limits and can be asked for, in both versions', async t => {
  let reduced = 0
  fc.assert(
    fc.property(length, length, limit, limit, (width, height, maxWidth, maxHeight) => {
      const image = {
        width,
        height,
        tileSize: 512,
        levels: levelCount({ width, height }, 512),
        limits: { maxWidth, maxHeight },
      }
      for (const dialect of [version3, version2]) {
        const info = JSON.parse(JSON.stringify(dialect.info({ id: 'x', image: recordOf(image), limits: server })))
        const stated = dialect.version === 3 ? info : info.profile[1]
        const limits = { maxWidth: stated.maxWidth, maxHeight: stated.maxHeight, maxArea: stated.maxArea }
        for (const size of [...info.sizes, ...info.tiles])
          if (!fits(size, limits)) throw new Error(`${size.width},${size.height} exceeds ${JSON.stringify(limits)}`)
        for (const size of info.sizes) planOf(`full/${size.width},${size.height}/0/default.jpg`, image, dialect)
        const [tile] = info.tiles
        for (const factor of tile.scaleFactors) {
          const [w, h] = [Math.min(tile.width * factor, width), Math.min(tile.width * factor, height)]
          planOf(`0,0,${w},${h}/${Math.ceil(w / factor)},${Math.ceil(h / factor)}/0/default.jpg`, image, dialect)
        }
        const { output } = planOf('full/max/0/default.jpg', image, dialect).plan
        if (!fits(output, limits)) throw new Error('max exceeds the limits')
        if (pixels(output) < width * height) reduced += 1
      }
    }),
    { numRuns: 500 },
  )
  t.ok(reduced > 0)
})

t.test('a size beyond the limits of its image is refused, though the server would allow it', async t => {
  const image = { width: 4000, height: 3000, tileSize: 512, levels: 4, limits: { maxWidth: 1000 } }
  for (const size of ['1001,', ',1001', '1001,10', '^1001,', 'pct:50'])
    t.throws(() => planOf(`full/${size}/0/default.jpg`, image), { code: 'invalid-request' }, size)
  t.match(planOf('full/max/0/default.jpg', image).plan.output, { width: 1000, height: 750 })
  t.match(planOf('full/!2000,2000/0/default.jpg', image).plan.output, { width: 1000, height: 750 })
  t.strictSame(sizeLadder(image, server), [
    { width: 500, height: 375 },
    { width: 1000, height: 750 },
  ])
  t.strictSame(sizeLadder({ ...image, limits: { maxWidth: 100 } }, server), [{ width: 100, height: 75 }])
})

t.test('limits hold before rotation, which may enlarge the picture as far as its format can hold', async t => {
  const image = { width: 20_000, height: 12_000, tileSize: 512, levels: 6 }
  const serving = { limits: { maxWidth: 12_000, maxHeight: 12_000, maxArea: 144_000_000 }, background: '#ffffff' }
  t.match(planOf('0,0,12000,12000/max/45/default.png', image, version3, serving).plan, { degrees: 45 })
  t.throws(() => planOf('0,0,12000,12000/max/45/default.webp', image, version3, serving), {
    code: 'invalid-request',
    message: /16383 px a side/,
  })
})

const recordOf = <T extends { width: number; height: number }>(image: T) => ({
  id: 'x',
  version: '1',
  pyramid: 'x.tif',
  master: { fileName: 'x', format: 'tiff', bytes: 1, sha256: '', width: image.width, height: image.height },
  ...image,
})
