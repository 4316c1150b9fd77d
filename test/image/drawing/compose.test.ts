import t from 'tap'
import { costOf } from '../../../src/image/cost.js'
import type { Drawing, DrawnShape } from '../../../src/image/drawing/drawing.js'
import { drawnImage } from '../../../src/image/drawing/drawn.js'
import { levelSize } from '../../../src/image/geometry.js'
import { openImages } from '../../../src/image/images.js'
import { fileStorage } from '../../../src/storage/storage.js'
import { config } from '../ask.js'
import { colourAt, gradient } from '../gradient.js'
import { pyramidOf } from '../pyramid-of.js'
import { difference, planFor, show, stitched } from './serve.js'

const [width, height] = [2600, 1700]
const red = [200, 20, 20] as const

/** A slanting bar with round ends. */
const bar: DrawnShape = {
  path: 'M700 300L1300 1100',
  bounds: { x: 680, y: 280, width: 640, height: 840 },
  stroke: { colour: '#c81414', width: 40 },
}

t.test('a picture with a mark over it', async t => {
  const data = t.testdir()
  const picture = await pyramidOf(data, 'gradient', gradient(width, height))
  const images = openImages(fileStorage(data), config.render)
  t.teardown(() => images.close())
  const marked = drawnImage('marked', {
    width,
    height,
    ground: '#ffffff',
    pictures: [{ image: picture, at: { x: 0, y: 0, width, height } }],
    shapes: [bar],
  })

  t.test('tiles that the mark does not touch are the picture’s own, undecoded', async t => {
    const far = planFor('2048,512,512,512/512,512/0/default.jpg', marked)
    t.equal(far.of, picture)
    t.strictSame(far.plan, {
      kind: 'stored-tile',
      format: 'jpg',
      output: { width: 512, height: 512 },
      level: 0,
      column: 4,
      row: 1,
    })
    const before = images.counters.tilesDecoded
    await images.read(far.of, far.plan)
    t.equal(images.counters.tilesDecoded, before)
    t.equal(images.counters.tilesPassed, 1)
    t.equal(planFor('2000,200,300,300/max/90/gray.png', marked).of, picture, 'other parts too')
  })

  t.test('tiles that it touches are made of just the tiles they show', async t => {
    const near = planFor('512,512,512,512/512,512/0/default.jpg', marked)
    t.equal(near.of, marked)
    t.match(near.plan, {
      kind: 'composition',
      pictures: [{ picture: 0, reading: { level: 0, extract: { x: 512, y: 512, width: 512, height: 512 } } }],
      ink: { from: 1, shapes: [0] },
    })
    const { tilesDecoded, pixelsDecoded } = images.counters
    await images.read(near.of, near.plan)
    t.equal(images.counters.tilesDecoded - tilesDecoded, 1)
    t.match(costOf(near.plan), { decoded: images.counters.pixelsDecoded - pixelsDecoded, lane: 'light' })
  })

  t.test('what a part takes is known before it is drawn, and what can never fit is refused', async t => {
    const heavy = planFor('full/max/0/default.png', marked)
    t.match(costOf(heavy.plan), { decoded: 6 * 4 * 512 ** 2, lane: 'heavy' })
    const narrow = openImages(fileStorage(data), { ...config.render, memory: 1_000_000 })
    t.teardown(() => narrow.close())
    await t.rejects(narrow.read(heavy.of, heavy.plan), { code: 'too-large' })
    t.match(narrow.counters, { tilesDecoded: 0, rendered: 0 })
  })

  t.test('a region laid alone is that region at each level, up to an edge that it shares with the picture', async t => {
    const region = { x: 703, y: 335, width: width - 703, height: height - 335 }
    const at = { x: -region.x, y: -region.y, width, height }
    const detail = drawnImage('detail', {
      width: region.width,
      height: region.height,
      ground: '#ffffff',
      pictures: [{ image: picture, at }],
      shapes: [],
    })
    for (let level = 0; level < detail.levels; level += 1) {
      const size = levelSize(detail, level)
      const expected = Buffer.alloc(size.width * size.height * 3)
      const centre = 2 ** level / 2 - 0.5
      for (let y = 0; y < size.height; y += 1)
        for (let x = 0; x < size.width; x += 1) {
          const place = [region.x + x * 2 ** level + centre, region.y + y * 2 ** level + centre] as const
          const shown = [Math.min(width - 1, place[0]), Math.min(height - 1, place[1])] as const
          expected.set(colourAt(...shown, width, height), (y * size.width + x) * 3)
        }
      const { largest, mean } = difference(await stitched(images, detail, level), expected)
      t.ok(largest <= 8 && mean < 1.2, `level ${level}: ${largest}, ${mean}`)
    }
  })

  t.test('where all is shown smaller, the shapes for that are drawn, and only they', async t => {
    const wide: DrawnShape = {
      ...bar,
      bounds: { x: 600, y: 200, width: 800, height: 1000 },
      stroke: { colour: '#c81414', width: 200 },
    }
    const map = drawnImage('map', { ...marked.drawing, reduced: [{ from: 4, shapes: [wide] }] })
    t.match(planFor('full/1300,/0/default.png', map).plan, { ink: { from: 1 } })
    const small = await show(images, map, 'full/650,/0/default.png')
    t.strictSame(small.at(250 - 15, 175 + 11), red)
    const near = await show(images, map, 'full/1300,/0/default.png')
    t.notSame(near.at(2 * (250 - 15), 2 * (175 + 11)), red)
    t.equal(planFor('600,1150,160,160/160,160/0/default.png', map).of, picture, 'beyond the reach of the one')
    t.equal(planFor('600,1150,160,160/40,40/0/default.png', map).of, map, 'within that of the other')
  })

  t.test('the mark is where its numbers say, the picture everywhere else', async t => {
    const seen = await show(images, marked, 'full/max/0/default.png')
    for (const [x, y] of [
      [700, 300],
      [1000, 700],
      [1299, 1099],
    ] as const)
      t.strictSame(seen.at(x, y), red, `${x},${y}`)
    for (const [x, y] of [
      [600, 300],
      [1000, 760],
      [1400, 1100],
      [2599, 1699],
    ] as const) {
      const expected = colourAt(x, y, width, height)
      t.ok(
        seen.at(x, y).every((value, channel) => Math.abs(value - (expected[channel] ?? 0)) <= 5),
        `${x},${y}`,
      )
    }
  })

  t.test('tiles meet without a seam at every level', async t => {
    for (let level = 0; level < marked.levels; level += 1) {
      const size = levelSize(marked, level)
      const whole = await show(images, marked, `full/${size.width},${size.height}/0/default.png`)
      const off = difference(whole.data, await stitched(images, marked, level))
      t.ok(off.largest <= 2, `level ${level}: ${off.largest}`)
    }
  })

  t.test('it turns, mirrors and loses its colours like any other', async t => {
    const turned = await show(images, marked, 'full/650,/!90/gray.png')
    t.strictSame([turned.width, turned.height], [425, 650])
    const [r, g, b] = turned.at(425 - 175, 650 - 250)
    t.ok(r === g && g === b, 'grey')
    const mirrored = await show(images, marked, 'full/max/!0/default.png')
    t.strictSame(mirrored.at(width - 1 - 1000, 700), red)
  })
})

t.test('pictures laid to boxes of other sizes', async t => {
  const data = t.testdir()
  const picture = await pyramidOf(data, 'gradient', gradient(width, height))
  const images = openImages(fileStorage(data), config.render)
  t.teardown(() => images.close())
  const at = { x: 137, y: 211, width: 1733.3, height: 1133.3 }
  const drawing: Drawing = {
    width: 3000,
    height: 2000,
    ground: '#f7f3ec',
    pictures: [
      { image: picture, at },
      {
        image: picture,
        at: { x: 1900, y: 900, width: 2600, height: 1700 },
        window: { x: 2000, y: 1000, width: 400, height: 300 },
      },
    ],
    shapes: [bar],
  }
  const laid = drawnImage('laid', drawing)

  t.test('each is where its box says, and only within its window', async t => {
    const seen = await show(images, laid, 'full/max/0/default.png')
    const near = (x: number, y: number, expected: readonly number[]) =>
      t.ok(
        seen.at(x, y).every((value, channel) => Math.abs(value - (expected[channel] ?? 0)) <= 5),
        `${x},${y}: ${seen.at(x, y)}`,
      )
    near(50, 50, [0xf7, 0xf3, 0xec])
    near(1990, 1100, [0xf7, 0xf3, 0xec])
    near(2410, 1100, [0xf7, 0xf3, 0xec])
    near(1000, 700, red)
    near(2200, 1150, colourAt(300, 250, width, height))
    near(1137, 1211, colourAt((1000 * width) / at.width, (1000 * height) / at.height, width, height))
  })

  t.test('tiles of every level meet within what the eye can see', async t => {
    for (let level = 0; level < laid.levels; level += 1) {
      const size = levelSize(laid, level)
      const whole = await show(images, laid, `full/${size.width},${size.height}/0/default.png`)
      const off = difference(whole.data, await stitched(images, laid, level))
      t.ok(off.largest <= 6 && off.mean < 0.5, `level ${level}: ${JSON.stringify(off)}`)
    }
  })

  t.test('what touches neither picture nor shape reads nothing', async t => {
    const { plan } = planFor('2500,0,500,500/max/0/default.png', laid)
    t.match(plan, { kind: 'composition', pictures: [] })
    const before = images.counters.tilesDecoded
    const seen = await show(images, laid, '2500,0,500,500/max/0/default.png')
    t.strictSame(seen.at(250, 250), [0xf7, 0xf3, 0xec])
    t.equal(images.counters.tilesDecoded, before)
  })
})
