import t from 'tap'
import { sidesFrom } from '../../../src/import/table/sides.js'

t.test('height comes before width and width before depth, unless they are named', t => {
  const read: readonly (readonly [words: string, sides: object])[] = [
    ['29.2 x 20.3 cm (11 1/2 x 8 in.)', { heightMm: 292, widthMm: 203 }],
    ['28 3/4 x 19 5/8 in. (73 x 49.8 cm)', { heightMm: 730, widthMm: 498 }],
    ['Overall: 8 3/4 × 12 1/2 × 2 in. (22,2 × 31,8 × 5,1 cm)', { heightMm: 222, widthMm: 318, depthMm: 51 }],
    ['sheet: 292 x 203 mm', { heightMm: 292, widthMm: 203 }],
    ['29.2 cm x 20.3 cm', { heightMm: 292, widthMm: 203 }],
    ['H. 31.4 x W. 43.5 cm', { heightMm: 314, widthMm: 435 }],
    ['W. 43.5 x H. 31.4 x D. 2 cm', { heightMm: 314, widthMm: 435, depthMm: 20 }],
    ['Height: 31 cm', { heightMm: 310 }],
    ['H. 12 in. (30.5 cm)', {}],
    ['Diam. 12.5 cm', { diameterMm: 125 }],
    ['20.5 x 30 x 5 cm\r\nframed: 30 x 40 x 10 cm', { heightMm: 205, widthMm: 300, depthMm: 50 }],
    ['sheet: 20 x 30 cm; image: 18 x 28 cm', { heightMm: 200, widthMm: 300 }],
    ['hoogte 12 cm x breedte 8 cm', { heightMm: 120, widthMm: 80 }],
  ]
  for (const [words, sides] of read) t.strictSame(sidesFrom(words), sides, words)
  t.end()
})

t.test('what could mean something else is left to the words', t => {
  for (const words of [
    '',
    'various sizes',
    '12 cm',
    '11 1/2 x 8 in.',
    '29.2 x 20.3',
    'frame: 40 x 50 cm',
    'sheet: 20 x 30 cm; overall: 40 x 50 cm',
    'approx. 20 x 30 cm irregular',
    '20 x 30 x 40 x 50 cm',
    'H. 20 x 30 cm',
    'H. 20 x H. 30 cm',
    '0.1 x 0.2 mm',
    '20 x 30 cm (21 x 31 cm)',
    '1/2 x 3/4 cm',
    '20–25 x 30 cm',
    `20 x 30 cm${' '.repeat(1000)}`,
  ])
    t.strictSame(sidesFrom(words), {}, words)
  t.end()
})
