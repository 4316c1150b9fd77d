import type { Readable } from 'node:stream'
import t from 'tap'
import { paced } from '../../src/http/paced.js'

t.test('a small body is sent as it is, a large one in pieces with turns for others between them', async t => {
  const small = Buffer.alloc(100)
  t.equal(paced(small), small)
  const large = Buffer.from(Array.from({ length: 2_000_001 }, (_, index) => index % 251))
  let turns = 0
  let over = false
  const others = () => {
    turns += 1
    if (!over) setImmediate(others)
  }
  setImmediate(others)
  const pieces: Buffer[] = []
  for await (const piece of paced(large) as Readable) pieces.push(piece)
  over = true
  t.ok(Buffer.concat(pieces).equals(large))
  t.ok(pieces.every(piece => piece.length <= 65_536))
  t.ok(turns >= pieces.length - 1, `${turns} turns, ${pieces.length} pieces`)
})
