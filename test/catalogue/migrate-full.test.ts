import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import t from 'tap'
import { openAudit } from '../../src/catalogue/sqlite/audit.js'
import { migrations } from '../../src/catalogue/sqlite/migrate.js'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { fillOlder, olderCounts } from './older.js'

const clock = () => new Date('2027-01-01T00:00:00Z')
const tables = {
  museums: 'id, record, updated_at',
  works: 'id, folded, museum, home, published, pictured, record, updated_at',
  images: 'id, standalone, record',
  views: 'work, key, position, label',
  layers: 'work, view, kind, image',
  journal: 'seq, at, verb, kind, id',
  tombstones: 'kind, id, at',
} as const

/** Everything that an older program had written. */
function contents(path: string) {
  const db = new Database(path, { readonly: true })
  try {
    return Object.fromEntries(
      Object.entries(tables).map(([table, columns]) => [table, db.prepare(`SELECT ${columns} FROM ${table}`).all()]),
    )
  } finally {
    db.close()
  }
}

const versionOf = (path: string): unknown => {
  const db = new Database(path, { readonly: true })
  try {
    return db.pragma('user_version', { simple: true })
  } finally {
    db.close()
  }
}

const flawsIn = (path: string): readonly unknown[] => {
  const audit = openAudit(path)
  try {
    return [...audit.damage(), ...audit.flaws()]
  } finally {
    audit.close()
  }
}

for (const version of [1, 2, 3] as const)
  t.test(`a full catalogue of version ${version} is brought up to date without a row lost or changed`, async t => {
    const path = join(t.testdir({}), 'catalogue.db')
    fillOlder(path, version, 2000)
    const before = contents(path)
    const { reader, close } = openCatalogue(path, clock)
    const { works, drafts } = olderCounts(2000)
    t.match(await reader.countWorks({}), { works: works - drafts })
    t.match(await reader.works(['OLD000003']), [
      { title: { fr: ['Œuvre 3'] }, views: [{ layers: [{ kind: 'visible' }] }] },
    ])
    t.match(reader.image('old000003'), { version: 'v1' })
    close()
    t.strictSame(contents(path), before)
    t.equal(versionOf(path), migrations.length)
    t.strictSame(flawsIn(path), [])
  })

t.test('how many statements it takes does not depend on how many works there are', async t => {
  const directory = t.testdir({})
  const cost = (works: number): number => {
    const path = join(directory, `${works}.db`)
    fillOlder(path, 1, works)
    let statements = 0
    openCatalogue(path, clock, () => {
      statements += 1
    }).close()
    return statements
  }
  t.equal(cost(2000), cost(20))
})

t.test('killed at the end of any step, a full catalogue is as before that step, and goes on the next time', async t => {
  const path = join(t.testdir({}), 'catalogue.db')
  fillOlder(path, 1, 2000)
  const before = contents(path)
  for (let step = 1; step < migrations.length; step += 1) {
    const child = spawn(
      process.execPath,
      [...process.execArgv, fileURLToPath(import.meta.resolve('./halfway-full.ts')), path, String(step)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const [said] = await once(child.stdout, 'data')
    t.equal(String(said), 'halfway')
    child.kill('SIGKILL')
    await once(child, 'exit')
    t.equal(versionOf(path), step)
    t.strictSame(contents(path), before)
  }
  openCatalogue(path, clock).close()
  t.equal(versionOf(path), migrations.length)
  t.strictSame(contents(path), before)
  t.strictSame(flawsIn(path), [])
})
