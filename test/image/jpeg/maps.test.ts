import t from 'tap'
import { openBuffers } from '../../../src/image/jpeg/buffers.js'
import type { TileMap } from '../../../src/image/jpeg/map.js'
import { openTileMaps } from '../../../src/image/jpeg/maps.js'

const map = (): TileMap => ({
  starts: new Uint32Array(65),
  levels: new Int16Array(65 * 3),
  rows: new Uint32Array(9),
})

t.test('maps are kept within their budget, those used longest ago the first to go', async t => {
  const maps = openTileMaps(5000)
  const pyramid = maps.forPyramid()
  for (const name of ['a', 'b', 'c']) pyramid.keep(name, map())
  t.ok(pyramid.find('a'))
  pyramid.keep('d', map())
  t.strictSame(
    ['a', 'b', 'c', 'd'].map(name => pyramid.find(name) !== undefined),
    [true, false, true, true],
  )
  t.equal(maps.reused, 4)
})

t.test('a map that is kept twice counts once', async t => {
  const pyramid = openTileMaps(3000).forPyramid()
  for (let round = 0; round < 10; round += 1) pyramid.keep('a', map())
  pyramid.keep('b', map())
  t.ok(pyramid.find('a') && pyramid.find('b'))
})

t.test('a pyramid that is opened again knows nothing of before', async t => {
  const maps = openTileMaps(5000)
  maps.forPyramid().keep('a', map())
  t.equal(maps.forPyramid().find('a'), undefined)
})

t.test('buffers are lent again, though few and none that is large', async t => {
  const buffers = openBuffers()
  const first = buffers.take(1000)
  t.ok(first.length >= 1000)
  t.not(buffers.take(1000), first, 'what is in use is not lent')
  buffers.give(first)
  t.equal(buffers.take(500), first)
  const large = buffers.take(5_000_000)
  buffers.give(large)
  t.not(buffers.take(5_000_000), large)
})
