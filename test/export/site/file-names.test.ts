import t from 'tap'
import { addressOfFile, fileOf, imageOf, pictureOf, relativeLink } from '../../../src/export/site/file-names.js'
import { fc } from '../../seeded.js'

t.test('every address that plain files can have leads to one', async t => {
  for (const [address, file] of Object.entries({
    '/': 'fr/index.html',
    '/nl/': 'nl/index.html',
    '/works': 'fr/works/index.html',
    '/en/works?page=2': 'en/works/page-2.html',
    '/en/works/PE%20157': 'en/works/PE~20157/index.html',
    '/en/works/a?view=2&layer=infrared': 'en/works/a/view-2-layer-infrared.html',
    '/en/works/a?layer=infrared&view=2': 'en/works/a/view-2-layer-infrared.html',
    '/en/works/a#record': 'en/works/a/index.html',
    '/museums/M0629?page=3': 'fr/museums/M0629/page-3.html',
    '/nl/analyses/une-kermesse': 'nl/analyses/une-kermesse/index.html',
    '/nl/exhibitions/cloches/embed': 'nl/exhibitions/cloches/embed/index.html',
    '/exhibitions/cloches/story.json': 'exhibitions/cloches/story.json',
    '/works/a/schema.jsonld': 'works/a/schema.jsonld',
    '/static/assets/site-1.css': 'static/assets/site-1.css',
    '/iiif/presentation/3/collection': 'iiif/presentation/3/collection.json',
    '/iiif/presentation/3/museums/M1/collection/2': 'iiif/presentation/3/museums/M1/collection/2.json',
    '/iiif/presentation/3/collection/pages/1': 'iiif/presentation/3/collection/pages/1.json',
    '/iiif/presentation/3/works/a/manifest': 'iiif/presentation/3/works/a/manifest.json',
    '/iiif/presentation/3/analyses/a/manifest?lang=en&profile=delft':
      'iiif/presentation/3/analyses/a/manifest.en.delft.json',
    '/iiif/image/3/demo.x/info.json': 'iiif/image/3/demo.x/info.json',
    '/iiif/image/3/a/full/max/0/default.jpg': 'iiif/image/3/a/full/max/0/default.jpg',
    '/iiif/image/3/a/0,0,512,512/512,512/0/default.jpg': 'iiif/image/3/a/0,0,512,512/512,512/0/default.jpg',
  }))
    t.equal(fileOf(address), file, address)
})

t.test('what only a server has leads to none', async t => {
  for (const address of [
    '/search?q=tour',
    '/viewers/mirador?manifest=x',
    '/d/a/full/12,9',
    '/analyses/a?revision=2',
    '/?iiif-content=x',
    '/studio',
    '/iiif/presentation/2/collection',
    '/iiif/presentation/3/works/a/canvas/1',
    '/iiif/search/2/works/a',
    '/iiif/image/2/a/info.json',
    '/iiif/image/3/a/full/max/0/default.pdf',
    '/iiif/image/3/a/full/max/90/default.jpg',
    '/iiif/image/3/a/info.json?v=1',
  ])
    t.equal(fileOf(address), undefined, address)
})

t.test('names that differ stay so, and every file system takes them', async () => {
  const ids = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(ids, ids, (one, other) => {
      const [first, second] = [one, other].map(id => fileOf(`/works/${encodeURIComponent(id)}`))
      if ((first === second) !== (one === other)) throw new Error(`${first} for both`)
      if (!/^fr\/works\/[A-Za-z0-9_,=~-](?:[A-Za-z0-9._,=~-]*[A-Za-z0-9_,=~-])?\/index\.html$/.test(first ?? ''))
        throw new Error(first)
    }),
  )
})

t.test('a link leads from any file to any other', async () => {
  const segment = fc.constantFrom('a', 'b', 'c')
  const file = fc
    .tuple(fc.array(segment, { maxLength: 4 }), fc.constantFrom('index.html', 'page-2.html', 'info.json'))
    .map(([folders, name]) => [...folders, name].join('/'))
  fc.assert(
    fc.property(file, file, (from, to) => {
      const { pathname } = new URL(relativeLink(from, to), `http://example.org/${addressOfFile(from)}`)
      if (pathname !== `/${addressOfFile(to)}`) throw new Error(`${relativeLink(from, to)} from ${from} is ${pathname}`)
    }),
  )
})

t.test('images and pictures are told by their addresses', async t => {
  t.equal(imageOf('/iiif/image/3/a%2Fb/info.json'), 'a/b')
  t.equal(imageOf('/iiif/image/3/a'), 'a')
  t.equal(imageOf('/iiif/image/3/a/full/max/0/default.jpg'), undefined)
  t.strictSame(pictureOf('/iiif/image/3/a/full/4,3/0/default.jpg'), { image: 'a', path: 'full/4,3/0/default.jpg' })
  t.equal(pictureOf('/iiif/image/3/a/info.json'), undefined)
})
