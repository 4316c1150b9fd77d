import { join } from 'node:path'
import t from 'tap'
import { packageRoot } from '../../../src/package.js'
import { readFonts } from '../../../src/stories/typesetting/fonts.js'
import { openWoff } from '../../../src/stories/typesetting/sfnt.js'
import { outline, shape } from '../../../src/stories/typesetting/shape.js'
import { typographic } from '../../../src/stories/typesetting/typography.js'
import { fonts } from './house-fonts.js'

const width = (text: string, face: 'serif' | 'sans' = 'serif') => shape(text, face, fonts).width
const near = (one: number, other: number) => Math.abs(one - other) < 1e-9

t.test('pairs of letters are kerned in both families', async t => {
  for (const face of ['serif', 'sans'] as const)
    t.ok(width('AV', face) < width('A', face) + width('V', face) - 0.02, face)
})

t.test('f and i are one glyph where the font has one', async t => {
  t.equal(shape('ffi', 'serif', fonts).glyphs.length, 1)
  t.equal(shape('f i', 'serif', fonts).glyphs.length, 2)
})

t.test('letters come from whichever file has them', async t => {
  const [latin, extended] = fonts.serif
  t.strictSame(
    shape('aő', 'serif', fonts).glyphs.map(({ font }) => font),
    [latin, extended],
  )
})

t.test('raised letters are small ones', async t => {
  const [, raised] = shape('Xᵉ', 'serif', fonts).glyphs
  t.match(raised, { scale: 0.62, rise: 0.32 })
})

t.test('what no font has is a frame, one for each sign that people see', async t => {
  const { glyphs } = shape('👨‍👩‍👧שa', 'serif', fonts)
  t.strictSame(
    glyphs.map(({ font }) => font === undefined),
    [true, true, false],
  )
  t.match(outline(shape('☃', 'serif', fonts), 0, 100, 100), /^M6\.0 34\.0H54\.0V100\.0H6\.0Z/)
})

t.test('an accent that no font has leaves its letter, controls leave nothing', async t => {
  t.ok(near(width('ẍ'), width('x')))
  t.ok(near(width('a\u0007\u200b\u202eb'), width('ab')))
})

t.test('outlines are numbers and commands, also where a place is almost none', async t => {
  for (let x = 0; x < 1; x += 1 / 7)
    t.match(outline(shape('Le métier', 'serif', fonts), x, 1e-9, 36), /^[MlqczHVZ\d .-]+$/)
})

t.test('French keeps what closes a word with it', async t => {
  t.equal(typographic("L'été : « fini » ? Oui !...", 'fr'), 'L’été\u00a0: «\u00a0fini\u00a0»\u202f? Oui\u202f!…')
  t.equal(typographic("It's so: really?", 'en'), 'It’s so: really?')
  t.equal(typographic("l'", 'fr'), 'l’', 'also before words in italics')
  t.equal(typographic('12 000 florins', 'fr-BE'), '12\u202f000 florins')
})

t.test('straight quotation marks become those of the language, where they come in pairs', async t => {
  t.equal(typographic('Il dit "oui", puis ("non")', 'fr'), 'Il dit «\u00a0oui\u00a0», puis («\u00a0non\u00a0»)')
  t.equal(typographic('He said "yes".', 'en'), 'He said “yes”.')
  t.equal(typographic('Hij zei "ja".', 'nl-BE'), 'Hij zei ‘ja’.')
  t.equal(typographic('A 5" nail, and " alone', 'en'), 'A 5" nail, and " alone')
})

t.test('Dutch keeps its short words with those that follow', async t => {
  t.equal(typographic("'s Avonds in 't Zwin", 'nl'), '’s\u00a0Avonds in ’t\u00a0Zwin')
})

t.test('fonts that were not built are asked for in a sentence', async t => {
  await t.rejects(readFonts(join(packageRoot(), 'nowhere')), /run "npm run build"/)
  t.throws(() => openWoff(Buffer.from('wOF2 and more of it')), /Expected a font as WOFF 1\.0/)
})
