import t from 'tap'
import type { Relatives, Work } from '../../src/catalogue/model.js'
import { noRelatives } from '../../src/presentation/contents.js'
import { manifestPart, workManifest } from '../../src/presentation/manifest.js'
import type { Choice, Range } from '../../src/presentation/types.js'
import { manifestPart as manifestPart2, workManifest as workManifest2 } from '../../src/presentation/v2/manifest.js'
import { needs } from '../shared.js'
import { context, context2, image } from './sample.js'
import { presentationSchema, schemaPath } from './schema.js'
import { flawsOf } from './structure2.js'

const workOf = (id: string, views: number, more: Partial<Work> = {}): Work => ({
  id,
  title: { fr: [`Œuvre ${id}`] },
  views: Array.from({ length: views }, (_, index) => ({
    key: `${index + 1}`,
    position: index + 1,
    layers: [{ kind: 'visible', image: image(`${id}-${index + 1}`) }],
  })),
  updatedAt: '',
  ...more,
})

const triptych = workOf('triptych', 1)
const panels: Relatives = { parts: [workOf('left', 2), workOf('unseen', 0), workOf('right', 1)], related: [] }
const album = workOf('album', 4, {
  sections: [
    { label: { fr: ['Plats'], en: ['Covers'] }, views: ['1', '4', 'nowhere'] },
    {
      label: { fr: ['Carnet'] },
      sections: [
        { label: { fr: ['Italie'] }, views: ['2'] },
        { label: {}, views: ['3'] },
      ],
    },
    { label: { fr: ['Vide'] }, views: ['9'], sections: [] },
  ],
})

const keysOf = (range: Range): unknown[] =>
  range.items.map(item =>
    item.type === 'Range'
      ? [item.label.fr?.[0] ?? item.label.none?.[0], ...keysOf(item)]
      : item.id.split('/').slice(-3).join('/'),
  )

t.test('a whole shows its own views, then those of its parts, with an entry for each of them', async t => {
  const { items, structures } = workManifest(triptych, context, panels)
  t.strictSame(
    items.map(({ id }) => id),
    ['triptych', 'left', 'left', 'right'].map((id, index) => context.uris.canvas(id, index === 2 ? '2' : '1')),
  )
  t.equal(structures?.length, 1, 'one table of contents')
  t.strictSame(structures?.[0].label, { fr: ['Sommaire'], en: ['Contents'], nl: ['Inhoud'] })
  t.strictSame(structures && keysOf(structures[0]), [
    ['Œuvre triptych', 'triptych/canvas/1'],
    ['Œuvre left', 'left/canvas/1', 'left/canvas/2'],
    ['Œuvre right', 'right/canvas/1'],
  ])
})

t.test('a whole that was not photographed itself is shown by its parts', async t => {
  const manifest = workManifest(workOf('triptych', 0), context, panels)
  t.strictSame(
    manifest.items.map(({ label }) => label.fr?.[0]),
    ['Vue 1', 'Vue 2', 'Œuvre right'],
  )
  t.match(manifest.thumbnail?.[0]?.id, /left-1/)
  t.equal(manifest.start?.source.id, context.uris.canvas('left', '1'))
  const unseen = workManifest(workOf('triptych', 0), context, { parts: [workOf('unseen', 0)], related: [] })
  t.strictSame([unseen.items.length, unseen.structures, unseen.start], [1, undefined, undefined])
})

t.test('a part says what it is part of, and leads there', async t => {
  const relatives = {
    ...noRelatives,
    whole: triptych,
    related: [workOf('study', 0, { title: { fr: ['<Esquisse> & "plus"'] } })],
  }
  const { partOf, metadata } = workManifest(workOf('left', 1), context, relatives)
  t.strictSame(
    partOf?.map(({ id, type }) => [id, type]),
    [
      [context.uris.manifest('triptych'), 'Manifest'],
      [context.uris.looseCollection(), 'Collection'],
    ],
  )
  t.ok(partOf?.[0]?.thumbnail)
  t.strictSame(metadata?.at(-2)?.value.nl, [
    '<a href="https://collections.example.org/nl/works/triptych">Œuvre triptych</a>',
  ])
  t.match(metadata?.at(-1), {
    label: { fr: ['Œuvres en rapport'] },
    value: { fr: [/>&#60;Esquisse&#62; &#38; &#34;plus&#34;<\/a>$/] },
  })
  const second = workManifest2(workOf('left', 1), context2, relatives)
  t.match(second.within, [{ '@id': context2.uris.manifest('triptych') }, { '@type': 'sc:Collection' }])
  t.equal(second.related?.at(-1)?.['@id'], context2.uris.workPage('study'))
})

t.test('sections become ranges within ranges; what leads nowhere is left out', async t => {
  const { structures } = workManifest(album, context)
  t.strictSame(structures && keysOf(structures[0]), [
    ['Plats', 'album/canvas/1', 'album/canvas/4'],
    ['Carnet', ['Italie', 'album/canvas/2'], ['2-2', 'album/canvas/3']],
  ])
  t.equal(workManifest(triptych, context).structures, undefined, 'one view needs no table of contents')
})

t.test('version 2 lists the same ranges flat, with the table on top', async t => {
  const { structures = [] } = workManifest2(album, context2)
  const range = (key: string) => context2.uris.range('album', key)
  t.strictSame(
    structures.map(each => [each['@id'], each.viewingHint, each.ranges, each.canvases?.length]),
    [
      [range('contents'), 'top', [range('1'), range('2')], undefined],
      [range('1'), undefined, undefined, 2],
      [range('2'), undefined, [range('2-1'), range('2-2')], undefined],
      [range('2-1'), undefined, undefined, 1],
      [range('2-2'), undefined, undefined, 1],
    ],
  )
})

t.test('every range stands at its own address, in both versions', async t => {
  const manifest = workManifest(album, context)
  const manifest2 = workManifest2(album, context2)
  for (const key of ['contents', '1', '2', '2-2']) {
    t.match(manifestPart(manifest, context.uris.range('album', key)), { type: 'Range', partOf: [{ id: manifest.id }] })
    const part = manifestPart2(manifest2, album, context2.uris.range('album', key), context2)
    t.match(part, { '@type': 'sc:Range', within: { '@id': context2.uris.manifest('album') } })
    t.strictSame(flawsOf(part ?? {}), [])
  }
  t.equal(manifestPart(manifest, context.uris.range('album', '3')), undefined)
  t.equal(manifestPart2(manifest2, album, context2.uris.range('album', '3'), context2), undefined)
})

t.test('a layer is called by its own name where it has one', async t => {
  const layers = [
    { kind: 'visible' as const, image: image('a') },
    { kind: 'infrared' as const, image: image('b'), label: { fr: ['Infrarouge, 1650 nm'] } },
  ]
  const layered = { ...triptych, views: [{ key: '1', position: 1, layers }] }
  const body = workManifest(layered, context).items[0]?.items[0].items[0]?.body as Choice
  t.strictSame(
    body.items.map(({ label }) => label?.fr?.[0]),
    ['Lumière visible', 'Infrarouge, 1650 nm'],
  )
  const choice = workManifest2(layered, context2).sequences[0].canvases[0]?.images[0]?.resource
  t.match(choice, { item: [{ label: { '@value': 'Infrarouge, 1650 nm', '@language': 'fr' } }] })
})

t.test('works in full are valid in both versions', needs(schemaPath), async t => {
  const validate = presentationSchema()
  const relatives = { ...panels, whole: album, related: [triptych] }
  for (const work of [triptych, album, workOf('bare', 0)]) {
    t.ok(validate(workManifest(work, context, relatives)), JSON.stringify(validate.errors))
    t.strictSame(flawsOf(workManifest2(work, context2, relatives)), [])
  }
})
