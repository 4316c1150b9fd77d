import t from 'tap'
import {
  canvasState,
  decodeContentState,
  encodeContentState,
  readContentState,
  regionOn,
} from '../../src/presentation/content-state.js'
import { readOurAddress } from '../../src/presentation/our-addresses.js'
import { urisOf } from '../../src/presentation/uris.js'
import { fc } from '../seeded.js'

const manifest = 'https://example.org/object1/manifest'
const canvas = 'https://example.org/object1/canvas7'
const region = { x: 1000, y: 2000, width: 1000, height: 2000 }
const pixels = { ...region, unit: 'pixel' }

t.test('the encoding is that of the example of the specification (§6.3)', async t => {
  const target = {
    id: `${canvas}#xywh=1000,2000,1000,2000`,
    type: 'Canvas',
    partOf: [{ id: manifest, type: 'Manifest' }],
  }
  const encoded =
    'JTdCJTIyaWQlMjIlM0ElMjJodHRwcyUzQSUyRiUyRmV4YW1wbGUub3JnJTJGb2JqZWN0MSUyRmNhbnZhczclMjN4eXdoJTNEMTAwMCUyQzIwMDAlMkMxMDAwJTJDMjAwMCUyMiUyQyUyMnR5cGUlMjIlM0ElMjJDYW52YXMlMjIlMkMlMjJwYXJ0T2YlMjIlM0ElNUIlN0IlMjJpZCUyMiUzQSUyMmh0dHBzJTNBJTJGJTJGZXhhbXBsZS5vcmclMkZvYmplY3QxJTJGbWFuaWZlc3QlMjIlMkMlMjJ0eXBlJTIyJTNBJTIyTWFuaWZlc3QlMjIlN0QlNUQlN0Q'
  t.equal(encodeContentState(target), encoded)
  t.equal(decodeContentState(encoded), JSON.stringify(target))
  t.strictSame(readContentState(encoded), { resource: canvas, manifest, region: pixels })
})

t.test('what is encoded is decoded, whatever it holds', async () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const text = decodeContentState(encodeContentState({ value }))
      return text === JSON.stringify({ value })
    }),
  )
})

t.test('an annotation of ours is an annotation in the form of §5.1', async t => {
  const state = canvasState(canvas, manifest, region)
  t.match(state, { type: 'Annotation', motivation: ['contentState'], target: { type: 'Canvas' } })
  t.strictSame(readContentState(encodeContentState(state)), { resource: canvas, manifest, region: pixels })
  t.strictSame(readContentState(encodeContentState(canvasState(canvas, manifest))), { resource: canvas, manifest })
})

t.test('every form that others write is read', async t => {
  const source = { id: canvas, type: 'Canvas', partOf: [{ id: manifest, type: 'Manifest' }] }
  const selector = { type: 'FragmentSelector', value: 'xywh=1000,2000,1000,2000' }
  const specific = { type: 'SpecificResource', source, selector }
  const annotation = { type: 'Annotation', motivation: 'contentState', target: specific }
  const whole = { resource: canvas, manifest, region: pixels }
  const forms: readonly (readonly [form: string, text: string, expected: unknown])[] = [
    ['an annotation in plain JSON', JSON.stringify(annotation), whole],
    ['an encoded annotation', encodeContentState(annotation), whole],
    ['several targets', encodeContentState({ ...annotation, target: [specific, { id: 'x' }] }), whole],
    ['a target alone', encodeContentState(specific), whole],
    ['selectors in a list', encodeContentState({ ...specific, selector: [{ type: 'X' }, selector] }), whole],
    [
      'version 2',
      encodeContentState({ '@id': canvas, '@type': 'sc:Canvas', partOf: manifest }),
      { resource: canvas, manifest },
    ],
    ['an address', manifest, { resource: manifest }],
    ['an address with a region', `${canvas}#xywh=pixel:1000,2000,1000,2000`, { resource: canvas, region: pixels }],
    [
      'a manifest in a collection',
      encodeContentState({
        id: manifest,
        type: 'Manifest',
        partOf: [{ id: 'https://a.example/c', type: 'Collection' }],
      }),
      { resource: manifest },
    ],
    [
      'percent',
      `${canvas}#xywh=percent:10,20,30,40`,
      { resource: canvas, region: { x: 10, y: 20, width: 30, height: 40, unit: 'percent' } },
    ],
    ['a region that is none', `${canvas}#xywh=1,2,0,4`, { resource: canvas }],
  ]
  for (const [form, text, expected] of forms) t.strictSame(readContentState(text), expected, form)
})

t.test('what points at nothing is not read, and nothing makes it throw', async t => {
  const nothing = [
    '',
    'hello',
    '{',
    '{}',
    '[]',
    'null',
    '{"id":5}',
    'javascript:alert(1)',
    '%7B',
    'JTdC',
    `${manifest}${'x'.repeat(9000)}`,
  ]
  for (const text of nothing) t.equal(readContentState(text), undefined, text.slice(0, 30))
  t.equal(readContentState(encodeContentState({ type: 'Annotation', target: { id: 'data:text/html,x' } })), undefined)
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.jsonValue().map(value => encodeContentState({ target: value, type: 'Annotation' })),
      ),
      text => {
        readContentState(text)
      },
    ),
  )
})

t.test('an annotation that is pointed at is named with what it is about', async t => {
  const id = `${canvas}/comments/tour`
  const said = { id, type: 'Annotation', motivation: 'commenting', target: `${canvas}#xywh=1000,2000,1000,2000` }
  t.strictSame(readContentState(JSON.stringify(said)), { resource: canvas, region: pixels, annotation: id })
  t.strictSame(readContentState(JSON.stringify({ id, type: 'Annotation', partOf: manifest })), {
    resource: id,
    manifest,
  })
})

t.test('a region is the part of it that lies on the canvas', async t => {
  const size = { width: 200, height: 100 }
  t.strictSame(regionOn({ x: 10, y: 20, width: 30, height: 40, unit: 'percent' }, size), {
    x: 20,
    y: 20,
    width: 60,
    height: 40,
  })
  t.strictSame(regionOn({ x: 190, y: 0, width: 30, height: 40, unit: 'pixel' }, size), {
    x: 190,
    y: 0,
    width: 10,
    height: 40,
  })
  t.equal(regionOn({ x: 300, y: 0, width: 30, height: 40, unit: 'pixel' }, size), undefined)
})

t.test('our own addresses are known, in both versions, before and after the certificate', async t => {
  const base = 'https://musees.example/collections'
  for (const version of [2, 3] as const) {
    const uris = urisOf(base, version)
    t.strictSame(readOurAddress(uris.manifest('a b/c'), base), { work: 'a b/c' })
    t.strictSame(readOurAddress(uris.canvas('W1', '2'), base), { work: 'W1', view: '2' })
  }
  t.strictSame(readOurAddress(urisOf(base).workPage('W1', 'nl'), base), { work: 'W1' })
  t.strictSame(readOurAddress('http://musees.example/collections/works/W1', base), { work: 'W1' })
  const found = { story: 'analysis', slug: 'la-tour' } as const
  const form = { language: 'en', revision: 3 }
  for (const version of [2, 3] as const) {
    const uris = urisOf(base, version)
    const at = uris.story('analysis', 'la-tour', form)
    const table: readonly (readonly [address: string, named: object])[] = [
      [at.manifest(), {}],
      [at.canvas('step.a'), { canvas: 'step.a' }],
      [at.annotation('step.a'), { canvas: 'step.a' }],
      [at.comments('view.1', 'marks'), { canvas: 'view.1' }],
      [at.comment('view.1', 'comments', 'a.b'), { canvas: 'view.1', comment: 'a.b' }],
      [at.range('step.a'), { range: 'step.a' }],
    ]
    for (const [address, named] of table)
      t.strictSame(readOurAddress(address, base), { ...found, form, ...named }, address)
    t.strictSame(readOurAddress(uris.workComment('W1', '1', 'la-tour', 'a'), base), {
      ...found,
      form: {},
      comment: 'a',
    })
  }
  const page = urisOf(base).storyPage('exhibition', 'x', { language: 'nl', revision: 2 })
  t.strictSame(readOurAddress(page, base), { story: 'exhibition', slug: 'x', form: { revision: 2 } })
  t.strictSame(
    readOurAddress(`${urisOf(base).story('analysis', 'la-tour').manifest()}?revision=x&profile=delft`, base),
    {
      ...found,
      form: { profile: 'delft' },
    },
  )
  for (const foreign of [
    `${base}/iiif/presentation/3/stories/x/manifest`,
    `${base}/iiif/presentation/3/analyses/collection`,
    `${base}/iiif/presentation/3/analyses/x/canvas/a/b/c`,
    'https://musees.example/works/W1',
    'https://musees.example.evil.example/collections/works/W1',
    `${base}evil/works/W1`,
    `${base}/iiif/presentation/3/works/%E0%A4%A/manifest`,
    `${base}/iiif/presentation/3/collection`,
  ])
    t.equal(readOurAddress(foreign, base), undefined, foreign)
})
