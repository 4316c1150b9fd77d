import t from 'tap'
import { inOtherLanguage } from '../../../src/presentation/stories/words.js'

t.test('a text in another language than the reader’s is announced by the name of that', async t => {
  t.equal(inOtherLanguage('nl', 'fr'), 'Texte en néerlandais')
  t.equal(inOtherLanguage('fr', 'en-GB'), 'Text in French')
  t.equal(inOtherLanguage('fr-b1', 'nl'), 'Tekst in het fr-b1', 'a tag that is no language’s stands for itself')
})
