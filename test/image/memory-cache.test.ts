import t from 'tap'
import { openMemoryCache } from '../../src/image/memory-cache.js'
import { fc } from '../seeded.js'

const image = (bytes: number) => Buffer.alloc(bytes, 1)

t.test('the least recently used is dropped first', async t => {
  const cache = openMemoryCache(32_000)
  for (let number = 0; number < 21; number += 1) cache.put(`${number}`, image(1000))
  t.ok(cache.get('0'), '21 images and what each takes beside its bytes still fit')
  cache.put('21', image(1000))
  t.ok(cache.get('0'), 'it was used')
  t.notOk(cache.get('1'))
})

t.test('one image takes a small part of the budget, or none', async t => {
  const cache = openMemoryCache(32_000)
  for (let number = 0; number < 10; number += 1) cache.put(`${number}`, image(1000))
  cache.put('large', image(3000))
  t.ok(cache.bytes <= 10 * 1512, 'it is not kept')
  t.ok(cache.get('0'), 'and drives out no other')
  const none = openMemoryCache(0)
  const held = image(10)
  none.put('held', held)
  t.equal(none.bytes, 0)
  t.equal(none.get('held'), held, 'but it is found while somebody holds it')
})

t.test('whatever is put, the budget holds and what is there is what was put', async () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(3000)), { maxLength: 200 }), puts => {
      const cache = openMemoryCache(40_000)
      const last = new Map<string, number>()
      for (const [key, bytes] of puts) {
        const before = cache.get(`${key}`)
        if (before && before.length !== last.get(`${key}`)) return false
        cache.put(`${key}`, image(bytes))
        if (cache.get(`${key}`)?.length === bytes) last.set(`${key}`, bytes)
        if (cache.bytes > 40_000 || cache.bytes < 0) return false
      }
      return true
    }),
  )
})
