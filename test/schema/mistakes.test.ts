import { Ajv } from 'ajv'
import t from 'tap'
import { mistakesIn, mostMistakes } from '../../src/schema/mistakes.js'
import { byKind, listOf, shapeOf } from '../../src/schema/shapes.js'

const count = { type: 'integer', minimum: 1 } as const
const shapes = {
  one: shapeOf({ kind: { const: 'one' }, a: count }),
  two: shapeOf({ kind: { const: 'two' } }, { b: count }),
}
const schema = shapeOf(
  { things: listOf(byKind(shapes), 1000) },
  {
    names: {
      type: 'object',
      propertyNames: { type: 'string', pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' },
      additionalProperties: { type: 'string', minLength: 1, maxLength: 5 },
    },
  },
)
const validate = new Ajv({ allErrors: true, strict: true, verbose: true, discriminator: true }).compile(schema)

const told = (input: unknown): readonly string[] => {
  validate(input)
  return mistakesIn(validate.errors ?? []).map(({ at, sentence }) => `${at.join('/')}: ${sentence}`)
}

t.test('each mistake is told once, where it is, with what came', async t => {
  t.strictSame(told({ things: [] }), [])
  t.strictSame(told({ things: [{ kind: 'one' }, { kind: 'two', a: 1 }, { kind: 'three' }, {}, 5] }), [
    'things/0/a: Expected, but it is missing.',
    'things/1/a: There is no such field here; check its spelling, or leave it out.',
    'things/2/kind: Expected one of one, two but found "three".',
    'things/3/kind: Expected, but it is missing.',
    'things/4: Expected fields with names but found 5.',
  ])
  t.strictSame(told({ things: { x: 1 }, names: { french: 'x', fr: '', en: 'much too long', nl: ['x'] } }), [
    'things: Expected a list but found fields with names.',
    'names/french: Expected a language such as fr, en or nl but found "french".',
    'names/fr: Expected at least 1 character, or no such field, but found "".',
    'names/en: Expected at most 5 characters but found "much too long".',
    'names/nl: Expected a text but found a list of 1.',
  ])
})

t.test('however much is wrong, the list and each sentence are short', async t => {
  const sentences = told({ things: Array.from({ length: 1000 }, () => 'x'.repeat(1000)) })
  t.equal(sentences.length, mostMistakes)
  t.ok(sentences.every(sentence => sentence.length < 200))
})
