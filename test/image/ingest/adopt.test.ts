import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import sharp, { type OutputInfo, type TiffOptions } from 'sharp'
import t from 'tap'
import { type Box, levelSize, tileGrid } from '../../../src/image/geometry.js'
import { openImages } from '../../../src/image/images.js'
import { inspect } from '../../../src/image/ingest/inspect.js'
import { flawOf } from '../../../src/image/ingest/levels.js'
import type { ImageRecord } from '../../../src/image/record.js'
import { fileStorage } from '../../../src/storage/storage.js'
import { needs, shared } from '../../shared.js'
import { config, planOf } from '../ask.js'
import { gradient } from '../gradient.js'
import { bring } from './bring.js'

const pyramid: TiffOptions = {
  tile: true,
  pyramid: true,
  tileWidth: 256,
  tileHeight: 256,
  compression: 'jpeg',
  quality: 85,
}

/** A pyramid as libvips writes it. */
async function written(path: string, options: TiffOptions = {}, picture = gradient(1301, 899)): Promise<string> {
  await picture.tiff({ ...pyramid, ...options }).toFile(path)
  return path
}

for (const [name, width, height, sizes] of [
  ['morisot-woman-toilette.tif', 4946, 3703, [4946, 2473, 1236, 618, 309, 154]],
  ['seurat-grande-jatte.tif', 4655, 3118, [4655, 2327, 1163, 581, 290, 145]],
] as const)
  t.test(`${name} is used byte for byte`, needs('data/images'), async t => {
    const [data, path] = [t.testdir(), shared(`data/images/${name}`) as string]
    const image = await bring(path, data)
    t.match(image, { width, height, tileSize: 256, levels: 6 })
    t.strictSame(
      image.levelSizes?.map(size => size.width),
      sizes,
      'its record says the sizes of its levels, which are rounded down',
    )
    t.ok((await readFile(join(data, image.pyramid))).equals(await readFile(path)))
    t.equal(await flawOf(join(data, image.pyramid), image), undefined)
    t.equal((await bring(path, data, 95)).version, image.version, 'no quality changes it')
  })

t.test('pyramids of other writers fit, grey and RGB too', async t => {
  const data = t.testdir()
  const cases: Readonly<Record<string, Promise<string>>> = {
    'a YCbCr pyramid': written(join(data, 'ycbcr.tif')),
    'an RGB pyramid': written(join(data, 'rgb.tif'), { quality: 95 }),
    'a grey pyramid': written(join(data, 'grey.tif'), {}, gradient(1301, 899).toColourspace('b-w')),
    'tiles of 512 px in a BigTIFF': written(join(data, 'big.tif'), { tileWidth: 512, tileHeight: 512, bigtiff: true }),
    'a picture of one tile': written(join(data, 'small.tif'), { pyramid: false }, gradient(250, 199)),
  }
  for (const [name, writing] of Object.entries(cases)) {
    const path = await writing
    const image = await bring(path, data)
    t.ok((await readFile(join(data, image.pyramid))).equals(await readFile(path)), name)
  }
})

t.test('what does not fit is made anew, and the reason is told', async t => {
  const data = t.testdir()
  const rotated = gradient(1301, 899).withMetadata({ orientation: 6 })
  const cases: Readonly<Record<string, Promise<string>>> = {
    'its tiles are not JPEG': written(join(data, 'lzw.tif'), { compression: 'lzw' }),
    'its tiles are not squares of 128, 256, 512, 1024 px': written(join(data, 'odd.tif'), { tileWidth: 240 }),
    'it is not stored upright': written(join(data, 'turned.tif'), {}, rotated),
  }
  for (const [why, writing] of Object.entries(cases)) {
    const path = await writing
    t.match((await inspect(path, { maxPixels: 1e9 })).existing, { kind: 'unfit', why }, why)
    const image = await bring(path, data)
    t.match(image, { tileSize: 512 }, why)
    t.equal(await flawOf(join(data, image.pyramid), image), undefined, why)
  }
})

t.test('a tiled picture without levels is no pyramid, and nothing is told', async t => {
  const path = await written(join(t.testdir(), 'flat.tif'), { pyramid: false })
  t.equal((await inspect(path, { maxPixels: 1e9 })).existing, undefined)
})

t.test('a pyramid of which a tile is damaged is not taken', async t => {
  const data = t.testdir()
  const path = await written(join(data, 'hurt.tif'))
  const bytes = await readFile(path)
  const scan = bytes.indexOf(Buffer.from([0xff, 0xda]), bytes.length / 3)
  bytes.fill(0xff, scan, scan + 400)
  await writeFile(path, bytes)
  await t.rejects(bring(path, data), { code: 'refused', message: /damaged or incomplete/ }, basename(path))
})

for (const name of ['morisot-woman-toilette.tif', 'seurat-grande-jatte.tif'])
  t.test(`${name}: its tiles, put side by side, are its levels in their own colours`, needs('data/images'), async t => {
    const [data, path] = [t.testdir(), shared(`data/images/${name}`) as string]
    const image = await bring(path, data)
    const images = openImages(fileStorage(data), config.render)
    t.teardown(() => images.close())
    for (let level = 0; level < image.levels; level += 1) {
      // sharp converts both by the profile in the file, as browsers do: the level whole, and each tile by itself.
      const whole = await sharp(path, { page: level }).raw().toBuffer({ resolveWithObject: true })
      const { columns, rows } = tileGrid(levelSize(image, level), image.tileSize)
      const off = { passed: 0, rendered: 0 }
      for (let index = 0; index < columns * rows; index += 1) {
        const { x, y, address } = tileOf(image, level, index % columns, Math.floor(index / columns))
        const { plan } = planOf(address, image)
        const tile = await sharp(await images.read(image, plan))
          .raw()
          .toBuffer({ resolveWithObject: true })
        const size = {
          width: Math.min(tile.info.width, whole.info.width - x),
          height: Math.min(tile.info.height, whole.info.height - y),
        }
        if (size.width < 2 || size.height < 2) continue
        const kind = plan.kind === 'stored-tile' ? 'passed' : 'rendered'
        off[kind] = Math.max(off[kind], await apart(tile, whole, { x, y, ...size }))
      }
      t.ok(off.passed <= 0.01, `level ${level}: passed tiles are the level (${off.passed})`)
      t.ok(off.rendered <= 4, `level ${level}: those at the edge look like it (${off.rendered})`)
    }
    const interior = [...(image.levelSizes ?? [])].map(
      ({ width, height }) => Math.floor(width / 256) * Math.floor(height / 256),
    )
    t.equal(
      images.counters.tilesPassed,
      interior.reduce((sum, tiles) => sum + tiles),
      'all tiles inside pass through',
    )
  })

/** A tile as viewers compute it, and where it stands in its level. */
function tileOf({ width, height, tileSize }: ImageRecord, level: number, column: number, row: number) {
  const span = tileSize * 2 ** level
  const [left, top] = [column * span, row * span]
  const [w, h] = [Math.min(span, width - left), Math.min(span, height - top)]
  const address = `${left},${top},${w},${h}/${Math.ceil(w / 2 ** level)},${Math.ceil(h / 2 ** level)}/0/default.jpg`
  return { x: column * tileSize, y: row * tileSize, address }
}

type Raw = Readonly<{ data: Buffer; info: OutputInfo }>

/** The mean difference of a tile and the part of a level that it stands for. */
async function apart(tile: Raw, level: Raw, { x, y, width, height }: Box): Promise<number> {
  const part = (of: Raw, left: number, top: number) =>
    sharp(of.data, { raw: of.info as Raw3, limitInputPixels: false })
      .extract({ left, top, width, height })
      .raw()
      .toBuffer()
  const [one, other] = await Promise.all([part(tile, 0, 0), part(level, x, y)])
  return one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0) / one.length
}

type Raw3 = Readonly<{ width: number; height: number; channels: 3 }>
