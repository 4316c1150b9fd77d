/** A process that stops for ever in the middle of a migration of the database it is given, says so, and waits to be killed. */

import { writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { migrate } from '../../src/catalogue/sqlite/migrate.js'

function stopHalfway(path: string): void {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.function('wait_for_ever', () => {
    writeSync(1, 'halfway')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  })
  migrate(db, [
    { name: 'towns', sql: "CREATE TABLE towns (name TEXT) STRICT; INSERT INTO towns VALUES ('Douai')" },
    { name: 'halfway', sql: "INSERT INTO towns VALUES ('Lille'); CREATE TABLE half (x TEXT); SELECT wait_for_ever()" },
  ])
}

const [, , path] = process.argv
if (path !== undefined) stopHalfway(path)
