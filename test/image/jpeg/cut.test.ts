import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import t, { type Test } from 'tap'
import { DomainError } from '../../../src/errors.js'
import type { Box } from '../../../src/image/geometry.js'
import { openBuffers } from '../../../src/image/jpeg/buffers.js'
import { openTileMaps } from '../../../src/image/jpeg/maps.js'
import { openPyramid } from '../../../src/image/pyramid.js'
import { fileStorage } from '../../../src/storage/storage.js'
import { fc } from '../../seeded.js'
import { texture } from './texture.js'

const size = { width: 700, height: 600 }
const tileSize = 256

const kinds = {
  'colours at half the size': { grey: false, quality: 85 },
  'RGB tiles': { grey: false, quality: 95 },
  'grey tiles': { grey: true, quality: 85 },
} as const

/** A picture full of detail in tiles of 256 px, and how a decoder shows it as a whole. */
async function house(t: Test, { grey, quality }: (typeof kinds)[keyof typeof kinds]) {
  const data = t.testdir()
  const drawn = texture(size.width, size.height)
  const file = join(data, 'picture.tif')
  await (grey ? drawn.grayscale().toColourspace('b-w') : drawn)
    .tiff({ tile: true, tileWidth: tileSize, tileHeight: tileSize, compression: 'jpeg', quality })
    .toFile(file)
  const open = (maps = openTileMaps(10_000_000)) =>
    openPyramid(fileStorage(data), 'picture.tif', { maps, buffers: openBuffers() })
  const pyramid = await open()
  t.teardown(() => pyramid.close())
  const channels = grey ? 1 : 3
  const shown = (bytes: Buffer | string): Sharp =>
    sharp(bytes)
      .toColourspace(grey ? 'b-w' : 'srgb')
      .raw()
  return { file, open, pyramid, channels, shown, level: await shown(file).toBuffer() }
}

const share = fc.integer({ min: 0, max: 999 })
const boxes = fc.tuple(share, share, share, share).map(([x, y, w, h]): Box => {
  const [left, top] = [Math.floor((x * size.width) / 1000), Math.floor((y * size.height) / 1000)]
  const [width, height] = [size.width - left, size.height - top]
  return { x: left, y: top, width: 1 + Math.floor((w * width) / 1000), height: 1 + Math.floor((h * height) / 1000) }
})

/**
 * The largest differences from the level: beside the borders of tiles, and of the box where `alone`, since colours are
 * smoothed with those of their neighbours there or cannot be; and elsewhere.
 */
function apart(found: Buffer, level: Buffer, { x, y, width, height }: Box, channels: number, alone = false) {
  if (found.length !== width * height * channels) throw new Error(`${found.length} bytes`)
  const far = { inside: 0, beside: 0 }
  const isBeside = (place: number, start: number, length: number) =>
    [0, tileSize - 1].includes(place % tileSize) || (alone && (place === start || place === start + length - 1))
  for (let index = 0; index < found.length; index += 1) {
    const [column, row] = [x + (Math.floor(index / channels) % width), y + Math.floor(index / channels / width)]
    const there = level[(row * size.width + column) * channels + (index % channels)] ?? 0
    const place = isBeside(column, x, width) || isBeside(row, y, height) ? 'beside' : 'inside'
    far[place] = Math.max(far[place], Math.abs((found[index] ?? 0) - there))
  }
  return far
}

/** Strong colours side by side differ so much where they are smoothed or not. */
const SMOOTHED = 60

const rectangle = ({ x, y, width, height }: Box) => ({ left: x, top: y, width, height })

for (const [what, kind] of Object.entries(kinds))
  t.test(`${what}: any part, cut and joined without decoding, shows what the level shows there`, async t => {
    const { pyramid, level, channels, shown } = await house(t, kind)
    let cut = 0
    const furthest = { inside: 0, beside: 0 }
    await fc.assert(
      fc.asyncProperty(boxes, async box => {
        const around = await pyramid.around(0, box)
        if (!around) return
        cut += 1
        const far = apart(await shown(around.file).extract(rectangle(around.box)).toBuffer(), level, box, channels)
        furthest.inside = Math.max(furthest.inside, far.inside)
        furthest.beside = Math.max(furthest.beside, far.beside)
      }),
      { numRuns: 80 },
    )
    t.ok(cut > 40, `${cut} of 80 were worth cutting`)
    t.equal(furthest.inside, 0)
    t.ok(furthest.beside <= (kind.grey || kind.quality > 90 ? 0 : SMOOTHED), `${furthest.beside} beside borders`)
  })

t.test('what begins at a corner of 16 px is cut out as it is, to any size', async t => {
  const { pyramid, level } = await house(t, kinds['colours at half the size'])
  for (const box of [
    { x: 512, y: 512, width: 188, height: 88 },
    { x: 0, y: 0, ...size },
    { x: 256, y: 16, width: 1, height: 1 },
    { x: 240, y: 240, width: 300, height: 33 },
  ]) {
    const { file, tiles } = (await pyramid.exactly(0, box)) ?? {}
    const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
    t.strictSame([info.width, info.height], [box.width, box.height])
    const far = apart(data, level, box, 3, true)
    t.equal(far.inside, 0)
    t.ok(far.beside <= SMOOTHED, `${far.beside} beside borders`)
    t.ok((tiles ?? 0) > 0)
  }
  t.equal(await pyramid.exactly(0, { x: 8, y: 0, width: 100, height: 100 }), undefined, 'off the corners')
})

t.test('whole tiles are left to the decoder, and so is a picture that no JPEG could hold', async t => {
  const { pyramid } = await house(t, kinds['RGB tiles'])
  t.equal(await pyramid.around(0, { x: 0, y: 0, width: 512, height: 512 }), undefined)
  t.equal(await pyramid.exactly(0, { x: 0, y: 0, width: 70_000, height: 1 }), undefined)
})

t.test('a tile that is known is read no further than it is needed', async t => {
  const { open } = await house(t, kinds['colours at half the size'])
  const maps = openTileMaps(10_000_000)
  const pyramid = await open(maps)
  const box = { x: 300, y: 300, width: 50, height: 40 }
  const first = await pyramid.around(0, box)
  t.equal(maps.reused, 0)
  const second = await pyramid.around(0, box)
  t.equal(maps.reused, 1)
  t.ok(first && second?.file.equals(first.file))
  await pyramid.close()
})

t.test('tiles whose bytes are altered are cut or told as damaged, in bounded time', async t => {
  const { file, open, level } = await house(t, kinds['colours at half the size'])
  const bytes = await sharp(level, { raw: { ...size, channels: 3 } })
    .tiff({ tile: true, tileWidth: tileSize, tileHeight: tileSize, compression: 'jpeg', quality: 85 })
    .toBuffer()
  let told = 0
  await fc.assert(
    fc.asyncProperty(share, fc.uint8Array({ minLength: 1, maxLength: 64 }), async (at, noise) => {
      const altered = Buffer.from(bytes)
      altered.set(noise, 8 + Math.floor((at * altered.length * 0.9) / 1000))
      await writeFile(file, altered)
      const pyramid = await open()
      try {
        const cut = await pyramid.around(0, { x: 40, y: 40, width: 500, height: 200 })
        if (cut && cut.file.length > altered.length) throw new Error(`${cut.file.length} bytes`)
      } catch (error) {
        told += 1
        if (!(error instanceof DomainError) || error.code !== 'damaged') throw error
      } finally {
        await pyramid.close()
      }
    }),
    { numRuns: 150 },
  )
  t.ok(told > 0, `${told} of 150 were told`)
})

t.test('tiles that are altered after they were mapped are cut or told as damaged too', async t => {
  const { file, open } = await house(t, kinds['colours at half the size'])
  const bytes = await readFile(file)
  const box = { x: 40, y: 40, width: 500, height: 200 }
  await fc.assert(
    fc.asyncProperty(share, fc.constantFrom(0x00, 0x55, 0xaa, 0xfe, 0xff), async (at, value) => {
      await writeFile(file, bytes)
      const pyramid = await open()
      try {
        await pyramid.around(0, box)
        const start = 8 + Math.floor((at * bytes.length * 0.9) / 1000)
        await writeFile(file, Buffer.from(bytes).fill(value, start, Math.min(bytes.length, start + 20_000)))
        const cut = await pyramid.around(0, box)
        if (cut && cut.file.length > 2 * bytes.length) throw new Error(`${cut.file.length} bytes`)
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'damaged') throw error
      } finally {
        await pyramid.close()
      }
    }),
    { numRuns: 40 },
  )
})
