import t from 'tap'
import { layerKinds, type Work } from '../../src/catalogue/model.js'
import { manifestPart, workManifest } from '../../src/presentation/v2/manifest.js'
import { texts } from '../../src/presentation/v2/texts.js'
import type { Choice, ImageResource } from '../../src/presentation/v2/types.js'
import { context2, image, work } from './sample.js'
import { flawsOf } from './structure2.js'

const firstImage = (shown: Work) => workManifest(shown, context2).sequences[0].canvases[0]?.images[0]?.resource

const withLayers = (...ids: readonly string[]): Work => {
  const layers = layerKinds.slice(0, ids.length).map((kind, index) => ({ kind, image: image(ids[index] ?? '') }))
  return { ...work, views: [{ key: '1', position: 1, layers }] }
}

t.test('a text says its language where it has one, and stands alone where it is the only one', async t => {
  t.equal(texts({ none: ['Arras'] }), 'Arras')
  t.strictSame(texts({ fr: ['Arras'] }), { '@value': 'Arras', '@language': 'fr' })
  t.strictSame(texts({ nl: ['Atrecht'], none: ['Arras'] }), [{ '@value': 'Atrecht', '@language': 'nl' }, 'Arras'])
})

t.test('a manifest of version 2 says all that one of version 3 says', async t => {
  const manifest = workManifest(work, context2)
  t.match(manifest, {
    '@context': 'http://iiif.io/api/presentation/2/context.json',
    '@id': 'https://collections.example.org/iiif/presentation/2/works/06290001234/manifest',
    '@type': 'sc:Manifest',
    label: [
      { '@value': 'La Place du marché', '@language': 'fr' },
      { '@value': 'The Market Square', '@language': 'en' },
    ],
    description: { '@value': 'Un jour de foire.', '@language': 'fr' },
    license: 'http://creativecommons.org/publicdomain/mark/1.0/',
    within: { '@id': context2.uris.museumCollection('M0629'), '@type': 'sc:Collection' },
    viewingHint: 'individuals',
  })
  t.strictSame(manifest.metadata?.[0], {
    label: [
      { '@value': 'Auteur', '@language': 'fr' },
      { '@value': 'Maker', '@language': 'en' },
      { '@value': 'Maker', '@language': 'nl' },
    ],
    value: [
      { '@value': 'Pieter Bruegel (1564 - 1638), peintre', '@language': 'fr' },
      { '@value': 'Atelier', '@language': 'fr' },
      { '@value': 'Pieter Bruegel (1564 - 1638), painter', '@language': 'en' },
      { '@value': 'Atelier', '@language': 'en' },
    ],
  })
  t.match(JSON.stringify(manifest.attribution), /© Ville d’Arras/)
  t.strictSame(
    manifest.related?.map(page => page['@id']),
    [context2.uris.workPage(work.id), 'https://www.musee.example.org/', context2.uris.museumPage('M0629')],
  )
})

t.test(
  'viewers that read version 2 as version 3 find the statement in the metadata, and names of pages that are one text',
  t => {
    const uri = 'https://creativecommons.org/licenses/by/4.0/'
    const manifest = workManifest(
      { ...work, title: { fr: ['Le pont'], en: ['The bridge'] }, rights: { uri } },
      context2,
    )
    t.match(manifest.metadata?.at(-1), { label: [{ '@value': 'Droits' }], value: manifest.license })
    t.match(manifest.related?.[0], { label: 'Le pont' })
    const other = workManifest({ ...work, rights: { uri: 'https://example.org/terms' } }, context2)
    t.equal(other.metadata?.filter(({ value }) => value === 'https://example.org/terms').length, 1)
    t.end()
  },
)

t.test('links, scale, first canvas and certain year stand where version 2 has them', async t => {
  const dimensions = { heightMm: 366, widthMm: 610 }
  const date = { words: { fr: ['1888'] }, earliest: 1888, latest: 1888 }
  const manifest = workManifest({ ...work, date, dimensions }, context2)
  t.match(manifest, { navDate: '1888-01-01T00:00:00Z' })
  t.match(manifest.seeAlso, [{ format: 'application/ld+json', profile: 'https://schema.org/' }, {}])
  t.match(manifest.rendering?.[1], { '@id': /\/default\.pdf$/, format: 'application/pdf' })
  const [sequence] = manifest.sequences
  t.equal(sequence.startCanvas, sequence.canvases[0]?.['@id'])
  t.match(sequence.canvases[0]?.service, { physicalScale: 0.12198, physicalUnits: 'mm', '@id': undefined })
})

t.test('any address of a licence may stand in license, and nothing that is no address', async t => {
  const licence = (uri: string) => workManifest({ ...work, rights: { uri } }, context2).license
  t.equal(licence('https://www.etalab.gouv.fr/licence-ouverte'), 'https://www.etalab.gouv.fr/licence-ouverte')
  t.equal(licence('droits réservés'), undefined)
})

t.test('images come from the image service of version 2', async t => {
  const resource = firstImage(work) as ImageResource
  t.match(resource, {
    '@id': 'https://collections.example.org/iiif/image/2/market/full/full/0/default.jpg',
    '@type': 'dctypes:Image',
    width: 5000,
    height: 3001,
    service: { '@id': 'https://collections.example.org/iiif/image/2/market', width: 5000, sizes: { length: 5 } },
  })
  const [canvas] = workManifest(work, context2).sequences[0].canvases
  t.match(canvas?.thumbnail, { width: 313, height: 188, '@id': /\/full\/313,188\/0\/default\.jpg$/ })
  t.equal(canvas?.images[0]?.on, canvas?.['@id'])
})

t.test('an image whose limits give no size of the ladder is asked for as max', async t => {
  const layers = [{ kind: 'visible' as const, image: { ...image('held', { levels: 1 }), limits: { maxWidth: 600 } } }]
  const resource = firstImage({ ...work, views: [{ key: '1', position: 1, layers }] })
  t.match(resource, { '@id': /\/full\/(max|600,\d+)\/0\/default\.jpg$/, width: 600 })
})

t.test('layers are a choice whose default is visible light', async t => {
  const choice = firstImage(withLayers('a', 'b', 'c')) as Choice
  t.match(choice, { '@type': 'oa:Choice', default: { label: [{ '@value': 'Lumière visible' }] } })
  t.strictSame(choice.service, choice.default.service, 'where the Universal Viewer looks for it')
  t.strictSame(
    [choice.default, ...choice.item].map(({ service }) => service?.['@id'].split('/').at(-1)),
    ['a', 'b', 'c'],
  )
})

t.test('documents of version 2 have what they must, and their parts stand at their own addresses', async t => {
  const bare: Work = { id: 'x', views: [], updatedAt: '' }
  for (const each of [work, { ...work, views: [] }, withLayers('a', 'b'), bare]) {
    const manifest = workManifest(each, context2)
    t.strictSame(flawsOf(manifest), [])
    const { uris } = context2
    const key = each.views[0]?.key ?? 'none'
    const ids = [uris.sequence(each.id), uris.canvas(each.id, key), uris.annotationPage(each.id, key)]
    for (const id of each.views.length > 0 ? [...ids, uris.annotation(each.id, key)] : ids) {
      const part = manifestPart(manifest, each, id, context2)
      t.equal(part?.['@id'], id)
      t.strictSame(flawsOf(part ?? {}), [])
    }
    t.equal(manifestPart(manifest, each, uris.canvas(each.id, 'nowhere'), context2), undefined)
  }
})
