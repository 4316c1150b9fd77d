import t from 'tap'
import { remember } from '../../src/check/remembered.js'

t.test('each text is new once, however many there are', async t => {
  const texts = remember()
  const addresses = Array.from({ length: 200_000 }, (_, index) => `https://collections.example.org/works/${index}`)
  t.equal(addresses.filter(address => texts.add(address)).length, addresses.length)
  t.equal(addresses.filter(address => texts.add(address)).length, 0)
  t.equal(texts.size, addresses.length)
  t.ok(texts.has('https://collections.example.org/works/199999'))
  t.notOk(texts.has('https://collections.example.org/works/200000'))
})
