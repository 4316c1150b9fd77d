import t from 'tap'
import { proseHtml } from '../../../src/stories/prose/html.js'
import { parseProse } from '../../../src/stories/prose/parse.js'
import { printed } from '../../../src/stories/typesetting/printed.js'

const html = (text: string, language = 'fr') => proseHtml(printed(parseProse(text).prose, language))

t.test('marks are printed across runs, and addresses stay as they are', async t => {
  t.equal(
    html(`L'*été*, "*si* <b>doux</b>" : <a href="https://example.org/l'eau">l'eau</a>`),
    '<p>L’<i>été</i>, «\u00a0<i>si</i> <b>doux</b>\u00a0»\u00a0: <a href="https://example.org/l&#39;eau">l’eau</a></p>',
  )
  t.equal(
    html('[x](https://example.org/a "Un titre") !\n\n- "a"\n- b\ue000...'),
    '<p><a href="https://example.org/a">x</a>\u202f!</p><p>• «\u00a0a\u00a0»<br>• b…</p>',
  )
})

t.test('words in another language are printed as that has them', async t => {
  t.equal(
    html('Il dit <span lang="en">"yes"</span> ou "oui".'),
    '<p>Il dit <span lang="en">“yes”</span> ou «\u00a0oui\u00a0».</p>',
  )
})
