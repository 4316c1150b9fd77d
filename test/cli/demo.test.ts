import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import t from 'tap'
import { drawings } from '../../images/demonstration.js'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { run } from './run.js'

/** As an interrupted run leaves it: all pictures drawn (here small ones), nothing ingested. */
async function drawn(data: string, count = drawings.length): Promise<void> {
  const folder = join(data, 'demonstration.drawings')
  await mkdir(folder, { recursive: true })
  for (const [index, { file }] of drawings.slice(0, count).entries())
    await sharp({ create: { width: 600 + index, height: 400, channels: 3, background: '#963' } }).toFile(
      join(folder, file),
    )
}

async function contents(data: string) {
  const { reader, close } = openCatalogue(join(data, 'catalogue.db'), () => new Date(0))
  try {
    const works = await reader.listWorks({}, { offset: 0, limit: 100 })
    return {
      museums: (await reader.museums()).length,
      works: works.map(({ id, views }) => [id, views.length] as const),
    }
  } finally {
    close()
  }
}

t.test('demo goes on where it stopped, fills the directory, and then has nothing to do', async t => {
  const data = join(t.testdir(), 'data')
  await drawn(data)
  const loaded = await run(['demo', '--data', data])
  t.match(loaded, { code: 0, stderr: /imaginary museums and works[\s\S]*The demonstration is loaded\./ })
  const { museums, works } = await contents(data)
  t.ok(museums > 0)
  t.ok(works.length > 0)
  for (const [id, views] of works) t.ok(views > 0, `${id} has pictures`)
  t.notOk((await readdir(data)).includes('demonstration.drawings'), 'the drawings are removed')
  t.match(await run(['demo', '--data', data]), { code: 0, stderr: 'The demonstration is there already.\n' })
})

t.test('the infrared hangs beside the visible, the verso behind the recto', async t => {
  const data = join(t.testdir(), 'data')
  await drawn(data)
  await run(['demo', '--data', data])
  const { reader, close } = openCatalogue(join(data, 'catalogue.db'), () => new Date(0))
  t.teardown(close)
  const works = await reader.listWorks({}, { offset: 0, limit: 100 })
  const layers = works.flatMap(({ views }) => views.map(view => view.layers.map(({ kind }) => kind).join('+')))
  t.ok(layers.includes('visible+infrared'))
  t.ok(works.some(({ views }) => views.map(({ label }) => label?.fr?.[0]).join() === 'Recto,Verso'))
})

t.test('a catalogue of somebody’s own is left alone', async t => {
  const root = t.testdir()
  const data = join(root, 'data')
  await sharp({ create: { width: 60, height: 40, channels: 3, background: '#345' } }).toFile(join(root, 'mine.png'))
  await run(['ingest', join(root, 'mine.png'), '--create-works', '--data', data])
  const before = await contents(data)
  t.match(await run(['demo', '--data', data]), {
    code: 1,
    stderr: /holds a catalogue already; name an empty one with --data/,
  })
  t.strictSame(await contents(data), before)
})
