import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import t from 'tap'
import { DomainError } from '../../src/errors.js'
import { jpegPrefix, wholeJpeg } from '../../src/image/tiff/jpeg.js'
import { photometric, readLevels } from '../../src/image/tiff/levels.js'
import { coveringTiles, patchwork } from '../../src/image/tiff/patchwork.js'
import { type ByteSource, openFile } from '../../src/storage/storage.js'
import { fc } from '../seeded.js'
import { gradient } from './gradient.js'

const tiled = (quality: number, options: { bigtiff?: boolean } = {}) =>
  gradient(700, 500).tiff({
    tile: true,
    pyramid: true,
    tileWidth: 256,
    tileHeight: 256,
    compression: 'jpeg',
    quality,
    ...options,
  })

const inMemory = (file: Buffer): ByteSource => ({
  bytes: file.length,
  async read(offset, length) {
    if (offset + length > file.length) throw new Error('the reader asked for bytes beyond the end')
    return file.subarray(offset, offset + length)
  },
  async close() {},
})

t.test('a tiled pyramid is read level by level, classic and BigTIFF', async t => {
  for (const bigtiff of [false, true]) {
    const levels = await readLevels(inMemory(await tiled(80, { bigtiff }).toBuffer()))
    t.strictSame(
      levels.map(({ width, height, offsets }) => [width, height, offsets.length]),
      [
        [700, 500, 6],
        [350, 250, 2],
        [175, 125, 1],
      ],
    )
    t.match(levels[0], { tileWidth: 256, tileHeight: 256, compression: 7, photometric: photometric.ycbcr })
  }
})

t.test('a file is read in place', async t => {
  const file = join(t.testdir(), 'pyramid.tif')
  writeFileSync(file, await tiled(80).toBuffer())
  const source = await openFile(file)
  t.equal((await readLevels(source)).length, 3)
  await t.rejects(source.read(source.bytes - 1, 2), { code: 'damaged' })
  await source.close()
})

t.test('a stored tile becomes a whole JPEG whose marker tells RGB from YCbCr', async t => {
  for (const [quality, colour, transform] of [
    [80, photometric.ycbcr, 1],
    [95, photometric.rgb, 0],
  ] as const) {
    const file = await tiled(quality).toBuffer()
    const [level] = await readLevels(inMemory(file))
    if (!level) throw new Error('no level')
    t.equal(level.photometric, colour)
    const [offset = 0, bytes = 0] = [level.offsets[0], level.byteCounts[0]]
    const jpeg = wholeJpeg(jpegPrefix(level), file.subarray(offset, offset + bytes))
    t.equal(jpeg.subarray(6, 11).toString('latin1'), 'Adobe')
    t.equal(jpeg[17], transform)
    const tile = await sharp(jpeg).raw().toBuffer()
    const expected = await gradient(700, 500).extract({ left: 0, top: 0, width: 256, height: 256 }).raw().toBuffer()
    t.ok(largestDifference(tile, expected) < 12, `quality ${quality} decodes to its own colours`)
  }
})

t.test('a patchwork of stored tiles decodes to the same pixels as the whole level', async t => {
  const file = await tiled(80).toBuffer()
  const [level] = await readLevels(inMemory(file))
  if (!level) throw new Error('no level')
  const range = coveringTiles({ x: 250, y: 200, width: 300, height: 290 }, level)
  t.strictSame(range, { column: 0, row: 0, columns: 3, rows: 2 })
  const tiles = level.offsets.map((offset, index) => file.subarray(offset, offset + (level.byteCounts[index] ?? 0)))
  const box = { left: 0, top: 0, width: 700, height: 500 }
  const patched = await sharp(patchwork(level, range, tiles))
    .extract(box)
    .raw()
    .toBuffer()
  t.strictSame(patched, await sharp(file).raw().toBuffer())
})

t.test('truncated, altered and looping files end in a sentence, in bounded time', async t => {
  const file = await tiled(80).toBuffer()
  const survives = async (altered: Buffer) => {
    try {
      await readLevels(inMemory(altered))
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'damaged') throw error
    }
  }
  for (let length = 0; length < file.length; length += 97) await survives(file.subarray(0, length))
  const directoryAt = file.readUInt32LE(4)
  await fc.assert(
    fc.asyncProperty(fc.nat(255), fc.nat(7), fc.boolean(), async (distance, bit, inHeader) => {
      const altered = Buffer.from(file)
      const at = (inHeader ? distance % 16 : directoryAt + distance) % file.length
      altered[at] = (altered[at] ?? 0) ^ (1 << bit)
      await survives(altered)
    }),
    { numRuns: 1500 },
  )
  const looping = Buffer.from(file)
  const entries = looping.readUInt16LE(directoryAt)
  looping.writeUInt32LE(directoryAt, directoryAt + 2 + entries * 12)
  await t.rejects(readLevels(inMemory(looping)), { code: 'damaged', message: /loop/ })
})

const largestDifference = (one: Buffer, other: Buffer): number =>
  one.reduce((largest, value, index) => Math.max(largest, Math.abs(value - (other[index] ?? 0))), 0)
