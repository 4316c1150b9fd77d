import { join } from 'node:path'
import Database from 'better-sqlite3'
import t, { type Test } from 'tap'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { catalogueContract, hanging, imageOf, lille, workOf } from '../contract/catalogue.js'

const clock = (): Date => new Date('2026-05-01T12:00:00Z')
let opened = 0
const openEmpty = (t: Test, clock: () => Date, trace?: (statement: string) => void) => {
  opened += 1
  return openCatalogue(join(t.testdir({}), `${opened}.db`), clock, trace)
}

t.test('a catalogue in SQLite', async t => {
  const directory = t.testdir({})
  catalogueContract(t, (_, clock) => {
    opened += 1
    return openCatalogue(join(directory, `${opened}.db`), clock)
  })
})

t.test('a page of 100 works with pictures costs as many statements as a page of one', async t => {
  let statements = 0
  const { reader, writer, close } = openEmpty(t, clock, () => {
    statements += 1
  })
  t.teardown(close)
  const works = Array.from({ length: 100 }, (_, index) => workOf(`w${index}`, { museum: lille.id }))
  await writer.putMuseums([lille])
  await writer.putWorks(works)
  for (const { id } of works) {
    await writer.putImage(imageOf(id), hanging(id))
    await writer.putImage(imageOf(`${id}-ir`), hanging(id, { layer: 'infrared' }))
  }
  const cost = async (limit: number): Promise<number> => {
    statements = 0
    const page = await reader.listWorks({ museum: lille.id }, { offset: 0, limit })
    t.equal(page.length, limit)
    t.ok(page.every(({ views, museumRecord }) => views[0]?.layers.length === 2 && museumRecord))
    return statements
  }
  t.equal(await cost(100), await cost(1))
  t.equal(await cost(100), 6, 'begin, ids, works, museums, pictures, commit')
})

t.test('lists and counts read indexes, never the records of all works', async t => {
  const path = join(t.testdir({}), 'catalogue.db')
  const statements: string[] = []
  const { reader, writer, close } = openCatalogue(path, clock, statement => statements.push(statement))
  t.teardown(close)
  await writer.putMuseums([lille])
  await writer.putWorks([workOf('a', { museum: lille.id })])
  statements.length = 0
  for (const museum of [lille.id, null, undefined]) {
    const selection = museum === undefined ? {} : { museum }
    await reader.listWorks(selection, { offset: 0, limit: 10 })
    await reader.countWorks(selection)
  }
  await reader.museums()
  await reader.worksShowing('i', 10)
  await writer.spellings(['A'])

  const db = new Database(path, { readonly: true })
  t.teardown(() => db.close())
  const plans = statements
    .filter(statement => /\bworks\b/.test(statement))
    .flatMap(statement => db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`).all())
  const reading = plans.map(({ detail }) => detail).filter(detail => /^(SCAN|SEARCH) works/.test(detail))
  t.ok(reading.length >= 9)
  t.strictSame(
    reading.filter(detail => !/COVERING INDEX|PRIMARY KEY|autoindex|works_by_spelling/.test(detail)),
    [],
  )
})

t.test('another connection reads while one writes, and the reader cannot write', async t => {
  const path = join(t.testdir({}), 'catalogue.db')
  const one = openCatalogue(path, clock)
  const other = openCatalogue(path, clock)
  t.teardown(() => [one.close(), other.close()])
  await one.writer.putWorks([workOf('a')])
  await other.writer.putWorks([workOf('b')])
  t.strictSame(await one.reader.works(['a', 'b']), await other.reader.works(['a', 'b']))
  const [first, second] = await one.reader.journal(0, 10)
  t.ok(first && second && first.at < second.at, 'two processes whose clocks agree still tell their writes apart')
})

t.test('dates go on where the clock steps back', async t => {
  let now = new Date('2026-05-01T12:00:00Z')
  const { reader, writer, close } = openEmpty(t, () => now)
  t.teardown(close)
  await writer.putWorks([workOf('a')])
  now = new Date('2020-01-01T00:00:00Z')
  await writer.putWorks([workOf('b')])
  t.strictSame(
    (await reader.journal(0, 10)).map(({ at }) => at),
    ['2026-05-01T12:00:00.000Z', '2026-05-01T12:00:00.001Z'],
  )
})

t.test('a file that is no catalogue is refused with a sentence', t => {
  const directory = t.testdir({
    'catalogue.db': 'This is not a database, but long enough to be taken for one. '.repeat(40),
  })
  t.throws(() => openCatalogue(join(directory, 'catalogue.db'), clock), {
    code: 'damaged',
    message: 'The catalogue cannot be read as a SQLite database; restore a backup.',
  })
  t.throws(() => openCatalogue(directory, clock), { code: 'refused' })
  t.end()
})
