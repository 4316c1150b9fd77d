import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { WorkRecord } from '../../../src/catalogue/model.js'
import { openCatalogue } from '../../../src/catalogue/sqlite/open.js'
import { importFile, type Source } from '../../../src/import/import-file.js'
import type { Converted } from '../../../src/import/remarks.js'
import { jsonFormOf } from '../../../src/import/table/json/form.js'
import { mistakeIn } from '../../../src/import/table/json/mistake.js'
import { type JsonForm, recordsOf } from '../../../src/import/table/json/records.js'
import { parseMapping } from '../../../src/import/table/mapping.js'
import { openMapped } from '../../../src/import/table/source.js'
import { fc } from '../../seeded.js'
import { gather } from '../catalogue.js'

const fileOf = (t: Test, content: string): string => join(t.testdir({ 'works.ndjson': content }), 'works.ndjson')
const minimal = { id: { column: 'id' }, columns: { title: 'title' } }

/** An empty catalogue, and files with one mapping beside it. */
function house(t: Test, mapping: object, contents: readonly string[]) {
  const files = Object.fromEntries(contents.map((content, at) => [String(at), { 'works.ndjson': content }]))
  const folder = t.testdir({ ...files, 'm.json': JSON.stringify(mapping) })
  const catalogue = openCatalogue(join(folder, 'catalogue.db'), () => new Date('2026-05-01T12:00:00Z'))
  t.teardown(() => catalogue.close())
  const sourceAt = (at: number): Source => ({
    path: join(folder, String(at), 'works.ndjson'),
    format: 'csv',
    mapping: join(folder, 'm.json'),
  })
  return { catalogue, sources: contents.map((_, at) => sourceAt(at)) }
}

async function open(t: Test, mapping: object, content: string) {
  const file = parseMapping(JSON.stringify({ ...minimal, ...mapping }), 'm.json')
  const incoming = await openMapped(fileOf(t, content), file)
  const works: readonly Converted<WorkRecord>[] = incoming.kind === 'works' ? await gather(incoming.works) : []
  return { about: incoming.about, works }
}

const record = {
  id: 42,
  title: { fr: 'L’Œuvre', en: 'The work' },
  creator: { name: 'Rosa Bonheur' },
  makers: [
    { name: 'Un', role: null },
    { name: 'Deux', roles: ['peintre', 'graveur'] },
  ],
  images: [{ url: 'https://example.org/1' }, { url: 'https://example.org/2' }],
  materials: ['huile', 'toile', ''],
  onView: false,
  empty: [],
  nothing: null,
}

t.test(
  'values inside records are reached by their paths, lists are several values, and the notice keeps every one',
  async t => {
    const columns = {
      'title.fr': 'title',
      'title.en': 'title@en',
      'makers.name': 'makers',
      materials: 'materials',
      'images[1].url': 'comments',
      'makers[1].roles[0]': 'makerRole',
    }
    const { works, about } = await open(t, { columns, ignore: ['onView'] }, JSON.stringify(record))
    t.strictSame(works[0]?.record, {
      id: '42',
      notice: {
        source: 'CSV',
        fields: [
          ['id', '42'],
          ['title.fr', 'L’Œuvre'],
          ['title.en', 'The work'],
          ['creator.name', 'Rosa Bonheur'],
          ['makers[0].name', 'Un'],
          ['makers[1].name', 'Deux'],
          ['makers[1].roles[0]', 'peintre'],
          ['makers[1].roles[1]', 'graveur'],
          ['images[0].url', 'https://example.org/1'],
          ['images[1].url', 'https://example.org/2'],
          ['materials[0]', 'huile'],
          ['materials[1]', 'toile'],
        ],
      },
      title: { fr: ['L’Œuvre'], en: ['The work'] },
      makers: [{ name: 'Un', role: { fr: ['peintre'] } }, { name: 'Deux' }],
      texts: { materials: { fr: ['huile', 'toile'] }, comments: { fr: ['https://example.org/2'] } },
    })
    t.strictSame(about.noticeOnly, [{ column: 'creator.name', values: 1 }])
    t.equal(about.serialisation, 'NDJSON')
  },
)

t.test('numbers keep the spelling that they have in the file', async t => {
  const columns = { h: 'heightCm' }
  const content = '{"id": 12345678901234567890, "h": 45.20, "n": [1e3, -0, 0.1], "s": "1.50 \\"2.0\\""}'
  const { works } = await open(t, { columns }, content)
  t.equal(works[0]?.record?.id, '12345678901234567890')
  t.equal(works[0]?.record?.dimensions?.heightMm, 452)
  t.strictSame(works[0]?.record?.notice?.fields.slice(1), [
    ['h', '45.20'],
    ['n[0]', '1e3'],
    ['n[1]', '-0'],
    ['n[2]', '0.1'],
    ['s', '1.50 "2.0"'],
  ])
})

t.test('records are found line by line, one after the other, in a list, or in a list below a key', async t => {
  const [a, b] = [
    { id: 'a', title: 'A', items: [{ x: 1 }] },
    { id: 'b', title: 'B "}]' },
  ]
  const [one, two] = [JSON.stringify(a), JSON.stringify(b)]
  const pretty = (value: unknown) => JSON.stringify(value, null, 2)
  const texts: readonly (readonly [JsonForm['form'], string, object?])[] = [
    ['lines', `\uFEFF\r\n${one}\r\n\r\n   \r\n${two}\r\n`],
    ['lines', `${one}\n${two}`],
    ['objects', `${pretty(a)}\n${pretty(b)}\n`],
    ['list', pretty([a, b])],
    ['list', JSON.stringify([a, b])],
    ['list', pretty({ total: 2, results: [a, b], next: null })],
    ['list', JSON.stringify({ info: { rows: 2 }, records: [a, b] })],
    ['list', pretty({ response: { docs: [a, b] }, other: [{ id: 'c' }] }), { records: 'response.docs' }],
  ]
  for (const [form, text, mapping] of texts) {
    const asked = (mapping as { records?: string } | undefined)?.records
    t.equal(jsonFormOf(text.replace('\uFEFF', ''), asked).form, form, text)
    const { works, about } = await open(t, mapping ?? {}, text)
    t.strictSame(
      works.map(work => work.record?.title?.fr),
      [['A'], ['B "}]']],
      text,
    )
    t.equal(about.rows, 2)
  }
})

t.test('a broken record is refused with its line and column, before anything is written', async t => {
  const good = '{"id": 1, "title": "A"}\n'
  const broken: readonly (readonly [content: string, place: string])[] = [
    [`${good.repeat(600)}{"id": 2, "title": tru}\n${good}`, 'line 601, column 20: expected a value but found "t"'],
    [`${good}{"id": 2 "title": "B"}\n`, 'line 2, column 10: expected "," or "}" but found "\\""'],
    [
      `${good}\n{"id": 2,\n"title": "B"}\n`,
      'line 3, column 10: expected a name in quotation marks but found the end of the record',
    ],
    [`${good}["a"]\n`, 'line 2: expected an object in braces'],
    [`[\n  {"id": 1},\n  {"id": 2,\n   "title": 'B'}\n]`, 'line 4, column 13: expected a value but found "\'"'],
    [
      `${good}{"id": 2, "deep": ${'['.repeat(100)}1${']'.repeat(100)}}`,
      'line 2: a record is nested more than 64 levels deep',
    ],
  ]
  const { catalogue, sources } = house(
    t,
    minimal,
    broken.map(([content]) => content),
  )
  for (const [at, [, place]] of broken.entries()) {
    const message = `works.ndjson, ${place}. Nothing was imported.`
    await t.rejects(importFile(sources[at] as Source, catalogue), { code: 'refused', message }, place)
  }
  t.equal(await catalogue.reader.isEmpty(), true)
})

t.test('a text that ends too early, or holds a record beyond all measure, is refused', async t => {
  await t.rejects(open(t, {}, '[\n{"id": 1},\n{"id": 2'), { message: /it ends in the middle, at line 3\./ })
  await t.rejects(open(t, {}, `{"id": 1, "x": "${'x'.repeat(9_000_000)}"}`), {
    code: 'too-large',
    message: /line 1 is longer/,
  })
  for (const [text, found, place] of [
    ['{"ref":"1"}\n42\n', '4', 'line 2, column 1'],
    ['[{"ref":"1"},\n "x", {"ref":"2"}]', '\\"', 'line 2, column 2'],
    ['{"records":[{"ref":"1"}, null]}', 'n', 'line 1, column 26'],
  ] as const)
    await t.rejects(open(t, {}, text), { message: `Expected records in braces but found "${found}" at ${place}.` })
  await t.rejects(open(t, {}, '{"a":[]}\n{}'), {
    message: /^Expected values in works\.ndjson but its records hold none\./,
  })
  await t.rejects(open(t, {}, '[]'), { message: /^Expected records in works\.ndjson but it has none\./ })
  await t.rejects(open(t, { columns: { titel: 'title' } }, '{"id": 1}'), { message: /no column "titel"; it has id\.$/ })
})

t.test('paths beyond the two thousandth share one column, and are kept with their names', async t => {
  const keys = (from: number) => Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`k${from + at}`, 'v']))
  const lines = [0, 1500].map((from, at) => JSON.stringify({ id: at, title: 'T', sizes: keys(from) })).join('\n')
  const { works, about } = await open(t, {}, lines)
  t.strictSame(about.noticeOnly.at(-1), { column: '(further paths)', values: 1 })
  t.equal(works[1]?.record?.notice?.fields.length, 1502)
  t.strictSame(works[1]?.record?.notice?.fields.at(-1), ['sizes.k2999', 'v'])
})

t.test('a name that is a path and a path of names are the same column', async t => {
  const columns = { 'dc.title': 'title' }
  const { works } = await open(t, { columns }, '{"id":1,"dc.title":"A"}\n{"id":2,"dc":{"title":"B"}}')
  t.strictSame(
    works.map(({ record }) => record?.title?.fr),
    [['A'], ['B']],
  )
})

t.test('28,000 records of every kind come in, none lost', async t => {
  const total = 28_000
  const lines = Array.from({ length: total }, (_, at) => {
    const dimensions = at % 7 === 0 ? null : { height: at % 300, unit: 'cm' }
    const title = at % 5 === 0 ? { fr: `Œuvre n° ${at} — « 絵画 » 🖼`, en: null } : { fr: `Œuvre ${at}` }
    const makers = Array.from({ length: at % 4 }, (_, maker) => ({ name: `Auteur ${maker}`, born: 1500 + maker }))
    const text = at % 1000 === 0 ? 'Très long. '.repeat(20_000) : `${at}`
    return JSON.stringify({ id: at, title, dimensions, makers, onView: at % 2 === 0, text, tags: [[]] })
  })
  const content = `\uFEFF${lines.join('\r\n\r\n')}\r\n`
  const columns = { 'title.fr': 'title', 'makers.name': 'makers', 'dimensions.height': 'heightCm', text: 'summary' }
  const { catalogue, sources } = house(t, { id: { column: 'id' }, columns }, [content])
  const { tally } = await importFile(sources[0] as Source, catalogue)
  t.match(tally, { rows: total, created: total, refused: 0 })
  const without = lines.filter((_, at) => at % 7 !== 0 && at % 300 === 0).length
  t.equal(tally.remarks.get('not-a-measure')?.total, without, 'heights of 0 are kept in the notice')
  t.match((await catalogue.reader.works(['27000']))[0], { title: { fr: ['Œuvre n° 27000 — « 絵画 » 🖼'] } })
})

t.test('where a text stops being JSON is where a parser says so', t => {
  const json = fc.json({ maxDepth: 4 })
  fc.assert(
    fc.property(
      json,
      fc.nat(),
      fc.constantFrom('', '{', '}', ']', ',', '"', 'x', '\\', '\n', '1'),
      (text, where, inserted) => {
        const at = where % (text.length + 1)
        const changed = text.slice(0, at) + inserted + text.slice(inserted === '' ? at + 1 : at)
        const mistake = mistakeIn(changed)
        const isWhole = mistake.at === changed.length && mistake.expected === 'the end'
        return isWhole === parses(changed)
      },
    ),
    { numRuns: 2000 },
  )
  t.end()
})

t.test('records are the same however the text is cut into pieces', async () => {
  const records = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(records, fc.integer({ min: 1, max: 9 }), fc.boolean(), async (list, size, wrapped) => {
      const text = JSON.stringify(wrapped ? { n: '[{', results: list } : list, null, 1)
      const pieces = async function* () {
        for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
      }
      const form: JsonForm = { form: 'list', below: wrapped ? ['results'] : [] }
      const found = await gather(recordsOf(pieces(), form))
      return JSON.stringify(found.map(record => JSON.parse(record.text))) === JSON.stringify(list)
    }),
  )
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
