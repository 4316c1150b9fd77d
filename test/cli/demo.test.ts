import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import t from 'tap'
import { drawings } from '../../images/demonstration.js'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { blockKinds, comparisonModes, markKinds } from '../../src/catalogue/story.js'
import { missingTexts } from '../../src/stories/texts.js'
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

t.test('the stories of the demonstration are published once, whole in three languages', async t => {
  const data = join(t.testdir(), 'data')
  await drawn(data)
  await run(['demo', '--data', data])
  const { stories, storyWriter, close } = openCatalogue(join(data, 'catalogue.db'), () => new Date(0))
  t.teardown(close)
  const published = (
    await Promise.all(
      (['analysis', 'exhibition'] as const).map(kind => stories.listPublished(kind, { offset: 0, limit: 9 })),
    )
  ).flat()
  t.strictSame(published.map(({ story }) => story.slug).toSorted(), [
    'cloches-et-beffrois',
    'la-carillonneuse',
    'une-kermesse-au-pied-du-beffroi',
  ])
  for (const { story } of published) {
    t.strictSame(story.languages, ['fr', 'en', 'nl'])
    t.strictSame(missingTexts(story), [], story.slug)
  }
  const again = await run(['import', 'manifests/stories', '--format', 'stories', '--data', data])
  t.match(JSON.parse(again.stdout.toString()), { unchanged: 3, updated: 0, published: 0 })
  t.match(await storyWriter.state('analysis', 'la-carillonneuse'), { newest: { number: 1 }, published: 1 })
})

t.test('the stories of the demonstration show what a story can be, in files as an export writes them', async t => {
  const data = join(t.testdir(), 'data')
  await run(['import', 'manifests/stories', '--format', 'stories', '--data', data])
  const { storyWriter, close } = openCatalogue(join(data, 'catalogue.db'), () => new Date(0))
  t.teardown(close)
  const [long, exhibition] = [
    (await storyWriter.state('analysis', 'la-carillonneuse'))?.story,
    (await storyWriter.state('exhibition', 'cloches-et-beffrois'))?.story,
  ]
  if (long?.kind !== 'analysis' || exhibition?.kind !== 'exhibition') throw new Error('Expected the stories.')
  t.ok(long.steps.length >= 8)
  t.strictSame(new Set(long.steps.flatMap(({ marks = [] }) => marks.map(({ kind }) => kind))), new Set(markKinds))
  t.ok(long.steps.some(({ layer }) => layer === 'infrared'))
  t.ok(long.steps.some(({ counterpart }) => counterpart))
  const blocks = exhibition.sections.flatMap(section => section.blocks)
  t.equal(exhibition.sections.length, 3)
  t.strictSame(new Set(blocks.map(({ kind }) => kind)), new Set(blockKinds))
  t.strictSame(
    new Set(blocks.flatMap(block => (block.kind === 'comparison' ? [block.mode] : []))),
    new Set(comparisonModes),
  )
  const out = join(data, 'out')
  await run(['export', out, '--format', 'stories', '--data', data])
  for (const story of [long, exhibition])
    for (const language of story.languages) {
      const name = `${story.slug}/${language}.md`
      const folder = story.kind === 'analysis' ? 'analyses' : 'exhibitions'
      t.equal(
        await readFile(join(out, folder, name), 'utf8'),
        await readFile(join('manifests/stories', name), 'utf8'),
        name,
      )
    }
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
