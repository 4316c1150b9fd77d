import t, { type Test } from 'tap'
import { gather } from '../catalogue.js'
import { guess } from './guessing.js'

/** The one work of a record, read by the mapping that is proposed for the file. */
async function imported(t: Test, record: object) {
  const { incoming, mapping } = await guess(t, JSON.stringify(record), 'works.ndjson')
  const [first] = incoming.kind === 'works' ? await gather(incoming.works) : []
  return { work: first?.record, remarks: first?.remarks, mapping }
}

t.test('makers are those whose role is to have made it; donors and sitters stay in the notice', async t => {
  const { work, mapping } = await imported(t, {
    id: 1,
    title: 'Portrait',
    people: [
      { role: 'Donor', displayname: 'Mrs. Gift', name: 'Gift' },
      { role: 'Artist', displayname: 'Ann Painter', name: 'Ann Painter' },
      { role: 'Sitter', displayname: 'Sir Sitter', name: 'Sitter' },
      { role: 'Artist after', displayname: 'Old Master', name: 'Old Master' },
      { role: 'Former owner', displayname: 'Ann Painter', name: 'Ann Painter' },
      { displayname: 'Anybody', name: 'Anybody' },
    ],
  })
  t.match(mapping.columns, { 'people.displayname': { field: 'makers', role: 'people.role' } })
  t.notOk('people.name' in mapping.columns, 'the same persons are named once')
  t.strictSame(work?.makers, [
    { name: 'Ann Painter', role: { en: ['Artist'] } },
    { name: 'Old Master', role: { en: ['Artist after'] } },
    { name: 'Anybody' },
  ])
  const kept = work?.notice?.fields.map(([path, text]) => `${path}: ${text}`)
  t.match(kept, new Set(['people[0].displayname: Mrs. Gift', 'people[2].role: Sitter']))
})

t.test('measures in objects and lists are those of the whole, in the unit that stands beside them', async t => {
  const shapes: readonly (readonly [record: object, dimensions: object | undefined])[] = [
    [{ dimensions: { height: 12.5, width: 20, unit: 'cm' } }, { heightMm: 125, widthMm: 200 }],
    [{ dimensions: { height: 12.5, width: 20, unit: 'mm' } }, { heightMm: 12.5, widthMm: 20 }],
    [{ dimensions: { height: 12.5, width: 20, unit: 'in' } }, undefined],
    [
      {
        measurements: [
          { elementName: 'Framed', elementMeasurements: { Height: 90.5, Width: 70 } },
          { elementName: 'Overall', elementMeasurements: { Height: 73, Width: 49.8, Depth: 2 } },
        ],
      },
      { heightMm: 730, widthMm: 498, depthMm: 20 },
    ],
    [{ measurements: [{ elementName: 'Frame', elementMeasurements: { Height: 90.5 } }] }, undefined],
    [
      {
        dimensions: [
          { dimension: 'Height', value: '23.5', unit: 'cm', part: '' },
          { dimension: 'Width', value: '31', unit: 'cm', part: '' },
          { dimension: 'Height', value: '44', unit: 'cm', part: 'frame' },
          { dimension: 'Depth', value: '8', unit: 'mm', part: '' },
          { dimension: 'Weight', value: '12', unit: 'kg', part: '' },
        ],
      },
      { heightMm: 235, widthMm: 310, depthMm: 8 },
    ],
  ]
  for (const [measured, dimensions] of shapes) {
    const { work, remarks } = await imported(t, { id: 1, title: 'Work', ...measured })
    t.strictSame(work?.dimensions, dimensions, JSON.stringify(measured))
    t.strictSame(remarks, [])
  }
})

t.test('sides in words are read where most rows say them', async t => {
  const { work } = await imported(t, { id: 1, title: 'Work', dimensions: '29.2 x 20.3 cm (11 1/2 x 8 in.)' })
  t.strictSame(work?.dimensions, { words: '29.2 x 20.3 cm (11 1/2 x 8 in.)', heightMm: 292, widthMm: 203 })
  const { mapping } = await imported(t, { id: 1, title: 'Work', dimensions: 'about as large as a hand' })
  t.match(mapping.columns, { dimensions: 'dimensions' })
})
