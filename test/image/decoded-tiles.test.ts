import t from 'tap'
import { openDecodedTiles } from '../../src/image/decoded-tiles.js'

const tileBytes = 100
const pixelsOf = (name: string): Buffer => Buffer.alloc(tileBytes, name)

/** A budget of so many tiles, and the names of those that were decoded, one array for each time. */
function open(tiles = 100) {
  const decoded = openDecodedTiles(tiles * tileBytes)
  const calls: (readonly string[])[] = []
  const gather = (...names: readonly string[]) =>
    decoded.gather(names, tileBytes, async places => {
      calls.push(places.map(place => names[place] ?? ''))
      return places.map(place => pixelsOf(names[place] ?? ''))
    })
  return { decoded, calls, gather }
}

t.test('tiles are gathered once they were wanted before, and decoded no more after that', async t => {
  const { decoded, calls, gather } = open()
  t.equal(gather('a', 'b'), undefined)
  t.strictSame(await gather('a', 'b'), [pixelsOf('a'), pixelsOf('b')])
  t.strictSame(await gather('b', 'a'), [pixelsOf('b'), pixelsOf('a')])
  t.strictSame(calls, [['a', 'b']])
  t.equal(decoded.reused, 2)
})

t.test('a region of which less than half is at hand is left to its own pipeline', async t => {
  const { calls, gather } = open()
  gather('a')
  await gather('a')
  t.equal(gather('a', 'b', 'c'), undefined)
  t.strictSame(await gather('a', 'd'), [pixelsOf('a'), pixelsOf('d')])
  t.strictSame(calls, [['a'], ['d']])
})

t.test('a tile that several want at once is decoded once', async t => {
  const { decoded, calls, gather } = open()
  gather('a')
  const [one, other] = await Promise.all([gather('a'), gather('a')])
  t.strictSame([one, other], [[pixelsOf('a')], [pixelsOf('a')]])
  t.strictSame(calls, [['a']])
  t.equal(decoded.reused, 1)
})

t.test('who waits for a tile is not harmed by another tile that its decoder fails on', async t => {
  const decoded = openDecodedTiles(1e6)
  const decode =
    (names: readonly string[]) =>
    async (places: readonly number[]): Promise<readonly Buffer[]> => {
      if (places.some(place => names[place] === 'bad')) throw new Error('damaged')
      return places.map(place => pixelsOf(names[place] ?? ''))
    }
  const gather = (...names: readonly string[]) => decoded.gather(names, tileBytes, decode(names))
  t.equal(gather('good', 'bad'), undefined)
  const both = gather('good', 'bad')
  const good = gather('good')
  await t.rejects(async () => both, { message: 'damaged' })
  t.strictSame(await good, [pixelsOf('good')])
  await t.rejects(async () => gather('bad'), { message: 'damaged' }, 'a failure is not remembered')
})

t.test('the budget bounds what is kept, and none keeps none', async t => {
  const { calls, gather } = open(40)
  const names = Array.from({ length: 60 }, (_, index) => `tile ${index}`)
  for (const name of [...names, ...names]) await gather(name)
  t.equal(calls.length, 60, 'all were wanted before')
  await gather('tile 59')
  t.equal(calls.length, 60, 'the last is there')
  await gather('tile 0')
  t.equal(calls.length, 61, 'the first is gone')
  const none = open(0)
  none.gather('a')
  t.equal(none.gather('a'), undefined)
})
