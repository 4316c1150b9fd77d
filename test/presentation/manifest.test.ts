import t from 'tap'
import { layerKinds, type Work } from '../../src/catalogue/model.js'
import { manifestPart, workManifest } from '../../src/presentation/manifest.js'
import type { Choice, ImageResource, Manifest } from '../../src/presentation/types.js'
import { needs } from '../shared.js'
import { context, image, work } from './sample.js'
import { presentationSchema, schemaPath } from './schema.js'

const field = (manifest: Manifest, french: string) =>
  manifest.metadata?.find(({ label }) => label.fr?.[0] === french)?.value

const bodyOf = (manifest: Manifest, canvas = 0) => manifest.items[canvas]?.items[0].items[0]?.body

t.test('a manifest says what the work is, in every language there is', async t => {
  const manifest = workManifest(work, context)
  t.equal(manifest.id, 'https://collections.example.org/iiif/presentation/3/works/06290001234/manifest')
  t.strictSame(manifest.label, { fr: ['La Place du marché'], en: ['The Market Square'] })
  t.strictSame(manifest.summary, { fr: ['Un jour de foire.'] })
  t.strictSame(
    manifest.metadata?.map(({ label }) => label.en?.[0]),
    [
      'Maker',
      'Date',
      'Object type',
      'Materials and techniques',
      'Dimensions',
      'Museum',
      'Inventory number',
      'Reference',
    ],
  )
  t.strictSame(field(manifest, 'Auteur'), {
    fr: ['Pieter Bruegel (1564 - 1638), peintre', 'Atelier'],
    en: ['Pieter Bruegel (1564 - 1638), painter', 'Atelier'],
  })
  t.strictSame(field(manifest, 'Dimensions'), {
    fr: ['H.\u00a045,2 × L.\u00a061\u00a0cm'],
    en: ['H.\u00a045.2 × W.\u00a061\u00a0cm'],
    nl: ['H.\u00a045,2 × B.\u00a061\u00a0cm'],
  })
})

t.test('museum, town and credit are always said, because viewers always show them', async t => {
  t.strictSame(workManifest(work, context).requiredStatement?.value, {
    fr: ['Musée des Beaux-Arts, Arras', '© Ville d’Arras'],
    en: ['Musée des Beaux-Arts, Arras', '© Ville d’Arras'],
    nl: ['Museum voor Schone Kunsten, Arras', '© Ville d’Arras'],
  })
  const { museumRecord: _, rights: __, ...bare } = work
  t.strictSame(workManifest(bare, context).requiredStatement?.value.fr, ['Musées du Nord'])
})

t.test('a licence that viewers know stands in rights, any other in the notice', async t => {
  const known = workManifest(work, context)
  t.equal(known.rights, 'http://creativecommons.org/publicdomain/mark/1.0/')
  t.equal(field(known, 'Droits'), undefined)
  const other = workManifest({ ...work, rights: { uri: 'https://www.etalab.gouv.fr/licence-ouverte' } }, context)
  t.equal(other.rights, undefined)
  t.strictSame(field(other, 'Droits'), { none: ['https://www.etalab.gouv.fr/licence-ouverte'] })
})

t.test('a canvas has the pixels of its image, one painting, and a string as target', async t => {
  const [canvas] = workManifest(work, context).items
  t.match(canvas, { width: 5000, height: 3001, label: { fr: ['La Place du marché'] } })
  t.equal(canvas?.items[0].items.length, 1)
  t.equal(canvas?.items[0].items[0]?.target, canvas?.id)
  t.strictSame(canvas?.summary, work.alternativeText)
})

t.test('an image within the limits is painted whole, with the sizes that viewers should ask for', async t => {
  const body = bodyOf(workManifest(work, context)) as ImageResource
  t.equal(body.id, 'https://collections.example.org/iiif/image/3/market/full/max/0/default.jpg')
  t.match(body, { width: 5000, height: 3001 })
  t.match(body.service, [{ type: 'ImageService3', profile: 'level2', width: 5000, height: 3001 }])
  t.strictSame(body.service?.[0].sizes, [
    { width: 313, height: 188 },
    { width: 625, height: 376 },
    { width: 1250, height: 751 },
    { width: 2500, height: 1501 },
    { width: 5000, height: 3001 },
  ])
})

t.test('an image beyond the limits is painted in the largest size that is served', async t => {
  const huge = image('huge', { width: 20_000, height: 15_000, levels: 7 })
  const views = [{ key: '1', position: 1, layers: [{ kind: 'visible' as const, image: huge }] }]
  const body = bodyOf(workManifest({ ...work, views }, context)) as ImageResource
  t.match(body, { width: 5000, height: 3750 })
  t.match(body.id, /\/full\/5000,3750\/0\/default\.jpg$/)
})

t.test('the thumbnail is one of the listed sizes', async t => {
  const [thumbnail] = workManifest(work, context).thumbnail ?? []
  t.match(thumbnail, { width: 313, height: 188 })
  t.match(thumbnail?.id, /\/full\/313,188\/0\/default\.jpg$/)
})

t.test('layers are a choice, visible light first, each with its name', async t => {
  const layers = layerKinds.map(kind => ({ kind, image: image(kind) }))
  const manifest = workManifest({ ...work, views: [{ key: '1', position: 1, layers }] }, context)
  const body = bodyOf(manifest) as Choice
  t.equal(body.type, 'Choice')
  t.equal(body.items[0]?.label?.fr?.[0], 'Lumière visible')
  t.strictSame(
    body.items.map(({ id }) => id.split('/').at(-5)),
    layerKinds,
  )
})

t.test('a work without pictures has one empty canvas that says so', async t => {
  const manifest = workManifest({ ...work, views: [] }, context)
  t.equal(manifest.items.length, 1)
  t.strictSame(manifest.items[0]?.label.fr, ['Pas encore photographiée'])
  t.strictSame(manifest.items[0]?.items[0].items, [])
  t.equal(manifest.thumbnail, undefined)
})

t.test('several views without labels are numbered', async t => {
  const views = ['1', '2'].map((key, index) => ({
    key,
    position: index + 1,
    layers: [{ kind: 'visible' as const, image: image(key) }],
  }))
  const labels = workManifest({ ...work, views }, context).items.map(({ label }) => label.nl)
  t.strictSame(labels, [['Beeld 1'], ['Beeld 2']])
})

t.test('a manifest leads to descriptions for machines, the notice as it came, and pages for people', async t => {
  const { seeAlso = [], rendering = [], start } = workManifest(work, context)
  t.strictSame(
    seeAlso.map(({ id, profile }) => [id, profile]),
    [
      ['https://collections.example.org/works/06290001234/schema.jsonld', 'https://schema.org/'],
      [
        'https://collections.example.org/works/06290001234/linked-art.jsonld',
        'https://linked.art/ns/v1/linked-art.json',
      ],
    ],
  )
  t.strictSame(
    rendering.map(({ id, format }) => [id, format]),
    [
      [context.uris.workPage(work.id), 'text/html'],
      [`${context.uris.imageService('market')}/full/max/0/default.pdf`, 'application/pdf'],
    ],
  )
  t.match(start, { source: { id: context.uris.canvas(work.id, '1') }, selector: { value: /^xywh=0,0,\d+,\d+$/ } })
  t.not(start?.id, start?.source.id, 'Canvas Panel shows nothing of a canvas that is named itself')
  const noticed = workManifest({ ...work, notice: { source: 'Joconde', fields: [] }, views: [] }, context)
  t.equal(noticed.seeAlso?.at(-1)?.id, 'https://collections.example.org/works/06290001234/notice.json')
  t.match(noticed, { start: undefined, rendering: { length: 1 } })
})

t.test('a work has a date for timelines where its year is certain', async t => {
  const dateOf = (date: NonNullable<Work['date']>) => workManifest({ ...work, date }, context).navDate
  const words = { fr: ['1888'] }
  t.equal(dateOf({ words, earliest: 1888, latest: 1888, edtf: '1888' }), '1888-01-01T00:00:00Z')
  t.equal(dateOf({ words, earliest: 987, latest: 987 }), '0987-01-01T00:00:00Z')
  for (const date of [
    { words, earliest: 1615, latest: 1625 },
    { words, earliest: 1888 },
    { words, earliest: 1888, latest: 1888, edtf: '1888~' },
    { words, earliest: 1888, latest: 1888, edtf: '1888?' },
    { words, earliest: -50, latest: -50 },
    { words },
  ])
    t.equal(dateOf(date), undefined, JSON.stringify(date))
})

t.test('a canvas has the scale of the work where two measures agree', needs(schemaPath), async t => {
  const scaleOf = (dimensions: NonNullable<Work['dimensions']>, pixelsPerMm?: number, index = 0) => {
    const shown = image('market')
    const master = { ...shown.master, ...(pixelsPerMm ? { pixelsPerMm } : {}) }
    const views = ['1', '2'].map((key, at) => ({
      key,
      position: at,
      layers: [{ kind: 'visible' as const, image: { ...shown, master } }],
    }))
    return workManifest({ ...work, dimensions, views }, context).items[index]?.service?.[0]
  }
  t.match(scaleOf({ heightMm: 366, widthMm: 610 }), {
    id: `${context.uris.canvas(work.id, '1')}/scale`,
    profile: 'http://iiif.io/api/annex/services/physdim',
    physicalScale: 0.12198,
    physicalUnits: 'mm',
  })
  t.equal(scaleOf({ heightMm: 452, widthMm: 610 }), undefined, 'with its frame, or cut otherwise')
  t.equal(scaleOf({ heightMm: 366, widthMm: 610, depthMm: 400 }), undefined, 'not flat')
  t.equal(scaleOf({ heightMm: 366, widthMm: 610 }, undefined, 1), undefined, 'a further view may be a detail')
  t.equal(scaleOf({ heightMm: 300 }), undefined, 'one side alone says nothing of the margin')
  t.equal(scaleOf({ heightMm: 300 }, 10)?.physicalScale, 0.0999667, 'but a scanner’s resolution confirms it')
  t.equal(scaleOf({ heightMm: 300 }, 2.83), undefined)
  t.equal(scaleOf({}, 10), undefined, 'a resolution alone is not believed')
  const manifest = workManifest({ ...work, dimensions: { heightMm: 366, widthMm: 610 } }, context)
  const [service] = manifest.items[0]?.service ?? []
  t.strictSame(manifestPart(manifest, context.uris.scale(work.id, '1')), service)
  const validate = presentationSchema()
  t.ok(validate(manifest), JSON.stringify(validate.errors))
})

t.test('canvas, annotation page and annotation stand at their own addresses', async t => {
  const manifest = workManifest(work, context)
  const { uris } = context
  for (const name of ['canvas', 'annotationPage', 'annotation'] as const) {
    const id = uris[name](work.id, '1')
    t.match(manifestPart(manifest, id), { '@context': manifest['@context'], id })
  }
  t.equal(manifestPart(manifest, uris.canvas(work.id, '2')), undefined)
})

t.test('a manifest and its parts are valid against the schema of IIIF', needs(schemaPath), async t => {
  const bare: Work = { id: 'x', views: [], updatedAt: '' }
  for (const each of [work, { ...work, views: [] }, bare]) {
    const manifest = workManifest(each, context)
    const validate = presentationSchema()
    t.ok(validate(manifest), JSON.stringify(validate.errors))
    const validateCanvas = presentationSchema('canvas')
    for (const { id, items } of manifest.items) {
      t.ok(validateCanvas(manifestPart(manifest, id)), JSON.stringify(validateCanvas.errors))
      for (const part of [items[0], ...items[0].items]) {
        t.ok(validate(manifestPart(manifest, part.id)), JSON.stringify(validate.errors))
      }
    }
  }
})
