import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { inBrief, openCollection } from './collection.js'

t.test('limits of an image change without its pyramid', async t => {
  const museum = await openCollection(t.testdir())
  t.teardown(() => museum.close())
  await museum.draw('a.png', '#345', 900, 700)
  const limits = async () => (await museum.writer.images(['a']))[0]?.limits
  t.strictSame(inBrief(await museum.ingest({ limits: { maxWidth: 500 } })), { 'a.png': 'ingested' })
  t.strictSame(await limits(), { maxWidth: 500 })
  const [before] = await museum.writer.images(['a'])
  const bytes = await readFile(join(museum.dataDirectory, before?.pyramid ?? ''))

  t.strictSame(inBrief(await museum.ingest({ limits: { maxWidth: 500 } })), { 'a.png': 'unchanged' })
  t.strictSame(inBrief(await museum.ingest()), { 'a.png': 'unchanged' }, 'what is not said stays as it is')
  t.strictSame(inBrief(await museum.ingest({ limits: { maxArea: 90_000 } })), { 'a.png': 'updated' })
  t.strictSame(await limits(), { maxWidth: 500, maxArea: 90_000 })
  t.match(await museum.writer.images(['a']), [{ version: before?.version, pyramid: before?.pyramid }])
  t.ok((await readFile(join(museum.dataDirectory, before?.pyramid ?? ''))).equals(bytes))

  await museum.draw('a.png', '#543', 800, 700)
  t.strictSame(inBrief(await museum.ingest({ replace: true })), { 'a.png': 'replaced' })
  t.strictSame(await limits(), { maxWidth: 500, maxArea: 90_000 }, 'another file under the id keeps them')
  t.strictSame(inBrief(await museum.ingest({ limits: { maxWidth: 0, maxArea: 0 } })), { 'a.png': 'updated' })
  t.equal(await limits(), undefined, '0 lifts one')
})

t.test('a list says the limits of one picture over those of the command', async t => {
  const museum = await openCollection(t.testdir())
  t.teardown(() => museum.close())
  for (const name of ['a.png', 'b.png']) await museum.draw(name, '#345')
  const list = [{ line: 2, file: 'a.png', view: 1, layer: 'visible', limits: { maxWidth: 300, maxHeight: 0 } }] as const
  await museum.ingest({ list, limits: { maxWidth: 600, maxHeight: 600 } })
  t.match(await museum.writer.images(['a', 'b']), [
    { limits: { maxWidth: 300 } },
    { limits: { maxWidth: 600, maxHeight: 600 } },
  ])
})
