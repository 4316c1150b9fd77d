import t from 'tap'
import { shapeOf, subjectOf } from '../../../src/check/documents/addresses.js'
import { rememberAsked } from '../../../src/check/documents/asked.js'
import { ownAddresses } from '../../../src/check/documents/ids.js'
import { urisOf } from '../../../src/presentation/uris.js'

const base = 'https://collections.example.org/c'

t.test('an address says what stands there and what it is about', async t => {
  for (const version of [2, 3] as const) {
    const uris = urisOf(base, version)
    const about: readonly (readonly [address: string, kind: string, subject: object])[] = [
      [uris.manifest('a/b'), 'document', { kind: 'work', id: 'a/b' }],
      [uris.annotation('w', '1'), 'document', { kind: 'work', id: 'w' }],
      [uris.museumCollection('M1'), 'document', { kind: 'museum', id: 'M1' }],
      [uris.collection(), 'document', { kind: 'address', address: uris.collection() }],
      [uris.page(uris.looseCollection(), 2), 'document', { kind: 'address' }],
      [uris.pageOfPages(uris.looseCollection(), 2), 'document', { kind: 'address' }],
      [uris.imageService('i'), 'service', { kind: 'image', id: 'i' }],
      [`${uris.imageService2('i')}/full/max/0/default.jpg`, 'picture', { kind: 'image', id: 'i' }],
      [uris.workPage('w', 'fr'), 'other', { kind: 'work', id: 'w' }],
      [uris.schemaOrg('w'), 'other', { kind: 'work', id: 'w' }],
      [uris.museumPage('M1'), 'other', { kind: 'museum', id: 'M1' }],
      [uris.home(), 'other', { kind: 'address' }],
    ]
    for (const [address, kind, subject] of about) {
      t.equal(shapeOf(address.slice(base.length)).kind, kind, address)
      t.match(subjectOf(address, base), subject, address)
    }
  }
})

t.test('addresses are found wherever they stand but in texts, and those of others are left out', async t => {
  const document = {
    '@context': `${base}/context.json`,
    id: `${base}/a`,
    label: { fr: [`${base}/quoted`] },
    metadata: [{ value: { none: [`${base}/quoted`] } }],
    items: [{ '@id': `${base}/b` }, { canvases: [`${base}/c`, 'https://elsewhere.example.org/c'] }],
    on: `${base}evil/d`,
    logo: [{ id: `${base}/e`, width: 7 }],
  }
  t.strictSame(
    [...ownAddresses(document, base)],
    ['a', 'b', 'c', 'e'].map(name => `${base}/${name}`),
  )
})

t.test('each address is asked once, however many there are', async t => {
  const asked = rememberAsked()
  const addresses = Array.from({ length: 200_000 }, (_, index) => `${base}/works/${index}`)
  t.equal(addresses.filter(address => asked.add(address)).length, addresses.length)
  t.equal(addresses.filter(address => asked.add(address)).length, 0)
  t.equal(asked.size, addresses.length)
  t.ok(asked.has(`${base}/works/199999`))
  t.notOk(asked.has(`${base}/works/200000`))
})
