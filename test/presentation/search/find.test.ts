import t from 'tap'
import { findIn } from '../../../src/presentation/search/find.js'

const text = (key: string, plain: string) => ({
  comment: { key, language: 'fr', html: '', plain },
  id: `https://example.org/${key}`,
  canvas: 'https://example.org/canvas',
  size: { width: 10, height: 10 },
})

const texts = [text('a', 'Une FÊTE au cœur de la ville.'), text('b', 'L’été, la fête continue : fêtes et danses.')]
const keys = (question: string) => findIn(texts, question).map(({ comment }) => comment.key)

t.test('accents, case and ligatures make no difference', async t => {
  t.strictSame(keys('fete'), ['a', 'b'])
  t.strictSame(keys('COEUR'), ['a'])
  t.strictSame(findIn(texts, 'coeur')[0]?.matches, [{ before: 'Une FÊTE au ', exact: 'cœur', after: ' de la ville.' }])
})

t.test('every word must be there, and begins a word', async t => {
  t.strictSame(keys('fete danse'), ['b'])
  t.strictSame(keys('ille'), [])
  t.strictSame(keys('ete'), ['b'], 'after an apostrophe a word begins')
})

t.test('all places of all words are told, in the order of the text', async t => {
  t.strictSame(
    findIn(texts, 'danses fête')[0]?.matches.map(({ exact }) => exact),
    ['fête', 'fêtes', 'danses'],
  )
})

t.test('a word that several words of a question begin is told once', async t => {
  t.strictSame(
    findIn(texts, 'fête fêtes')[0]?.matches.map(({ exact }) => exact),
    ['fête', 'fêtes'],
  )
})

t.test('a question without words finds nothing, and signs of patterns are no words', async t => {
  for (const question of ['', '  ', '.*', '(((', '[', '\\']) t.strictSame(keys(question), [], question)
})
