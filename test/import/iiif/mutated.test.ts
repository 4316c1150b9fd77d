import t from 'tap'
import { isObject, type Json, parseDocument } from '../../../src/import/iiif/json.js'
import { kindOf, readManifest } from '../../../src/import/iiif/manifest.js'
import { hostsOf } from '../../../src/pages/copies.js'
import { renderPage } from '../../../src/pages/document.js'
import { workPage } from '../../../src/pages/work.js'
import { workManifest } from '../../../src/presentation/manifest.js'
import { visitIn } from '../../pages/samples.js'
import { context } from '../../presentation/sample.js'
import { presentationSchema, schemaPath } from '../../presentation/schema.js'
import { fc } from '../../seeded.js'
import { needs } from '../../shared.js'
import { body3, canvas3, manifest2, manifest3 } from './manifests.js'

const full3 = manifest3(
  [
    canvas3(1, body3('a'), {
      label: { en: ['One'] },
      thumbnail: [{ id: 'https://t.example.org/t.jpg', type: 'Image' }],
    }),
    canvas3(2, { type: 'Choice', items: [body3('b'), body3('c', { label: { en: ['X-ray'] } })] }),
    canvas3(3, { type: 'SpecificResource', source: body3('d'), selector: { region: '1,2,3,4' } }),
  ],
  {
    summary: { en: ['<p>Words</p>'] },
    requiredStatement: { label: { en: ['By'] }, value: { en: ['<a href="https://x.example.org/">X</a>'] } },
    provider: [
      {
        id: 'https://x.example.org/',
        type: 'Agent',
        label: { en: ['X'] },
        logo: [{ id: 'https://x.example.org/l.png', type: 'Image' }],
      },
    ],
    homepage: [{ id: 'https://x.example.org/h', type: 'Text', label: { en: ['X'] } }],
    rights: 'http://creativecommons.org/licenses/by/4.0/',
    metadata: [{ label: { en: ['Date'] }, value: { en: ['1460'] } }],
  },
)

const odd: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'x',
  '<',
  '<p',
  '<a href="javascript:alert(1)">x</a>',
  'javascript:alert(1)',
  'https://h.example.org/é è"<>',
  'http://[::1]/',
  [],
  {},
  [[]],
  [null],
  { id: 7 },
  { '@value': 'x', '@language': 'zz-!!' },
  { none: ['\u0000\ud800'] },
  { en: [''] },
  { id: 'https://h.example.org/', type: 'Image' },
]

/** Puts something else in the place of one value of a document, counted in the order in which they stand. */
function mutated(value: unknown, place: { left: number }, other: unknown): unknown {
  place.left -= 1
  if (place.left === -1) return other
  if (Array.isArray(value)) return value.map(each => mutated(each, place, other))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mutated(each, place, other)]))
}

t.test('whatever stands where in a manifest, what is made of it is valid and safe', needs(schemaPath), async t => {
  const valid = presentationSchema()
  const visit = visitIn('fr')
  const change = fc.record({ place: fc.nat(400), other: fc.constantFrom(...odd) })
  fc.assert(
    fc.property(
      fc.constantFrom<Json>(full3, manifest2),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      (start, changes) => {
        const text = JSON.stringify(
          changes.reduce<unknown>((json, { place, other }) => mutated(json, { left: place + 1 }, other), start),
        )
        const json = parseDocument(text, 'it')
        if (kindOf(json) !== 'manifest') return
        const { work } = readManifest(json, { text, fallbackId: 'iiif-it', mostCanvases: 100 })
        if (!work) throw new Error('refused')
        const shown = { ...work.record, views: work.views, updatedAt: '2026-01-01T00:00:00Z' }
        const ours = JSON.parse(JSON.stringify(workManifest(shown, context)))
        if (!valid(ours)) throw new Error(`${JSON.stringify(valid.errors?.slice(0, 2))} ${JSON.stringify(ours)}`)
        const [view] = shown.views
        const html = renderPage(workPage(shown, { view, layer: 'visible' }, visit), visit)
        if (/(?:href|src)="javascript:/i.test(html + JSON.stringify(ours).replaceAll('\\"', '"')))
          throw new Error('a script')
        for (const host of hostsOf(shown.views.flatMap(({ layers }) => layers.map(({ image }) => image))))
          if (!/^https?:\/\/[\w.:[\]-]+$/.test(host)) throw new Error(host)
      },
    ),
    { numRuns: 400 },
  )
  t.pass('for all of them')
})
