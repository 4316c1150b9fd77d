import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import t, { type Test } from 'tap'
import { levelCount } from '../../src/image/geometry.js'
import { openImages } from '../../src/image/images.js'
import type { ImageRecord } from '../../src/image/record.js'
import { fileStorage } from '../../src/storage/storage.js'
import { config, planOf } from './ask.js'
import { gradient } from './gradient.js'
import { greyProfile, rgbProfile, spaces } from './profiles.js'

const size = { width: 1300, height: 900 }
const parts = ['37,411,900,333/300,', '0,0,513,513/500,', '100,100,1100,700/600,', '250,250,20,20/20,', 'full/700,']
/** The same tiles each time, but nothing that was answered before. */
const addresses = ['0/default.png', '!90/default.png', '22.5/gray.png'].flatMap(rest =>
  parts.map(part => `${part}/${rest}`),
)

/** A pyramid as another program writes it, with tiles of 256 px and perhaps a profile. */
async function adopted(t: Test, colours: 'grey' | 'rgb', profile?: Buffer) {
  const data = t.testdir()
  const drawn = gradient(size.width, size.height)
  const picture = colours === 'grey' ? drawn.grayscale().toColourspace('b-w') : drawn
  const { data: pixels, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  const icc = join(data, 'profile.icc')
  const plain = sharp(pixels, { raw: info })
  const written = profile ? plain.withIccProfile(await kept(icc, profile), { attach: true }) : plain
  await written
    .tiff({ tile: true, tileWidth: 256, tileHeight: 256, pyramid: true, compression: 'jpeg', quality: 80 })
    .toFile(join(data, 'pyramid.tif'))
  const master = { fileName: 'a.tif', format: 'tiff', bytes: 1, sha256: '', ...size }
  const levels = Math.min(3, levelCount(size, 256))
  const levelSizes = Array.from({ length: levels }, (_, level) => ({
    width: Math.floor(size.width / 2 ** level),
    height: Math.floor(size.height / 2 ** level),
  }))
  const image: ImageRecord = {
    id: 'a',
    version: '1',
    ...size,
    tileSize: 256,
    levels,
    levelSizes,
    pyramid: 'pyramid.tif',
    master,
  }
  return {
    image,
    open: (tileMaps: number) => openImages(fileStorage(data), { ...config.render, tileMaps }),
  }
}

async function kept(path: string, profile: Buffer): Promise<string> {
  await writeFile(path, profile)
  return path
}

for (const [what, colours, profile] of [
  ['RGB', 'rgb', undefined],
  ['Adobe RGB', 'rgb', rgbProfile(spaces.adobeRgb)],
  ['grey', 'grey', undefined],
  ['grey with a profile', 'grey', greyProfile(1.8)],
] as const)
  t.test(`${what}: details of tiles that are known are what they are where none is`, async t => {
    const { image, open } = await adopted(t, colours, profile)
    const [forgetful, knowing] = [open(0), open(10_000_000)]
    for (const address of addresses) {
      const { plan } = planOf(address, image)
      const [expected, found] = [await forgetful.read(image, plan), await knowing.read(image, plan)]
      t.ok(found.equals(expected), address)
    }
    t.equal(forgetful.counters.tileMapsReused, 0)
    t.ok(knowing.counters.tileMapsReused > 0)
    const { tilesDecoded, tilesCut, pixelsDecoded } = knowing.counters
    t.match(forgetful.counters, { tilesDecoded, tilesCut, pixelsDecoded })
    t.ok(tilesCut > 0 && pixelsDecoded < tilesDecoded * 256 ** 2, 'less than whole tiles is decoded')
    await Promise.all([forgetful.close(), knowing.close()])
  })

t.test('details that are made at once, and held while others are made, are what they are alone', async t => {
  const { image, open } = await adopted(t, 'rgb')
  const plans = [...addresses, '256,256,512,512/max/0/default.jpg', '0,256,768,256/max/0/default.jpg'].map(
    address => planOf(address, image).plan,
  )
  const [alone, together] = [open(10_000_000), open(10_000_000)]
  const expected: Buffer[] = []
  for (const plan of plans) expected.push(Buffer.from(await alone.read(image, plan)))
  const first = await Promise.all(plans.map(plan => together.read(image, plan)))
  const again = await Promise.all(plans.toReversed().map(plan => together.read(image, plan)))
  t.ok(together.counters.cut > 0)
  for (const [index, bytes] of expected.entries()) {
    t.ok(first[index]?.equals(bytes), `${index}`)
    t.ok(again.at(-1 - index)?.equals(bytes), `${index} again`)
  }
  await Promise.all([alone.close(), together.close()])
})
