import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { Test } from 'tap'
import t from 'tap'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { drain } from '../../src/http/listen.js'
import { gradient } from '../image/gradient.js'
import { pyramidOf } from '../image/pyramid-of.js'
import { openSite } from './site.js'
import { openWire, type WireAnswer } from './wire.js'

const tile = '/iiif/image/3/gradient/0,0,512,512/512,512/0/default.jpg'

/** A listening server with one picture; `framework` counts the requests that went the ordinary way. */
async function openGallery(t: Test, options: Parameters<typeof openSite>[1] = {}) {
  const site = await openSite(t, options)
  const seen = { framework: 0 }
  site.app.addHook('onRequest', async () => {
    seen.framework += 1
  })
  const { config, writer } = site.services
  const image = await pyramidOf(config.dataDirectory, 'gradient', gradient(1100, 600))
  await writer.putImage(image)
  const ask = await openWire(t, site)
  return { ...site, seen, image, ask }
}

/** What must be equal to the last byte, save the clock. */
const sent = ({ head, body }: WireAnswer) => ({
  head: head.replace(/\r\nDate: [^\r]*/, ''),
  body: body.toString('hex'),
})

t.test('an answer from memory is the same, byte by byte, as one that went through the framework', async t => {
  const { ask, seen, image } = await openGallery(t)
  const targets = [
    tile,
    tile.replace('/3/', '/2/'),
    tile.replace('512,512/0', '512,/0'),
    tile.replace('default', 'color'),
    `${tile}?v=${image.version}`,
    `${tile}?v=other`,
    tile.replace('default.jpg', 'gray.png'),
    tile.replace('0,0,512,512/512,512/0', 'full/300,/!90'),
    '/iiif/image/3/gradi%65nt/square/max/0/default.webp',
  ]
  const ways = [
    [],
    ['Host: other.example.org:8080'],
    ['Host: [::1]:8080'],
    ['X-Forwarded-Host: musees.example.org', 'X-Forwarded-Proto: https', 'X-Forwarded-Prefix: /collections'],
    ['X-Forwarded-Host: a.example, b.example', 'Accept-Encoding: br, gzip', 'Accept: image/webp', 'Cookie: a=b'],
  ]
  for (const target of targets) {
    for (const way of ways) {
      const first = await ask(target, way)
      t.equal(first.status, 200, `${target} ${way}`)
      const { headers } = first
      const [etag, date] = [headers.get('etag') ?? '', headers.get('last-modified') ?? '']
      const conditions = [
        [],
        [`If-None-Match: ${etag}`],
        [`If-None-Match: "x", W/${etag}`],
        ['If-None-Match: *'],
        ['If-None-Match: "x"', `If-Modified-Since: ${date}`],
        [`If-Modified-Since: ${date}`],
        ['If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT'],
        ['If-Modified-Since: never'],
      ]
      for (const method of ['GET', 'HEAD']) {
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
    }
  }
})

t.test('what is asked in another way goes the ordinary way', async t => {
  const { ask, seen } = await openGallery(t)
  const whole = await ask(tile)
  const ranged = await ask(tile, ['Range: bytes=0-9'])
  t.equal(ranged.status, 206)
  t.strictSame(ranged.body, whole.body.subarray(0, 10))
  t.equal((await ask(tile, [], 'DELETE')).status, 405)
  t.equal((await ask(`${tile}?a=1`)).status, 200)
  t.equal((await ask(`${tile}?a=1`)).status, 200, 'an address that anyone can make up is not kept')
  t.equal(seen.framework, 5)
  await ask(tile)
  t.equal(seen.framework, 5)
})

t.test('a picture that is replaced is never shown again, whoever replaced it', async t => {
  const { ask, services, image, seen } = await openGallery(t)
  const { dataDirectory } = services.config
  const other = openCatalogue(join(dataDirectory, 'catalogue.db'), () => new Date())
  t.teardown(() => other.close())
  const first = await ask(tile)
  await ask(tile)
  t.equal(seen.framework, 1)

  const second = await pyramidOf(dataDirectory, 'gradient', gradient(1100, 700))
  await services.writer.putImage(second)
  const replaced = await ask(tile)
  t.notSame(replaced.body, first.body)
  t.not(replaced.headers.get('etag'), first.headers.get('etag'))
  t.ok(
    Date.parse(replaced.headers.get('last-modified') ?? '') > Date.parse(first.headers.get('last-modified') ?? ''),
    'a replacement within the same second has a date of its own',
  )
  t.equal((await ask(tile, [`If-Modified-Since: ${first.headers.get('last-modified')}`])).status, 200)

  await other.writer.putImage(image)
  const restored = await ask(tile)
  t.strictSame(restored.body, first.body)
  t.equal(restored.headers.get('etag'), first.headers.get('etag'))
})

t.test('a picture that is withdrawn is gone with the next request, one that is hung elsewhere stays', async t => {
  const { ask, services, image, seen } = await openGallery(t)
  const other = openCatalogue(join(services.config.dataDirectory, 'catalogue.db'), () => new Date())
  t.teardown(() => other.close())
  await other.writer.putWorks([{ id: 'W1' }, { id: 'W2' }])
  await other.writer.putImage(image, { work: 'W1', view: '1', position: 1, layer: 'visible' })
  await ask(tile)
  await other.writer.putWorks([{ id: 'W3' }])
  t.equal((await ask(tile)).status, 200)
  t.equal(seen.framework, 1, 'what changes elsewhere in the catalogue takes nothing out of memory')
  await other.writer.deleteWorks(['W1'])
  t.equal((await ask(tile)).status, 410)
  t.equal((await ask(tile, ['Content-Length: 0'])).status, 410)
})

t.test('hosts share no answer, and one that is none leaves nothing behind', async t => {
  const { ask, seen } = await openGallery(t)
  const linkFor = async (host: string) => (await ask(tile, [`Host: ${host}`])).headers.get('link')
  t.match(await linkFor('a.example'), '<http://a.example/iiif/')
  t.match(await linkFor('b.example'), '<http://b.example/iiif/')
  t.match(await linkFor('a.example'), '<http://a.example/iiif/')
  t.equal(seen.framework, 2)
  for (const host of ['evil.example/"><script>', 'a b', 'user@a.example']) {
    for (const _twice of [1, 2]) t.equal((await ask(tile, [`Host: ${host}`])).status, 400, host)
  }
  for (let number = 0; number < 100; number += 1) await linkFor(`h${number}.example`)
  t.match(await linkFor('a.example'), '<http://a.example/iiif/')
})

t.test('a configured address is the same for every host', async t => {
  const { ask, seen } = await openGallery(t, { baseUrl: 'https://musees.example/c' })
  for (const host of ['a.example', 'b.example', 'c.example']) {
    t.match(
      (await ask(tile, [`Host: ${host}`])).headers.get('link'),
      '<https://musees.example/c/iiif/image/3/gradient/',
    )
  }
  t.equal(seen.framework, 1)
})

t.test('each request leaves one line in the log, in the same words', async t => {
  const { ask, lines } = await openGallery(t)
  const logged = () => lines.map(line => JSON.parse(line)).filter(({ msg }) => msg === 'request')
  await ask(tile)
  for (const headers of [['X-Request-Id: mine'], ['X-Request-Id: mine', 'Content-Length: 0']]) await ask(tile, headers)
  await ask('/healthz')
  const [, memory, framework] = logged()
  t.match(memory, { level: 30, reqId: 'mine', method: 'GET', url: tile, status: 200 })
  t.type(memory.ms, 'number')
  t.strictSame(Object.keys(memory), Object.keys(framework))
})

t.test('a server that stops keeps no connection for what it has in memory', async t => {
  const { ask, app } = await openGallery(t)
  await ask(tile)
  const { port } = ask
  const half = await openHalf(port)
  const stopped = drain(app, 60)
  const answer = await half.finish()
  t.match(answer, /^HTTP\/1.1 200[\s\S]*connection: close/i)
  t.equal(await stopped, true)
})

/** A connection whose second request is half sent, so that it is busy when the server stops. */
async function openHalf(port: number) {
  const socket = connect(port, '127.0.0.1').setEncoding('latin1')
  socket.write(`GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET ${tile} HTTP/1.1\r\nHost: museum.example.org\r\n`)
  await once(socket, 'data')
  return {
    async finish() {
      let answer = ''
      socket.on('data', text => {
        answer += text
      })
      socket.write('\r\n')
      await once(socket, 'end')
      return answer
    },
  }
}
