import { mkdir, open, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { configFrom } from '../../src/config.js'
import { DomainError } from '../../src/errors.js'
import { openImages } from '../../src/image/images.js'
import type { Plan, Transform } from '../../src/image/plan.js'
import { readLevelsOf } from '../../src/image/tiff/levels.js'
import { readSettings } from '../../src/settings.js'
import { fileStorage } from '../../src/storage/storage.js'
import { fc } from '../seeded.js'
import { gradient } from './gradient.js'
import { pyramidOf } from './pyramid-of.js'

const output = { width: 512, height: 512 }
const tile: Plan = { kind: 'stored-tile', level: 0, column: 0, row: 0, format: 'jpg', output }
const part: Plan & Transform = {
  kind: 'transform',
  level: 0,
  tileSize: 512,
  extract: { x: 100, y: 100, width: 700, height: 700 },
  mirror: false,
  degrees: 0,
  colour: 'color',
  format: 'png',
  output: { width: 90, height: 90 },
}

/** An engine over one pyramid; each call opens another, so that nothing is kept from before. */
async function house(t: Test) {
  const data = t.testdir()
  const image = await pyramidOf(data, 'picture', gradient(1200, 900), 80)
  const open = () => {
    const images = openImages(fileStorage(data), configFrom(readSettings({ data })).render)
    t.teardown(() => images.close())
    return images
  }
  return { data, image, open, file: join(data, image.pyramid) }
}

/** What is thrown is a sentence, or a failure of the decoder that shells answer with a sentence of their own. */
async function fails(t: Test, read: Promise<Buffer>, what: string): Promise<void> {
  const error = await read.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  t.ok(error instanceof DomainError && error.code === 'damaged', `${what}: ${error}`)
}

t.test('a pyramid that is cut while it is open fails, and is served again once it is back', async t => {
  const { image, open: openHouse, file } = await house(t)
  const images = openHouse()
  const whole = await images.read(image, tile)
  const bytes = await readFile(file)
  await truncate(file, 4096)
  const { offsets } = (await levelsOf(bytes, t))[0] as { offsets: ArrayLike<number> }
  const last: Plan = { ...tile, column: 1, row: 0 }
  t.ok((offsets[1] ?? 0) > 4096, 'the tile lies behind the cut')
  await fails(t, images.read(image, last), 'a tile')
  await fails(t, images.read(image, part), 'a part')
  await writeFile(file, bytes)
  t.strictSame(await images.read(image, tile), whole)
  t.ok((await images.read(image, part)).length > 0)
})

/** Levels of a file's bytes. */
async function levelsOf(bytes: Buffer, t: Test) {
  const folder = join(t.testdirName, 'copies')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'copy.tif'), bytes)
  return readLevelsOf(join(folder, 'copy.tif'))
}

t.test('a pyramid deleted while it is open is served on, and one deleted before is missing', async t => {
  const { image, open: openHouse, file } = await house(t)
  const images = openHouse()
  const whole = await images.read(image, tile)
  await rm(file)
  t.strictSame(await images.read(image, tile), whole, 'the open file is there until it is closed')
  await fails(t, openHouse().read(image, tile), 'a missing file')
  await fails(t, openHouse().read(image, part), 'a missing file')
})

t.test('garbage in the place of a pyramid fails, whatever it begins with', async t => {
  const { image, open: openHouse, file } = await house(t)
  for (const [what, bytes] of [
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(100_000)],
    ['a JPEG', await gradient(200, 200).jpeg().toBuffer()],
    ['strips', await gradient(1200, 900).tiff({ compression: 'jpeg' }).toBuffer()],
    ['uncompressed tiles', await gradient(1200, 900).tiff({ tile: true, compression: 'none' }).toBuffer()],
    ['a smaller pyramid', await gradient(100, 100).tiff({ tile: true, compression: 'jpeg' }).toBuffer()],
  ] as const) {
    await writeFile(file, bytes)
    const images = openHouse()
    await fails(t, images.read(image, part), `${what}, a part`)
    await fails(t, images.read(image, { ...tile, column: 1, row: 0 }), `${what}, a tile`)
  }
})

t.test('tiles whose bytes are altered give a picture or a failure, and the next one is right', async t => {
  const { image, open: openHouse, file } = await house(t)
  const images = openHouse()
  const before = await images.read(image, part)
  const [level] = await readLevelsOf(file)
  const start = level?.offsets[0] ?? 0
  const length = level?.byteCounts[0] ?? 0
  const handle = await open(file, 'r+')
  t.teardown(() => handle.close())
  const original = Buffer.alloc(length)
  await handle.read(original, 0, length, start)
  let failed = 0
  await fc.assert(
    fc.asyncProperty(fc.nat(length - 1), fc.uint8Array({ minLength: 1, maxLength: 64 }), async (at, noise) => {
      const altered = Buffer.from(original)
      altered.set(noise.subarray(0, length - at), at)
      await handle.write(altered, 0, length, start)
      const fresh = openHouse()
      await fresh.read(image, tile).catch(error => {
        if (error.code !== 'damaged') throw error
      })
      await fresh.read(image, part).catch(error => {
        failed += 1
        if (!(error instanceof DomainError) || error.code !== 'damaged') throw error
        if (error.message.includes('/')) throw error
      })
      await fresh.close()
    }),
    { numRuns: 60 },
  )
  t.ok(failed > 0, `${failed} of 60 renders failed`)
  await handle.write(original, 0, length, start)
  t.strictSame(await openHouse().read(image, part), before)
})

t.test('a client that has left before its turn costs nothing and stops nobody', async t => {
  const { image, open: openHouse } = await house(t)
  const images = openHouse()
  const leaving = new AbortController()
  const reads = Array.from({ length: 8 }, (_, index) =>
    images.read(image, { ...part, extract: { x: index, y: 0, width: 600, height: 600 } }, { signal: leaving.signal }),
  )
  const staying = images.read(image, part)
  leaving.abort(new Error('left'))
  for (const outcome of await Promise.allSettled(reads))
    if (outcome.status === 'rejected') t.equal(outcome.reason.message, 'left')
  t.ok((await staying).length > 0)
})
