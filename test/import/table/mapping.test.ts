import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { parseMapping, readMapping } from '../../../src/import/table/mapping.js'

const minimal = { id: { column: 'REF' }, columns: { TITRE: 'title@fr' } }
const parse = (mapping: unknown) => parseMapping(JSON.stringify(mapping, null, 2), 'm.json')

t.test('what a mapping leaves out is filled in, and short columns are spelled out', async t => {
  t.strictSame(parse(minimal).mapping, {
    kind: 'works',
    source: 'CSV',
    quote: '"',
    encoding: 'auto',
    language: 'fr',
    id: { column: 'REF' },
    columns: { TITRE: { field: 'title@fr' } },
  })
})

t.test('a mistake is refused with its line and its place', async t => {
  const museum = (rule: object) => ({ ...minimal, museum: rule })
  const mistakes: readonly (readonly [unknown, string])[] = [
    [[], 'm.json, line 1, /: the value must be object.'],
    [{ columns: minimal.columns }, "m.json, line 1, /: the value must have required property 'id'."],
    [{ ...minimal, colour: 'red' }, 'm.json, line 8, /colour: there is no such key.'],
    [
      { ...minimal, kind: 'books' },
      'm.json, line 8, /kind: the value must be equal to one of the allowed values: works, museums.',
    ],
    [{ ...minimal, delimiter: '||' }, 'm.json, line 8, /delimiter: the value must NOT have more than 1 characters.'],
    [
      { ...minimal, columns: { TITRE: { field: 'title', transform: 'shout' } } },
      'm.json, line 8, /columns/TITRE/transform: the value must be equal to one of the allowed values: text, html, height-width, years, wikidata-year, wikidata-label.',
    ],
    [museum({}), 'm.json, line 8, /museum: expected a "column", a "code", or both.'],
    [museum({ pattern: 'x', code: 'M$1' }), 'm.json, line 8, /museum: a "pattern" needs the "column" that it reads.'],
    [museum({ column: 'REF', code: 'M1' }), 'm.json, line 8, /museum: a "column" with a "code" needs a "pattern".'],
    [
      museum({ column: 'REF', pattern: '(', code: 'M1' }),
      'm.json, line 8, /museum: expected a regular expression but received "(".',
    ],
    [{ ...museum({ code: 'M1' }), kind: 'museums' }, 'm.json, line 8, /museum: a mapping of museums has no "museum".'],
  ]
  for (const [mapping, message] of mistakes) t.throws(() => parse(mapping), { code: 'refused', message })
  t.throws(() => parseMapping('{ "id": ', 'm.json'), { code: 'refused', message: /^Expected JSON in m\.json: / })
  await t.rejects(readMapping('nowhere/m.json'), {
    code: 'not-found',
    message: 'There is no readable mapping file m.json.',
  })
})

t.test('every mapping that the project brings is one', async t => {
  const folder = fileURLToPath(new URL('../../../manifests/mappings/', import.meta.url))
  const names = await readdir(folder)
  t.ok(names.length >= 3)
  for (const name of names) t.ok((await readMapping(folder + name)).mapping.columns, name)
})
