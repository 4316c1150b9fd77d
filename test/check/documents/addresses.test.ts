import t from 'tap'
import { isCollection, shapeOf, subjectOf } from '../../../src/check/documents/addresses.js'
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

t.test('collections and their pages are told from other documents', async t => {
  const uris = urisOf(base, 3)
  const loose = uris.looseCollection()
  for (const address of [
    uris.collection(),
    loose,
    uris.museumCollection('M1'),
    uris.page(loose, 2),
    uris.pageOfPages(loose, 2),
  ])
    t.ok(isCollection(shapeOf(address.slice(base.length))), address)
  for (const address of [
    uris.manifest('collection'),
    uris.canvas('w', 'collection'),
    uris.workPage('collection'),
    uris.home(),
  ])
    t.notOk(isCollection(shapeOf(address.slice(base.length))), address)
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
