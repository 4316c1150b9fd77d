import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openValidate } from '../../src/check/documents/validate.js'
import { loanOf } from '../contract/catalogue.js'
import { openPictured } from '../stories/pictured.js'
import { analysis, exhibition, underdrawing } from '../stories/samples.js'
import { run } from './run.js'

const base = 'https://example.org/stick'

type Counted = Readonly<{
  files: number
  pictures: number
  reused: number
  bytes: number
  tilesPassed: number
  rendered: number
  tilesDecoded: number
}>

/** A catalogue with the sample stories, and a way to export it. */
async function surroundings(t: Test) {
  const { root, data, services } = await openPictured(t)
  const out = join(root, 'out')
  const exporting = async (...words: readonly string[]) => {
    const { code, stdout, stderr } = await run(['export', out, '--data', data, ...words])
    return { code, stderr, counts: (code === 0 ? JSON.parse(stdout.toString()) : {}) as Counted }
  }
  return { root, out, data, services, exporting, read: (name: string) => readFile(join(out, name), 'utf8') }
}

t.test('everything published stands in a folder that leads nowhere else', async t => {
  const { out, exporting, read, root } = await surroundings(t)
  const { code, stderr, counts } = await exporting('--base-url', base)
  t.equal(code, 0, stderr)
  t.match(stderr, /^out: about \d+ MB for \d+ pictures\nout: \d+ files and \d+ pictures/)
  const [megabytes = 0, pictures = 0] = (/about (\d+) MB for (\d+)/.exec(stderr) ?? []).slice(1).map(Number)
  const { bytes, pictures: asked, reused } = counts
  t.ok(Math.abs(pictures / (asked - reused) - 1) < 0.15, `${pictures} for ${asked - reused}, drawn ones too`)
  t.ok(Math.abs(megabytes / (bytes / 1e6) - 1) < 0.4, `${megabytes} MB for ${bytes}`)
  t.ok(counts.tilesPassed > 20 + 4, 'tiles are passed on as they are stored')
  t.strictSame((await readdir(root)).toSorted(), ['data', 'out', 'pictures'], 'nothing is left beside it')

  const files = await filesBelow(out)
  for (const language of ['fr', 'en', 'nl'])
    for (const page of [
      '',
      'works/',
      'museums/',
      'works/DEMO-0001/',
      `analyses/${analysis.slug}/`,
      `exhibitions/${exhibition.slug}/`,
      `exhibitions/${exhibition.slug}/embed/`,
    ])
      t.ok(files.has(`${language}/${page}index.html`), `${language}/${page}`)
  t.ok(files.has('fr/works/DEMO-0003/layer-infrared.html'))
  t.ok(files.has('en/works/DEMO-0004/view-2.html'))
  for (const part of (await read('README.txt')).split(/\n(?=English|Nederlands)/))
    t.match(part, /python3 -m http\.server.*\n.*\n[\s\S]*https:\/\/example\.org\/stick\//)
  t.match(await read('index.html'), 'href="fr/works/"')

  const lost: string[] = []
  for (const name of files.keys()) {
    if (!/\.(?:html|json|jsonld)$/.test(name)) continue
    const text = await read(name)
    if (text.includes('beffroi.invalid')) lost.push(`${name} says where it was made`)
    for (const link of name.endsWith('.html') ? linksOf(text, name) : addressesOf(text))
      if (!files.has(link) && !files.has(`${link}index.html`)) lost.push(`${name} leads to ${link}`)
  }
  t.strictSame(lost, [])

  const { own } = openValidate()
  const documents = [...files.keys()].filter(name => /^iiif\/presentation\/.*\.json$/.test(name))
  t.ok(documents.length > 10)
  for (const name of documents) {
    const document = JSON.parse(await read(name))
    t.equal(document.id, `${base}/${name}`, 'a document is where it says')
    t.equal(own(name.includes('.delft.') ? 'presentationDelft' : 'presentation3', document), undefined, name)
  }
  t.match(JSON.parse(await read('iiif/image/3/demo-1/info.json')), {
    '@context': 'http://iiif.io/api/image/3/context.json',
    id: `${base}/iiif/image/3/demo-1`,
    type: 'ImageService3',
    profile: 'level0',
    maxWidth: 3000,
    tiles: [{ width: 512, scaleFactors: [1, 2, 4, 8] }],
  })
  const drawn = `analysis.${analysis.slug}.1.tour`
  t.match(JSON.parse(await read(`iiif/image/3/${drawn}/info.json`)), { profile: 'level0', width: 3000 })
})

t.test('the pictures of works come from what ingest made: no tile is decoded for them', async t => {
  const { exporting, services, read } = await surroundings(t)
  for (const { kind, slug } of [exhibition, analysis, underdrawing]) await services.storyWriter.unpublish(kind, slug)
  const { counts } = await exporting()
  t.match(counts, { rendered: 0, tilesDecoded: 0 })
  t.ok(counts.tilesPassed > 0)
  t.match(
    await read('iiif/presentation/3/collection.json'),
    '"http://localhost:8000/iiif/presentation/3/collection.json"',
  )
  t.notMatch(await read('fr/index.html'), /rel="canonical"|og:url/, 'what only a known address can say is left out')
})

t.test('again, only what has changed is made; the folder changes as a whole', async t => {
  const { out, exporting, services, read } = await surroundings(t)
  await exporting('--base-url', 'https://example.com')
  t.match(
    await read('iiif/presentation/3/collection.json'),
    '"https://example.com/iiif/presentation/3/collection.json"',
  )
  const { counts } = await exporting('--base-url', base)
  t.equal(counts.reused, counts.pictures)
  t.match(counts, { tilesPassed: 0, rendered: 0 })
  await services.storyWriter.unpublish('exhibition', exhibition.slug)
  await services.writer.deleteWorks(['DEMO-0004'])
  t.match(await exporting('--base-url', base), { code: 0 })
  const files = await filesBelow(out)
  t.notOk(
    [...files.keys()].some(name => name.includes(exhibition.slug)),
    'what is withdrawn is gone',
  )
  t.strictSame(
    [...files.keys()].filter(name => /DEMO-0004/.test(name)),
    [],
  )
  t.match(await read('fr/works/DEMO-0001/index.html'), `<link rel="canonical" href="${base}/fr/works/DEMO-0001/"`)
})

t.test('what is interrupted goes on where it was, and was never seen', async t => {
  const { root, data, out, exporting } = await surroundings(t)
  const stopping = new AbortController()
  const stopped = run(['export', out, '--data', data], { signal: stopping.signal })
  const begun = join(root, '.out.writing/iiif/image/3/demo-1/full')
  while (!(await stat(begun).catch(() => false))) await new Promise(setImmediate)
  stopping.abort()
  t.match(await stopped, { code: 1, stderr: /Interrupted; run the same command again to go on\./ })
  t.notOk((await readdir(root)).includes('out'))
  const { code, counts } = await exporting()
  t.equal(code, 0)
  t.ok(counts.reused > 0)
  t.notOk((await readdir(root)).includes('.out.writing'))
})

t.test('a folder that holds anything else is refused, and stays as it is', async t => {
  const { out, exporting, root } = await surroundings(t)
  await mkdir(out)
  await writeFile(join(out, 'mine.txt'), 'mine')
  const refused = await exporting()
  t.match(refused, {
    code: 1,
    stderr: /out holds what no export of a site wrote, or what was changed since: mine\.txt\./,
  })
  t.notMatch(refused.stderr, root, 'no sentence holds a path of the machine')
  t.equal(await readFile(join(out, 'mine.txt'), 'utf8'), 'mine')
  await rm(join(out, 'mine.txt'))
  t.match(await exporting('--kind', 'analysis'), { code: 0 })
  await writeFile(join(out, 'README.txt'), 'changed')
  await writeFile(join(out, 'iiif/image/3/demo-1/mine.jpg'), 'mine')
  t.match(await exporting(), { code: 1, stderr: /changed since: README\.txt\./ })
  t.equal(await readFile(join(out, 'README.txt'), 'utf8'), 'changed')
})

t.test('what is kept out of sight in a folder is not lost', async t => {
  const { out, exporting } = await surroundings(t)
  await mkdir(join(out, '.git'), { recursive: true })
  await writeFile(join(out, '.git/HEAD'), 'ref: refs/heads/main')
  t.match(await exporting('--kind', 'analysis'), {
    code: 1,
    stderr: /out holds what no export of a site wrote.*: \.git\./,
  })
  t.equal(await readFile(join(out, '.git/HEAD'), 'utf8'), 'ref: refs/heads/main')
  await rm(join(out, '.git'), { recursive: true })
  await writeFile(join(out, '.DS_Store'), 'noise')
  t.match(await exporting('--kind', 'analysis'), { code: 0 })
  await writeFile(join(out, '.htaccess'), 'Options -Indexes')
  t.match(await exporting('--kind', 'analysis'), { code: 1, stderr: /: \.htaccess\./ })
  t.equal(await readFile(join(out, '.htaccess'), 'utf8'), 'Options -Indexes')
})

t.test('a borrowed picture stays on its owner’s server, whose addresses may end as ours do', async t => {
  const { exporting, read, services } = await surroundings(t)
  for (const { kind, slug } of [exhibition, analysis, underdrawing]) await services.storyWriter.unpublish(kind, slug)
  const loan = loanOf('lent', ['far'])
  const id = 'https://lender.example.org/iiif/image/3/far'
  const image = { address: `${id}/full/max/0/default.jpg`, width: 400, height: 300 }
  const layers = [{ kind: 'visible', image: { ...image, service: { id, version: 3, level: 2 } } }] as const
  await services.writer.putLoans([{ ...loan, views: loan.views.map(view => ({ ...view, layers })) }])
  const { code, stderr } = await exporting()
  t.equal(code, 0, stderr)
  t.match(await read('fr/works/lent/index.html'), id)
  t.match(await read('iiif/presentation/3/works/lent/manifest.json'), `"${id}"`)
})

t.test('one story has its works, its analyses and their museums with it, and no others', async t => {
  const { out, exporting, read } = await surroundings(t)
  t.match(await exporting('--slug', 'unknown'), { code: 1, stderr: /no published story "unknown"/ })
  t.match(await exporting('--kind', 'analysis', '--slug', underdrawing.slug), { code: 0 })
  const files = await filesBelow(out)
  t.ok(files.has(`fr/analyses/${underdrawing.slug}/index.html`))
  t.ok(files.has('fr/works/DEMO-0003/index.html'))
  t.notOk([...files.keys()].some(name => /DEMO-0001|demo-1\b/.test(name) || name.includes(analysis.slug)))
  t.notMatch(await read('fr/works/index.html'), 'DEMO-0001')
  t.match(JSON.parse(await read('iiif/presentation/3/works/collection.json')).items.length, 1)
  t.notOk(files.has('fr/museums/M0629/index.html'), 'museums of other works stay out')
})

t.test('regions alone take less, and say so to the browser code', async t => {
  const { exporting, read, out } = await surroundings(t)
  const only = ['--kind', 'analysis', '--slug', analysis.slug]
  await exporting(...only)
  const all = (await filesBelow(out)).size
  t.match(await exporting(...only, '--regions-only'), { code: 0 })
  const files = await filesBelow(out)
  t.ok(files.size < all)
  t.ok(files.has('iiif/image/3/demo-1/1024,0,512,512/512,512/0/default.jpg'), 'of the tower')
  t.notOk(files.has('iiif/image/3/demo-1/2560,512,440,512/440,512/0/default.jpg'), 'of the edge')
  t.match(JSON.parse(await read('iiif/image/3/demo-1/info.json')), { maxWidth: 1500, maxHeight: 1125 })
  t.match(await read(`fr/analyses/${analysis.slug}/index.html`), '&quot;within&quot;:{&quot;regions&quot;:[{')
})

t.test('an unknown format is a misuse', async t => {
  const { exporting } = await surroundings(t)
  t.match(await exporting('--format', 'csv'), { code: 2, stderr: /Expected --format stories, or no --format/ })
})

async function filesBelow(folder: string): Promise<ReadonlyMap<string, true>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return new Map(names.map(name => [name.slice(folder.length + 1), true]))
}

/** Files that a page leads to or loads, by its links, pictures and what its scripts zoom into. */
function linksOf(html: string, name: string): readonly string[] {
  const attributes = [...html.matchAll(/ (href|src|srcset|content|data-[a-z]+)="([^"]*)"/g)]
  const addresses = attributes.flatMap(([, key = '', escaped = '']) => {
    const value = escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    if (key === 'srcset') return value.split(', ').map(candidate => candidate.split(' ')[0] ?? '')
    if (key.startsWith('data-'))
      return [...value.matchAll(/"id":"([^"]*iiif[^"]*)"/g)].map(([, id = '']) => `${id}/info.json`)
    return key !== 'content' || value.startsWith(base) ? [value] : []
  })
  return addresses.flatMap(address => {
    const { href } = new URL(address, `${base}/${name}`)
    return href.startsWith(`${base}/`) ? [href.slice(base.length + 1).replace(/#.*$/, '')] : []
  })
}

/** Files that a document names; canvases and what lies on them stand in it. */
const addressesOf = (json: string): readonly string[] =>
  [...json.matchAll(/"https:\/\/example\.org\/stick\/([^"#\\]*)/g)]
    .map(([, address = '']) => (/^iiif\/image\/3\/[^/]+$/.test(address) ? `${address}/info.json` : address))
    .filter(address => !/\/(?:canvas|range)\//.test(address))
