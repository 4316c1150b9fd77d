import t from 'tap'
import { dimensionsFrom } from '../../../src/import/joconde/dimensions.js'

type Sides = Readonly<{ heightMm?: number; widthMm?: number; depthMm?: number; diameterMm?: number }>

const understood: readonly (readonly [string, Sides])[] = [
  ['H. 155 ; L. 55.5', { heightMm: 1550, widthMm: 555 }],
  ['81 H ; 64.8 L', { heightMm: 810, widthMm: 648 }],
  ['H. 25, l. 12 : hors cadre', { heightMm: 250, widthMm: 120 }],
  ['H. 23,5 cm ; l. 18,2 cm', { heightMm: 235, widthMm: 182 }],
  ['h. 12, l. 13,5, ép. 1,2', { heightMm: 120, widthMm: 135, depthMm: 12 }],
  ['Hauteur en cm 1.64 ; Longueur en cm 6.6 ; Epaisseur en cm', { heightMm: 16.4, widthMm: 66 }],
  ['H. 23 ; L. 61 ; l. 28', { heightMm: 230, widthMm: 610, depthMm: 280 }],
  ['H. 29 , LA. 19 (à la base) ; P. 24', { heightMm: 290, depthMm: 240 }],
  ['H. 0,33 m ; D. 12 mm ; Pds. 12 kg', { heightMm: 330, diameterMm: 12 }],
  ['H. 100 ; l. 80 : cadre ; H. 90 ; l. 70', { heightMm: 900, widthMm: 700 }],
  ['H = 23 ; L = 12', { heightMm: 230, widthMm: 120 }],
  ['H. totale 32 ; D. base 12', { heightMm: 320 }],
  ['H. 32 x L. 45', { heightMm: 320, widthMm: 450 }],
]

t.test('dimensions in every shape seen become millimetres of the whole work', async t => {
  for (const [text, sides] of understood) {
    const { dimensions, unread } = dimensionsFrom(text)
    const { words, measures, ...read } = dimensions
    t.strictSame(read, sides, text)
    t.equal(words, text)
    t.strictSame(unread, [], text)
  }
})

t.test('measures of parts are kept with the words for the part, and are not those of the whole', async t => {
  const { dimensions, ambiguous } = dimensionsFrom(
    'H. 23 ; L. 61 ; l. 28 : planche à repasser ; L. 31 : battoir 1 ; L 41 : battoir 2',
  )
  t.strictSame(dimensions.measures, [
    { kind: 'height', mm: 230, of: 'planche à repasser' },
    { kind: 'length', mm: 610, of: 'planche à repasser' },
    { kind: 'width', mm: 280, of: 'planche à repasser' },
    { kind: 'length', mm: 310, of: 'battoir 1' },
    { kind: 'length', mm: 410, of: 'battoir 2' },
  ])
  t.equal(dimensions.heightMm, undefined)
  t.equal(ambiguous, true)
})

t.test('where nothing says which measure is which, no scale is shown', async t => {
  for (const text of ['Longueur en cm 2.3 ; Largeur en cm 1.9', 'H. 20 ; l. 30 (feuille) ; H. 15 ; l. 20 (planche)']) {
    const { dimensions, ambiguous } = dimensionsFrom(text)
    t.equal(dimensions.heightMm, undefined)
    t.equal(ambiguous, true, text)
  }
  t.strictSame(dimensionsFrom('25 x 30 cm').unread, ['25 x 30 cm'])
})

t.test('measures without a number, out of bounds or in other words are told apart', async t => {
  t.strictSame(dimensionsFrom('H. 12 ; Epaisseur en cm').empty, ['Epaisseur en cm'])
  t.strictSame(dimensionsFrom('H. 123456').unread, ['H. 123456'])
  t.strictSame(dimensionsFrom('dimensions inconnues').unread, ['dimensions inconnues'])
  t.strictSame(dimensionsFrom('').dimensions, { words: '' })
})
