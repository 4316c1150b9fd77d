import t from 'tap'
import type { Section } from '../../../src/catalogue/model.js'
import { parseDocument } from '../../../src/import/iiif/json.js'
import { readManifest } from '../../../src/import/iiif/manifest.js'
import { workManifest } from '../../../src/presentation/manifest.js'
import { workManifest as manifestOfVersion2 } from '../../../src/presentation/v2/manifest.js'
import { context } from '../../presentation/sample.js'
import { presentationSchema, schemaPath } from '../../presentation/schema.js'
import { shared } from '../../shared.js'
import { body3, canvas3, manifest2, manifest3 } from './manifests.js'

const read = (manifest: object) => {
  const text = JSON.stringify(manifest)
  const { work, notes } = readManifest(parseDocument(text, 'it'), { text, fallbackId: 'x', mostCanvases: 100 })
  if (!work) throw new Error('not read')
  return { ...work, work: { ...work.record, views: work.views, updatedAt: '' }, notes }
}

const canvases = [1, 2, 3].map(number => canvas3(number, body3(`p${number}`)))
const at = (number: number) => `https://lender.example.org/m/canvas/${number}`
const canvas = (number: number) => ({ type: 'Canvas', id: at(number) })
const range = (id: string, items: readonly unknown[], more: object = {}) => ({
  type: 'Range',
  id: `https://lender.example.org/m/range/${id}`,
  label: { en: [id] },
  items,
  ...more,
})

/** `a(1 b(2))`: labels with the positions of their views. */
const outline = ({ sections = [], views }: ReturnType<typeof read>['work']): string => {
  const position = (key: string) => views.find(view => view.key === key)?.position
  const entry = ({ label, views: keys = [], sections: below = [] }: Section): string =>
    `${Object.values(label)[0]?.[0] ?? '?'}(${[...keys.map(position), ...below.map(entry)].join(' ')})`
  return sections.map(entry).join(' ')
}

const outlined = (structures: unknown, more: object = {}) => {
  const { work, notes } = read(manifest3(canvases, { structures, ...more }))
  return { outline: outline(work), notes }
}

t.test(
  'the table of contents of version 2 is taken, by lists of ids and by members, and shown again in both',
  async t => {
    const { work, notes } = read(manifest2)
    t.equal(outline(work), 'Calendrier(1) Prières(2 Vêpres(2))')
    t.notOk(notes.some(({ kind }) => kind === 'ranges'))
    const [contents] = workManifest(work, context).structures ?? []
    t.match(contents, { label: { fr: ['Sommaire'] }, items: [{ label: { none: ['Calendrier'] } }, { type: 'Range' }] })
    const ours2 = manifestOfVersion2(work, context)
    t.equal(ours2.structures?.length, 4)
    t.match(ours2.structures?.[0], { viewingHint: 'top', ranges: { length: 2 } })
    if (shared(schemaPath)) {
      const valid = presentationSchema()
      t.ok(valid(JSON.parse(JSON.stringify(workManifest(work, context)))), JSON.stringify(valid.errors?.slice(0, 2)))
    }
  },
)

t.test('ranges of version 3 nest, name parts of canvases, and may only be referred to', async t => {
  const part = {
    type: 'SpecificResource',
    source: at(2),
    selector: { type: 'FragmentSelector', value: 'xywh=0,0,9,9' },
  }
  const nested = [
    range('top', [range('a', [canvas(1), part]), { type: 'Range', id: 'https://lender.example.org/m/range/b' }]),
    range('b', [{ type: 'Canvas', id: `${at(3)}#xywh=1,1,5,5` }, range('c', [canvas(3), canvas(3)])]),
  ]
  t.equal(outlined(nested).outline, 'a(1 2) b(3 c(3))')
})

t.test(
  'several ranges at the top are all entries; hidden ones and other orders are none, and are reported',
  async t => {
    const { outline, notes } = outlined([
      range('a', [canvas(1)]),
      range('b', [canvas(2)]),
      range('order', [canvas(3), canvas(2)], { behavior: ['sequence'] }),
      range('hidden', [canvas(3)], { behavior: 'no-nav' }),
    ])
    t.equal(outline, 'a(1) b(2)')
    t.match(notes, [{ kind: 'ranges', value: '2 of 4' }])
  },
)

t.test('ranges that only say what they are within find their place', async t => {
  const structures = [
    { '@id': 'r1', '@type': 'sc:Range', label: 'Part', canvases: [] },
    { '@id': 'r2', '@type': 'sc:Range', label: 'Chapter', within: 'r1', canvases: [at(1)] },
    { '@id': 'r3', '@type': 'sc:Range', label: 'Other', canvases: [at(2)] },
  ]
  t.equal(outlined(structures).outline, 'Part(Chapter(1)) Other(2)')
})

t.test('hostile structures end, and what leads nowhere is left out', async t => {
  const id = (name: string) => ({ type: 'Range', id: `https://lender.example.org/m/range/${name}` })
  t.equal(outlined([range('a', [canvas(1), id('b')]), range('b', [canvas(2), id('a')])]).outline, 'a(1 b(2))')
  t.equal(outlined([range('a', [canvas(1), id('a')])]).outline, 'a(1)')
  t.match(outlined([range('a', [canvas(9), id('none')]), range('b', [])]), {
    outline: '',
    notes: [{ kind: 'ranges', value: '2 of 2' }],
  })
  for (const odd of [null, 7, 'x', [], {}, [null, [], 'x', { items: 'x', ranges: 7, canvases: {} }]])
    t.equal(outlined(odd).outline, '')
})

t.test('a table of contents is bounded in depth and length, and each range stands once', async t => {
  const flat = (count: number, below: (index: number) => readonly string[]) =>
    Array.from({ length: count }, (_, index) => ({
      '@id': `r${index}`,
      '@type': 'sc:Range',
      label: `${index}`,
      canvases: [at(1)],
      ranges: below(index),
    }))
  const chain = outlined(flat(50_000, index => [`r${index + 1}`]))
  t.equal(chain.outline, '0(1 1(1 2(1 3(1 4(1 5(1 6(1 7(1))))))))')
  t.match(chain.notes, [{ kind: 'ranges', value: '49992 of 50000' }])
  const long = outlined(flat(6000, () => []))
  t.equal(long.outline.split(' ').length, 5000)
  // Each names all: written out as a tree these would be 2^40
  const all = Array.from({ length: 40 }, (_, index) => `r${index}`)
  t.equal(outlined(flat(40, index => all.slice(index + 1))).outline.match(/\d+\(/g)?.length, 40)
})
