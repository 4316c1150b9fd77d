import t from 'tap'
import { completeness, missingTexts, textIn } from '../../src/stories/texts.js'
import { analysis, underdrawing } from './samples.js'

t.test('a text is read in the language asked for, or in the nearest that there is', async t => {
  const texts = { nl: 'De toren', en: 'The tower', fr: ' ' }
  t.strictSame(textIn(texts, 'en', ['fr', 'nl']), { text: 'The tower', language: 'en' })
  t.strictSame(textIn(texts, 'fr', ['fr', 'en', 'nl']), { text: 'The tower', language: 'en' }, 'blanks are no text')
  t.strictSame(textIn(texts, 'de', ['fr']), { text: 'De toren', language: 'nl' }, 'any at all')
  t.equal(textIn({ fr: '' }, 'fr', ['fr']), undefined)
  t.equal(textIn(undefined, 'fr', ['fr']), undefined)
})

t.test('what a language lacks is known, by place', async t => {
  t.strictSame(missingTexts(underdrawing), [])
  t.strictSame(
    [...completeness(underdrawing)],
    [
      ['fr', 1],
      ['en', 1],
      ['nl', 1],
    ],
  )
  t.strictSame(missingTexts(analysis), [
    { language: 'en', at: ['subtitle'] },
    { language: 'en', at: ['steps', 1, 'text'] },
  ])
  t.equal(completeness(analysis).get('fr'), 1)
  const all = 13
  t.equal(completeness(analysis).get('en'), (all - 2) / all)
})
