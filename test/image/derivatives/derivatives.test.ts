import { existsSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import t from 'tap'
import { type Derivative, SLICE_BYTES } from '../../../src/image/derivatives/database.js'
import { openDerivatives } from '../../../src/image/derivatives/derivatives.js'
import { imageKey } from '../../../src/image/derivatives/key.js'
import { contentOf, keyOf } from './content.js'

const BUDGET = 50_000_000
const version = { id: 'a', version: '1' }

const derivative = (number: number, bytes = 20_000, image = version): Derivative => ({
  key: keyOf(number),
  image: imageKey(image),
  bytes: contentOf(number, bytes),
})

function place(t: { testdir(): string }) {
  const path = join(t.testdir(), 'derivatives.db')
  const warnings: string[] = []
  const reopen = (budget = BUDGET) => openDerivatives(path, budget, sentence => warnings.push(sentence))
  return { path, warnings, reopen }
}

t.test('what was kept is read again, whatever its size, also by the next process', async t => {
  const { reopen, warnings } = place(t)
  const sizes = [0, 1, 20_000, SLICE_BYTES, SLICE_BYTES + 1, 3 * SLICE_BYTES + 7]
  const store = reopen()
  for (const [number, bytes] of sizes.entries()) t.ok(await store.keep(derivative(number, bytes)))
  t.notOk(await store.keep(derivative(2)), 'it is there already')
  await store.close()
  const next = reopen()
  for (const [number, bytes] of sizes.entries()) {
    t.ok(next.has(keyOf(number)))
    t.ok((await next.read(keyOf(number)))?.equals(contentOf(number, bytes)), `${bytes} bytes`)
  }
  t.notOk(next.has(keyOf(99)))
  t.equal(await next.read(keyOf(99)), undefined)
  await next.close()
  t.strictSame(warnings, [])
})

t.test('the file stays within its budget, and what was not used for longest goes first', async t => {
  const { path, reopen } = place(t)
  const budget = 2_000_000
  const store = reopen(budget)
  for (let number = 0; number < 60; number += 1) await store.keep(derivative(number))
  t.equal(store.evicted, 0)
  t.ok(await store.read(keyOf(0)), 'the oldest is used')
  for (let number = 60; number < 120; number += 1) await store.keep(derivative(number))
  t.ok(store.has(keyOf(0)), 'so it stays')
  t.notOk(store.has(keyOf(1)), 'unlike the next')
  t.ok(store.has(keyOf(119)))
  const held = Array.from({ length: 120 }, (_, number) => number).filter(number => store.has(keyOf(number)))
  t.equal(store.evicted, 120 - held.length)
  t.ok(held.length >= 60, `${held.length} are held`)
  t.notOk(await store.keep(derivative(200, budget / 2)), 'one alone may not drive out all others')
  await store.close()
  t.ok(statSync(path).size <= budget, `${statSync(path).size} bytes`)
})

t.test('a budget that is lowered shrinks the file', async t => {
  const { path, reopen } = place(t)
  const store = reopen()
  await store.keepAll(Array.from({ length: 600 }, (_, number) => derivative(number)))
  await store.close()
  t.ok(statSync(path).size > 12_000_000)
  const smaller = reopen(1_000_000)
  for (let number = 600; number < 640; number += 1) await smaller.keep(derivative(number, 1000))
  t.ok(smaller.has(keyOf(639)))
  await smaller.close()
  // Up to so many free pages are kept for what comes next
  t.ok(statSync(path).size <= 1_000_000 + 512 * 8192, `${statSync(path).size} bytes`)
})

t.test('large ones are written and read a slice for each turn, one after the other', async t => {
  const { path, reopen, warnings } = place(t)
  const store = reopen()
  const other = new Database(path, { readonly: true })
  const slices = other.prepare('SELECT count(*) FROM slice').pluck()
  const bytes = 3 * SLICE_BYTES + 7
  const counts: unknown[] = []
  const counting = async (work: Promise<unknown>): Promise<void> => {
    let over = false
    work.finally(() => {
      over = true
    })
    while (!over) {
      counts.push(slices.get())
      t.equal(store.has(keyOf(1)), (slices.get() as number) >= 4, 'found when it is whole')
      await nextTurn()
    }
  }
  const kept = Promise.all([store.keep(derivative(1, bytes)), store.keep(derivative(2, bytes))])
  await counting(kept)
  t.strictSame(await kept, [true, true])
  t.strictSame([...new Set(counts)].slice(-6), [3, 4, 5, 6, 7, 8])
  const read = await Promise.all([1, 2].map(number => store.read(keyOf(number))))
  t.ok(read.every((one, index) => one?.equals(contentOf(index + 1, bytes))))
  other.close()
  await store.close()
  t.strictSame(warnings, [])
})

t.test('a large one that was left half-written is not found, and goes when it is kept again', async t => {
  const { path, reopen, warnings } = place(t)
  const large = derivative(1, 3 * SLICE_BYTES)
  const store = reopen()
  const kept = store.keep(large)
  await nextTurn()
  await store.close()
  t.equal(await kept, false)
  const slices = () => {
    const db = new Database(path)
    const count = db.prepare('SELECT count(*) FROM slice').pluck().get() as number
    db.close()
    return count
  }
  const left = slices()
  t.ok(left > 0 && left < 3, `${left} slices`)
  const next = reopen()
  t.notOk(next.has(large.key))
  t.equal(await next.read(large.key), undefined)
  t.ok(await next.keep(large))
  t.ok((await next.read(large.key))?.equals(large.bytes))
  await next.close()
  t.equal(slices(), 3)
  t.strictSame(warnings, [])
})

t.test('many reads cost few writes', async t => {
  const { path, reopen } = place(t)
  const store = reopen()
  await store.keep(derivative(1))
  const other = new Database(path)
  const changes = () => other.pragma('data_version', { simple: true })
  const before = changes()
  for (let round = 0; round < 1000; round += 1) await store.read(keyOf(1))
  t.equal(changes(), before)
  other.close()
  await store.close()
})

t.test('a version that is forgotten is freed, others stay', async t => {
  const { reopen } = place(t)
  const store = reopen()
  await store.keep(derivative(1, 20_000, { id: 'a', version: '1' }))
  await store.keep(derivative(2, 20_000, { id: 'a', version: '2' }))
  await store.keep(derivative(3, 20_000, { id: 'b', version: '1' }))
  await store.forget({ id: 'a', version: '1' })
  t.strictSame(
    [1, 2, 3].map(number => store.has(keyOf(number))),
    [false, true, true],
  )
  await store.close()
})

t.test('no budget keeps nothing and makes no file', async t => {
  const { path, reopen } = place(t)
  const store = reopen(0)
  t.notOk(await store.keep(derivative(1)))
  t.equal(await store.read(keyOf(1)), undefined)
  await store.close()
  t.notOk(existsSync(path))
})

t.test('a file that cannot be used is made anew, which is said once', async t => {
  const wrong: Readonly<Record<string, (path: string) => void>> = {
    'not a database': path => writeFileSync(path, 'This is a text, of more than a few letters. '.repeat(400)),
    'cut short': path => truncateSync(path, 20_000),
    'of another version': path => sql(path, 'PRAGMA user_version = 99'),
    'without its tables': path => sql(path, 'DROP TABLE slice'),
  }
  for (const [what, spoil] of Object.entries(wrong)) {
    await t.test(what, async t => {
      const { path, reopen, warnings } = place(t)
      const store = reopen()
      for (let number = 0; number < 20; number += 1) await store.keep(derivative(number))
      await store.close()
      spoil(path)
      const next = reopen()
      for (let number = 0; number < 20; number += 1) {
        const bytes = await next.read(keyOf(number))
        t.ok(bytes === undefined || bytes.equals(contentOf(number, 20_000)))
      }
      t.match(warnings, [/made anew/])
      t.equal(warnings.length, 1)
      t.ok(await next.keep(derivative(100)))
      t.ok(await next.read(keyOf(100)))
      await next.close()
    })
  }
})

t.test('bytes that have changed on disc are never given out', async t => {
  const { path, reopen, warnings } = place(t)
  const store = reopen()
  for (let number = 0; number < 50; number += 1) await store.keep(derivative(number))
  await store.close()
  const file = await open(path, 'r+')
  const { size } = await file.stat()
  for (let at = 8192 * 6 + 4000; at < size; at += 8192) await file.write(Buffer.from('?'), 0, 1, at)
  await file.close()
  const next = reopen()
  for (let number = 0; number < 50; number += 1) {
    const bytes = await next.read(keyOf(number))
    t.ok(bytes === undefined || bytes.equals(contentOf(number, 20_000)))
  }
  t.match(warnings, [/made anew/])
  await next.close()
})

t.test('a file deleted or replaced while it is open is noticed at the next write', async t => {
  const { path, reopen, warnings } = place(t)
  const store = reopen()
  await store.keep(derivative(1))
  for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true })
  t.ok((await store.read(keyOf(1)))?.equals(contentOf(1, 20_000)), 'what is open can be read')
  t.ok(await store.keep(derivative(2)))
  t.ok(existsSync(path))
  t.notOk(store.has(keyOf(1)))
  t.ok(store.has(keyOf(2)))
  await store.close()
  renameSync(path, `${path}-elsewhere`)
  writeFileSync(`${path}-wal`, 'what an earlier file left')
  const next = reopen()
  t.notOk(next.has(keyOf(2)))
  t.ok(await next.keep(derivative(2)))
  t.ok(next.has(keyOf(2)))
  await next.close()
  t.strictSame(warnings, [])
})

t.test('two processes share the file; who cannot write at once does not wait', async t => {
  const { path, reopen, warnings } = place(t)
  const [server, ingest] = [reopen(), reopen()]
  t.equal(await ingest.keepAll([derivative(1), derivative(2)]), 2)
  t.ok(await server.read(keyOf(1)))
  const other = new Database(path)
  other.exec('BEGIN IMMEDIATE')
  t.ok((await server.read(keyOf(2)))?.equals(contentOf(2, 20_000)), 'reads go on')
  t.notOk(await server.keep(derivative(3)))
  const waiting = ingest.keepAll([derivative(4), derivative(5)])
  other.exec('COMMIT')
  other.close()
  t.equal(await waiting, 2, 'what can wait is kept in the end')
  t.ok(await server.keep(derivative(3)))
  await Promise.all([server.close(), ingest.close()])
  t.strictSame(warnings, [])
})

function sql(path: string, statement: string): void {
  const db = new Database(path)
  db.exec(statement)
  db.close()
}
