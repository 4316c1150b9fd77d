import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import t from 'tap'
import { type Migration, migrate, migrations } from '../../src/catalogue/sqlite/migrate.js'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'

const first: Migration = {
  name: 'towns',
  sql: "CREATE TABLE towns (name TEXT) STRICT; INSERT INTO towns VALUES ('Douai')",
}
const second: Migration = { name: 'belfries', sql: 'CREATE TABLE belfries (town TEXT) STRICT' }
const broken: Migration = { name: 'broken', sql: "INSERT INTO towns VALUES ('Ghent'); CREATE TABLE towns (name TEXT)" }

const tablesOf = (db: Database.Database): readonly unknown[] =>
  db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all()

t.test('steps run once each, in order, however often the catalogue is opened', t => {
  const db = new Database(':memory:')
  migrate(db, [first])
  t.equal(db.pragma('user_version', { simple: true }), 1)
  migrate(db, [first, second])
  migrate(db, [first, second])
  t.equal(db.pragma('user_version', { simple: true }), 2)
  t.strictSame(tablesOf(db), ['belfries', 'towns'])
  t.strictSame(db.prepare('SELECT name FROM towns').pluck().all(), ['Douai'])
  t.end()
})

t.test('a step that fails half-way leaves nothing of itself, and can be tried again', t => {
  const db = new Database(':memory:')
  t.throws(() => migrate(db, [first, broken, second]), { message: 'table towns already exists' })
  t.equal(db.pragma('user_version', { simple: true }), 1)
  t.strictSame(db.prepare('SELECT name FROM towns').pluck().all(), ['Douai'])
  migrate(db, [first, second])
  t.strictSame(tablesOf(db), ['belfries', 'towns'])
  t.end()
})

t.test('a process killed in the middle of a step leaves the step before it', async t => {
  const path = join(t.testdir({}), 'catalogue.db')
  const child = spawn(
    process.execPath,
    [...process.execArgv, fileURLToPath(import.meta.resolve('./halfway.ts')), path],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [said] = await once(child.stdout, 'data')
  t.equal(String(said), 'halfway')
  child.kill('SIGKILL')
  await once(child, 'exit')

  const db = new Database(path)
  t.teardown(() => db.close())
  t.equal(db.pragma('user_version', { simple: true }), 1)
  t.strictSame(tablesOf(db), ['towns'])
  t.strictSame(db.prepare('SELECT name FROM towns').pluck().all(), ['Douai'])
  migrate(db, [first, second])
  t.strictSame(tablesOf(db), ['belfries', 'towns'])
})

t.test('a catalogue of a newer program is refused with a sentence', t => {
  const path = join(t.testdir({}), 'catalogue.db')
  const db = new Database(path)
  db.pragma(`user_version = ${migrations.length + 1}`)
  db.close()
  t.throws(() => openCatalogue(path, () => new Date()), {
    code: 'unsupported',
    message: /^Expected a catalogue of version \d+ or older but found version \d+, written by a newer Beffroi;/,
  })
  t.end()
})

t.test(
  'images of an older catalogue are dated by the journal, those that it never named by the moment of the step',
  t => {
    const db = new Database(':memory:')
    migrate(db, migrations.slice(0, 1))
    db.exec(`
    INSERT INTO images (id, standalone, record) VALUES ('told', 1, '{}'), ('silent', 1, '{}');
    INSERT INTO journal (at, verb, kind, id) VALUES
      ('2026-01-01T00:00:00.000Z', 'create', 'image', 'told'),
      ('2026-02-01T00:00:00.000Z', 'update', 'image', 'told'),
      ('2026-03-01T00:00:00.000Z', 'update', 'work', 'told')`)
    const begun = new Date().toISOString()
    migrate(db)
    const [silent, told] = db.prepare<[], string>('SELECT updated_at FROM images ORDER BY id').pluck().all()
    t.equal(told, '2026-02-01T00:00:00.000Z')
    t.ok(silent && silent >= begun && silent <= new Date().toISOString())
    t.end()
  },
)
