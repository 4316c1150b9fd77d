import type { ValidateFunction } from 'ajv'
import t from 'tap'
import { museum } from '../presentation/sample.js'
import { presentationSchema, schemaPath } from '../presentation/schema.js'
import { flawsOf } from '../presentation/structure2.js'
import { needs } from '../shared.js'
import { fill, json, openSite } from './site.js'

/** Every id in a document, whatever it names. */
function addressesIn(thing: unknown): readonly string[] {
  if (typeof thing !== 'object' || thing === null) return []
  return Object.entries(thing).flatMap(([name, value]) =>
    ['id', '@id', 'on', 'target', 'startCanvas'].includes(name) && typeof value === 'string'
      ? [value]
      : addressesIn(value),
  )
}

const root = '/iiif/presentation/3'
const works = ['A', 'B', 'C', 'D', 'E'].map(id => ({ id, museum: museum.id, title: { fr: [`Œuvre ${id}`] } }))
const inFull = [
  { id: 'album', title: { fr: ['Album'] }, sections: [{ label: { fr: ['Plats'] }, views: ['1'] }] },
  { id: 'leaf', partOf: { work: 'album' } },
  { id: 'study', related: ['album'] },
]
const loose = [
  { id: 'collection', title: { fr: ['Sans musée'] } },
  { id: 'été/1 %', museum: 'M0000' },
]

const flawless = {
  3: (validate: ValidateFunction) => (document: object) =>
    validate(document) ? [] : (validate.errors ?? []).map(error => JSON.stringify(error)),
  2: () => flawsOf,
} as const

for (const version of [3, 2] as const) {
  const at = `/iiif/presentation/${version}`
  const site = 'https://example.org/musees'

  t.test(`version ${version}: everything published is reached from the network`, needs(schemaPath), async t => {
    const { app, ...rest } = await openSite(t, { pageSize: '2', baseUrl: site })
    await fill({ app, ...rest }, [...works, ...loose])
    const flaws = flawless[version](presentationSchema())
    const manifests: string[] = []

    async function walk(address: string): Promise<void> {
      const document = json(await app.inject(address.replace(site, '')))
      t.equal(document.id ?? document['@id'], address, 'a document is served where its id says')
      t.strictSame(flaws(document), [], address)
      const { items, collections = [], manifests: listed = [] } = document
      if (/Manifest$/.test(document.type ?? document['@type'])) manifests.push(address.split('/').at(-2) ?? '')
      else for (const item of items ?? [...collections, ...listed]) await walk(item.id ?? item['@id'])
    }
    await walk(`${site}${at}/collection`)
    t.strictSame(manifests.toSorted(), [...works, ...loose].map(({ id }) => encodeURIComponent(id)).toSorted())
  })

  t.test(`version ${version}: every address in every document answers, with itself as id`, async t => {
    const { app, ...rest } = await openSite(t, { pageSize: '2', baseUrl: site })
    await fill({ app, ...rest }, [...works, ...loose, ...inFull])
    const seen = new Set<string>()
    const waiting = [`${site}${at}/collection`]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue
      seen.add(next)
      const document = json(await app.inject(next.replace(site, '')))
      t.equal(document.id ?? document['@id'], next)
      // A region of a canvas is at the address of the canvas
      const named = addressesIn(document).flatMap(each => each.split('#', 1))
      waiting.push(...named.filter(each => each.startsWith(`${site}${at}/`)))
    }
    for (const part of ['collection/1', 'manifest', 'canvas/1', 'canvas/1/painting/1', 'range/1', 'range/part-leaf'])
      t.ok(
        [...seen].some(address => address.endsWith(part)),
        part,
      )
  })
}

t.test('parts of a work without pictures answer at their ids', async t => {
  const site = await openSite(t)
  await site.services.writer.putWorks(loose)
  const below = `works/${encodeURIComponent('été/1 %')}`
  for (const version of [3, 2]) {
    const at = `/iiif/presentation/${version}/${below}`
    for (const path of ['canvas/none', 'canvas/none/painting']) {
      const { id, '@id': id2 } = json(await site.app.inject(`${at}/${path}`))
      t.equal(new URL(id ?? id2).pathname, `${at}/${path}`)
    }
    t.equal((await site.app.inject(`${at}/canvas/nowhere`)).statusCode, 404)
  }
})

t.test('an address of version 3 answers in version 2 to who asks for its profile', async t => {
  const site = await openSite(t)
  await fill(site, works)
  const profile = (version: number) =>
    `application/ld+json;profile="http://iiif.io/api/presentation/${version}/context.json"`
  const url = `${root}/works/A/manifest`
  const wishes: Record<string, 2 | 3> = {
    [profile(2)]: 2,
    [`${profile(3)};q=0.5, ${profile(2)}`]: 2,
    [`${profile(2)}, */*`]: 2,
    [`${profile(2)}, ${profile(3)}`]: 3,
    [`${profile(2)};q=0.5, */*`]: 3,
    [`${profile(2)};q=0`]: 3,
    '*/*': 3,
    'application/json': 3,
  }
  for (const [accept, version] of Object.entries(wishes)) {
    const answer = await site.app.inject({ url, headers: { accept } })
    const { id, '@id': id2, '@context': context } = json(answer)
    t.equal(context, `http://iiif.io/api/presentation/${version}/context.json`, accept)
    t.equal(new URL(version === 2 ? id2 : id).pathname, url, 'the address that was asked')
    t.equal(answer.headers.vary, 'Accept, Accept-Encoding')
    if (version === 2) t.equal(answer.headers['content-type'], profile(version))
  }
  const own = await site.app.inject({ url: url.replace('/3/', '/2/'), headers: { accept: profile(3) } })
  t.match(own.headers['content-type'], /^application\/(ld\+)?json/)
  t.equal(json(own)['@context'], 'http://iiif.io/api/presentation/2/context.json', 'addresses of version 2 stay in it')
})

t.test('version 2 is plain JSON unless a client asks for JSON-LD', async t => {
  const { app } = await openSite(t)
  const url = '/iiif/presentation/2/collection'
  const plain = await app.inject(url)
  t.equal(plain.headers['content-type'], 'application/json')
  t.match(plain.headers.link, /^<http:\/\/iiif.io\/api\/presentation\/2\/context.json>;rel=/)
  const linked = await app.inject({ url, headers: { accept: 'application/ld+json' } })
  t.match(linked.headers['content-type'], /^application\/ld\+json;profile=/)
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
