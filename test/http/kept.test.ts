import t from 'tap'
import { type KeptAnswer, keepPictures } from '../../src/http/kept.js'
import { fc } from '../seeded.js'

const answer = (etag: string, bytes: number): KeptAnswer => ({
  image: { id: 'i', updatedAt: '2026-01-01T00:00:00.000Z' },
  validators: { etag },
  head: ['x-request-id', '', 'etag', etag, 'content-length', String(bytes)],
  body: Buffer.alloc(bytes),
  epoch: 1,
})

t.test('two addresses of one picture share its body', async t => {
  const pictures = keepPictures(100_000)
  pictures.keep('/w,', answer('"a"', 5000))
  const { bytes } = pictures
  pictures.keep('/w,h', answer('"a"', 5000))
  t.equal(pictures.answer('/w,')?.body, pictures.answer('/w,h')?.body)
  t.ok(pictures.bytes - bytes < 1000)
})

t.test('what was asked for again outlives what was asked for once', async t => {
  const pictures = keepPictures(60_000)
  for (const name of ['a', 'b', 'c', 'd', 'e']) pictures.keep(`/${name}`, answer(`"${name}"`, 7000))
  pictures.answer('/a')
  for (const name of ['f', 'g', 'h', 'i', 'j']) pictures.keep(`/${name}`, answer(`"${name}"`, 7000))
  t.ok(pictures.answer('/a'))
  t.notOk(pictures.answer('/b'))
  t.notOk(pictures.body('"b"'))
})

t.test('one picture never has more than its share, nor its addresses more than theirs', async t => {
  const pictures = keepPictures(80_000)
  pictures.keep('/large', answer('"large"', 10_001))
  t.notOk(pictures.answer('/large'))
  for (let host = 0; host < 1000; host += 1) pictures.keep(`h${host} /a`, answer('"a"', 1000))
  t.notOk(pictures.answer('h0 /a'))
  t.ok(pictures.answer('h999 /a'))
  t.ok(pictures.bytes < 8000)
})

t.test('nothing is kept without a budget', async t => {
  const pictures = keepPictures(0)
  pictures.keep('/a', answer('"a"', 1))
  pictures.keep('/b', answer('"b"', 0))
  t.notOk(pictures.answer('/a'))
  t.equal(pictures.bytes, 0)
})

t.test('a small body does not hold the larger memory that it was cut from', async t => {
  const pictures = keepPictures(100_000)
  pictures.keep('/a', { ...answer('"a"', 0), body: Buffer.alloc(64_000).subarray(10, 20) })
  t.equal(pictures.body('"a"')?.buffer.byteLength, 10)
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
      const pictures = keepPictures(20_000)
      for (const step of steps) {
        if (step.act === 'keep') pictures.keep(step.address, answer(step.etag, step.bytes))
        else pictures[step.act](step.address)
        if (pictures.bytes > 20_000 || pictures.bytes < 0) return false
      }
      const held = Array.from({ length: 10 }, (_, etag) => pictures.body(String(etag))?.length ?? 0)
      for (let address = 0; address < 10; address += 1) pictures.forget(String(address))
      return pictures.bytes === held.reduce((sum, bytes) => sum + bytes, 0)
    }),
  )
  t.end()
})
