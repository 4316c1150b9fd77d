import { join } from 'node:path'
import Database from 'better-sqlite3'
import t, { type Test } from 'tap'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { imageMemory } from '../../src/catalogue/sqlite/remembered.js'
import { imageOf, workOf } from '../contract/catalogue.js'

/** A catalogue that writes, and a memory over a connection of its own; `looks` counts the images looked up in it. */
function openMemory(t: Test, capacity?: number) {
  const path = join(t.testdir({}), 'catalogue.db')
  const { writer, close } = openCatalogue(path, () => new Date())
  const seen = { looks: 0 }
  const verbose = (statement?: unknown) => {
    if (String(statement).includes('FROM images')) seen.looks += 1
  }
  const db = new Database(path, { readonly: true, verbose })
  t.teardown(() => {
    db.close()
    close()
  })
  return { writer, seen, memory: imageMemory(db, capacity) }
}

t.test('a known image costs no statement until something is written, and one then', async t => {
  const { writer, seen, memory } = openMemory(t)
  await writer.putImage(imageOf('i'))
  const first = memory.image('i')
  for (let again = 0; again < 10; again += 1) t.equal(memory.image('i'), first)
  t.equal(seen.looks, 1)
  await writer.putWorks([workOf('a')])
  for (let again = 0; again < 10; again += 1) t.equal(memory.image('i'), first, 'the same object while it is the same')
  t.equal(seen.looks, 2)
  await writer.putImage(imageOf('i', 'v2'))
  t.match(memory.image('i'), { version: 'v2' })
  t.equal(seen.looks, 3)
})

t.test('what is not there is not remembered, so that names made up take no memory', async t => {
  const { seen, memory } = openMemory(t)
  for (const id of ['a', 'a', 'b']) t.equal(memory.image(id), undefined)
  t.equal(seen.looks, 3)
})

t.test('no more images are remembered than there is room for', async t => {
  const { writer, seen, memory } = openMemory(t, 2)
  for (const id of ['a', 'b', 'c']) await writer.putImage(imageOf(id))
  for (const id of ['a', 'b', 'c']) memory.image(id)
  seen.looks = 0
  for (const id of ['b', 'c']) memory.image(id)
  t.equal(seen.looks, 0)
  memory.image('a')
  t.equal(seen.looks, 1)
})
