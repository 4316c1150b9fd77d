/** A process that migrates the catalogue it is given, stops for ever at the end of one step, says so, and waits to be killed. */

import { writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { migrate, migrations } from '../../src/catalogue/sqlite/migrate.js'

function stopAt(path: string, step: number): void {
  const db = new Database(path)
  db.function('wait_for_ever', () => {
    writeSync(1, 'halfway')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  })
  const steps = migrations.map((each, index) =>
    index === step ? { ...each, sql: `${each.sql}; SELECT wait_for_ever()` } : each,
  )
  migrate(db, steps)
}

const [, , path, step] = process.argv
if (path !== undefined) stopAt(path, Number(step))
