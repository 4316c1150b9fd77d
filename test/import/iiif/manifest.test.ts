import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Work } from '../../../src/catalogue/model.js'
import { type Json, parseDocument } from '../../../src/import/iiif/json.js'
import { kindOf, readManifest } from '../../../src/import/iiif/manifest.js'
import { workManifest } from '../../../src/presentation/manifest.js'
import { context } from '../../presentation/sample.js'
import { presentationSchema, schemaPath } from '../../presentation/schema.js'
import { needs, shared } from '../../shared.js'
import { body3, canvas3, manifest2, manifest3 } from './manifests.js'

const read = (manifest: object, mostCanvases = 1000) => {
  const text = JSON.stringify(manifest)
  return readManifest(parseDocument(text, 'it'), { text, fallbackId: 'iiif-file', mostCanvases })
}

const workOf = (manifest: object): Work => {
  const { work } = read(manifest)
  if (!work) throw new Error('not read')
  return { ...work.record, views: work.views, updatedAt: '2026-01-01T00:00:00Z' }
}

t.test('a manifest of version 2 becomes a borrowed work with its owner, rights and pictures', async t => {
  const { work, notes } = read(manifest2)
  t.match(work?.record, {
    id: /^iiif-[0-9a-f]{12}$/,
    title: { fr: ['Heures à l’usage d’Arras'], en: ['Book of Hours'] },
    summary: { none: ['Un livre d’heures.'] },
    rights: { uri: 'http://creativecommons.org/licenses/by/4.0/' },
    loan: {
      manifest: 'http://library.example.org/iiif/ms-1/manifest',
      version: 2,
      owner: { none: ['Bibliothèque d’Arras, voir'] },
      statement: {
        value: { none: ['Bibliothèque d’Arras, voir'] },
        html: { none: ['<span>Bibliothèque d’Arras, <a href="https://library.example.org/">voir</a></span>'] },
      },
      homepages: [{ address: 'https://library.example.org/ms-1', label: { none: ['Notice'] } }],
    },
  })
  t.strictSame(work?.record.loan.metadata, [
    { label: { none: ['Date'] }, value: { none: ['vers 1460'] } },
    { label: { fr: ['Cote'] }, value: { none: ['Ms 1', '1460'] } },
  ])
  t.match(work?.views, [
    {
      position: 1,
      label: { none: ['f. 1r'] },
      layers: [
        {
          kind: 'visible',
          image: {
            width: 2000,
            height: 3000,
            service: { id: 'https://images.example.org/ms-1-f1', version: 2, level: 1 },
            thumbnail: { address: 'https://images.example.org/ms-1-f1-small.jpg' },
          },
        },
      ],
    },
    {
      layers: [
        { kind: 'visible', image: { address: 'https://images.example.org/f2.jpg', width: 2000 } },
        { kind: 'infrared', label: { none: ['Infrarouge'] } },
      ],
    },
  ])
  t.strictSame(
    notes.map(({ kind }) => kind),
    ['annotations'],
  )
})

t.test('the notice keeps every field of the manifest itself verbatim, the document keeps all', async t => {
  const { work } = read(manifest2)
  const fields = new Map(work?.record.notice?.fields)
  for (const [name, value] of Object.entries(manifest2))
    if (!['sequences', 'structures'].includes(name))
      t.equal(fields.get(name), typeof value === 'string' ? value : JSON.stringify(value), name)
  t.equal(work?.document, JSON.stringify(manifest2))
})

t.test('the same manifest has the same id over http and https, and its canvases keep their keys', async t => {
  const both = ['http', 'https'].map(scheme =>
    read(manifest3([canvas3(1, body3('a'))], { id: `${scheme}://lender.example.org/m` })),
  )
  t.equal(both[0]?.work?.record.id, both[1]?.work?.record.id)
  const before = read(manifest3([canvas3(1, body3('a')), canvas3(2, body3('b'))])).work?.views
  const after = read(manifest3([canvas3(2, body3('b'))])).work?.views
  t.equal(after?.[0]?.key, before?.[1]?.key)
})

t.test('layers that say their light are layers of one view, others views of their own', async t => {
  const choice = {
    type: 'Choice',
    items: [
      body3('day', { label: { en: ['Natural Light'] } }),
      body3('x', { label: { en: ['X-Ray'] } }),
      body3('map', { label: { en: ['Pigment map'] } }),
    ],
  }
  const { work } = read(manifest3([canvas3(1, choice, { label: { en: ['Front'] } })]))
  t.match(work?.views, [
    { layers: [{ kind: 'visible' }, { kind: 'xray', label: { en: ['X-Ray'] } }] },
    { label: { en: ['Front', 'Pigment map'] }, layers: [{ kind: 'visible' }] },
  ])
})

t.test('a part of a picture is asked of its service; without one it is reported', async t => {
  const part = (source: object) => ({
    type: 'SpecificResource',
    source,
    selector: { type: 'ImageApiSelector', region: '10,20,300,400' },
  })
  const [view] = read(manifest3([canvas3(1, part(body3('a')))])).work?.views ?? []
  t.match(view?.layers[0]?.image, {
    address: 'https://images.example.org/iii/a/10,20,300,400/max/0/default.jpg',
    width: 300,
    height: 400,
    service: undefined,
  })
  const { notes } = read(manifest3([canvas3(1, part(body3('a', { service: [] })))]))
  t.match(notes, [{ kind: 'not-cropped', place: 'canvas 1' }, { kind: 'no-picture' }])
})

t.test('texts, sound, and addresses that are none are reported, and the work is kept', async t => {
  const bodies = [
    { type: 'TextualBody', value: '<script>alert(1)</script>' },
    { type: 'Video', id: 'https://lender.example.org/film.mp4' },
    body3('a', { id: 'javascript:alert(1)', service: [] }),
    body3('a', { id: 'file:///etc/passwd', service: [{ id: 'ftp://x/', type: 'ImageService3' }] }),
  ]
  const { work, notes } = read(manifest3(bodies.map((body, index) => canvas3(index, body))))
  t.strictSame(work?.views, [])
  t.strictSame(
    notes.map(({ kind }) => kind).filter(kind => kind !== 'no-picture'),
    ['not-a-picture', 'not-a-picture', 'not-a-uri', 'not-a-uri'],
  )
})

t.test('what is hostile in a manifest stays words', async t => {
  const hostile = parseDocument(
    `{"type":"Manifest","__proto__":{"polluted":1},"id":"https://l.example.org/m","constructor":{"x":1},
      "label":{"__proto__":["x"],"constructor":["y"],"toString":["z"],"en":["<script>alert(1)</script>Title"]},
      "summary":{"en":["<p onclick='x()'>A <a href='javascript:alert(1)'>link</a></p>"]},
      "requiredStatement":{"label":{"en":["By"]},"value":{"en":["<span><img src=x onerror=alert(1)><a href='javascript:x' title=y>Owner</a></span>"]}},
      "homepage":[{"id":"javascript:alert(1)","type":"Text","label":{"en":["x"]}}],
      "rights":"javascript:alert(1)","items":[{"type":"Canvas","width":-1,"height":1e999,"items":"none"},null,7,[[[]]]]}`,
    'it',
  )
  const { work } = readManifest(hostile, { text: '{}', fallbackId: 'x', mostCanvases: 10 })
  t.equal(({} as Json).polluted, undefined)
  t.match(work?.record, { title: { none: ['x', 'y', 'z'], en: ['Title'] }, summary: { en: ['A link'] } })
  t.match(work?.record.loan.statement, { value: { en: ['Owner'] }, html: { en: ['<span><a>Owner</a></span>'] } })
  t.equal(work?.record.loan.homepages, undefined)
  t.equal(work?.record.rights?.uri, undefined)
  const ours = JSON.stringify(workManifest({ ...(work?.record ?? { id: '' }), views: [], updatedAt: '' }, context))
  t.notMatch(ours, /javascript:alert\(1\)"|<script|onerror/)
})

t.test('documents beyond reason are refused in a sentence', async t => {
  t.throws(() => parseDocument(`${'['.repeat(200_000)}`, 'deep.json'), { message: /nested deeper than 100/ })
  t.throws(() => parseDocument('{"a":', 'cut.json'), { message: /cut\.json is not JSON/ })
  t.throws(() => parseDocument('[1]', 'list.json'), { message: /holds no JSON object/ })
  t.equal(parseDocument('{"a":"[[[[\\"[["}', 'x').a, '[[[["[[')
  const many = manifest3(Array.from({ length: 100_000 }, () => ({ type: 'Canvas' })))
  const { work, notes } = read(many, 5000)
  t.equal(work, undefined)
  t.match(notes, [{ kind: 'too-many-canvases', value: /100000 canvases; at most 5000/ }])
})

t.test('what is repeated without end is read in one pass', async t => {
  const often = 200_000
  const repeated = (text: string): string => text.repeat(often)
  const pictures = Array.from({ length: 50_000 }, () => ({
    motivation: 'painting',
    body: { type: 'Image', id: 'https://l.example.org/a.jpg' },
  }))
  const canvas = { id: 'https://l.example.org/c', type: 'Canvas', width: 9, height: 9, items: [{ items: pictures }] }
  const { work, notes } = read({
    ...manifest3([canvas]),
    label: { en: Array.from({ length: often }, () => 'Title') },
    summary: { en: [`<br>Words${repeated('<script ')}`] },
    requiredStatement: {
      label: { en: ['By'] },
      value: { en: [`<b>Owner</b>${repeated('<b>')}${repeated('</i>')}`, `<b>Other</b>${repeated('<!')}`] },
    },
    metadata: [{ label: { en: [`Owner${repeated(' ')}s`] }, value: { en: ['x'] } }],
  })
  t.equal(work?.record.title?.en?.length, often)
  t.strictSame(work?.record.summary, { en: ['Words'] })
  const html = work?.record.loan.statement?.html?.en ?? []
  t.match(html[0], /^<b>Owner<\/b><b><b>/)
  t.equal(html[0]?.split('<b>').length, html[0]?.split('</b>').length, 'tags nest')
  t.equal(html[1], '<b>Other</b>')
  t.equal(work?.views.length, 200)
  t.equal(new Set(work?.views.map(({ key }) => key)).size, 200)
  t.match(notes, [{ kind: 'composition', value: '50000 pictures; at most 200 are taken' }])
})

const folder = 'data/manifests'
t.test(
  'every manifest of the cookbook, Delft and the exhibition viewer is read, and shown in a valid manifest of ours',
  needs(folder),
  async t => {
    const valid = shared(schemaPath) ? presentationSchema() : undefined
    const root = shared(folder) ?? ''
    const withoutPictures: string[] = []
    for (const name of readdirSync(root).filter(each => each.endsWith('.json'))) {
      const text = readFileSync(join(root, name), 'utf8')
      const json = parseDocument(text, name)
      if (kindOf(json) === 'collection') continue
      const { work } = readManifest(json, { text, fallbackId: `iiif-${name}`, mostCanvases: 5000 })
      if (!work) throw new Error(name)
      if (work.views.length === 0) withoutPictures.push(name)
      const ours = JSON.parse(
        JSON.stringify(workManifest({ ...work.record, views: work.views, updatedAt: '' }, context)),
      )
      if (valid) t.ok(valid(ours), `${name}: ${JSON.stringify(valid.errors?.slice(0, 2))}`)
      t.equal(ours.items.length, Math.max(1, work.views.length), name)
    }
    t.strictSame(withoutPictures, ['cookbook-0219-using-caption-file.json', 'delft-exh-collection-wall.json'])
  },
)

t.test(
  'our manifest of a borrowed work says what its owner says, and refers to the original',
  needs(schemaPath),
  async t => {
    const statement = { label: { en: ['Attribution'] }, value: { en: ['<p>Courtesy of <b>Lender</b></p>'] } }
    const provider = [
      {
        id: 'https://lender.example.org/about',
        type: 'Agent',
        label: { en: ['The Lender'] },
        homepage: [{ id: 'https://lender.example.org/', type: 'Text', label: { en: ['Home'] }, format: 'text/html' }],
        logo: [{ id: 'https://lender.example.org/logo.png', type: 'Image' }],
      },
    ]
    const rights = 'http://creativecommons.org/licenses/by/4.0/'
    const work = workOf(manifest3([canvas3(1, body3('a'))], { requiredStatement: statement, provider, rights }))
    const ours = workManifest(work, context)
    t.match(work.loan?.owner, { en: ['The Lender'] })
    t.match(ours, { label: { fr: ['Le Beffroi'] }, requiredStatement: statement, provider, rights })
    t.match(ours.seeAlso, [{ id: 'https://lender.example.org/m/manifest.json', profile: /presentation\/3/ }])
    const [canvas] = ours.items
    t.match(canvas, { width: 4000, height: 3000 })
    t.match(canvas?.items[0].items[0]?.body, body3('a'))
    t.match(canvas?.thumbnail, [
      { id: 'https://images.example.org/iii/a/full/300,/0/default.jpg', width: 300, height: 225 },
    ])
    const valid = presentationSchema()
    for (const each of [work, workOf(manifest2)])
      t.ok(valid(JSON.parse(JSON.stringify(workManifest(each, context)))), JSON.stringify(valid.errors?.slice(0, 3)))
  },
)

t.test('a statement about rights is shown, and names no owner', async t => {
  const manifest = parseDocument(
    `{"type":"Manifest","id":"https://media.example.org/m","label":{"en":["T"]},"items":[],
      "homepage":[{"id":"https://www.museum.example.org/1","type":"Text","label":{"en":["Page"]}}],
      "requiredStatement":{"label":{"en":["Rights Statement"]},"value":{"en":["No Copyright"]}}}`,
    'it',
  )
  const { work } = readManifest(manifest, { text: '{}', fallbackId: 'x', mostCanvases: 10 })
  t.strictSame(work?.record.loan.owner, { none: ['www.museum.example.org'] })
  t.match(work?.record.loan.statement, { value: { en: ['No Copyright'] } })
})
