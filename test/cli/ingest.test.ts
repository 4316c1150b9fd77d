import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import t from 'tap'
import { isBorrowed } from '../../src/catalogue/model.js'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { flawOf } from '../../src/image/ingest/levels.js'
import { needs, shared } from '../shared.js'
import { run } from './run.js'

const draw = async (path: string, background = '#345') =>
  sharp({ create: { width: 60, height: 40, channels: 3, background } }).toFile(path)

t.test('ingest says what became of each picture, and what is to be done', async t => {
  const root = t.testdir({ pictures: { 'notes.txt': 'x', 'broken.jpg': 'no picture', 'drawing.svg': '<svg/>' } })
  await draw(join(root, 'pictures', 'a.png'))
  const words = ['ingest', join(root, 'pictures'), '--data', join(root, 'data')]
  const first = await run(words)
  t.equal(first.code, 1)
  t.match(first.stdout.toString(), /^ingested +1\nreplaced +0\nupdated +0\nunchanged +0\nrefused +2\npassed over +1/)
  t.match(first.stdout.toString(), / {2}broken\.jpg: It is a text, not a picture\./)
  t.match(first.stdout.toString(), / {2}drawing\.svg: SVG is a drawing/)
  t.match(first.stdout.toString(), /To know:\n {2}a\.png: No work shows it yet/)
  t.match(first.stderr, /^1 of 3 {2}/m)
  t.match(first.stderr, /beffroi: Not all is ingested: 2 refused, see above\./)
  t.notMatch(first.stdout.toString() + first.stderr, root, 'no path of the machine is told')
})

t.test('without a refusal the exit code is 0, the second time too', async t => {
  const root = t.testdir({ pictures: {} })
  await draw(join(root, 'pictures', 'a.png'))
  const words = ['ingest', join(root, 'pictures'), '--create-works', '--data', join(root, 'data')]
  t.match(await run(words), { code: 0, stderr: /1 of 1 {2}a\.png {2}ingested/ })
  t.match(await run(words), { code: 0, stderr: /1 of 1 {2}a\.png {2}unchanged/ })
  const page = await run(['get', '/iiif/presentation/3/works/a/manifest', '--data', join(root, 'data')])
  t.match(JSON.parse(page.stdout.toString()), { type: 'Manifest', items: [{ width: 60, height: 40 }] })
})

t.test('misuse is told before anything is opened', async t => {
  const root = t.testdir({ empty: {}, 'list.csv': 'file,view\na.png,0\n' })
  await draw(join(root, 'a.png'))
  const data = ['--data', join(root, 'data')]
  t.match(await run(['ingest', join(root, 'absent'), ...data]), { code: 2, stderr: /There is no file or folder/ })
  t.match(await run(['ingest', join(root, 'empty'), ...data]), { code: 1, stderr: /There are no pictures/ })
  t.match(await run(['ingest', join(root, 'a.png'), '--list', join(root, 'list.csv'), ...data]), {
    code: 1,
    stderr: /list\.csv, line 2: expected a view from 1 to 99 but received "0"/,
  })
  t.match(await run(['ingest', join(root, 'a.png'), '--work', 'PE157', ...data]), {
    code: 1,
    stderr: /no work "PE157"/,
  })
  t.match(await run(['ingest', ...data]), { code: 2 })
})

t.test('interrupted, it says how to go on', async t => {
  const root = t.testdir({ pictures: {} })
  await draw(join(root, 'pictures', 'a.png'))
  const signal = AbortSignal.abort()
  const stopped = await run(['ingest', join(root, 'pictures'), '--data', join(root, 'data')], { signal })
  t.match(stopped, { code: 1, stderr: /Interrupted; run the same command again to go on/ })
  t.strictSame(await readdir(join(root, 'data', 'pyramids')), [])
})

t.test('limits of pictures are told to viewers, and changed without making anything anew', async t => {
  const root = t.testdir({ pictures: {} })
  await sharp({ create: { width: 900, height: 700, channels: 3, background: '#345' } }).toFile(
    join(root, 'pictures', 'a.png'),
  )
  const data = ['--data', join(root, 'data')]
  const words = ['ingest', join(root, 'pictures'), ...data]
  t.match(await run([...words, '--image-max-width', '600']), { code: 0, stdout: /^ingested +1/ })
  t.match(await run([...words, '--image-max-width', '500']), { code: 0, stdout: /updated +1/ })
  t.match(await run([...words, '--image-max-height', '-1']), { code: 2, stderr: /--image-max-height/ })
  const catalogue = openCatalogue(join(root, 'data', 'catalogue.db'), () => new Date(0))
  t.teardown(() => catalogue.close())
  t.match(await catalogue.writer.images(['a']), [{ limits: { maxWidth: 500 } }])
})

t.test('--max-pixels bounds what is taken', async t => {
  const root = t.testdir()
  await mkdir(join(root, 'data'))
  await writeFile(
    join(root, 'large.png'),
    await sharp({ create: { width: 1100, height: 1000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer(),
  )
  const words = ['ingest', join(root, 'large.png'), '--max-pixels', '1000000', '--data', join(root, 'data')]
  t.match(await run(words), { code: 1, stdout: /1 megapixels, 1 are allowed/ })
})

t.test('a folder of real pictures becomes a collection', needs('data/images'), async t => {
  const data = join(t.testdir(), 'data')
  const { code, stdout } = await run(['ingest', shared('data/images') as string, '--create-works', '--data', data])
  t.equal(code, 1)
  t.match(stdout.toString(), /^ingested +13\n/)
  t.match(
    stdout.toString(),
    'bruegel-harvesters.png: Its id, bruegel-harvesters, is taken by another picture, bruegel-harvesters.jpg',
  )
  const catalogue = openCatalogue(join(data, 'catalogue.db'), () => new Date(0))
  t.teardown(() => catalogue.close())
  const works = await catalogue.reader.listWorks({}, { offset: 0, limit: 100 })
  t.equal(works.length, 13)
  for (const { id, views } of works) {
    const [image] = views.flatMap(({ layers }) => layers.flatMap(({ image }) => (isBorrowed(image) ? [] : [image])))
    t.equal(image && (await flawOf(join(data, image.pyramid), image)), undefined, id)
  }
})
