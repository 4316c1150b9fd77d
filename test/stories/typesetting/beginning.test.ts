import t from 'tap'
import { parseProse } from '../../../src/stories/prose/parse.js'
import { prosePlain } from '../../../src/stories/prose/plain.js'
import { beginningOf } from '../../../src/stories/typesetting/beginning.js'

t.test('a beginning says whether it is all there is, wherever it ends', async t => {
  for (const text of ['un **deux** trois', 'un\n\ndeux', '- un\n- deux', 'un  \ndeux']) {
    const { prose } = parseProse(text)
    const plain = prosePlain(prose)
    for (let letters = 0; letters <= plain.length; letters += 1) {
      const beginning = beginningOf(prose, letters)
      t.equal(beginning.whole, prosePlain(beginning.prose) === plain, `${letters} of "${plain}"`)
      t.ok(plain.startsWith(prosePlain(beginning.prose)))
    }
    t.ok(beginningOf(prose, plain.length).whole)
  }
})
