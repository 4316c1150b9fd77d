import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import t from 'tap'
import { alternate } from './harness/compare.js'
import { nodeLoad } from './harness/load.js'
import { size } from './harness/picture.js'
import { randomRegions, randomTiles } from './harness/requests.js'
import { startBeffroi } from './harness/servers.js'
import { type Grey, ssim } from './harness/ssim.js'
import { quantile, ratiosOf, spreadOf } from './harness/statistics.js'
import { linesOf, markdown } from './harness/table.js'

t.test('a spread is the median between the least and the most', async t => {
  t.strictSame(spreadOf([4, 1, 3, 2]), { median: 2.5, lowest: 1, highest: 4 })
  t.strictSame(spreadOf([7]), { median: 7, lowest: 7, highest: 7 })
  t.equal(quantile([0, 10], 0.99), 9.9)
  t.throws(() => spreadOf([]), RangeError)
})

t.test('ratios are taken round by round, so that what slows a round cancels out', async t => {
  t.strictSame(ratiosOf([10, 5, 20], [20, 10, 40]), { median: 0.5, lowest: 0.5, highest: 0.5 })
  t.throws(() => ratiosOf([1, 2], [1]), RangeError)
})

t.test('SSIM is 1 for the same picture and less the more it is blurred', async t => {
  const drawn = sharp({
    create: {
      width: 64,
      height: 48,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
  const png = await drawn.png().toBuffer()
  const sharpest = await grey(png)
  const [slightly, much] = [
    await grey(await sharp(png).blur(0.6).png().toBuffer()),
    await grey(await sharp(png).blur(3).png().toBuffer()),
  ]
  t.equal(ssim(sharpest, sharpest), 1)
  t.ok(ssim(sharpest, slightly) < 1)
  t.ok(ssim(sharpest, much) < ssim(sharpest, slightly))
  t.throws(() => ssim(sharpest, { ...sharpest, width: 63 }), RangeError)
})

t.test('what is asked for lies inside the picture, is never enlarged, and is the same each time', async t => {
  for (const part of [...randomRegions(1, 500), ...randomTiles(1, 500)])
    if (part.x + part.w > size.width || part.y + part.h > size.height || part.width > part.w || part.height > part.h)
      t.fail(JSON.stringify(part))
  t.strictSame(randomRegions(4, 20), randomRegions(4, 20))
  t.notSame(randomRegions(4, 20), randomRegions(5, 20))
})

const program = existsSync(join(process.cwd(), 'dist/src/main.js'))

t.test(
  'a real server is started, asked by the loader of Node, and stopped',
  program ? {} : { skip: 'dist is absent' },
  async t => {
    const directory = t.testdir()
    const server = await startBeffroi({ directory, core: undefined }, join(directory, 'data'))
    t.teardown(() => server.stop())
    const settings = { load: nodeLoad(join(directory, 'load'), undefined), rounds: 1, seconds: 0.5 }
    const at = (path: string) => ({ name: path, ...server, addresses: () => [path] })
    const compared = await alternate(settings, [at('/healthz'), at('/readyz')], { connections: 2 })
    t.match(compared, [{ name: '/healthz', ratio: { median: 1 } }, { name: '/readyz' }])
    t.ok(compared.every(({ rate }) => rate.median > 0))
    t.match(markdown(linesOf('health', compared, ['≥ 1'])), /\| health \| .*\/s \| \/readyz .*\/s \|/)
    await t.rejects(
      alternate(settings, [at('/iiif/image/3/none/info.json')], { connections: 2 }),
      /failed \d+ of \d+ requests/,
    )
  },
)

async function grey(png: Buffer): Promise<Grey> {
  const { data, info } = await sharp(png).greyscale().toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, samples: data }
}
