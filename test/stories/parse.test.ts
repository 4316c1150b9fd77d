import t from 'tap'
import { parseStory } from '../../src/stories/parse.js'
import { placeName } from '../../src/stories/place-name.js'
import { fc } from '../seeded.js'
import { analysis, exhibition, underdrawing } from './samples.js'

const mistakesOf = (input: unknown): readonly string[] => {
  const parsed = parseStory(input)
  return 'mistakes' in parsed ? parsed.mistakes.map(({ at, sentence }) => `${placeName(at)}: ${sentence}`) : []
}

t.test('whole stories are read as they are', async t => {
  for (const story of [analysis, underdrawing, exhibition]) t.strictSame(parseStory(story), { story })
})

t.test('each mistake says where it is and what was expected', async t => {
  const [whole, tower] = analysis.steps
  t.strictSame(mistakesOf({ ...analysis, steps: [whole, { ...tower, titel: { fr: 'x' } }] }), [
    'steps 2, titel: There is no such field here; check its spelling, or leave it out.',
  ])
  t.strictSame(mistakesOf({ ...analysis, slug: 'Été 2026' }), [
    'slug: Expected small letters, digits and single hyphens but found "Été 2026".',
  ])
  t.strictSame(mistakesOf({ ...analysis, steps: [whole, whole] }), [
    'steps 2, id: The id "ensemble" is given twice; each part needs one of its own.',
  ])
  t.strictSame(mistakesOf({ ...analysis, languages: ['nl'] }), [
    'title: Expected a title in the first language, "nl", which is missing.',
  ])
  t.strictSame(mistakesOf({ ...exhibition, dates: { from: '2026-02-30' } }), [
    'dates, from: Expected a day of the calendar but found "2026-02-30".',
  ])
  t.match(mistakesOf({ ...exhibition, kind: 'tour' }), ['kind: Expected one of analysis, exhibition but found "tour".'])
})

t.test('regions and marks lie in the picture that they were drawn on, whose size is said', async t => {
  const box = { x: 3000, y: 0, width: 1001, height: 10 }
  const picture = { width: 4000, height: 5000 }
  const step = { id: 'a', region: box }
  t.match(mistakesOf({ ...underdrawing, steps: [step] }), [/^steps 1: Expected the width and height of the picture/])
  t.match(mistakesOf({ ...underdrawing, steps: [{ ...step, picture }] }), [/it ends at 4001, 10/])
  const marks = [
    {
      id: 'm',
      kind: 'arrow',
      points: [
        { x: 0, y: 0 },
        { x: 0, y: 5001 },
      ],
    },
  ]
  t.match(mistakesOf({ ...underdrawing, steps: [{ id: 'a', picture, marks }] }), [/"m" to lie within the picture/])
  t.match(mistakesOf({ ...underdrawing, steps: [{ id: 'a', picture, marks: [{ id: 'm', kind: 'star' }] }] }), [
    /one of line, arrow, polygon, ellipse, grid/,
  ])
})

t.test('of a large story that is nothing but mistakes the first is told', async t => {
  const blocks = Array.from({ length: 200_000 }, (_, index) => ({ id: `b${index}`, kind: 'text', text: { fr: 5 } }))
  const [section] = exhibition.sections
  t.match(mistakesOf({ ...exhibition, sections: [{ ...section, blocks }] }), [
    /at most \d+ entries but found a list of 200000/,
  ])
})

t.test('nothing that anybody sends is more than a list of mistakes', async () => {
  fc.assert(
    fc.property(fc.anything(), input => {
      parseStory(input)
    }),
    { numRuns: 1000 },
  )
})
