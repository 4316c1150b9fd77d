import t from 'tap'
import { museum } from '../presentation/sample.js'
import { presentationSchema, schemaPath } from '../presentation/schema.js'
import { needs } from '../shared.js'
import { fill, json, openSite } from './site.js'

const root = '/iiif/presentation/3'
const works = ['A', 'B', 'C', 'D', 'E'].map(id => ({ id, museum: museum.id, title: { fr: [`Œuvre ${id}`] } }))
const loose = [
  { id: 'collection', title: { fr: ['Sans musée'] } },
  { id: 'été/1 %', museum: 'M0000' },
]

t.test('everything published is reached by walking from the network', needs(schemaPath), async t => {
  const site = await openSite(t, { pageSize: '2', baseUrl: 'https://example.org/musees' })
  await fill(site, [...works, ...loose])
  const validate = presentationSchema()
  const found = new Map<string, string>()

  async function walk(id: string): Promise<void> {
    const answer = await site.app.inject(id.replace('https://example.org/musees', ''))
    t.equal(answer.statusCode, 200, id)
    const document = json(answer)
    t.equal(document.id, id, 'a document is served where its id says')
    t.ok(validate(document), JSON.stringify(validate.errors))
    found.set(id, document.type)
    if (document.type === 'Collection') for (const item of document.items) await walk(item.id)
  }
  await walk(`https://example.org/musees${root}/collection`)

  const manifests = [...found].filter(([, type]) => type === 'Manifest').map(([id]) => id.split('/').at(-2))
  t.strictSame(
    manifests.toSorted(),
    [...works, ...loose].map(({ id }) => encodeURIComponent(id)).toSorted(),
    'every work once',
  )
})

t.test('canvases, annotation pages and annotations answer at their ids', async t => {
  const site = await openSite(t)
  await fill(site, loose)
  const manifest = json(await site.app.inject(`${root}/works/${encodeURIComponent('été/1 %')}/manifest`))
  const [canvas] = manifest.items
  for (const part of [canvas, canvas.items[0], canvas.items[0].items[0]]) {
    const { pathname } = new URL(part.id)
    t.equal(json(await site.app.inject(pathname)).id, part.id)
  }
  t.equal((await site.app.inject(`${root}/works/collection/canvas/nowhere`)).statusCode, 404)
})

t.test('what is not there is 404, what was withdrawn is 410, both as JSON that any site may read', async t => {
  const site = await openSite(t)
  await fill(site, works)
  await site.services.writer.deleteWorks(['A'])
  const gone = await site.app.inject(`${root}/works/A/manifest`)
  t.match(gone, { statusCode: 410, headers: { 'access-control-allow-origin': '*' } })
  t.match(json(gone), { code: 'gone', message: 'The work "A" has been withdrawn.' })
  for (const path of ['works/Z/manifest', 'museums/M9/collection', 'works/collection/1', 'nowhere', 'works/A']) {
    const answer = await site.app.inject(`${root}/${path}`)
    t.match(answer, { statusCode: 404, headers: { 'access-control-allow-origin': '*' } }, path)
    t.match(json(answer), { code: 'not-found', message: /^There is no/ })
  }
})

t.test('a draft is not public', async t => {
  const site = await openSite(t)
  await site.services.writer.putWorks(works, { draft: true })
  t.equal((await site.app.inject(`${root}/works/A/manifest`)).statusCode, 404)
  t.strictSame(json(await site.app.inject(`${root}/works/collection`)).items, [])
})

t.test('documents are JSON-LD unless a client prefers JSON', async t => {
  const { app } = await openSite(t)
  const linked = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"'
  const wishes: Record<string, string> = {
    '': linked,
    '*/*': linked,
    'text/html,*/*;q=0.8': linked,
    'application/ld+json': linked,
    'application/json;q=0.5, application/ld+json;profile="a,b"': linked,
    'application/json': 'application/json',
    'application/json, text/plain, */*': 'application/json',
  }
  for (const [accept, type] of Object.entries(wishes)) {
    const { headers } = await app.inject({ url: `${root}/collection`, headers: accept ? { accept } : {} })
    t.equal(headers['content-type'], type, accept)
    t.equal(headers.vary, 'Accept, Accept-Encoding')
  }
})

t.test('an unchanged document costs a 304, in each coding by its own tag', async t => {
  const site = await openSite(t)
  await fill(site, works)
  const url = `${root}/works/A/manifest`
  const tags = new Set<unknown>()
  for (const coding of ['identity', 'gzip', 'br']) {
    const accepting = { 'accept-encoding': coding }
    const answer = await site.app.inject({ url, headers: accepting })
    const { etag } = answer.headers
    t.match(etag, /^"[\w-]+"$/, 'strong')
    t.equal(answer.headers['content-encoding'], coding === 'identity' ? undefined : coding)
    tags.add(etag)
    for (const known of [`${etag}`, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await site.app.inject({ url, headers: { ...accepting, 'if-none-match': known } })
      t.match(again, { statusCode: 304, body: '' }, known)
      t.type(again.headers.etag, 'string')
    }
    const head = await site.app.inject({ method: 'HEAD', url, headers: accepting })
    t.match(head, { statusCode: 200, body: '', headers: { etag } })
  }
  t.equal(tags.size, 3)
  await site.services.writer.putWorks([{ id: 'A', title: { fr: ['Autre titre'] } }])
  const changed = await site.app.inject({ url, headers: { 'if-none-match': [...tags].join(', ') } })
  t.equal(changed.statusCode, 200)
})
