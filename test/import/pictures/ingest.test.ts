import { existsSync } from 'node:fs'
import { copyFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { WorkRecord } from '../../../src/catalogue/model.js'
import { inBrief, openCollection } from './collection.js'

async function collection(t: Test, works: readonly WorkRecord[] = []) {
  const open = await openCollection(t.testdir(), works)
  t.teardown(() => open.close())
  return open
}

t.test('views and layers hang in their work, and a second run changes nothing', async t => {
  const museum = await collection(t, [{ id: 'PE157' }])
  for (const name of ['PE157.png', 'pe157_2.jpg', 'PE157.ir.png', 'other.png']) await museum.draw(name, '#345')
  const said = await museum.ingest()
  t.strictSame(new Set(Object.values(inBrief(said))), new Set(['ingested']))
  t.match(said['other.png'], { notes: [/No work shows it yet/] })

  const [work] = await museum.reader.works(['PE157'])
  t.match(work?.views, [
    {
      key: '1',
      layers: [
        { kind: 'visible', image: { id: 'pe157' } },
        { kind: 'infrared', image: { id: 'pe157.ir' } },
      ],
    },
    { key: '2', layers: [{ kind: 'visible', image: { id: 'pe157_2' } }] },
  ])
  const journal = await museum.reader.journal(0, 1000)
  t.strictSame(new Set(Object.values(inBrief(await museum.ingest()))), new Set(['unchanged']))
  t.strictSame(await museum.reader.journal(0, 1000), journal)
})

t.test('a picture that came before its work is hung when the same command runs again', async t => {
  const museum = await collection(t)
  await museum.draw('PE157.png', '#345')
  t.match((await museum.ingest())['PE157.png'], { outcome: 'ingested', notes: [/No work shows it yet/] })
  await museum.writer.putWorks([{ id: 'PE157' }])
  t.match((await museum.ingest())['PE157.png'], { outcome: 'unchanged', notes: [] })
  const [work] = await museum.reader.works(['PE157'])
  t.equal(work?.views.length, 1)
})

t.test('bare works are made once, published unless draft, and never written over', async t => {
  const museum = await collection(t)
  await museum.draw('tour-saint_jean.png', '#345')
  await museum.ingest({ createWorks: true })
  t.match(await museum.reader.works(['tour-saint_jean']), [{ title: { none: ['tour saint jean'] } }])
  await museum.writer.putWorks([{ id: 'tour-saint_jean', title: { fr: ['La tour'] } }])
  await museum.ingest({ createWorks: true })
  t.match(await museum.reader.works(['tour-saint_jean']), [{ title: { fr: ['La tour'] } }])

  await museum.draw('hidden.png', '#678')
  await museum.ingest({ createWorks: true, draft: true })
  t.strictSame(await museum.reader.works(['hidden']), [])
  t.equal((await museum.writer.spellings(['hidden'])).get('hidden'), 'hidden')
})

t.test('two files of one id: the same picture is unchanged, another is refused, even with --replace', async t => {
  const museum = await collection(t)
  await museum.draw('twin.png', '#345')
  await museum.draw('twin.webp', '#987')
  await rm(join(museum.pictures, 'sub'), { force: true, recursive: true })
  for (const replace of [false, true]) {
    const said = await museum.ingest({ replace })
    t.match(said['twin.webp'], { kind: 'refused', why: /Its id, twin, is taken by another picture, twin\.png/ })
  }
  await copyFile(join(museum.pictures, 'twin.png'), join(museum.pictures, 'Twin.png'))
  t.match(inBrief(await museum.ingest()), { 'Twin.png': 'unchanged', 'twin.png': 'unchanged', 'twin.webp': 'refused' })
})

t.test('a picture that was refused does not hold its id', async t => {
  const museum = await collection(t)
  await writeFile(join(museum.pictures, 'a.jpg'), 'no picture')
  await museum.draw('a.png', '#345')
  t.strictSame(inBrief(await museum.ingest()), { 'a.jpg': 'refused', 'a.png': 'ingested' })
})

t.test('of the pictures after one that was refused the first takes the id, and no other with it', async t => {
  const museum = await collection(t)
  await writeFile(join(museum.pictures, 'a.jpg'), 'no picture')
  await museum.draw('a.png', '#345', 1500, 1000)
  await museum.draw('a.webp', '#987')
  const taken = { 'a.jpg': 'refused', 'a.png': 'ingested', 'a.webp': 'refused' }
  const said = await museum.ingest({ jobs: 3 })
  t.strictSame(inBrief(said), taken)
  t.match(said['a.webp'], { why: /Its id, a, is taken by another picture, a\.png/ })
  t.strictSame(inBrief(await museum.ingest({ jobs: 3, replace: true })), { ...taken, 'a.png': 'unchanged' })
})

t.test('a changed file is refused until --replace, then the old pyramid goes', async t => {
  const museum = await collection(t, [{ id: 'a' }])
  await museum.draw('a.png', '#345')
  await museum.ingest()
  const [before] = await museum.writer.images(['a'])
  await museum.draw('a.png', '#fed', 80, 80)
  t.match((await museum.ingest())['a.png'], {
    kind: 'refused',
    why: /It has changed since it was ingested; add --replace/,
  })
  t.strictSame(await museum.writer.images(['a']), [before])

  t.match((await museum.ingest({ replace: true }))['a.png'], { outcome: 'replaced' })
  const [after] = await museum.writer.images(['a'])
  t.match(after, { width: 80, height: 80 })
  t.notOk(existsSync(join(museum.dataDirectory, before?.pyramid ?? '')))
  t.ok(existsSync(join(museum.dataDirectory, after?.pyramid ?? '')))
})

t.test('a place that another picture holds is not taken without --replace', async t => {
  const museum = await collection(t, [{ id: 'a' }])
  await museum.draw('a.png', '#345')
  await museum.ingest()
  await rm(join(museum.pictures, 'a.png'))
  await museum.draw('a_1.png', '#fed')
  t.match((await museum.ingest())['a_1.png'], {
    kind: 'refused',
    why: /Another picture, a\.png, is already view 1 of a/,
  })
  await museum.ingest({ replace: true })
  t.match(await museum.reader.works(['a']), [{ views: [{ layers: [{ image: { id: 'a_1' } }] }] }])
})

t.test('a pyramid that is gone is made again', async t => {
  const museum = await collection(t)
  await museum.draw('a.png', '#345')
  await museum.ingest()
  const [image] = await museum.writer.images(['a'])
  await rm(join(museum.dataDirectory, image?.pyramid ?? ''))
  t.strictSame(inBrief(await museum.ingest()), { 'a.png': 'replaced' })
  t.ok(existsSync(join(museum.dataDirectory, image?.pyramid ?? '')))
})

t.test('--work needs a work that is there', async t => {
  const museum = await collection(t)
  await museum.draw('a.png', '#345')
  await t.rejects(museum.ingest({ work: 'PE157' }), { code: 'not-found', message: /There is no work "PE157"/ })
  await museum.ingest({ work: 'PE157', createWorks: true })
  t.match(await museum.reader.works(['PE157']), [{ views: [{ key: '1' }] }])
})

t.test('lines of a list that no file answers to are refused by line', async t => {
  const museum = await collection(t, [{ id: 'PE157' }])
  await museum.draw('a.png', '#345')
  const list = [
    { line: 2, file: 'a.png', work: 'pe157', view: 2, layer: 'visible', label: { fr: ['Dos'] } },
    { line: 3, file: 'b.png', view: 1, layer: 'visible' },
  ] as const
  const said = await museum.ingest({ list })
  t.strictSame(inBrief(said), { 'a.png': 'ingested', 'line 3 of the list': 'refused' })
  t.match(await museum.reader.works(['PE157']), [{ views: [{ key: '2', position: 2, label: { fr: ['Dos'] } }] }])
})

t.test('called off, it stops before the next picture and leaves nothing half done', async t => {
  const museum = await collection(t)
  for (const name of ['a.png', 'b.png', 'c.png']) await museum.draw(name, '#345')
  const stop = new AbortController()
  const said: string[] = []
  await museum.ingest({
    jobs: 1,
    signal: stop.signal,
    onEvent(event) {
      said.push(`${event.kind} ${event.name}`)
      if (event.kind === 'kept') stop.abort()
    },
  })
  t.strictSame(said, ['started a.png', 'kept a.png'])
  t.notOk((await readdir(join(museum.dataDirectory, 'pyramids'))).some(name => name.startsWith('.')))
  t.equal((await museum.writer.images(['a', 'b', 'c'])).length, 1)
  t.strictSame(inBrief(await museum.ingest()), { 'a.png': 'unchanged', 'b.png': 'ingested', 'c.png': 'ingested' })
})

t.test('what cannot be written stops the run with a sentence, not each picture', async t => {
  const museum = await collection(t)
  for (const name of ['a.png', 'b.png']) await museum.draw(name, '#345')
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  const writer = { ...museum.writer, putImage: () => Promise.reject(full) }
  const { ingestPictures } = await import('../../../src/import/pictures/ingest.js')
  const { walk } = await import('../../../src/import/pictures/walk.js')
  const { candidates } = await walk([museum.pictures])
  const refused: string[] = []
  const run = ingestPictures({ ...museum, writer }, candidates, {
    jobs: 1,
    signal: new AbortController().signal,
    onEvent: event => void (event.kind === 'refused' && refused.push(event.name)),
  })
  await t.rejects(run, { code: 'busy', message: /no space left in the data directory/ })
  t.strictSame(refused, [])
})
