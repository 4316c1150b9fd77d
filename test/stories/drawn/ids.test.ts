import t from 'tap'
import { drawnImageId, parseDrawnImageId } from '../../../src/stories/drawn/ids.js'
import { fc } from '../../seeded.js'

t.test('an id says which picture it is, with or without a language', async t => {
  const marks = { kind: 'analysis', slug: 'une-kermesse', revision: 3, part: 'tour' } as const
  t.equal(drawnImageId(marks), 'analysis.une-kermesse.3.tour')
  t.strictSame(parseDrawnImageId('analysis.une-kermesse.3.tour'), marks)
  const card = { kind: 'exhibition', slug: 'cloches', revision: 12, part: 'place', language: 'pt-BR' } as const
  t.equal(drawnImageId(card), 'exhibition.cloches.12.place.pt-BR')
  t.strictSame(parseDrawnImageId('exhibition.cloches.12.place.pt-BR'), card)
  const side = { kind: 'exhibition', slug: 'cloches', revision: 1, part: 'face', cut: 'side-2' } as const
  const layer = { kind: 'analysis', slug: 'sous', revision: 1, part: 'dessous', cut: 'layer-infrared' } as const
  t.equal(drawnImageId(layer), 'analysis.sous.1.dessous_layer-infrared')
  t.strictSame(parseDrawnImageId('analysis.sous.1.dessous_layer-infrared'), layer)
  t.equal(parseDrawnImageId('analysis.sous.1.dessous_layer-sonar'), undefined)
  t.equal(drawnImageId(side), 'exhibition.cloches.1.face_side-2')
  t.strictSame(parseDrawnImageId('exhibition.cloches.1.face_side-2'), side)
})

t.test('hostile and mistaken ids are none', async t => {
  const ids = [
    '',
    'demo-0001',
    'analysis',
    'analysis.a.1',
    'analysis.a.0.b',
    'analysis.a.01.b',
    'analysis.a.-1.b',
    'analysis.a.1e3.b',
    'analysis.a.9999999999.b',
    'Analysis.a.1.b',
    'story.a.1.b',
    'analysis.A.1.b',
    'analysis.-a.1.b',
    'analysis.a-.1.b',
    'analysis..1.b',
    'analysis.a.1..fr',
    'analysis.a.1.b.',
    'analysis.a.1.b.f',
    'analysis.a.1.b.fr.en',
    'analysis.a.1.b.fr_FR',
    'analysis.a.1.b\n',
    ' analysis.a.1.b',
    'analysis.a.1.../b',
    'analysis.a%2F.1.b',
    `analysis.${'a'.repeat(101)}.1.b`,
    'analysis.a.١.b',
    'analysis.a.1.b_',
    'analysis.a.1._detail',
    'analysis.a.1.b_side-0',
    'analysis.a.1.b_whole',
    'analysis.a.1.b_detail_detail',
  ]
  t.strictSame(
    ids.filter(id => parseDrawnImageId(id) !== undefined),
    [],
  )
})

t.test('whatever is no id is undefined, and whatever is one is written as it was read', async () => {
  const word = fc.constantFrom(
    'analysis',
    'exhibition',
    'a',
    'a-b',
    'a_detail',
    'b_side-2',
    '1',
    '0',
    '12',
    'fr',
    'fr-FR',
    '',
    '..',
    '%2e',
    'é',
  )
  const idLike = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(word, { maxLength: 7 }).map(words => words.join('.')),
  )
  fc.assert(
    fc.property(idLike, id => {
      const parsed = parseDrawnImageId(id)
      return parsed === undefined || drawnImageId(parsed) === id
    }),
  )
})
