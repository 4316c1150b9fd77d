import t from 'tap'
import { parseProse } from '../../../src/stories/prose/parse.js'
import { setPlain, setProse, type TextForm } from '../../../src/stories/typesetting/set.js'
import { fc } from '../../seeded.js'
import { fonts } from './house-fonts.js'

const form: TextForm = {
  family: 'serif',
  language: 'fr',
  fonts,
  sizes: [60, 50, 40, 30],
  leading: 1.4,
  colour: '#000000',
}
const box = { x: 100, y: 200, width: 900, height: 500 }
const prose = (text: string) => parseProse(text).prose
const sentence = 'Le métier bat, la navette court, et la verdure pousse. '

t.test('what is too long for one column is set in more, evenly, before it is cut', async t => {
  const columned = { ...form, columns: [{ columns: 2, size: 24 }] }
  const set = setProse(prose(sentence.repeat(19)), box, columned)
  t.match(set, { size: 24, columns: 2, complete: true })
  const lefts = set.shapes.map(({ bounds }) => Math.round(bounds.x))
  const [first = 0, second = 0] = [...new Set(lefts)]
  t.ok(second > first + box.width / 2)
  t.ok(Math.abs(lefts.filter(x => x === first).length - set.lines / 2) <= 1)
  t.match(setProse(prose(sentence.repeat(8)), box, columned), { columns: 1 })
  t.match(setProse(prose(sentence.repeat(200)), box, columned), { columns: 2, complete: false })
})

t.test('a line as high as its box is whole', async t => {
  const exact = { ...box, height: 90 }
  t.match(setPlain('20 cm', exact, { ...form, sizes: [58], leading: 90 / 58 }), { lines: 1, complete: true })
})

t.test('of endless text, no more is looked at than has room', async t => {
  let looked = 0
  const counted = Object.fromEntries(
    Object.entries(fonts).map(([face, files]) => [
      face,
      files.map(file => ({
        ...file,
        glyph(codePoint: number) {
          looked += 1
          return file.glyph(codePoint)
        },
      })),
    ]),
  ) as unknown as typeof fonts
  for (const text of [sentence.repeat(2000), 'W'.repeat(100_000), '- a\n'.repeat(25_000)]) {
    looked = 0
    const set = setProse(prose(text), box, { ...form, fonts: counted })
    t.equal(set.complete, false)
    t.ok(looked < 40_000 && set.height <= box.height, `${looked}`)
  }
})

t.test('short text is set large, longer text smaller, too long text is cut and says so', async t => {
  const short = setProse(prose('Un mot.'), box, form)
  t.match(short, { size: 60, lines: 1, complete: true })
  const longer = setProse(prose(sentence.repeat(8)), box, form)
  t.match(longer, { complete: true })
  t.ok(longer.size < 60 && longer.height <= box.height)
  const long = setProse(prose(sentence.repeat(200)), box, form)
  t.match(long, { size: 30, complete: false })
  t.ok(long.height <= box.height)
  const last = setPlain('…', { ...box, width: 30 }, { ...form, sizes: [30] }).shapes[0]
  const shapeOfMark = (path: string | undefined) => path?.slice(-60)
  t.equal(
    shapeOfMark(long.shapes.at(-1)?.path)?.replace(/M.*?(?=[lq])/g, ''),
    shapeOfMark(last?.path)?.replace(/M.*?(?=[lq])/g, ''),
    'it ends with …',
  )
})

t.test('nothing stands beyond the sides of its box, whatever is written', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom(
      'W'.repeat(500),
      '<b>',
      '&amp;',
      '- a\n- b',
      'שלום',
      '\u202e\u0000',
      '*'.repeat(40),
      '[a](javascript:b)',
    ),
  )
  fc.assert(
    fc.property(text, words => {
      const { shapes, height } = setProse(prose(words), box, form)
      return (
        height <= box.height &&
        shapes.every(
          ({ path, bounds }) =>
            /^[MlqczHVZ\d .-]+$/.test(path) &&
            bounds.x >= box.x - 12 &&
            bounds.x + bounds.width <= box.x + box.width + 12,
        )
      )
    }),
    { numRuns: 60 },
  )
})

t.test('bounds hold all that is drawn', async t => {
  const { shapes } = setProse(prose('Ångström, *fjord* et **Ÿ** [lien](https://example.org)'), box, form)
  for (const { path, bounds } of shapes) {
    const starts = [...path.matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
    t.ok(starts.length > 10)
    t.ok(
      starts.every(
        ([x, y]) => x >= bounds.x && x <= bounds.x + bounds.width && y >= bounds.y && y <= bounds.y + bounds.height,
      ),
    )
  }
})

t.test('items of a list stand beside their marks', async t => {
  const { shapes, lines } = setProse(prose('- un\n- deux'), box, form)
  t.equal(lines, 4)
  const [mark, item] = shapes
  t.ok((item?.bounds.x ?? 0) - (mark?.bounds.x ?? 0) > 60)
})

t.test('a link is underlined without gaps', async t => {
  const underlines = (text: string) =>
    setProse(prose(text), box, form).shapes[0]?.path.match(/M[\d.]+ [\d.]+H[\d.]+V/g) ?? []
  const [first, second] = underlines('[la place](https://example.org)').map(
    line => line.match(/[\d.]+/g)?.map(Number) ?? [],
  )
  t.equal(second?.[0], first?.[2])
  t.strictSame(underlines('la place'), [])
})
