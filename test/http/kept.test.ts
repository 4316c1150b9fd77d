import t from 'tap'
import { headFrom, type KeptAnswer, keepAnswers } from '../../src/http/kept.js'
import { fc } from '../seeded.js'

const answer = (etag: string, bytes: number): KeptAnswer => ({
  validators: { etag },
  ...headFrom(['x-request-id', '', 'etag', etag], ['content-length', String(bytes)]),
  body: Buffer.alloc(bytes),
  epoch: 1,
})

t.test('two addresses of one picture share its body', async t => {
  const kept = keepAnswers(100_000)
  kept.keep('/w,', answer('"a"', 5000))
  const { bytes } = kept
  kept.keep('/w,h', answer('"a"', 5000))
  t.equal(kept.answer('/w,')?.body, kept.answer('/w,h')?.body)
  t.ok(kept.bytes - bytes < 1000)
})

t.test('what was asked for again outlives what was asked for once', async t => {
  const kept = keepAnswers(60_000)
  for (const name of ['a', 'b', 'c', 'd', 'e']) kept.keep(`/${name}`, answer(`"${name}"`, 7000))
  kept.answer('/a')
  for (const name of ['f', 'g', 'h', 'i', 'j']) kept.keep(`/${name}`, answer(`"${name}"`, 7000))
  t.ok(kept.answer('/a'))
  t.notOk(kept.answer('/b'))
  t.notOk(kept.body('"b"'))
})

t.test('one picture never has more than its share, nor its addresses more than theirs', async t => {
  const kept = keepAnswers(80_000)
  kept.keep('/large', answer('"large"', 10_001))
  t.notOk(kept.answer('/large'))
  for (let host = 0; host < 1000; host += 1) kept.keep(`h${host} /a`, answer('"a"', 1000))
  t.notOk(kept.answer('h0 /a'))
  t.ok(kept.answer('h999 /a'))
  t.ok(kept.bytes < 8000)
})

t.test('nothing is kept without a budget', async t => {
  const kept = keepAnswers(0)
  kept.keep('/a', answer('"a"', 1))
  kept.keep('/b', answer('"b"', 0))
  t.notOk(kept.answer('/a'))
  t.equal(kept.bytes, 0)
})

t.test('a small body does not hold the larger memory that it was cut from', async t => {
  const kept = keepAnswers(100_000)
  kept.keep('/a', { ...answer('"a"', 0), body: Buffer.alloc(64_000).subarray(10, 20) })
  t.equal(kept.body('"a"')?.buffer.byteLength, 10)
})

t.test('whatever comes and goes, memory stays within its budget and is given back', t => {
  const name = fc.integer({ min: 0, max: 9 }).map(String)
  const step = fc.oneof(
    fc.record({
      act: fc.constant('keep' as const),
      address: name,
      etag: name,
      bytes: fc.integer({ min: 0, max: 3000 }),
    }),
    fc.record({ act: fc.constantFrom('answer' as const, 'forget' as const), address: name }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), steps => {
      const kept = keepAnswers(20_000)
      for (const step of steps) {
        if (step.act === 'keep') kept.keep(step.address, answer(step.etag, step.bytes))
        else kept[step.act](step.address)
        if (kept.bytes > 20_000 || kept.bytes < 0) return false
      }
      const held = Array.from({ length: 10 }, (_, etag) => kept.body(String(etag))?.length ?? 0)
      for (let address = 0; address < 10; address += 1) kept.forget(String(address))
      return kept.bytes === held.reduce((sum, bytes) => sum + bytes, 0)
    }),
  )
  t.end()
})
