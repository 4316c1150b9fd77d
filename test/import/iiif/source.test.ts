import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { configFrom } from '../../../src/config.js'
import { openRemote, type Remote } from '../../../src/import/iiif/remote/fetch.js'
import { readHosts } from '../../../src/import/iiif/remote/hosts.js'
import { importFile } from '../../../src/import/import-file.js'
import { reportText } from '../../../src/import/report.js'
import { readSettings } from '../../../src/settings.js'
import { needs, shared } from '../../shared.js'
import { emptyCatalogue } from '../catalogue.js'
import { body3, canvas3, manifest2, manifest3 } from './manifests.js'
import { openLender, sendJson } from './remote/lender.js'

const { iiif: bounds } = configFrom(readSettings({}))
const closed = openRemote({ hosts: readHosts(''), resolve: async () => [], bounds })
const source = (path: string, remote: Remote = closed, more: Partial<typeof bounds> = {}) =>
  ({ path, format: 'iiif', remote, bounds: { ...bounds, ...more } }) as const
const kinds = ({ tally }: Awaited<ReturnType<typeof importFile>>) => [...tally.remarks.keys()]
const all = { offset: 0, limit: 500 }

/** Writes files beside the catalogue of a test. */
function filesOf(t: Test, files: Readonly<Record<string, unknown>>): string {
  const folder = join(t.testdirName, 'files')
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return folder
}

t.test('a manifest is created, unchanged, updated; a dry run writes nothing, a draft is not published', async t => {
  const catalogue = emptyCatalogue(t)
  const path = join(filesOf(t, { 'm.json': '' }), 'm.json')
  const write = (...canvases: unknown[]) => writeFileSync(path, JSON.stringify(manifest3(canvases)))
  const bring = async (options = {}) => {
    const { created, updated, unchanged } = (await importFile(source(path), catalogue, options)).tally
    return { created, updated, unchanged }
  }
  write(canvas3(1, body3('a')), canvas3(2, body3('b')))
  t.match(await bring({ preview: true }), { created: 1 })
  t.equal(await catalogue.reader.isEmpty(), true)
  t.match(await bring({ draft: true }), { created: 1 })
  t.strictSame(await catalogue.reader.countWorks({}), { works: 0, pictured: 0 })
  t.match(await bring(), { updated: 1 }, 'published')
  t.match(await bring(), { unchanged: 1 })
  const [before] = await catalogue.reader.listWorks({}, all)
  t.equal(before?.views.length, 2)
  write(canvas3(2, body3('b2')))
  t.match(await bring(), { updated: 1 })
  const [after] = await catalogue.reader.listWorks({}, all)
  t.match(after?.views, [{ key: before?.views[1]?.key, layers: [{ image: { address: body3('b2').id, width: 4000 } }] }])
  t.equal(after?.views.length, 1)
  t.ok(before && after && after.updatedAt > before.updatedAt)
  write()
  t.match(await bring(), { updated: 1 })
  t.strictSame(await catalogue.reader.countWorks({}), { works: 1, pictured: 0 })
  t.match(await catalogue.reader.loanDocument(after?.id ?? ''), /"items":\[\]/)
})

t.test(
  'a collection gives its manifests: whole, beside it in a folder, and from allowed hosts; the others stand by their labels',
  async t => {
    const { remote, base, asked } = await openLender(t, (request, response) =>
      request.url === '/c2'
        ? sendJson(response, { ...nested, id: `${base}/c2` })
        : sendJson(response, manifest3([canvas3(1, body3('far'))], { id: `${base}${request.url}` })),
    )
    const nested = {
      type: 'Collection',
      label: { en: ['Within'] },
      items: [
        { id: `${base}/c2`, type: 'Collection' },
        { id: `${base}/m3`, type: 'Manifest' },
      ],
    }
    const collection = {
      '@context': 'http://iiif.io/api/presentation/3/context.json',
      id: 'https://lender.example.org/c',
      type: 'Collection',
      label: { en: ['All'] },
      items: [
        manifest3([canvas3(1, body3('whole'))], { id: 'https://x.example.org/whole' }),
        { id: 'https://x.example.org/beside', type: 'Manifest', label: { en: ['Beside'] } },
        { id: `${base}/m1`, type: 'Manifest', label: { en: ['Fetched'] } },
        { id: `${base}/m1`, type: 'Manifest', label: { en: ['Twice'] } },
        { id: 'https://closed.example.org/m', type: 'Manifest', label: { en: ['Closed'] } },
        { id: `${base}/c2`, type: 'Collection', label: { en: ['Within'] } },
      ],
    }
    const catalogue = emptyCatalogue(t)
    const folder = filesOf(t, {
      'list.json': collection,
      'list/b.json': manifest3([canvas3(1, body3('near'))], { id: 'https://x.example.org/beside' }),
      'list/no.json': '{',
    })
    const imported = await importFile(source(join(folder, 'list.json'), remote), catalogue)
    t.match(imported.tally, { created: 5, refused: 0 })
    t.strictSame(
      asked.map(each => each.replace(/^[^/]+/, '')),
      ['/m1', '/c2', '/m3'],
      'nothing twice, no cycle',
    )
    t.strictSame(kinds(imported), ['manifest-not-read'])
    t.match(reportText(imported, 'list.json', false), /list\.json: 5 manifests/)
    t.match(await catalogue.reader.countWorks({}), { works: 5, pictured: 4 })
    const again = await importFile(source(join(folder, 'list.json')), catalogue)
    t.match(again.tally, { created: 0, updated: 0, unchanged: 2 }, 'what cannot be read now stays as it was')
    t.match(await catalogue.reader.countWorks({}), { works: 5, pictured: 4 })
  },
)

t.test('a collection of version 2 lists collections and manifests, and no more than the limit are taken', async t => {
  const list = {
    '@type': 'sc:Collection',
    '@id': 'http://l.example.org/c',
    manifests: [manifest2, 'http://l.example.org/2', 'http://l.example.org/3'],
  }
  const catalogue = emptyCatalogue(t)
  const path = join(filesOf(t, { 'c.json': list }), 'c.json')
  const imported = await importFile(source(path, closed, { manifests: 2 }), catalogue)
  t.match(imported.tally, { created: 2 })
  t.ok(kinds(imported).includes('too-many-manifests'))
})

t.test('a manifest that fails is reported with its reason and the others are imported', async t => {
  const { remote, base } = await openLender(t, (request, response) =>
    request.url === '/good'
      ? sendJson(response, manifest3([]))
      : request.url === '/other'
        ? sendJson(response, { type: 'Canvas' })
        : response.writeHead(500).end(),
  )
  const items = ['bad', 'other', 'good'].map(name => ({
    id: `${base}/${name}`,
    type: 'Manifest',
    label: { en: [name] },
  }))
  const catalogue = emptyCatalogue(t)
  const path = join(filesOf(t, { 'c.json': { type: 'Collection', items } }), 'c.json')
  const imported = await importFile(source(path, remote), catalogue)
  t.match(imported.tally, { created: 1, refused: 2 })
  t.match(imported.tally.remarks.get('manifest-failed')?.examples, [{ line: 1, value: /status 500/ }])
  t.match(imported.tally.remarks.get('not-a-manifest')?.examples, [{ line: 2 }])
})

t.test('a manifest is imported from an address, and refused with a way out where it is not allowed', async t => {
  const { remote, base } = await openLender(t, (_request, response) => sendJson(response, manifest2))
  const catalogue = emptyCatalogue(t)
  t.match((await importFile(source(`${base}/m`, remote), catalogue)).tally, { created: 1 })
  await t.rejects(importFile(source(`${base}/m`), catalogue), {
    message: /add --iiif-hosts http:\/\/lender\.example\.org:\d+\.$/,
  })
})

t.test('files that are no manifest, too large or absent are refused, without a path', async t => {
  const catalogue = emptyCatalogue(t)
  const folder = filesOf(t, { 'a.json': { type: 'Canvas' }, 'b.json': ' '.repeat(2000), 'd/e.json': '' })
  const bring = (name: string) => importFile(source(join(folder, name), closed, { bytes: 1000 }), catalogue)
  await t.rejects(bring('a.json'), { code: 'refused', message: /^Expected a manifest or collection/ })
  await t.rejects(bring('b.json'), {
    code: 'too-large',
    message: /^b\.json is larger than 1000 bytes; raise --iiif-max-mb/,
  })
  await t.rejects(bring('c.json'), { code: 'not-found', message: 'There is no file c.json that can be read.' })
  await t.rejects(bring('d'), { code: 'refused', message: /^d is no file/ })
})

const folder = 'data/manifests'
t.test('every real manifest goes in, the collection too, and again changes nothing', needs(folder), async t => {
  const root = shared(folder) ?? ''
  const names = readdirSync(root).filter(name => name.endsWith('.json'))
  const catalogue = emptyCatalogue(t)
  for (const [round, expected] of (['created', 'unchanged'] as const).entries())
    for (const name of names) {
      const { tally } = await importFile(source(join(root, name)), catalogue)
      const works = name.includes('0230') ? (round === 0 ? 2 : 0) : 1
      t.equal(tally[expected], works, `${name} ${expected}`)
      t.equal(tally.refused, 0, name)
    }
  t.match(await catalogue.reader.countWorks({}), { works: names.length + 1 })
})
