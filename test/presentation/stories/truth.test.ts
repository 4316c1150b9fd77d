import { readFileSync } from 'node:fs'
import t from 'tap'
import { storyKinds } from '../../../src/catalogue/story.js'
import { aspects } from '../../../src/presentation/stories/truth/aspects.js'
import { rules } from '../../../src/presentation/stories/truth/rules.js'
import { truthGroups, truthLines, truthMarkdown, truthTable } from '../../../src/presentation/stories/truth/table.js'
import { viewers } from '../../../src/presentation/stories/truth/viewers.js'
import { analysis, exhibition, underdrawing } from '../../stories/samples.js'

t.test('the table speaks of what a story has, and of nothing else', async t => {
  const aspectsIn = (story: Parameters<typeof truthTable>[0]) => [...new Set(truthTable(story).map(row => row.aspect))]
  t.strictSame(aspectsIn(analysis), ['text', 'order', 'contents', 'regions', 'marks', 'others', 'languages'])
  t.strictSame(aspectsIn(underdrawing), ['text', 'order', 'contents', 'regions', 'layers', 'languages'])
  const first = underdrawing.steps.slice(0, 1)
  t.strictSame(aspectsIn({ ...underdrawing, steps: first, languages: ['fr'] }), ['text', 'order', 'contents'])
  t.equal(truthTable(exhibition).length, Object.keys(viewers).length * aspectsIn(exhibition).length)
  t.match(
    truthTable(analysis).find(({ viewer, aspect }) => viewer === 'storiiies' && aspect === 'marks'),
    { sees: 'no', count: 2 },
  )
})

t.test('a viewer may show an analysis and not an exhibition', async t => {
  const order = (story: Parameters<typeof truthTable>[0]) =>
    truthTable(story).find(({ viewer, aspect }) => viewer === 'storiiies' && aspect === 'order')?.sees
  t.equal(order(analysis), 'yes')
  t.equal(order(exhibition), 'no')
})

t.test('lines say what is not wholly seen, in both languages of those who publish', async t => {
  const lines = truthLines(truthTable(analysis), 'fr')
  t.ok(lines.includes('  ✗ Les tracés (2)\u00a0: Pas de tracés : le texte doit suffire.'))
  t.notOk(lines.some(line => line.startsWith('  ✓')))
  t.ok(truthLines(truthTable(analysis), 'en').some(line => line.startsWith('  ✗ The marks (2): ')))
})

t.test('viewers that show the same stand together, and no row is lost', async t => {
  const rows = truthTable(exhibition)
  const groups = truthGroups(rows)
  t.same(groups.flatMap(group => group.viewers).toSorted(), Object.keys(viewers).toSorted())
  for (const group of groups)
    for (const viewer of group.viewers)
      t.strictSame(
        group.rows.map(({ aspect, sees, en }) => ({ aspect, sees, en })),
        rows.filter(row => row.viewer === viewer).map(({ aspect, sees, en }) => ({ aspect, sees, en })),
      )
})

t.test('every rule has its sentences and its reason', async t => {
  for (const [viewer, ruling] of Object.entries(rules)) {
    t.strictSame(Object.keys(ruling), Object.keys(aspects), viewer)
    for (const each of Object.values(ruling))
      for (const { fr, en, reason } of 'sees' in each ? [each] : Object.values(each)) t.ok(fr && en && reason)
  }
})

t.test('the documentation has the same table', async t => {
  const page = readFileSync(new URL('../../../docs/iiif-profile.md', import.meta.url), 'utf8')
  for (const kind of storyKinds) t.ok(page.includes(truthMarkdown(kind)), `${kind}: write it anew from truthMarkdown`)
})
