import { truncate, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { wantedRange } from '../../src/http/range.js'
import { gradient } from '../image/gradient.js'
import { gallery } from './gallery.js'

const tile = '/iiif/image/3/gradient/0,0,512,512/max/0/default.jpg'
const derivative = '/iiif/image/3/gradient/full/300,/0/default.png'

t.test('a picture says since when it is as it is, and is not sent to those who have it', async t => {
  const { ask, services } = await gallery(t, 'gradient', gradient(600, 600))
  const { etag = '', 'last-modified': date = '' } = (await ask(tile)).headers
  t.equal(date, new Date(services.reader.image('gradient')?.updatedAt ?? '').toUTCString())
  const second = Date.parse(date)
  const table: readonly (readonly [status: number, headers: Record<string, string>])[] = [
    [304, { 'if-modified-since': date }],
    [304, { 'if-modified-since': new Date(second + 5000).toUTCString() }],
    [200, { 'if-modified-since': new Date(second - 1000).toUTCString() }],
    [200, { 'if-modified-since': 'yesterday' }],
    [200, { 'if-modified-since': String(second + 5000) }],
    [304, { 'if-modified-since': 'Fri Jan  1 00:00:00 2100' }],
    [304, { 'if-modified-since': 'Friday, 31-Dec-49 23:59:59 GMT' }],
    [200, { 'if-modified-since': date, 'if-none-match': '"other"' }],
    [304, { 'if-modified-since': 'yesterday', 'if-none-match': etag }],
  ]
  for (const [status, headers] of table) t.equal((await ask(tile, { headers })).status, status, JSON.stringify(headers))
  t.match(services.images.counters, { tilesPassed: 1, rendered: 0 }, 'read once, and never for a 304')
})

t.test('HEAD has the headers of GET, and the length where that is known without rendering', async t => {
  const { ask, services } = await gallery(t, 'gradient', gradient(600, 600))
  const before = await ask(derivative, { method: 'HEAD' })
  t.equal(before.headers['content-length'], undefined)
  t.equal(services.images.counters.rendered, 0)
  const { headers } = await ask(derivative)
  const after = await ask(derivative, { method: 'HEAD' })
  const without = ({ 'x-request-id': _id, 'content-length': _length, date: _date, ...rest }: typeof headers) => rest
  t.strictSame(without(before.headers), without(headers))
  t.equal(after.headers['content-length'], headers['content-length'])
  t.equal(services.images.counters.rendered, 1)
})

t.test('a part of a picture is had by its range', async t => {
  const { ask } = await gallery(t, 'gradient', gradient(600, 600))
  const { body, headers: whole } = await ask(tile)
  const { length } = body
  const { etag = '', 'last-modified': date = '' } = whole
  t.equal(whole['accept-ranges'], 'bytes')
  const parts: readonly (readonly [range: string, first: number, last: number])[] = [
    ['bytes=0-0', 0, 0],
    ['bytes=10-19', 10, 19],
    [`bytes=${length - 5}-`, length - 5, length - 1],
    ['bytes=-7', length - 7, length - 1],
    ['bytes=0-99999999', 0, length - 1],
    ['bytes=-99999999', 0, length - 1],
  ]
  for (const [range, first, last] of parts) {
    for (const condition of [{}, { 'if-range': etag }, { 'if-range': date }]) {
      const answer = await ask(tile, { headers: { range, ...condition } })
      t.equal(answer.status, 206, range)
      t.match(answer.headers, {
        'content-range': `bytes ${first}-${last}/${length}`,
        'content-length': String(last - first + 1),
        'content-type': 'image/jpeg',
        etag,
        'last-modified': date,
      })
      t.strictSame(answer.body, body.subarray(first, last + 1), range)
    }
  }
  for (const range of [`bytes=${length}-`, 'bytes=-0', 'bytes=999999999999999-']) {
    const answer = await ask(tile, { headers: { range } })
    t.match(answer, { status: 416, headers: { 'content-range': `bytes */${length}` } }, range)
    t.equal(answer.headers.etag, undefined)
  }
  const wholes = ['bytes=0-1,5-6', 'bytes=5-1', 'bytes=-', 'bytes=a-b', 'items=0-1', 'bytes=0x1-2', 'bytes']
  for (const range of wholes) t.equal((await ask(tile, { headers: { range } })).status, 200, range)
  for (const condition of ['"other"', `W/${etag}`, 'Thu, 01 Jan 1970 00:00:00 GMT'])
    t.equal((await ask(tile, { headers: { range: 'bytes=0-1', 'if-range': condition } })).status, 200, condition)
  t.equal((await ask(tile, { headers: { range: 'bytes=0-1', 'if-none-match': etag } })).status, 304)
  t.equal((await ask(tile, { method: 'HEAD', headers: { range: 'bytes=0-1' } })).status, 200)
})

t.test('nothing can be ranged in nothing', t => {
  for (const range of ['bytes=0-', 'bytes=-1']) t.equal(wantedRange({ range }, { etag: '"a"' }, 0), 'unsatisfiable')
  t.end()
})

t.test('an address that holds the version may be kept for good, any other for as long as is configured', async t => {
  const { ask, image } = await gallery(t, 'gradient', gradient(600, 600), { cacheSeconds: '77' })
  const lifetimeOf = async (query: string) => (await ask(`${tile}${query}`)).headers['cache-control']
  t.equal(await lifetimeOf(`?v=${image.version}`), 'public, max-age=31536000, immutable')
  for (const query of ['', '?v=', '?v=stale', '?V=1', `?v=${image.version}&v=${image.version}`])
    t.equal(await lifetimeOf(query), 'public, max-age=77', query)
})

t.test('only what is negotiated varies', async t => {
  const { ask } = await gallery(t, 'gradient', gradient(600, 600))
  t.equal((await ask(tile)).headers.vary, undefined)
  for (const version of [2, 3]) {
    const info = `/iiif/image/${version}/gradient/info.json`
    for (const accept of ['application/json', 'application/ld+json']) {
      const { headers } = await ask(info, { headers: { accept } })
      t.match(headers['content-type'], accept)
      t.match(headers, { vary: 'Accept, Accept-Encoding', 'cache-control': 'no-cache' })
      const context = `<http://iiif.io/api/image/${version}/context.json>;rel="http://www.w3.org/ns/json-ld#context"`
      if (accept === 'application/json') t.match(headers.link, context)
      else t.equal(headers.link, undefined)
      t.equal((await ask(info, { headers: { accept, 'if-none-match': headers.etag ?? '' } })).status, 304)
    }
  }
})

t.test('other methods are refused by name, before their body is looked at', async t => {
  const { app } = await gallery(t, 'gradient', gradient(100, 100))
  for (const path of ['gradient', 'gradient/', 'gradient/info.json', 'gradient/full/max/0/default.jpg', 'none/a/b']) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const url = `/iiif/image/3/${path}`
      const answer = await app.inject({ method, url, headers: { 'content-type': 'text/strange' }, payload: 'strange' })
      t.match(answer, { statusCode: 405, headers: { allow: 'GET, HEAD, OPTIONS', 'access-control-allow-origin': '*' } })
      t.match(answer.body, /^Expected one of the methods GET, HEAD, OPTIONS/)
    }
  }
})

t.test('a pyramid that is missing or cut short is told without a path', async t => {
  const { ask, services, image } = await gallery(t, 'gradient', gradient(1100, 600))
  const file = join(services.config.dataDirectory, image.pyramid)
  for (const damage of [
    () => truncate(file, 2000),
    () => truncate(file, 7),
    () => truncate(file, 0),
    () => unlink(file),
  ]) {
    await damage()
    for (const path of ['512,0,512,512/max/0/default.jpg', 'full/90,/0/default.png', '600,0,90,90/max/0/gray.webp']) {
      const answer = await ask(`/iiif/image/3/gradient/${path}`)
      t.equal(answer.status, 500)
      t.equal(answer.headers['cache-control'], 'no-store')
      t.strictSame(
        [answer.headers.etag, answer.headers['last-modified'], answer.headers.link],
        [undefined, undefined, undefined],
      )
      t.notMatch(answer.body.toString(), /\/|\.tif|ENOENT|pyramid/)
    }
  }
})

t.test('headers reveal nothing of the machine', async t => {
  const { ask } = await gallery(t, 'gradient', gradient(100, 100))
  for (const path of [tile, '/iiif/image/3/none/info.json', '/healthz', '/', '/%zz']) {
    const { headers } = await ask(path)
    for (const name of ['server', 'x-powered-by', 'via']) t.equal(headers[name], undefined, `${name} of ${path}`)
  }
})
