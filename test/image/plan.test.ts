import t from 'tap'
import type { Limits } from '../../src/config.js'
import { DomainError } from '../../src/errors.js'
import { type Dialect, version2, version3 } from '../../src/image/dialect.js'
import { levelCount, levelSize, pixels, tileGrid } from '../../src/image/geometry.js'
import { scaleFactors, sizeLadder } from '../../src/image/ladder.js'
import { fits } from '../../src/image/limits.js'
import { type Plan, planImage } from '../../src/image/plan.js'
import { parseImageRequest } from '../../src/image/request.js'
import type { PlannedImage } from '../../src/image/resolve.js'
import { fc } from '../seeded.js'

const limits: Limits = { maxWidth: 8192, maxHeight: 8192, maxArea: 40_000_000 }
const imageOf = (width: number, height: number, tileSize = 512): PlannedImage => ({
  width,
  height,
  tileSize,
  levels: levelCount({ width, height }, tileSize),
})
const large = imageOf(6000, 4000)

function plan(path: string, image = large, dialect: Dialect = version3, within = limits) {
  const [region = '', size = '', rotation = '', file = ''] = path.split('/')
  return planImage(
    parseImageRequest({ region, size, rotation, file }, dialect),
    image,
    { limits: within, background: '#ffffff' },
    dialect,
  )
}

/** px that are read of the pyramid, without what their tiles hold besides. */
const pixelsRead = (plan: Plan): number => (plan.kind === 'stored-tile' ? 0 : pixels(plan.extract))

t.test('every spelling of a stored tile is the stored tile', async t => {
  const tile = { kind: 'stored-tile', level: 1, column: 1, row: 2, format: 'jpg', output: { width: 512, height: 512 } }
  const spellings = ['512,', ',512', '512,512', '!512,512', '!512,700', 'pct:50', '^512,', '^512,512', '^!512,512']
  for (const size of spellings) {
    for (const file of ['default.jpg', 'color.jpg']) {
      const planned = plan(`1024,2048,1024,1024/${size}/0/${file}`)
      t.strictSame(planned.plan, tile, `${size} ${file}`)
      t.equal(planned.canonical, '1024,2048,1024,1024/512,512/0/default.jpg')
    }
  }
  t.match(plan('512,0,512,512/max/0/default.jpg').plan, { kind: 'stored-tile', level: 0, column: 1, row: 0 })
  t.match(plan('512,0,512,512/full/0/default.jpg', large, version2).plan, { kind: 'stored-tile', level: 0 })
  t.match(plan('0,0,1024,1024/512,/360/default.jpg').plan, { kind: 'stored-tile', level: 1 })
  const square = imageOf(1024, 1024)
  t.match(plan('square/512,/0/default.jpg', square).plan, { kind: 'stored-tile', level: 1, column: 0, row: 0 })
  t.match(plan('full/512,/0/default.jpg', square).plan, { kind: 'stored-tile', level: 1 })
  t.match(plan('pct:50,50,50,50/max/0/default.jpg', square).plan, { kind: 'stored-tile', level: 0, column: 1, row: 1 })
})

t.test('what changes pixels is not a stored tile', async t => {
  const region = '1024,2048,1024,1024'
  for (const rest of [
    '512,/90/default.jpg',
    '512,/!0/default.jpg',
    '512,/0/gray.jpg',
    '512,/0/default.png',
    '511,/0/default.jpg',
  ]) {
    t.match(plan(`${region}/${rest}`).plan, { kind: 'transform' }, rest)
  }
  t.match(plan('1000,2048,1024,1024/512,/0/default.jpg').plan, { kind: 'transform' }, 'off the grid')
  t.match(plan('5632,0,368,512/max/0/default.jpg').plan, { kind: 'transform' }, 'an edge tile is padded as stored')
})

t.test('the sizes a viewer computes for edge tiles need no resizing', async t => {
  const odd = imageOf(6001, 4003)
  const { plan: edge } = plan('4096,2048,1905,1955/477,489/0/default.jpg', odd)
  t.match(edge, {
    level: 2,
    extract: { x: 1024, y: 512, width: 477, height: 489 },
    output: { width: 477, height: 489 },
  })
  t.strictSame(plan('4096,2048,1905,1955/477,/0/default.jpg', odd).plan, edge, 'w, rounds up as the level does')
})

t.test('each canonical spelling is its own canonical spelling, and the same plan', async t => {
  const paths = [
    'full/max/0/default.jpg',
    'full/600,/0/default.jpg',
    'square/!300,200/!90/gray.png',
    'pct:10,10,33.3,50/pct:20/180/color.webp',
    '100,100,300,200/^600,/0/default.jpg',
    'full/^max/0/default.jpg',
    '5900,3900,500,500/max/0/bitonal.png',
  ]
  for (const path of paths) {
    const first = plan(path)
    t.strictSame(plan(first.canonical), first, `${path} is ${first.canonical}`)
  }
  const older = [
    'full/full/0/default.jpg',
    'full/max/0/default.jpg',
    'full/600,/0/default.jpg',
    'full/600,300/0/default.jpg',
  ]
  for (const path of older) {
    const first = plan(path, large, version2)
    t.strictSame(plan(first.canonical, large, version2), first, `2.1: ${path} is ${first.canonical}`)
  }
})

t.test('version 2 spells canonical sizes as its own specification does', async t => {
  t.equal(plan('full/max/0/color.jpg', large, version2).canonical, 'full/full/0/default.jpg')
  t.equal(plan('full/600,400/0/default.jpg', large, version2).canonical, 'full/600,/0/default.jpg')
  t.equal(plan('full/600,300/0/default.jpg', large, version2).canonical, 'full/600,300/0/default.jpg')
  t.equal(plan('full/600,400/0/default.jpg').canonical, 'full/600,400/0/default.jpg')
})

t.test('enlarging needs ^, and limits hold for it too', async t => {
  for (const size of ['6001,', ',4001', '6001,4000', 'pct:101']) {
    t.throws(() => plan(`full/${size}/0/default.jpg`), { code: 'invalid-request' }, size)
    t.same(
      plan(`full/${size}/0/default.jpg`, large, version2).plan,
      plan(`full/^${size}/0/default.jpg`).plan,
      `2.1 ${size}`,
    )
  }
  t.match(plan('full/!9000,4000/0/default.jpg').plan.output, { width: 6000, height: 4000 }, '!w,h never enlarges')
  t.match(plan('0,0,100,50/!300,300/0/default.jpg').plan.output, { width: 100, height: 50 })
  t.throws(() => plan('full/!9000,9000/0/default.jpg'), { code: 'invalid-request' }, 'nor is the image that small')
  t.match(plan('full/!9000,9000/0/default.jpg', large, version2).plan.output, { width: 6000, height: 4000 })
  t.match(plan('0,0,100,50/^!300,300/0/default.jpg').plan.output, { width: 300, height: 150 })
  t.match(plan('0,0,100,50/^max/0/default.jpg').plan.output, { width: 8192, height: 4096 })
  t.throws(() => plan('0,0,100,50/^8193,/0/default.jpg'), { code: 'invalid-request' })
})

t.test('max is reduced to the limits, any other size beyond them is refused', async t => {
  const huge = imageOf(20_000, 15_000)
  const { output } = plan('full/max/0/default.jpg', huge).plan
  t.ok(fits(output, limits))
  t.ok(pixels(output) > 0.99 * limits.maxArea)
  t.throws(() => plan('full/8193,/0/default.jpg', huge), { code: 'invalid-request' })
  t.throws(() => plan('full/full/0/default.jpg', huge, version2), { code: 'invalid-request' })
})

t.test('regions are cut at the edge and refused outside', async t => {
  t.match(plan('5900,3950,500,500/max/0/default.jpg').plan.output, { width: 100, height: 50 })
  for (const region of ['6000,0,1,1', '0,4000,1,1', 'pct:100,0,1,1', '9999999999,0,1,1']) {
    t.throws(() => plan(`${region}/max/0/default.jpg`), { code: 'invalid-request' }, region)
  }
})

t.test('a distorting size decodes no more than the allowance', async t => {
  const huge = imageOf(100_000, 90_000)
  const { plan: flat } = plan('full/8000,10/0/default.jpg', huge)
  t.ok(pixelsRead(flat) <= 4 * limits.maxArea)
})

const dimension = fc.integer({ min: 1, max: 30_000 })

t.test('every listed size and tile can be asked for, and decodes little', async () => {
  fc.assert(
    fc.property(dimension, dimension, fc.constantFrom(256, 512), (width, height, tileSize) => {
      const image = imageOf(width, height, tileSize)
      for (const size of sizeLadder(image, limits)) {
        const { plan: whole } = plan(`full/${size.width},${size.height}/0/default.jpg`, image)
        if (pixelsRead(whole) > pixels(size)) throw new Error(`size ${size.width},${size.height} decodes too much`)
      }
      for (const [level, factor] of scaleFactors(image).entries()) {
        const { columns, rows } = tileGrid(levelSize(image, level), tileSize)
        const [column, row] = [columns - 1, rows - 1]
        const span = tileSize * factor
        const region = {
          x: column * span,
          y: row * span,
          w: Math.min(span, width - column * span),
          h: Math.min(span, height - row * span),
        }
        const out = `${Math.ceil(region.w / factor)},${Math.ceil(region.h / factor)}`
        const { plan: tile } = plan(`${region.x},${region.y},${region.w},${region.h}/${out}/0/default.jpg`, image)
        if (pixelsRead(tile) > tileSize * tileSize) throw new Error(`last tile of level ${level} decodes too much`)
        // Slivers at the edge are the same pixels on several levels; any of those will do.
        if (tile.kind === 'transform' && `${tile.extract.width},${tile.extract.height}` !== out)
          throw new Error(`last tile of level ${level} is resized`)
        if (tile.kind === 'transform' && tile.level > level) throw new Error(`last tile of level ${level} is blurred`)
      }
    }),
    { numRuns: 1000 },
  )
})

t.test('any plan reads inside its level and gives what was asked', async () => {
  const share = fc.integer({ min: 0, max: 1000 })
  fc.assert(
    fc.property(
      dimension,
      dimension,
      share,
      share,
      share,
      share,
      dimension,
      dimension,
      (width, height, a, b, c, d, w, h) => {
        const image = imageOf(width, height)
        const [x, y] = [Math.floor((a * (width - 1)) / 1000), Math.floor((b * (height - 1)) / 1000)]
        const region = {
          w: Math.max(1, Math.floor((c * width) / 1000)),
          h: Math.max(1, Math.floor((d * height) / 1000)),
        }
        try {
          const { plan: planned } = plan(`${x},${y},${region.w},${region.h}/^${w},${h}/0/default.jpg`, image)
          if (planned.output.width !== w || planned.output.height !== h) throw new Error('wrong size')
          if (planned.kind === 'stored-tile') return
          const level = levelSize(image, planned.level)
          const { extract } = planned
          const right = extract.x + extract.width
          const bottom = extract.y + extract.height
          const contained = extract.x >= 0 && extract.y >= 0 && right <= level.width && bottom <= level.height
          if (!contained || extract.width < 1 || extract.height < 1)
            throw new Error(`outside: ${JSON.stringify(planned)}`)
        } catch (error) {
          if (!(error instanceof DomainError)) throw error
        }
      },
    ),
    { numRuns: 2000 },
  )
})
