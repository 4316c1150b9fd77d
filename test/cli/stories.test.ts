import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import type { Story } from '../../src/catalogue/story.js'
import { writeStory } from '../../src/stories/files/write.js'
import { analysis, exhibition, underdrawing } from '../stories/samples.js'
import { run } from './run.js'

const works = ['DEMO-0001', 'DEMO-0002', 'DEMO-0003', 'DEMO-0004']

/** A data directory whose catalogue has bare works, and a folder beside it. */
async function surroundings(t: Test, files: Record<string, string | Buffer> = {}) {
  const root = t.testdir({ data: {}, stories: {} })
  const [data, stories] = [join(root, 'data'), join(root, 'stories')]
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(stories, name, '..'), { recursive: true })
    await writeFile(join(stories, name), content)
  }
  const catalogue = openCatalogue(join(data, 'catalogue.db'), () => new Date(0))
  t.teardown(catalogue.close)
  await catalogue.writer.putWorks(works.map(id => ({ id })))
  const importing = (...words: readonly string[]) =>
    run([
      'import',
      ...(words[0]?.startsWith('-') || words.length === 0 ? [stories] : []),
      ...words,
      '--format',
      'stories',
      '--data',
      data,
    ])
  const exporting = (folder: string, ...words: readonly string[]) =>
    run(['export', folder, '--format', 'stories', '--data', data, ...words])
  return { root, data, stories, catalogue, importing, exporting }
}

const filesOf = (story: Story, status: 'published' | 'draft' = 'published'): Record<string, string> =>
  Object.fromEntries(writeStory(story, status).map(({ name, text }) => [`${story.slug}/${name}`, text]))

t.test('stories come in once, are published where they say so, and a second import changes nothing', async t => {
  const { catalogue, importing } = await surroundings(t, {
    ...filesOf(analysis),
    ...filesOf(exhibition),
    ...filesOf(underdrawing, 'draft'),
  })
  const dry = await importing('--dry-run')
  t.match(dry, { code: 0, stderr: /nothing was written/ })
  t.match(JSON.parse(dry.stdout.toString()), { created: 3, published: 2 })
  t.equal(await catalogue.storyWriter.state('analysis', analysis.slug), undefined)

  const first = await importing()
  t.match(first, { code: 0 })
  t.match(JSON.parse(first.stdout.toString()), { kind: 'stories', created: 3, published: 2, refused: 0, mistakes: 0 })
  t.strictSame((await catalogue.stories.published('analysis', analysis.slug))?.story, analysis)
  t.strictSame((await catalogue.stories.published('exhibition', exhibition.slug))?.story, exhibition)
  t.equal(await catalogue.stories.published('analysis', underdrawing.slug), undefined)
  const again = await importing()
  t.match(JSON.parse(again.stdout.toString()), { created: 0, updated: 0, unchanged: 3, published: 0 })
  t.equal((await catalogue.storyWriter.state('analysis', analysis.slug))?.newest.number, 1)
})

t.test('a story that differs becomes a new revision; --draft publishes none', async t => {
  const { catalogue, importing, stories } = await surroundings(t, filesOf(analysis))
  await importing()
  const path = join(stories, analysis.slug, 'en.md')
  await writeFile(path, (await readFile(path, 'utf8')).replace('Round they go.', 'Round and round they go.'))
  t.match(JSON.parse((await importing('--draft')).stdout.toString()), { updated: 1, published: 0 })
  t.match(await catalogue.storyWriter.state('analysis', analysis.slug), { newest: { number: 2 }, published: 1 })
  t.match(JSON.parse((await importing('--dry-run')).stdout.toString()), { unchanged: 1, published: 1 })
  t.match(JSON.parse((await importing()).stdout.toString()), { unchanged: 1, published: 1 })
  t.match(await catalogue.storyWriter.state('analysis', analysis.slug), { newest: { number: 2 }, published: 2 })
})

t.test('a story that is refused is told by file and line, and keeps no other from coming', async t => {
  const broken = writeStory(analysis, 'published').map(({ name, text }) => ({
    name,
    text: text.replace('region: 5000,0,2000,5000', 'regoin: 5000,0,2000,5000').replace('angle: 12', 'angle: steep'),
  }))
  const { catalogue, importing, root } = await surroundings(t, {
    ...Object.fromEntries(broken.map(({ name, text }) => [`broken/${name}`, text])),
    ...filesOf(exhibition),
  })
  const report = join(root, 'report.csv')
  const { code, stderr, stdout } = await importing('--report', report)
  t.equal(code, 1)
  const line = (broken[0]?.text.split('\n').findIndex(each => each.startsWith('regoin')) ?? 0) + 1
  t.match(
    stderr,
    new RegExp(`^ {2}broken/fr\\.md:${line}: The field "regoin" is not known here; did you mean "region"\\?$`, 'm'),
  )
  t.match(stderr, /broken\/fr\.md:\d+: Expected a number for "angle" but found "steep"\./)
  t.match(stderr, /Not all is imported: 1 refused, see above\./)
  t.match(JSON.parse(stdout.toString()), { created: 1, refused: 1, mistakes: 2 })
  t.match(await readFile(report, 'utf8'), `\uFEFFfile;line;fate;remark\r\nbroken/fr.md;${line};refused;`)
  t.ok(await catalogue.stories.published('exhibition', exhibition.slug))
  t.equal(await catalogue.storyWriter.state('analysis', 'broken'), undefined)
})

t.test('a plain text becomes a draft of an analysis, a step for each paragraph', async t => {
  const text = '# La fête\r\n\r\nTout le monde est dehors.\r\nVraiment.\r\n\r\nUn chien s’enfuit.\r\n'
  const { catalogue, importing, exporting, root } = await surroundings(t, { 'La fête.md': text })
  t.match(await importing(), {
    code: 1,
    stderr: /La fête\.md:1: Expected the id of the work that this analysis reads: write a line "work: …"/,
  })
  const { code, stderr } = await importing('--work', 'DEMO-0001')
  t.equal(code, 0)
  t.match(stderr, /La fête\.md:1: Read as 2 steps, one a paragraph, each showing the whole picture\./)
  const state = await catalogue.storyWriter.state('analysis', 'la-fete')
  t.strictSame(state?.story, {
    kind: 'analysis',
    slug: 'la-fete',
    work: 'DEMO-0001',
    languages: ['fr'],
    title: { fr: 'La fête' },
    steps: [
      { id: 'tout-le-monde-est-dehors', text: { fr: 'Tout le monde est dehors.\nVraiment.' } },
      { id: 'un-chien-s-enfuit', text: { fr: 'Un chien s’enfuit.' } },
    ],
  })
  t.equal(state?.published, undefined)
  await exporting(join(root, 'out'))
  t.match(await readFile(join(root, 'out/analyses/la-fete/fr.md'), 'utf8'), /^## \{#un-chien-s-enfuit\}$/m)
})

t.test('what is exported and imported elsewhere is the same, and exported again the same files', async t => {
  const { importing, exporting, root } = await surroundings(t, {
    ...filesOf(analysis),
    ...filesOf(exhibition),
    ...filesOf(underdrawing, 'draft'),
  })
  await importing()
  const out = join(root, 'out')
  t.match(await exporting(out), { code: 0, stderr: 'out: 3 written, 0 unchanged, 0 left\n' })
  t.strictSame(await contents(out), {
    ...prefixed('analyses/', filesOf(analysis)),
    ...prefixed('analyses/', filesOf(underdrawing, 'draft')),
    ...prefixed('exhibitions/', filesOf(exhibition)),
  })
  t.match(await exporting(out), { code: 0, stderr: 'out: 0 written, 3 unchanged, 0 left\n' })
  const elsewhere = join(root, 'elsewhere')
  await run(['import', out, '--format', 'stories', '--data', elsewhere])
  await run(['export', join(root, 'second'), '--format', 'stories', '--data', elsewhere])
  t.strictSame(await contents(join(root, 'second')), await contents(out))
})

t.test('an export overwrites what it wrote itself, and nothing else unless told to', async t => {
  const { importing, exporting, root, catalogue } = await surroundings(t, {
    ...filesOf(analysis),
    ...filesOf(underdrawing),
  })
  await importing()
  const out = join(root, 'out')
  await exporting(out)
  const { subtitle: _, ...bare } = analysis
  await catalogue.storyWriter.save({ ...bare, languages: ['fr'] })
  t.match(await exporting(out), { code: 0, stderr: 'out: 1 written, 1 unchanged, 0 left\n' })

  const path = join(out, 'analyses', analysis.slug, 'fr.md')
  await writeFile(path, 'Mine.\n')
  const left = await exporting(out)
  t.match(left, {
    code: 1,
    stderr: /^analyses\/une-kermesse.+\/fr\.md: changed since it was exported, or never exported/,
  })
  t.match(left.stderr, /--replace overwrites them/)
  t.equal(await readFile(path, 'utf8'), 'Mine.\n')
  t.match(await exporting(out, '--replace'), { code: 0 })
  t.match(await readFile(path, 'utf8'), /^---\nkind: analysis\nstatus: draft\n/)

  await rm(join(out, '.beffroi.json'))
  await writeFile(join(out, 'analyses', underdrawing.slug, 'de.md'), 'Eigenes.\n')
  const foreign = await exporting(out)
  t.match(foreign, { code: 0, stderr: /sous-la-carillonneuse\/de\.md: not of this story any more/ })
  t.notOk(
    (await readdir(out, { recursive: true })).some(name => name.includes('.writing')),
    'nothing half-written stays',
  )
})

t.test('a language that a story no longer has leaves the folder with the next export', async t => {
  const { importing, exporting, root, catalogue } = await surroundings(t, filesOf(underdrawing))
  await importing()
  const out = join(root, 'out')
  await exporting(out)
  const only = JSON.parse(JSON.stringify(underdrawing), (name, value) => (name === 'nl' ? undefined : value))
  await catalogue.storyWriter.save({ ...only, languages: ['fr', 'en'] })
  t.match(await exporting(out), { code: 0, stderr: 'out: 1 written, 0 unchanged, 0 left\n' })
  t.strictSame((await readdir(join(out, 'analyses', underdrawing.slug))).toSorted(), ['en.md', 'fr.md'])
})

t.test(
  'an export says which stories; one that is not there is a failure, and no site takes the place of stories',
  async t => {
    const { importing, exporting, root, data } = await surroundings(t, { ...filesOf(analysis), ...filesOf(exhibition) })
    const out = join(root, 'out')
    t.match(await exporting(out), { code: 1, stderr: 'beffroi: There is no story yet.\n' })
    await importing()
    t.match(await exporting(out, '--kind', 'exhibition'), { code: 0, stderr: /1 written/ })
    t.strictSame(await readdir(join(out, 'exhibitions')), [exhibition.slug])
    t.match(await exporting(out, '--kind', 'analysis', '--slug', exhibition.slug), {
      code: 1,
      stderr: `beffroi: There is no analysis "${exhibition.slug}".\n`,
    })
    t.match(await run(['export', out, '--data', data]), {
      code: 1,
      stderr: /out holds what no export of a site wrote, or what was changed since: .*exhibitions\./,
    })
  },
)

t.test('links, large files and what is no text are not read; Latin-1 is, and told', async t => {
  const latin = Buffer.from('# Fête\n\nUn été à la fenêtre.\n', 'latin1')
  const { importing, stories, root } = await surroundings(t, {
    'latin.md': latin,
    'README.md': '# About',
    'large.md': 'x'.repeat(3000),
    'binary.md': Buffer.from([1, 0, 2]),
  })
  await writeFile(join(root, 'secret.md'), '# Secret\n\nwords\n')
  await symlink(join(root, 'secret.md'), join(stories, 'link.md'))
  const { code, stderr, stdout } = await importing('--work', 'DEMO-0001', '--story-max-kb', '2')
  t.equal(code, 1)
  t.match(JSON.parse(stdout.toString()), { created: 1, refused: 2 })
  t.match(stderr, 'latin.md:1: Expected UTF-8; read as Latin-1 (Windows-1252) from here on.')
  t.match(stderr, 'large.md:1: Expected at most 2 kB; --story-max-kb allows more.')
  t.match(stderr, 'binary.md:1: Expected text but this file is none')
  t.match(stderr, 'link.md was passed over.')
  t.match(stderr, 'README.md was passed over.')
  t.notMatch(stderr, root, 'no sentence holds a path of the machine')
})

t.test('one file of a story stands for all of them', async t => {
  const { importing, stories, catalogue } = await surroundings(t, filesOf(underdrawing))
  t.match(await importing(join(stories, underdrawing.slug, 'en.md')), { code: 0 })
  t.strictSame((await catalogue.storyWriter.state('analysis', underdrawing.slug))?.story, underdrawing)
})

async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.md')).toSorted()
  return Object.fromEntries(
    await Promise.all(names.map(async name => [name, await readFile(join(folder, name), 'utf8')] as const)),
  )
}

const prefixed = (prefix: string, files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [prefix + name, text]))

t.test('a plain text without a title is called after its file, and other texts are named, not read', async t => {
  const { catalogue, importing } = await surroundings(t, {
    'visite_en-classe.md': 'Regardez la tour.\n\nPuis la place, à e\u0301couter.\n',
    'notes.docx': 'PK',
    'photo.jpg': '',
  })
  const { code, stderr } = await importing('--work', 'DEMO-0001')
  t.equal(code, 0)
  t.match(stderr, 'visite_en-classe.md:1: It has no title, so it is called "Visite en classe" after its file')
  t.match(stderr, 'notes.docx was passed over: stories are Markdown files (.md).')
  t.notMatch(stderr, 'photo.jpg')
  t.match((await catalogue.storyWriter.state('analysis', 'visite-en-classe'))?.story, {
    title: { fr: 'Visite en classe' },
    steps: [{ text: { fr: 'Regardez la tour.' } }, { text: { fr: 'Puis la place, à \u00e9couter.' } }],
  })
})
