import { readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { configFrom } from '../../src/config.js'
import { version2, version3 } from '../../src/image/dialect.js'
import { levelSize, tileGrid } from '../../src/image/geometry.js'
import { sizeLadder } from '../../src/image/ladder.js'
import { planImage } from '../../src/image/plan.js'
import type { ImageRecord } from '../../src/image/record.js'
import { formatImageRequest, parseImageRequest } from '../../src/image/request.js'
import { viewerRequests } from '../../src/image/session.js'
import { openServices } from '../../src/services.js'
import { readSettings } from '../../src/settings.js'
import { run } from '../cli/run.js'
import { needs, shared } from '../shared.js'
import { gradient } from './gradient.js'

const serving = configFrom(readSettings({}))
const { limits } = serving
const image = { width: 1300, height: 700, levels: 3, tileSize: 512 }
const spelt = (of: Parameters<typeof viewerRequests>[0], within = limits) =>
  viewerRequests(of, within).map(formatImageRequest)

t.test('viewers ask for the sizes of the ladder and for the tiles that reach an edge', async t => {
  t.strictSame(spelt(image), [
    'full/325,175/0/default.jpg',
    'full/650,350/0/default.jpg',
    'full/1300,700/0/default.jpg',
    '1024,0,276,512/276,512/0/default.jpg',
    '1024,512,276,188/276,188/0/default.jpg',
    '0,512,512,188/512,188/0/default.jpg',
    '512,512,512,188/512,188/0/default.jpg',
    '1024,0,276,700/138,350/0/default.jpg',
    '0,0,1024,700/512,350/0/default.jpg',
  ])
})

t.test('a picture of whole tiles has no tiles at an edge', async t => {
  t.strictSame(spelt({ width: 1024, height: 512, levels: 2, tileSize: 512 }), [
    'full/512,256/0/default.jpg',
    'full/1024,512/0/default.jpg',
  ])
})

t.test('limits below a tile leave the ladder alone', async t => {
  const within = { maxWidth: 400, maxHeight: 400, maxArea: 160_000 }
  t.strictSame(spelt(image, within), ['full/325,175/0/default.jpg'])
})

/** One picture of odd size, of which a pyramid is made, and a pyramid that is used as it came. */
const pictures = { evans: 'evans-fields-family-1936.jpg', morisot: 'morisot-woman-toilette.tif' } as const

t.test('nothing is rendered for viewers of fresh pictures', needs('data/images'), async t => {
  const house = await openHouse(t)
  const folder = new URL('sessions/', import.meta.url)
  for (const file of readdirSync(fileURLToPath(folder))) {
    const [, viewer, name] = /^(\w+)-(\w+)\.txt$/.exec(file) ?? []
    const record = await house.image(pictures[name as keyof typeof pictures])
    const paths = readFileSync(new URL(file, folder), 'utf8').trim().split('\n')
    t.ok(paths.length > 40, `${viewer} asked for ${paths.length} images of ${name}`)
    for (const path of paths) await house.ask(record, path)
    t.match(house.counters(), { rendered: 0, tilesDecoded: 0 }, `${viewer} with ${name}`)
  }

  for (const name of Object.values(pictures)) {
    const record = await house.image(name)
    for (const path of everyTile(record)) await house.ask(record, path)
    for (const { width, height } of sizeLadder(record, limits)) {
      await house.ask(record, `full/${width},${height}/0/default.jpg`)
      await house.ask(record, `full/${width},/0/default.jpg`, version2)
    }
    t.match(house.counters(), { rendered: 0, tilesDecoded: 0 }, `every tile and size of ${name}`)
  }
})

t.test('what was kept for viewers may be deleted: the same command makes it again', needs('data/images'), async t => {
  const house = await openHouse(t)
  const record = await house.image(pictures.evans)
  await house.deleteDerivatives()
  await house.ask(record, 'full/336,268/0/default.jpg')
  t.match(house.counters(), { rendered: 1 })
  await house.deleteDerivatives()
  await house.ingest()
  await house.ask(record, 'full/336,268/0/default.jpg')
  t.match(house.counters(), { rendered: 0, derivativesRead: 1 })
})

t.test('a whole of many megapixels is cut of stored tiles when it is asked for, and kept from then on', async t => {
  const folder = t.testdir()
  const file = join(folder, 'large.jpg')
  await gradient(3600, 2400).jpeg({ quality: 90 }).toFile(file)
  const house = await openHouse(t, [file], join(folder, 'data'))
  const record = await house.image('large.jpg')
  await house.ask(record, 'full/1800,1200/0/default.jpg')
  t.match(house.counters(), { derivativesRead: 1, cut: 0, rendered: 0 }, 'half of it is kept')
  await house.ask(record, 'full/3600,2400/0/default.jpg')
  t.match(house.counters(), { derivativesRead: 1, cut: 1, rendered: 0, tilesDecoded: 0 })
  await house.reopen()
  await house.ask(record, 'full/3600,2400/0/default.jpg')
  t.match(house.counters(), { derivativesRead: 1, cut: 0 })
})

/** As OpenSeadragon computes them from `info.json`. */
function* everyTile(image: ImageRecord): Generator<string> {
  for (let level = 0; level < image.levels; level += 1) {
    const { columns, rows } = tileGrid(levelSize(image, level), image.tileSize)
    const span = image.tileSize * 2 ** level
    for (let index = 0; index < columns * rows; index += 1) {
      const [x, y] = [(index % columns) * span, Math.floor(index / columns) * span]
      const [width, height] = [Math.min(span, image.width - x), Math.min(span, image.height - y)]
      yield `${x},${y},${width},${height}/${Math.ceil(width / 2 ** level)},${Math.ceil(height / 2 ** level)}/0/default.jpg`
    }
  }
}

const sharedPictures = () => Object.values(pictures).map(file => shared(`data/images/${file}`) ?? file)

async function openHouse(t: Test, files = sharedPictures(), data = t.testdir()) {
  const ingest = async () => {
    const { code, stderr } = await run(['ingest', ...files, '--create-works', '--data', data])
    if (code !== 0) throw new Error(stderr)
  }
  await ingest()
  const open = () => openServices(configFrom(readSettings({ data })))
  let services = await open()
  t.teardown(() => services.close())
  const reopen = async (meanwhile?: () => Promise<void>) => {
    await services.close()
    await meanwhile?.()
    services = await open()
  }
  return {
    counters: () => services.images.counters,
    reopen: () => reopen(),
    ingest: () => reopen(ingest),
    deleteDerivatives: () =>
      reopen(async () => {
        for (const suffix of ['', '-wal', '-shm']) await rm(join(data, `derivatives.db${suffix}`), { force: true })
      }),
    async image(file: string): Promise<ImageRecord> {
      const [record] = await services.writer.images([file.replace(/\.\w+$/, '')])
      if (!record) throw new Error(`${file} was not ingested.`)
      return record
    },
    async ask(record: ImageRecord, path: string, dialect = version3): Promise<Buffer> {
      const [region = '', size = '', rotation = '', file = ''] = path.split('/')
      const request = parseImageRequest({ region, size, rotation, file }, dialect)
      return services.images.read(record, planImage(request, record, serving, dialect).plan)
    },
  }
}
