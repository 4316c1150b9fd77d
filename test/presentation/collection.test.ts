import t from 'tap'
import { holderCollection, holderCollectionPage, pagesOf, rootCollection } from '../../src/presentation/collection.js'
import { needs } from '../shared.js'
import { context, museum, work } from './sample.js'
import { presentationSchema, schemaPath } from './schema.js'

const works = Array.from({ length: 7 }, (_, index) => ({ ...work, id: `W${index}` }))
const empty = { ...museum, id: 'M9999', name: {}, town: 'Calais' }

t.test('the network lists its museums, then loose works, then museums without published works', async t => {
  const root = rootCollection(
    [
      { holder: empty, works: 0 },
      { holder: museum, works: 7, cover: work },
      { holder: null, works: 2 },
    ],
    context,
  )
  t.strictSame(root.label, { none: ['Musées du Nord'] })
  t.strictSame(
    root.items.map(item => item.label.fr ?? item.label.none),
    [['Musée des Beaux-Arts, Arras'], ['Autres œuvres'], ['Calais (M9999)']],
  )
  t.ok(root.items[0]?.thumbnail, 'a museum with pictures shows one')
})

t.test('loose works are not listed where there are none', async t => {
  t.strictSame(rootCollection([{ holder: null, works: 0 }], context).items, [])
})

t.test('works that fit on one page are listed as manifests', async t => {
  const collection = holderCollection({ holder: museum, works: 3 }, works.slice(0, 3), context)
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

t.test('a longer list becomes a collection of pages that say what they hold', async t => {
  t.strictSame(pagesOf(7, context), [1, 2, 3])
  const collection = holderCollection({ holder: null, works: 7 }, [], context)
  t.strictSame(
    collection.items.map(({ label }) => label.fr?.[0]),
    ['Œuvres 1 à 3', 'Œuvres 4 à 6', 'Œuvres 7 à 7'],
  )
  const page = holderCollectionPage({ holder: null, works: 7 }, 3, works.slice(6), context)
  t.equal(page.id, collection.items[2]?.id)
  t.equal(page.partOf?.[0]?.id, collection.id)
  t.equal(page.items.length, 1)
})

t.test('collections are valid against the schema of IIIF', needs(schemaPath), async t => {
  const validate = presentationSchema()
  for (const collection of [
    rootCollection([{ holder: museum, works: 7, cover: work }], context),
    holderCollection({ holder: museum, works: 3, cover: work }, works.slice(0, 3), context),
    holderCollection({ holder: null, works: 7 }, [], context),
    holderCollection({ holder: empty, works: 0 }, [], context),
    holderCollectionPage({ holder: museum, works: 7 }, 1, works.slice(0, 3), context),
  ]) {
    t.ok(validate(collection), JSON.stringify(validate.errors))
  }
})
