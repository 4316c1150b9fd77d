import t from 'tap'
import { readTiles } from '../../../src/image/tiff/runs.js'
import { inMemory } from './in-memory.js'

const KB = 1024

/** Bytes that tell where they stand. */
const file = Buffer.from(Uint32Array.from({ length: 1024 * KB }, (_, index) => index).buffer)

/** Reads tiles given as offset and length, and says what came, in how many reads. */
async function reading(tiles: readonly (readonly [offset: number, length: number])[], check = (_: Buffer) => {}) {
  const source = inMemory(file)
  const memory = Buffer.alloc(tiles.reduce((sum, [, length]) => sum + length, 0))
  let end = 0
  const places = tiles.map(([, length]) => {
    end += length
    return memory.subarray(end - length, end)
  })
  await readTiles(
    source,
    tiles.map(([offset]) => offset),
    places,
    check,
  )
  const right = tiles.every(([offset, length], index) => places[index]?.equals(file.subarray(offset, offset + length)))
  return { right, reads: source.reads }
}

t.test('neighbours in the file are read at one go, others by themselves', async t => {
  t.strictSame(
    await reading([
      [100, 50],
      [150, 70],
      [220, 30],
    ]),
    { right: true, reads: 1 },
  )
  t.strictSame(
    await reading([
      [100, 50],
      [151, 70],
      [50, 50],
    ]),
    { right: true, reads: 3 },
  )
  t.strictSame(await reading([]), { right: true, reads: 0 })
})

t.test('no read is longer than half a megabyte, unless one tile is', async t => {
  const tile = 200 * KB
  const row = Array.from({ length: 6 }, (_, index) => [index * tile, tile] as const)
  t.strictSame(await reading(row), { right: true, reads: 3 })
  t.strictSame(
    await reading([
      [0, 700 * KB],
      [700 * KB, 10],
    ]),
    { right: true, reads: 2 },
  )
})

t.test('every tile is shown once it is read, and one that is refused ends the reading', async t => {
  const seen: number[] = []
  const tiles = Array.from({ length: 5 }, (_, index) => [index * 100, 100] as const)
  await reading(tiles, tile => seen.push(tile.readUInt32LE(0)))
  t.strictSame(
    seen,
    tiles.map(([offset]) => offset / 4),
  )
  await t.rejects(
    reading(tiles, () => {
      throw new Error('refused')
    }),
    /refused/,
  )
})
