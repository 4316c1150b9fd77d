import t from 'tap'
import { levelCount } from '../../src/image/geometry.js'
import { levelZero, offeredPictures } from '../../src/image/level0.js'
import { fc } from '../seeded.js'
import { config, planOf } from './ask.js'

const { limits } = config
const imageOf = (width: number, height: number, tileSize = 512) => ({
  width,
  height,
  tileSize,
  levels: levelCount({ width, height }, tileSize),
})

/** The pictures that OpenSeadragon asks for where it knows an `info.json` with tiles. */
function* askedByViewers(information: Readonly<Record<string, unknown>>): Iterable<string> {
  const { width, height, tiles } = information as {
    width: number
    height: number
    tiles: readonly { width: number; scaleFactors: readonly number[] }[]
  }
  for (const { width: side, scaleFactors } of tiles)
    for (const factor of scaleFactors) {
      const [w, h] = [Math.ceil(width / factor), Math.ceil(height / factor)]
      if (w < side && h < side) {
        yield factor === 1 ? 'full/max/0/default.jpg' : `full/${w},${h}/0/default.jpg`
        continue
      }
      for (let y = 0; y < height; y += side * factor)
        for (let x = 0; x < width; x += side * factor) {
          const [across, down] = [Math.min(side * factor, width - x), Math.min(side * factor, height - y)]
          const region = across === width && down === height ? 'full' : `${x},${y},${across},${down}`
          yield `${region}/${Math.ceil(across / factor)},${Math.ceil(down / factor)}/0/default.jpg`
        }
    }
}

t.test('every tile that viewers ask for is offered, each once, and is what its name says', async () => {
  const side = fc.integer({ min: 1, max: 5000 })
  fc.assert(
    fc.property(side, side, fc.option(fc.integer({ min: 200, max: 4000 })), (width, height, largestSide) => {
      const image = imageOf(width, height)
      const giving = { limits, ...(largestSide !== null && { largestSide }) }
      const offered = [...offeredPictures(image, giving)]
      const paths = new Set(offered.map(({ path }) => path))
      if (paths.size !== offered.length) throw new Error('a picture is offered twice')
      const information = levelZero(image, { id: 'https://example.org/a' }, giving)
      for (const asked of askedByViewers(information)) if (!paths.has(asked)) throw new Error(`${asked} is not offered`)
      for (const { source, size } of offered) {
        const { plan } = planOf(source, image)
        if (plan.output.width !== size.width || plan.output.height !== size.height)
          throw new Error(`${source} is resized`)
      }
    }),
    { numRuns: 200 },
  )
})

t.test('tiles within the picture are stored ones', async t => {
  const plans = [...offeredPictures(imageOf(3000, 2250), { limits })].map(
    ({ source }) => planOf(source, imageOf(3000, 2250)).plan,
  )
  t.equal(plans.filter(({ kind }) => kind === 'stored-tile').length, 5 * 4 + 2 * 2 + 1)
})

t.test('max is the largest of the sizes', async t => {
  t.match(
    levelZero(imageOf(12000, 9000), { id: 'https://example.org/a', rights: 'https://example.org/r' }, { limits }),
    {
      profile: 'level0',
      width: 12000,
      maxWidth: 6000,
      maxHeight: 4500,
      tiles: [{ width: 512, height: 512, scaleFactors: [1, 2, 4, 8, 16, 32] }],
      rights: 'https://example.org/r',
    },
  )
  const pictures = [...offeredPictures(imageOf(12000, 9000), { limits })]
  t.strictSame(pictures.find(({ path }) => path === 'full/max/0/default.jpg')?.source, 'full/6000,4500/0/default.jpg')
})

t.test('with regions, the rest is an overview', async t => {
  const within = { regions: [{ x: 6000, y: 4500, width: 10, height: 10 }], overview: 2048 }
  const image = imageOf(12000, 9000)
  const tiles = [...offeredPictures(image, { limits, within })].map(({ path }) => path)
  t.ok(tiles.includes('5632,4096,512,512/512,512/0/default.jpg'))
  t.notOk(tiles.includes('0,0,512,512/512,512/0/default.jpg'))
  t.ok(tiles.includes('0,0,4096,4096/512,512/0/default.jpg'), 'all of 1500 px')
  t.match(levelZero(image, { id: 'https://example.org/a' }, { limits, within }), { maxWidth: 1500, maxHeight: 1125 })
})
