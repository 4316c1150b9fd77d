import { join } from 'node:path'
import t, { type Test } from 'tap'
import { readOnce } from '../../src/catalogue/read-once.js'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { workOf } from '../contract/catalogue.js'

/** A catalogue of two works, and readers of it that read each work once; `statements` are those that read. */
async function openReaders(t: Test) {
  const statements: string[] = []
  const trace = (statement: string) => {
    if (statement.includes('SELECT')) statements.push(statement)
  }
  const { close, writer, ...readers } = openCatalogue(join(t.testdir({}), 'catalogue.db'), () => new Date(), trace)
  t.teardown(close)
  await writer.putWorks([workOf('a'), workOf('b', { related: ['a'] })])
  statements.length = 0
  return { writer, statements, plain: readers, once: readOnce(readers) }
}

t.test('a work that is asked for in several ways is read once', async t => {
  const { once, plain, statements } = await openReaders(t)
  const full = await once.reader.workInFull('a')
  await once.stories.showing('a', 5)
  const read = statements.length
  t.ok(read > 0)
  for (let again = 0; again < 3; again += 1) {
    t.equal(await once.reader.workInFull('a'), full)
    t.equal((await once.reader.works(['a']))[0], full?.work)
    t.strictSame(await once.stories.showing('a', 5), [])
  }
  t.equal(statements.length, read)
  t.strictSame(full, await plain.reader.workInFull('a'))
})

t.test('another work, another number and several works are read for themselves', async t => {
  const { once, plain, statements } = await openReaders(t)
  await once.reader.workInFull('a')
  await once.stories.showing('a', 5)
  statements.length = 0
  t.equal((await once.reader.workInFull('b'))?.work.id, 'b')
  t.strictSame(await once.reader.works(['a', 'b']), await plain.reader.works(['a', 'b']))
  t.strictSame(await once.reader.works([]), [])
  await once.stories.showing('a', 6)
  t.ok(statements.length > 3)
  t.equal(await once.reader.workInFull('nowhere'), undefined)
  t.strictSame(await once.reader.works(['nowhere']), [])
})

t.test('what was written since is read again', async t => {
  const { once, writer } = await openReaders(t)
  await once.reader.workInFull('a')
  await once.reader.works(['b'])
  await writer.putWorks([workOf('a', { title: { fr: ['Autre'] } }), workOf('b', { title: { fr: ['Neuf'] } })])
  t.match(await once.reader.workInFull('a'), { work: { title: { fr: ['Autre'] } } })
  t.match(await once.reader.works(['b']), [{ title: { fr: ['Neuf'] } }])
})
