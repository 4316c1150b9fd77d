import t from 'tap'
import { changesBetween } from '../../src/stories/changes.js'
import { completeness, missingTexts } from '../../src/stories/texts.js'
import { analysis, exhibition, underdrawing } from './samples.js'

t.test('a story does not differ from itself', async t => {
  for (const story of [analysis, exhibition]) t.strictSame(changesBetween(story, story), [])
})

t.test('texts that changed are told by part, field and language', async t => {
  const [first, second, ...others] = analysis.steps
  if (!first || !second) throw new Error('The sample has steps.')
  const retold = {
    ...analysis,
    title: { fr: 'Autre' },
    steps: [first, { ...second, text: { fr: 'Neuf.' } }, ...others],
  }
  t.strictSame(changesBetween(analysis, retold), [
    { field: 'title.fr', kind: 'changed', before: analysis.title.fr, after: 'Autre' },
    { field: 'title.en', kind: 'removed', before: analysis.title.en },
    { part: 'tour', field: 'text.fr', kind: 'changed', before: second.text?.fr, after: 'Neuf.' },
  ])
})

t.test('parts that came, went or moved are told once, and not those they passed', async t => {
  const [whole, tower, dancers] = analysis.steps
  if (!whole || !tower || !dancers) throw new Error('The sample has three steps.')
  const kinds = (steps: typeof analysis.steps) =>
    changesBetween(analysis, { ...analysis, steps }).map(({ part, kind }) => [part, kind])
  t.strictSame(kinds([tower, dancers, whole]), [['ensemble', 'moved']])
  t.strictSame(kinds([whole, dancers]), [['tour', 'removed']])
  t.strictSame(kinds([whole, { id: 'neuf' }, tower, dancers]), [['neuf', 'added']])
})

t.test('a block that went to another section has moved', async t => {
  const [one, two, three] = exhibition.sections
  if (!one || !two || !three) throw new Error('The sample has three sections.')
  const [block, ...rest] = one.blocks
  if (!block) throw new Error('The first section has blocks.')
  const sections = [{ ...one, blocks: rest }, { ...two, blocks: [...two.blocks, block] }, three]
  t.strictSame(changesBetween(exhibition, { ...exhibition, sections }), [
    { part: 'kermesse', field: '', kind: 'moved', before: 'place', after: 'verdure' },
  ])
})

t.test('what moved in a story as large as there may be is found at once', async t => {
  const sections = Array.from({ length: 60 }, (_, room) => ({
    id: `room-${room}`,
    title: { fr: 'Salle' },
    blocks: Array.from({ length: 100 }, (_, block) => ({
      kind: 'work' as const,
      id: `block-${room}-${block}`,
      work: 'DEMO-0001',
    })),
  }))
  const [first, ...others] = sections
  if (!first) throw new Error('There are sections.')
  const changes = changesBetween({ ...exhibition, sections }, { ...exhibition, sections: [...others, first] })
  t.strictSame(
    changes.map(({ part, kind }) => [part, kind]),
    [first, ...first.blocks].map(({ id }) => [id, 'moved']),
  )
})

t.test('marks are followed by their ids', async t => {
  const steps = analysis.steps.map(step =>
    step.id === 'tour' ? { ...step, marks: step.marks?.filter(({ id }) => id !== 'axe') ?? [] } : step,
  )
  t.match(changesBetween(analysis, { ...analysis, steps }), [{ part: 'tour', field: 'marks.axe', kind: 'removed' }])
})

t.test('what is missing in a language is known, and how much there is', async t => {
  t.strictSame(missingTexts(underdrawing), [])
  const missing = missingTexts(analysis)
  t.strictSame(
    missing.filter(({ at }) => at[0] === 'subtitle'),
    [{ language: 'en', at: ['subtitle'] }],
  )
  const share = completeness(analysis)
  t.equal(share.get('fr'), 1)
  t.ok((share.get('en') ?? 1) < 1)
})
