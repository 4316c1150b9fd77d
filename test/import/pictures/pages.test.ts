import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import t from 'tap'
import { needs, shared } from '../../shared.js'
import { inBrief, openCollection } from './collection.js'

const scan = 'data/awkward/multipage-scan-errors.tif'

t.test('pages of a file become images that hang as views between its own and the next', needs(scan), async t => {
  const museum = await openCollection(t.testdir(), [{ id: 'A' }])
  t.teardown(() => museum.close())
  await copyFile(shared(scan) as string, join(museum.pictures, 'A.tif'))
  await museum.draw('A_2.png', '#345')
  const said = await museum.ingest()
  t.strictSame(inBrief(said), {
    'A.tif': 'ingested',
    'A.tif, page 2': 'ingested',
    'A.tif, page 3': 'ingested',
    'A.tif, page 4': 'ingested',
    'A.tif, page 5': 'ingested',
    'A_2.png': 'ingested',
  })
  const [work] = await museum.reader.works(['A'])
  t.match(
    work?.views.map(({ key, layers }) => [key, layers[0]?.image]),
    [
      ['1', { id: 'a' }],
      ['1-p02', { id: 'a-p02' }],
      ['1-p03', { id: 'a-p03' }],
      ['1-p04', { id: 'a-p04' }],
      ['1-p05', { id: 'a-p05' }],
      ['2', { id: 'a_2' }],
    ],
  )
  const images = await museum.writer.images(['a', 'a-p02', 'a-p03', 'a-p04', 'a-p05'])
  t.match(
    images.map(({ height, master }) => [height, master.page]),
    [
      [3518, undefined],
      [3520, 1],
      [3517, 2],
      [3513, 3],
      [3515, 4],
    ],
  )
  t.equal(new Set(images.map(({ version }) => version)).size, 5, 'each page has a version of its own')

  t.strictSame(new Set(Object.values(inBrief(await museum.ingest()))), new Set(['unchanged']))
  await rm(join(museum.dataDirectory, images[2]?.pyramid ?? ''))
  t.match(inBrief(await museum.ingest()), { 'A.tif': 'unchanged', 'A.tif, page 3': 'replaced' })
})

t.test('a page whose id another picture has is refused alone', needs(scan), async t => {
  const museum = await openCollection(t.testdir())
  t.teardown(() => museum.close())
  await copyFile(shared(scan) as string, join(museum.pictures, 'a.tif'))
  await museum.draw('a-p02.png', '#345')
  const said = inBrief(await museum.ingest())
  t.equal(Object.values(said).filter(outcome => outcome === 'refused').length, 1, 'one of the two')
  t.match(said, { 'a.tif': 'ingested', 'a.tif, page 3': 'ingested' })
})

t.test(
  'pages that a file no longer has are told of, stay where they hang, and are told of until they do not',
  async t => {
    const museum = await openCollection(t.testdir(), [{ id: 'A' }])
    t.teardown(() => museum.close())
    const scanOf = async (colours: readonly string[]) => {
      const pages = colours.map(background =>
        sharp({ create: { width: 60, height: 40, channels: 3, background } })
          .png()
          .toBuffer(),
      )
      await sharp(await Promise.all(pages), { join: { animated: true } })
        .tiff()
        .toFile(join(museum.pictures, 'A.tif'))
    }
    const notesOf = (said: Awaited<ReturnType<typeof museum.ingest>>) => {
      const first = said['A.tif']
      return first?.kind === 'kept' ? first.notes : undefined
    }
    const views = async () => (await museum.reader.works(['A']))[0]?.views.map(({ key }) => key)

    await scanOf(['#111', '#444', '#777', '#aaa'])
    t.strictSame(notesOf(await museum.ingest()), [])
    t.strictSame(await views(), ['1', '1-p02', '1-p03', '1-p04'])
    await scanOf(['#222', '#555'])
    const told = ['It has fewer pages than before; what others showed stays until its views are deleted: a-p03, a-p04.']
    const said = await museum.ingest({ replace: true })
    t.strictSame(inBrief(said), { 'A.tif': 'replaced', 'A.tif, page 2': 'replaced' })
    t.strictSame(notesOf(said), told)
    t.strictSame(await views(), ['1', '1-p02', '1-p03', '1-p04'], 'nothing is taken away')
    t.strictSame(notesOf(await museum.ingest()), told, 'an unchanged file too')

    await museum.writer.deleteWorks(['A'])
    await museum.writer.putWorks([{ id: 'A' }])
    t.strictSame(notesOf(await museum.ingest()), [], 'nothing shows them')

    await scanOf(['#222', '#555', '#888', '#bbb'])
    t.strictSame(notesOf(await museum.ingest({ replace: true })), [], 'they are back')
  },
)

t.test('a picture that is only called like a further page is none of it', async t => {
  const museum = await openCollection(t.testdir())
  t.teardown(() => museum.close())
  await museum.draw('a.png', '#345')
  await museum.draw('a-p02.png', '#543')
  await museum.ingest()
  for (const event of Object.values(await museum.ingest())) t.match(event, { outcome: 'unchanged', notes: [] })
})
