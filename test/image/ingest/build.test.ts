import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import t from 'tap'
import { levelCount, levelSize } from '../../../src/image/geometry.js'
import { buildPyramid } from '../../../src/image/ingest/build.js'
import { inspect } from '../../../src/image/ingest/inspect.js'
import { flawOf } from '../../../src/image/ingest/levels.js'
import { fingerprint } from '../../../src/image/ingest/open.js'
import { LONGEST_SIDE } from '../../../src/image/ingest/recipe.js'
import { openScratch } from '../../../src/image/ingest/scratch.js'
import { readLevels } from '../../../src/image/tiff/levels.js'
import { openFile } from '../../../src/storage/storage.js'
import { bring, bringBytes } from './bring.js'
import { boxFiltered, difference, levelOf, pixelAt, type Raster } from './levels-of.js'

/** Steep enough that half a pixel of misplacement shows on every level, smooth enough for the codec. */
function waves(width: number, height: number): Raster {
  const data = Buffer.alloc(width * height * 3)
  const triangle = (value: number, period: number) => Math.abs(((((value / period) % 2) + 2) % 2) - 1) * 255
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      data.set([triangle(x, 97), triangle(y, 89), triangle(x + y, 151)].map(Math.round), (y * width + x) * 3)
  return { data, width, height }
}

const png = ({ data, width, height }: Raster) =>
  sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()

const sizes = [
  [1, 1],
  [5, 1],
  [128, 128],
  [129, 40],
  [511, 513],
  [512, 512],
  [513, 511],
  [1023, 1],
  [1, 1025],
  [1025, 1024],
  [1537, 771],
  [1999, 1301],
  [2049, 517],
  [517, 4097],
] as const

t.test('each level is exactly sized, exactly aligned and the mean of the picture', async t => {
  const data = t.testdir()
  for (const [width, height] of sizes) {
    const picture = waves(width, height)
    const image = await bringBytes(await png(picture), `w${width}x${height}.png`, data, 100)
    t.equal(image.levels, levelCount(picture, image.tileSize), `${width} x ${height}: levels`)
    for (let level = 0; level < image.levels; level += 1) {
      const found = await levelOf(data, image, level)
      t.match(found, levelSize(picture, level), `${width} x ${height}, level ${level}: size`)
      const { largest, mean } = difference(found, boxFiltered(picture, level))
      t.ok(largest <= 8, `${width} x ${height}, level ${level}: no pixel is far off (${largest})`)
      t.ok(mean <= 1.2, `${width} x ${height}, level ${level}: all together they are right (${mean.toFixed(2)})`)
    }
  }
})

t.test('the edge of a picture is repeated, not blended with anything', async t => {
  const data = t.testdir()
  const width = 1025
  const white = await sharp({ create: { width, height: 769, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const image = await bringBytes(white, 'white.png', data)
  for (let level = 0; level < image.levels; level += 1) {
    const found = await levelOf(data, image, level)
    t.strictSame(new Set(found.data), new Set([255]), `level ${level} is white to its last pixel`)
  }
})

t.test('a pyramid is a tiled TIFF of JPEG tiles with their tables', async t => {
  const data = t.testdir()
  const image = await bringBytes(await png(waves(1300, 900)), 'tiled.png', data)
  const source = await openFile(join(data, image.pyramid))
  t.teardown(() => source.close())
  const levels = await readLevels(source)
  t.equal(levels.length, 3)
  t.ok(levels.every(level => level.compression === 7 && level.photometric === 6 && level.jpegTables))
  t.ok(levels.every(level => level.tileWidth === 512 && level.tileHeight === 512))
})

t.test('the longest picture that is taken comes out whole', async t => {
  const data = t.testdir()
  const wide = await sharp({ create: { width: LONGEST_SIDE, height: 3, channels: 3, background: '#246' } })
    .tiff({ compression: 'lzw' })
    .toBuffer()
  const image = await bringBytes(wide, 'wide.tif', data)
  t.match(image, { width: LONGEST_SIDE, height: 3, levels: 8 })
  t.match(await levelOf(data, image, 7), { width: 508, height: 1 })
})

t.test('pictures come out upright, whatever their EXIF orientation', async t => {
  const data = t.testdir()
  const colours = ['#f00000', '#00f000', '#0000f0', '#f0f000']
  const quarter = (background: string) =>
    sharp({ create: { width: 80, height: 48, channels: 3, background } })
      .png()
      .toBuffer()
  const [a, b, c, d] = (await Promise.all(colours.map(quarter))) as [Buffer, Buffer, Buffer, Buffer]
  const upright = await sharp({ create: { width: 160, height: 96, channels: 3, background: '#000' } })
    .composite([
      { input: a, left: 0, top: 0 },
      { input: b, left: 80, top: 0 },
      { input: c, left: 0, top: 48 },
      { input: d, left: 80, top: 48 },
    ])
    .png()
    .toBuffer()
  // What must be done to the upright picture so that the tag, undone, gives it back; sharp mirrors before it turns.
  const stored: readonly ((picture: Sharp) => Sharp)[] = [
    picture => picture,
    picture => picture.flop(),
    picture => picture.rotate(180),
    picture => picture.flip(),
    picture => picture.flop().rotate(270),
    picture => picture.rotate(270),
    picture => picture.flop().rotate(90),
    picture => picture.rotate(90),
  ]
  for (const [index, turn] of stored.entries()) {
    const orientation = index + 1
    const turned = await turn(sharp(upright)).png().toBuffer()
    const bytes = await sharp(turned).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer()
    const image = await bringBytes(bytes, `turned-${orientation}.jpg`, data, 95)
    t.match(image, { width: 160, height: 96 }, `orientation ${orientation}: size`)
    const found = await levelOf(data, image, 0)
    const corners = [
      [20, 20],
      [140, 20],
      [20, 80],
      [140, 80],
    ].map(([x, y]) => nearest(pixelAt(found, x as number, y as number)))
    t.strictSame(corners, colours, `orientation ${orientation}: every corner is where it belongs`)
  }
})

/** The corner colour that a pixel is meant to be. */
function nearest(pixel: readonly number[]): string {
  return `#${pixel.map(value => (value > 120 ? 'f0' : '00')).join('')}`
}

t.test('a damaged picture is refused and leaves nothing behind', async t => {
  const data = t.testdir()
  const whole = await sharp(await png(waves(1200, 900)))
    .jpeg()
    .toBuffer()
  await t.rejects(bringBytes(whole.subarray(0, whole.length / 2), 'half.jpg', data), {
    code: 'refused',
    message: /damaged or incomplete/,
  })
  t.strictSame(await readdir(join(data, 'pyramids')), [])
})

t.test('a file that changes while it is read is refused', async t => {
  const data = t.testdir()
  const path = join(data, 'moving.png')
  await writeFile(path, await png(waves(300, 200)))
  const inspection = await inspect(path, { maxPixels: 1e6 })
  const { sha256 } = await fingerprint(path)
  await writeFile(path, await png(waves(301, 200)))
  const scratch = await openScratch(data)
  await t.rejects(
    buildPyramid({ path, fileName: 'moving.png', sha256, inspection }, { id: 'moving', quality: 88, scratch }),
    { code: 'refused', message: /changed while it was read/ },
  )
})

t.test('work that is called off stops and cleans up', async t => {
  const data = t.testdir()
  const path = join(data, 'called-off.png')
  await writeFile(path, await png(waves(300, 200)))
  const inspection = await inspect(path, { maxPixels: 1e6 })
  const { sha256 } = await fingerprint(path)
  const scratch = await openScratch(data)
  const options = { id: 'off', quality: 88, scratch, signal: AbortSignal.abort() }
  await t.rejects(buildPyramid({ path, fileName: 'called-off.png', sha256, inspection }, options), {
    name: 'AbortError',
  })
  t.strictSame(await readdir(join(data, 'pyramids')), [])
})

t.test('a pyramid that does not fit its picture is found out', async t => {
  const data = t.testdir()
  const image = await bringBytes(await png(waves(1300, 900)), 'flaw.png', data)
  const path = join(data, image.pyramid)
  t.equal(await flawOf(path, image), undefined)
  t.equal(await flawOf(path, { ...image, width: 1301 }), 'level 0 has 1300 × 900 px instead of 1301 × 900')
  t.equal(await flawOf(path, { ...image, levels: 4 }), 'it has 3 levels instead of 4')
  await rm(path)
  await t.rejects(flawOf(path, image), { code: 'damaged' })
})

t.test('the same picture and quality give the same version, another quality another', async t => {
  const data = t.testdir()
  const bytes = await png(waves(60, 50))
  const [first, again, finer] = [
    await bringBytes(bytes, 'same.png', data),
    await bring(join(data, 'same.png'), data),
    await bring(join(data, 'same.png'), data, 95),
  ]
  t.strictSame(again, first)
  t.not(finer.version, first.version)
})
