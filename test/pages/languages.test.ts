import t from 'tap'
import { otherLanguages, preferredLanguage, wordsFor } from '../../src/pages/languages.js'

t.test('the language that the reader likes best is chosen, French where none is spoken', async t => {
  const table: readonly (readonly [header: string | undefined, language: string])[] = [
    [undefined, 'fr'],
    ['', 'fr'],
    ['en', 'en'],
    ['nl-BE,nl;q=0.9,en;q=0.8', 'nl'],
    ['de-DE,de;q=0.9,en;q=0.5,fr;q=0.4', 'en'],
    ['en;q=0.2, fr;q=0.3', 'fr'],
    ['en;q=0, nl;q=0.1', 'nl'],
    ['EN-gb', 'en'],
    ['de', 'fr'],
    ['*', 'fr'],
    ['de, *;q=0.5', 'fr'],
    ['en;q=abc', 'fr'],
    [`${'x,'.repeat(10_000)}en`, 'fr'],
  ]
  for (const [header, language] of table) t.equal(preferredLanguage(header), language, String(header).slice(0, 40))
})

t.test('a text is given in the reader’s language, or in the one there is, with its name', async t => {
  t.same(wordsFor({ fr: ['oui'], en: ['yes'] }, 'en'), { values: ['yes'], language: 'en' })
  t.same(wordsFor({ 'en-GB': ['yes'], fr: ['oui'] }, 'en'), { values: ['yes'], language: 'en-GB' })
  t.same(wordsFor({ nl: ['ja'], en: ['yes'] }, 'fr'), { values: ['yes'], language: 'en' })
  t.same(wordsFor({ none: ['1884'] }, 'fr'), { values: ['1884'], language: undefined })
  t.same(wordsFor({ la: ['ita'] }, 'fr'), { values: ['ita'], language: 'la' })
  t.same(wordsFor({ fr: [' '], nl: ['ja'] }, 'fr'), { values: ['ja'], language: 'nl' })
  t.equal(wordsFor({ fr: [] }, 'fr'), undefined)
  t.equal(wordsFor(undefined, 'fr'), undefined)
})

t.test('languages shown for want of the reader’s are named in the reader’s language', async t => {
  t.same(otherLanguages([{ fr: ['a'] }, { fr: ['b'] }, { en: ['c'] }, undefined], 'en'), ['French'])
  t.same(otherLanguages([{ nl: ['a'] }, { en: ['b'] }], 'fr'), ['néerlandais', 'anglais'])
  t.same(otherLanguages([{ 'not a tag': ['a'] }], 'fr'), ['not a tag'])
})
