import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Test } from 'tap'
import t from 'tap'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { buildApp } from '../../src/http/app.js'
import { museum } from '../presentation/sample.js'
import { fill, openSite } from './site.js'
import { openWire, type WireAnswer, type WireAsk } from './wire.js'

const root = '/iiif/presentation/3'
const manifest = `${root}/works/A/manifest`
const works = ['A', 'B'].map(id => ({ id, museum: museum.id, title: { fr: [`Œuvre ${id}`] } }))

/** A listening server with two works; `framework` counts the requests that went the ordinary way, `statements` what SQLite ran. */
async function openLibrary(t: Test, options: Parameters<typeof openSite>[1] = {}) {
  const site = await openSite(t, options)
  await fill(site, works)
  const seen = { framework: 0, statements: [] as string[] }
  const path = join(site.services.config.dataDirectory, 'catalogue.db')
  const traced = openCatalogue(path, site.services.clock, statement => seen.statements.push(statement))
  const app = await buildApp({ ...site.services, reader: traced.reader, stories: traced.stories })
  app.addHook('onRequest', async () => {
    seen.framework += 1
  })
  const other = openCatalogue(path, site.services.clock)
  const ask = await openWire(t, { ...site, app })
  t.teardown(async () => {
    await app.close()
    for (const { close } of [traced, other]) close()
  })
  return { ...site, seen, ask, other }
}

/** What must be equal to the last byte, save the clock. */
const sent = ({ head, body }: WireAnswer) => ({
  head: head.replace(/\r\nDate: [^\r]*/, ''),
  body: body.toString('hex'),
})

const accepts = [
  [],
  ['Accept: application/json'],
  ['Accept: application/ld+json;q=0.5, application/json;q=0.4, */*;q=0.1'],
]
const codings = [[], ['Accept-Encoding: gzip, deflate, br'], ['Accept-Encoding: gzip;q=1.0, br;q=0.2, identity;q=0']]

/** Asks for something until it is known, then in every condition from memory and through the framework. */
async function compare(
  t: Test,
  { ask, seen }: { ask: WireAsk; seen: { framework: number } },
  target: string,
  way: readonly string[],
) {
  const first = await ask(target, way)
  t.equal(first.status, 200, `${target} ${way}`)
  const etag = first.headers.get('etag') ?? ''
  const conditions = [
    [],
    [`If-None-Match: ${etag}`],
    [`If-None-Match: "x", W/${etag}`],
    [`If-None-Match: ${etag.replace(/(?:-\w+)?"$/, '-br"')}`],
    ['If-None-Match: *'],
    ['If-None-Match: "x"'],
    ['If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT'],
  ]
  for (const method of ['GET', 'HEAD'])
    for (const condition of conditions) {
      const more = [...way, ...condition, 'X-Request-Id: the-same-id']
      const before = seen.framework
      const again = await ask(target, more, method)
      if (seen.framework !== before) t.fail(`${method} ${target} ${more} was not answered from memory`)
      const ordinary = await ask(target, [...more, 'Content-Length: 0'], method)
      if (seen.framework !== before + 1) t.fail(`${method} ${target} ${more} did not reach the framework`)
      t.strictSame(sent(again), sent(ordinary), `${method} ${target} ${more}`)
    }
}

t.test('a document from memory is the same, byte by byte, as one that went through the framework', async t => {
  const library = await openLibrary(t)
  const targets = [
    manifest,
    `${manifest}?made=up`,
    `${root}/works/%41/canvas/1`,
    `${root}/works/A/canvas/1/painting/1`,
    `${root}/collection`,
    `${root}/museums/${museum.id}/collection`,
    '/iiif/image/3/image-A/info.json',
    '/iiif/image/2/image-A/info.json',
  ]
  for (const target of targets)
    for (const accept of accepts)
      for (const coding of codings) await compare(t, library, target, [...accept, ...coding])
})

t.test('a document is kept apart for each address under which the site is reached', async t => {
  const library = await openLibrary(t)
  const ways = [
    ['Host: other.example.org:8080'],
    ['Host: [::1]:8080', 'Accept-Encoding: br'],
    ['X-Forwarded-Host: musees.example.org', 'X-Forwarded-Proto: https', 'X-Forwarded-Prefix: /collections'],
    ['X-Forwarded-Host: a.example, b.example', 'Accept: text/html, */*;q=0.8', 'Cookie: a=b'],
  ]
  const bases = [
    'http://other.example.org:8080',
    'http://[::1]:8080',
    'https://musees.example.org/collections',
    'http://b.example',
  ]
  for (const [index, way] of ways.entries()) {
    await compare(t, library, manifest, way)
    const answer = await library.ask(
      manifest,
      way.filter(header => !header.startsWith('Accept-Encoding')),
    )
    t.equal(JSON.parse(answer.body.toString()).id, `${bases[index]}${manifest}`)
  }
  for (const _twice of [1, 2]) t.equal((await library.ask(manifest, ['Host: a b'])).status, 400)
})

t.test('each coding holds the same document and has a tag of its own', async t => {
  const { ask } = await openLibrary(t)
  const plain = await ask(manifest)
  const brotli = await ask(manifest, ['Accept-Encoding: br'])
  const gzip = await ask(manifest, ['Accept-Encoding: gzip'])
  t.strictSame(brotliDecompressSync(brotli.body), plain.body)
  t.strictSame(gunzipSync(gzip.body), plain.body)
  t.equal(new Set([plain, brotli, gzip].map(({ headers }) => headers.get('etag'))).size, 3)
  t.strictSame(
    [plain, brotli, gzip].map(({ headers }) => headers.get('content-encoding')),
    [undefined, 'br', 'gzip'],
  )
})

t.test('what another process writes shows at the next request', async t => {
  const { ask, other, seen } = await openLibrary(t)
  const addresses = [
    manifest,
    `${root}/works/A/canvas/1`,
    `${root}/museums/${museum.id}/collection`,
    '/iiif/image/3/image-A/info.json',
  ]
  const before = new Map<string, WireAnswer>()
  for (const address of addresses) before.set(address, await ask(address, ['Accept-Encoding: br']))
  const rights = { uri: 'https://creativecommons.org/publicdomain/mark/1.0/' }
  await other.writer.putWorks([{ id: 'A', museum: museum.id, title: { fr: ['Autre titre'] }, rights }])
  for (const address of addresses) {
    const etag = before.get(address)?.headers.get('etag')
    const after = await ask(address, ['Accept-Encoding: br', `If-None-Match: ${etag}`])
    t.equal(after.status, 200, address)
    t.not(after.headers.get('etag'), etag, address)
  }
  t.equal(seen.framework, 2 * addresses.length)
  await other.writer.deleteWorks(['A'])
  for (const address of [manifest, '/iiif/image/3/image-A/info.json'])
    t.equal((await ask(address)).status, 410, address)
})

t.test('what is written elsewhere takes no manifest and no information out of memory', async t => {
  const { ask, other, seen } = await openLibrary(t)
  for (const address of [manifest, '/iiif/image/3/image-A/info.json']) {
    await ask(address)
    const before = seen.framework
    await other.writer.putWorks([{ id: `C${before}` }])
    t.equal((await ask(address)).status, 200)
    t.equal(seen.framework, before, address)
  }
  const list = `${root}/works/collection`
  const first = JSON.parse((await ask(list)).body.toString())
  await other.writer.putWorks([{ id: 'D' }])
  t.equal(JSON.parse((await ask(list)).body.toString()).items.length, first.items.length + 1)
})

t.test(
  'a manifest costs seven statements once, one after a write elsewhere, and none while nothing is written',
  async t => {
    const { ask, other, seen } = await openLibrary(t)
    /** Beside the look at the epoch, which reads nothing of the catalogue. */
    const cost = async (...headers: string[]) => {
      seen.statements.length = 0
      const { status } = await ask(manifest, headers)
      return { status, statements: seen.statements.filter(statement => !statement.includes('data_version')).length }
    }
    const begin = 7 // begin, works around it, works, museums, pictures, commit, stories that show it
    t.strictSame(await cost(), { status: 200, statements: begin })
    t.strictSame(await cost(), { status: 200, statements: 0 })
    t.strictSame(await cost('If-None-Match: *'), { status: 304, statements: 0 })
    await other.writer.putWorks([{ id: 'C' }])
    t.strictSame(await cost('If-None-Match: *'), { status: 304, statements: 1 })
    t.strictSame(await cost('If-None-Match: *'), { status: 304, statements: 0 })
    t.strictSame(await cost('Accept-Encoding: br', 'If-None-Match: *'), { status: 304, statements: begin })
    t.strictSame(await cost('Accept-Encoding: br'), { status: 200, statements: 0 }, 'a 304 is kept with its document')
  },
)

t.test('a configured address is the same for every host', async t => {
  const { ask, seen } = await openLibrary(t, { baseUrl: 'https://musees.example/c' })
  for (const host of ['a.example', 'b.example', 'c.example'])
    t.equal(
      JSON.parse((await ask(manifest, [`Host: ${host}`])).body.toString()).id,
      `https://musees.example/c${manifest}`,
    )
  t.equal(seen.framework, 1)
})
