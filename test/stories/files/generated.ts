import type { Mark, Story } from '../../../src/catalogue/story.js'
import { parseStory } from '../../../src/stories/parse.js'
import { fc } from '../../seeded.js'

const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }),
  fc.constantFrom(
    '# No heading',
    'One\n\n## {#two}\n\nthree',
    '```yaml\nregion: 1,2,3,4\n```',
    '~~~yaml',
    '---\nkind: analysis\n---',
    ' begun late ',
    'ends {#here}',
    'Windows\r\nMac\rend',
    '\n\nlines around\n',
    'true',
    '1914',
    '~',
    '&anchor *alias !!tag',
    'L’œuvre : « dite » — #1, [2] {3}',
    '\ufeffmark',
    '\tTab',
    '…\u0000\u001b[31m\u2028\ud800',
    '- one\n- two\n\n```yaml\n',
    `${'long '.repeat(60)}\n\n* end`,
  ),
)
const languages = ['fr', 'en', 'nl', 'zh-Hant'] as const
const texts = fc.dictionary(fc.constantFrom(...languages), words, { minKeys: 1 })
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const word = fc.string({ minLength: 1, maxLength: 12 })
const id = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4})?$/)

const size = 1000
const pixel = fc.integer({ min: 0, max: 400 })
const side = fc.integer({ min: 1, max: 500 })
const box = fc.record({ x: pixel, y: pixel, width: side, height: side })
const position = fc.double({ min: 0, max: size, noNaN: true }).map(value => value + 0)
const point = fc.record({ x: position, y: position })
const picture = fc.constant({ width: size, height: size })
const place = fc.record({ view: word, region: box, picture }, { requiredKeys: ['picture'] })
const detail = fc.record({ work: word, view: word, region: box, picture }, { requiredKeys: ['work', 'picture'] })

const label = { label: optional(texts) }
const length = fc.double({ min: 0.001, max: 900, noNaN: true })
const shape = fc.oneof(
  fc.record({
    kind: fc.constantFrom('line', 'arrow'),
    points: fc.array(point, { minLength: 2, maxLength: 4 }),
    ...label,
  }),
  fc.record({ kind: fc.constant('polygon'), points: fc.array(point, { minLength: 3, maxLength: 5 }), ...label }),
  fc.record({
    kind: fc.constant('ellipse'),
    center: point,
    radiusX: length,
    radiusY: length,
    angle: optional(fc.integer({ min: -360, max: 360 })),
    ...label,
  }),
  fc.record({
    kind: fc.constant('grid'),
    box,
    columns: fc.integer({ min: 1, max: 40 }),
    rows: fc.constant(3),
    ...label,
  }),
)
const marks = fc
  .uniqueArray(id, { maxLength: 4 })
  .chain(ids => fc.tuple(...ids.map(each => shape.map(drawn => ({ id: each, ...drawn }) as Mark))))

const parts = {
  title: optional(texts),
  text: optional(texts),
  alternativeText: optional(texts),
  marks: optional(marks),
}
const named = <Value extends object>(part: fc.Arbitrary<Value>, prefix: string, maxLength: number, minLength = 0) =>
  fc.array(part, { minLength, maxLength }).map(all => all.map((each, index) => ({ ...each, id: `${prefix}-${index}` })))

const step = fc
  .record({
    place,
    layer: optional(fc.constantFrom('visible', 'infrared')),
    counterpart: optional(fc.tuple(detail, optional(texts)).map(([found, caption]) => ({ ...found, caption }))),
    ...parts,
  })
  .map(({ place: found, ...others }) => ({ ...found, ...others }))

const block = fc.oneof(
  fc.record({ kind: fc.constant('work'), work: word, view: optional(word), text: optional(texts) }),
  fc.tuple(detail, fc.record(parts)).map(([found, others]) => ({ kind: 'detail', ...found, ...others })),
  fc.record({ kind: fc.constant('text'), title: optional(texts), text: texts }),
  fc.record({
    kind: fc.constant('comparison'),
    mode: fc.constantFrom('scale', 'zoom'),
    sides: fc.array(detail, { minLength: 2, maxLength: 3 }),
    title: optional(texts),
  }),
  fc.record({ kind: fc.constant('analysis'), analysis: id, text: optional(texts) }),
  fc.record({ kind: fc.constant('quotation'), text: texts, source: optional(texts) }),
)

const head = {
  slug: id,
  title: texts.chain(found => words.map(first => ({ ...found, fr: first }))),
  subtitle: optional(texts),
  summary: optional(texts),
  languages: fc.constantFrom(['fr'], ['fr', 'en'], ['fr', 'nl', 'en']),
  authors: optional(fc.array(word, { maxLength: 3 })),
  credits: optional(
    fc.array(fc.record({ role: texts, names: fc.array(word, { minLength: 1, maxLength: 3 }) }), { maxLength: 3 }),
  ),
  cover: optional(detail),
  rights: optional(fc.record({ uri: optional(fc.webUrl()), credit: optional(texts) })),
}

const analysis = fc.record({
  kind: fc.constant('analysis'),
  ...head,
  work: word,
  steps: named(step, 'step', 4, 1),
})

const exhibition = fc
  .record({
    kind: fc.constant('exhibition'),
    ...head,
    dates: optional(fc.constantFrom({}, { from: '2026-03-01' }, { from: '2026-03-01', to: '2026-09-30' })),
    place: optional(texts),
    sections: fc.array(fc.record({ title: texts, text: optional(texts), blocks: fc.array(block, { maxLength: 4 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(story => ({
    ...story,
    sections: story.sections.map((section, outer) => ({
      ...section,
      id: `s-${outer}`,
      blocks: section.blocks.map((each, inner) => ({ ...each, id: `b-${outer}-${inner}` })),
    })),
  }))

/** Stories with whatever the model lets stand in them, without fields that are not there. */
export const generatedStory: fc.Arbitrary<Story> = fc.oneof(analysis, exhibition).map(made => {
  const parsed = parseStory(JSON.parse(JSON.stringify(made)))
  if ('mistakes' in parsed) throw new Error(JSON.stringify(parsed.mistakes))
  return parsed.story
})
