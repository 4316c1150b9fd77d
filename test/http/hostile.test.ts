import { once } from 'node:events'
import { connect } from 'node:net'
import t from 'tap'
import { gradient } from '../image/gradient.js'
import { fc } from '../seeded.js'
import { gallery } from './gallery.js'
import { openWire } from './wire.js'

const addresses = [
  '/iiif/image/3/gradient/0,0,32,32/16,16/0/default.jpg',
  '/iiif/image/3/gradient/pct:10,10,50,50/!9,9/!90/gray.png',
  '/iiif/image/3/gradient/square/^max/270/bitonal.webp',
  '/iiif/image/2/gradient/full/pct:50/180/color.jpg',
  '/iiif/image/3/gradient/info.json',
  '/iiif/image/2/gradient/',
]

const splinters = [
  ...[
    '%',
    '%zz',
    '%00',
    '%2e%2e',
    '%2F',
    '%252F',
    '%C3',
    '%EF%BF%BF',
    '%0d%0a',
    '..',
    '/',
    '//',
    '/../',
    '?',
    '??v=',
    '#',
  ],
  ...['^', '!', '-', '+', '.', ',', ',,', ':', 'pct:', 'e9', '0', '00', '1e309', 'NaN', 'Infinity', '-1', '0x10', '١'],
  ...[
    '99999999999999999999',
    '0.00000000000000000001',
    '4294967296',
    'full',
    'max',
    'square',
    'é',
    '𝒳',
    ' ',
    '\\',
    '"',
    '<',
  ],
]

/** An address with pieces cut out, doubled, exchanged or driven in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...addresses),
    fc.array(
      fc.record({
        at: fc.integer({ min: 12, max: 70 }),
        cut: fc.integer({ min: 0, max: 6 }),
        put: fc.oneof(fc.constantFrom(...splinters), fc.string({ maxLength: 3 }), fc.constant('')),
        times: fc.constantFrom(1, 1, 1, 2, 40),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([address, wounds]) =>
    wounds.reduce(
      (text, { at, cut, put, times }) => text.slice(0, at) + put.repeat(times) + text.slice(at + cut),
      address,
    ),
  )

/** As every client must write it: what is not printable ASCII goes as the bytes of UTF-8. */
const written = (text: string): string =>
  Buffer.from(text)
    .toString()
    .replace(/[^!-~]+/g, each => encodeURIComponent(each))

t.test('20,000 mangled image addresses are answered or refused, and never break anything', async t => {
  const site = await gallery(t, 'gradient', gradient(60, 40), { maxWidth: '256', maxHeight: '256' })
  const ask = await openWire(t, site)
  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(mutated, async address => {
      const { status, body } = await ask(written(address))
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      return status < 500 && !body.includes(site.services.config.dataDirectory)
    }),
    { numRuns: 20_000 },
  )
  t.ok((statuses.get(400) ?? 0) > 1000 && (statuses.get(200) ?? 0) > 100, JSON.stringify([...statuses]))
})

t.test('what is far too long or far too much is refused before anything is done', async t => {
  const { app, services } = await gallery(t, 'gradient', gradient(60, 40))
  const table: readonly (readonly [path: string, status: number])[] = [
    [`gradient/${','.repeat(8000)}/max/0/default.jpg`, 414],
    [`gradient/${'0,'.repeat(400)}/max/0/default.jpg`, 400],
    [`gradient/full/${'9'.repeat(900)},/0/default.jpg`, 400],
    [`gradient/full/max/${'0'.repeat(900)}/default.jpg`, 400],
    [`${'a'.repeat(8000)}/full/max/0/default.jpg`, 414],
    [`${'%2e%2e%2f'.repeat(50)}etc%2fpasswd/full/max/0/default.jpg`, 404],
    ['gradient/full/max/0/%00.jpg', 400],
    ['gradient/full/max/0/%zz', 400],
    ['%/full/max/0/default.jpg', 400],
    ['gradient/full/999999999999,/0/default.jpg', 400],
    ['gradient/pct:0,0,0.000000000000001,100/^9999999999,/0/default.jpg', 400],
  ]
  for (const [path, status] of table) {
    const { statusCode, body } = await app.inject(`/iiif/image/3/${path}`)
    t.equal(statusCode, status, path.slice(0, 60))
    t.ok(body.length < 500, 'and in few words')
  }
  t.match(services.images.counters, { rendered: 0, tilesPassed: 0 })
})

t.test('what is no request at all is told so in a sentence, and the connection is closed', async t => {
  const site = await gallery(t, 'gradient', gradient(60, 40))
  const { port } = await openWire(t, site)
  const table: readonly (readonly [sent: string, status: number])[] = [
    ['GARBAGE\r\n\r\n', 400],
    ['GET /iiif/image/3/a b HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\n\r\n', 400],
    [`GET /iiif/image/3/${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
    [`GET / HTTP/1.1\r\nHost: a\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
  ]
  for (const [sent, status] of table) {
    const socket = connect(port, '127.0.0.1').setEncoding('latin1')
    let answer = ''
    socket.on('data', text => {
      answer += text
    })
    socket.write(sent)
    await once(socket, 'close')
    t.match(answer, `HTTP/1.1 ${status} `, sent.slice(0, 40))
    t.notMatch(answer, /server:|parse|hpe_|node/i)
  }
})
