import { join } from 'node:path'
import Database from 'better-sqlite3'
import t from 'tap'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { mostEntries } from '../../src/config.js'
import { holderCase, listingOf, networkCase } from '../../src/http/shelves.js'
import type { Place } from '../../src/presentation/pages.js'
import { context } from '../presentation/sample.js'

t.test('60,000 works of one museum and 600 museums are reached, and no collection lists too many', async t => {
  const path = join(t.testdir({}), 'catalogue.db')
  let statements = 0
  const { reader, stories, close } = openCatalogue(
    path,
    () => new Date(),
    () => {
      statements += 1
    },
  )
  t.teardown(close)
  const db = new Database(path)
  db.exec(`
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)
      INSERT INTO museums SELECT printf('M%04d', i), json_object('id', printf('M%04d', i), 'name', json('{}')), '' FROM n;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
      INSERT INTO works (id, folded, museum, home, published, record, updated_at)
      SELECT printf('%05d', i), printf('%05d', i), 'M0001', 'M0001', 1, json_object('id', printf('%05d', i)), '' FROM n`)
  db.close()

  const within = { ...context, pageSize: 100 }
  const museum = await reader.museum('M0001')
  const held = await holderCase(reader, museum ?? null, within)
  const network = await networkCase(reader, stories, within)
  statements = 0
  const at = async (shelfCase: typeof held, place: Place) => {
    const { entries } = await listingOf(shelfCase, place, within)
    t.ok(entries.length > 0 && entries.length <= mostEntries, JSON.stringify(place))
    return entries.length
  }
  t.equal(await at(held, { kind: 'whole' }), 6)
  t.equal(await at(held, { kind: 'pageOfPages', number: 6 }), 100)
  t.equal(await at(held, { kind: 'page', number: 600 }), 100)
  t.equal(statements, 18, 'begin, ids, works, museums, pictures, commit for each of three')
  t.equal(await at(network, { kind: 'whole' }), 6)
  t.equal(await at(network, { kind: 'page', number: 6 }), 100)
  await t.rejects(listingOf(held, { kind: 'page', number: 601 }, within), { code: 'not-found' })
})
