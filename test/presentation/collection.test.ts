import t from 'tap'
import { collection as collection2 } from '../../src/presentation/v2/collection.js'
import { needs } from '../shared.js'
import { holderCollection, holderListing, networkCollection, networkListing } from './collections.js'
import { context, context2, museum, work } from './sample.js'
import { presentationSchema, schemaPath } from './schema.js'
import { flawsOf } from './structure2.js'

const works = Array.from({ length: 7 }, (_, index) => ({ ...work, id: `W${index}` }))
const empty = { ...museum, id: 'M9999', name: {}, town: 'Calais' }
const seven = { holder: null, works: 7 }

t.test('the network lists its museums, then loose works, then museums without published works', async t => {
  const root = networkCollection([
    { holder: empty, works: 0 },
    { holder: museum, works: 7, cover: work },
    { holder: null, works: 2 },
  ])
  t.strictSame(root.label, { none: ['Musées du Nord'] })
  t.strictSame(
    root.items.map(item => item.label.fr ?? item.label.none),
    [['Musée des Beaux-Arts, Arras'], ['Autres œuvres'], ['Calais (M9999)']],
  )
  t.ok(root.items[0]?.thumbnail, 'a museum with pictures shows one')
})

t.test('loose works are not listed where there are none', async t => {
  t.strictSame(networkCollection([{ holder: null, works: 0 }]).items, [])
})

t.test('works that fit on one page are listed as manifests', async t => {
  const collection = holderCollection({ holder: museum, works: 3 }, works.slice(0, 3))
  t.strictSame(
    collection.items.map(({ type, id }) => [type, id.split('/').at(-2)]),
    [
      ['Manifest', 'W0'],
      ['Manifest', 'W1'],
      ['Manifest', 'W2'],
    ],
  )
  t.equal(collection.partOf?.[0]?.id, context.uris.collection())
})

t.test('a longer list becomes a collection of pages that say what they hold, each with its first picture', async t => {
  const whole = holderCollection(seven, works)
  t.strictSame(
    whole.items.map(({ label }) => label.fr?.[0]),
    ['Œuvres 1 à 3', 'Œuvres 4 à 6', 'Œuvres 7 à 7'],
  )
  t.ok(whole.items.every(({ thumbnail }) => thumbnail?.[0]?.service?.[0].sizes?.length))
  const page = holderCollection(seven, works, { kind: 'page', number: 3 })
  t.equal(page.id, whole.items[2]?.id)
  t.equal(page.partOf?.[0]?.id, whole.id)
  t.strictSame(
    page.items.map(({ id }) => id.split('/').at(-2)),
    ['W6'],
  )
})

t.test('more pages than a collection may list stand on pages of pages', async t => {
  const many = Array.from({ length: 3 * 501 }, (_, index) => ({ ...work, id: `W${index}` }))
  const holding = { holder: museum, works: many.length }
  const whole = holderCollection(holding, many)
  t.strictSame(
    whole.items.map(({ id, label }) => [id.replace(whole.id, ''), label.en?.[0]]),
    [1, 2, 3, 4, 5, 6].map(n => [`/pages/${n}`, `Works ${(n - 1) * 300 + 1} to ${Math.min(n * 300, 1503)}`]),
  )
  const group = holderCollection(holding, many, { kind: 'pageOfPages', number: 6 })
  t.equal(group.id, whole.items[5]?.id)
  t.equal(group.partOf?.[0]?.id, whole.id)
  t.strictSame(
    group.items.map(({ id }) => id),
    [context.uris.page(whole.id, 501)],
  )
  const page = holderCollection(holding, many, { kind: 'page', number: 501 })
  t.equal(page.partOf?.[0]?.id, group.id)
  t.equal(page.items.at(-1)?.id, context.uris.manifest('W1502'))
})

t.test('a network of more museums than a collection may list is paged as well', async t => {
  const museums = Array.from({ length: 501 }, (_, index) => ({ holder: { ...museum, id: `M${index}` }, works: 1 }))
  t.equal(networkCollection(museums.slice(0, 500)).items.length, 500)
  const paged = networkCollection(museums)
  t.strictSame([paged.items.length, paged.items[166]?.label.nl], [167, ['Musea 499 tot 501']])
  const last = networkCollection(museums, { kind: 'page', number: 167 })
  t.equal(last.id, paged.items[166]?.id)
  t.equal(last.items.at(-1)?.id, context.uris.museumCollection('M500'))
})

t.test('collections are valid against the schema of IIIF', needs(schemaPath), async t => {
  const validate = presentationSchema()
  for (const collection of [
    networkCollection([{ holder: museum, works: 7, cover: work }]),
    holderCollection({ holder: museum, works: 3, cover: work }, works.slice(0, 3)),
    holderCollection(seven, works),
    holderCollection({ holder: empty, works: 0 }, []),
    holderCollection({ holder: museum, works: 7 }, works, { kind: 'page', number: 1 }),
  ]) {
    t.ok(validate(collection), JSON.stringify(validate.errors))
  }
})

t.test('a museum whose place is known stands on maps', needs(schemaPath), async t => {
  const placed = { ...museum, location: { latitude: 50.29, longitude: 2.77 } }
  const collection = holderCollection({ holder: placed, works: 0 }, [])
  t.strictSame(collection['@context'], [
    'http://iiif.io/api/extension/navplace/context.json',
    'http://iiif.io/api/presentation/3/context.json',
  ])
  t.match(collection.navPlace?.features, [{ geometry: { type: 'Point', coordinates: [2.77, 50.29] } }])
  const validate = presentationSchema()
  t.ok(validate(collection), JSON.stringify(validate.errors))
  t.equal(holderCollection({ holder: museum, works: 0 }, []).navPlace, undefined)
})

t.test('version 2 lists collections and manifests apart, with the same labels and pictures of its own', async t => {
  const network = collection2(
    networkListing([{ holder: museum, works: 7, cover: work }], undefined, context2),
    context2,
  )
  t.match(network, { label: 'Musées du Nord', manifests: undefined, within: undefined })
  t.match(network.collections?.[0], {
    '@id': context2.uris.museumCollection(museum.id),
    '@type': 'sc:Collection',
    label: [
      { '@value': 'Musée des Beaux-Arts, Arras', '@language': 'fr' },
      { '@value': 'Museum voor Schone Kunsten, Arras', '@language': 'nl' },
    ],
    thumbnail: { service: { '@id': context2.uris.imageService2('market') } },
  })
  const page = collection2(holderListing(seven, works, { kind: 'page', number: 1 }, context2), context2)
  t.match(page, { collections: undefined, within: { '@id': context2.uris.looseCollection() } })
  t.strictSame(
    page.manifests?.map(each => each['@id']),
    ['W0', 'W1', 'W2'].map(context2.uris.manifest),
  )
  const none = collection2(holderListing({ holder: empty, works: 0 }, [], undefined, context2), context2)
  t.strictSame(none.manifests, [])
  for (const each of [network, page, none]) t.strictSame(flawsOf(each), [])
})
