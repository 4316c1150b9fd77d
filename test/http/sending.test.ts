import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import t from 'tap'
import { openSending } from '../../src/http/sending.js'

t.test('a small body is sent as it is, a large one in pieces with turns for others between them', async t => {
  const sending = openSending(10_000_000)
  const small = Buffer.alloc(100)
  t.equal(sending.send(small), small)
  const large = Buffer.from(Array.from({ length: 2_000_001 }, (_, index) => index % 251))
  let turns = 0
  let over = false
  const others = () => {
    turns += 1
    if (!over) setImmediate(others)
  }
  setImmediate(others)
  const pieces: Buffer[] = []
  for await (const piece of sending.send(large) as Readable) pieces.push(piece)
  over = true
  t.ok(Buffer.concat(pieces).equals(large))
  t.ok(pieces.every(piece => piece.length <= 65_536))
  t.ok(turns >= pieces.length - 1, `${turns} turns, ${pieces.length} pieces`)
})

t.test('large bodies are sent within a budget, each counted once, and free it when their clients leave', async t => {
  const sending = openSending(5_000_000)
  const [first, second] = [Buffer.alloc(3_000_000), Buffer.alloc(3_000_000)]
  const streams = [first, first, first.subarray(0, 2_000_000)].map(part => sending.send(part, first) as Readable)
  t.equal(sending.bytes, 3_000_000)
  t.throws(() => sending.send(second), { code: 'busy' })
  t.ok(Buffer.isBuffer(sending.send(Buffer.alloc(100))), 'small ones always go')
  for (const stream of streams) {
    t.equal(sending.bytes, 3_000_000)
    stream.destroy()
    await finished(stream).catch(() => undefined)
  }
  t.equal(sending.bytes, 0)
  const whole = sending.send(second) as Readable
  await whole.toArray()
  t.equal(sending.bytes, 0, 'and when it is over')
  const huge = openSending(1_000_000).send(second) as Readable
  t.ok(huge, 'one that exceeds the budget may go alone')
  huge.destroy()
})
