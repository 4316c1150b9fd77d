import t from 'tap'
import { lengthWords } from '../../../src/stories/drawn/phrases.js'

t.test('lengths are told in the unit that fits, as the language writes numbers', async t => {
  t.equal(lengthWords(2500, 'fr'), '2,5\u00a0m')
  t.equal(lengthWords(2500, 'en'), '2.5\u00a0m')
  t.equal(lengthWords(500, 'nl-BE'), '50\u00a0cm')
  t.equal(lengthWords(5, 'fr-b1'), '5\u00a0mm', 'a tag that programs do not know is no obstacle')
})
