import { gzipSync } from 'node:zlib'
import t from 'tap'
import { openRemote } from '../../../../src/import/iiif/remote/fetch.js'
import { readHosts } from '../../../../src/import/iiif/remote/hosts.js'
import { publicAddresses } from '../../../../src/import/iiif/remote/public-address.js'
import { bounds, openLender, sendJson } from './lender.js'

t.test('a document comes from an allowed host, packed or not, under its own name', async t => {
  const { remote, base, asked, resolved } = await openLender(t, (request, response) => {
    if (request.url === '/plain') return sendJson(response, { said: 'é' })
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
    response.end(gzipSync('{"said":"packed"}'))
  })
  t.equal(await remote.fetch(`${base}/plain`), '{"said":"é"}')
  t.equal(await remote.fetch(`${base}/packed`), '{"said":"packed"}')
  t.strictSame(asked, ['lender.example.org/plain', 'lender.example.org/packed'])
  t.strictSame(resolved, ['lender.example.org', 'lender.example.org'], 'each request resolves its host once')
})

t.test('nothing is asked of a host that is not allowed, and the sentence says how to allow it', async t => {
  const { remote, base, port, asked } = await openLender(t, (_request, response) => sendJson(response, {}))
  const refusals: readonly (readonly [address: string, message: RegExp])[] = [
    [
      'https://other.example.org/m.json',
      /^Nothing is fetched from https:\/\/other\.example\.org unless .* --iiif-hosts other\.example\.org\.$/,
    ],
    [`https://lender.example.org:${port}/`, /unless it is allowed/],
    ['http://lender.example.org/', /--iiif-hosts http:\/\/lender\.example\.org\.$/],
    [`http://127.0.0.1:${port}/`, /unless it is allowed/],
    [`http://user:secret@lender.example.org:${port}/`, /holds no password/],
    ['file:///etc/passwd', /begins with https/],
    ['gopher://lender.example.org/', /begins with https/],
    ['no address', /begins with https/],
  ]
  for (const [address, message] of refusals) await t.rejects(remote.fetch(address), { code: 'refused', message })
  t.strictSame(asked, [])
  t.ok(remote.allows(`${base}/m.json`))
  t.notOk(remote.allows('https://other.example.org/'))
})

t.test('redirects are followed a few times, each checked again', async t => {
  const { remote, base, asked } = await openLender(t, (request, response) => {
    const [, kind, left = '0'] = request.url?.split('/') ?? []
    const targets: Record<string, string> = {
      hops: Number(left) > 0 ? `/hops/${Number(left) - 1}` : '',
      away: 'https://elsewhere.example.org/',
      inside: 'http://169.254.169.254/latest/meta-data',
      nowhere: 'http://[',
    }
    const target = targets[kind ?? '']
    if (!target && kind !== 'nothing') return sendJson(response, { arrived: true })
    response.writeHead(302, target ? { location: target } : {}).end()
  })
  t.equal(await remote.fetch(`${base}/hops/3`), '{"arrived":true}')
  t.equal(asked.length, 4)
  await t.rejects(remote.fetch(`${base}/hops/4`), { message: /redirects more than 3 times/ })
  await t.rejects(remote.fetch(`${base}/away`), {
    message: /Nothing is fetched from https:\/\/elsewhere\.example\.org/,
  })
  await t.rejects(remote.fetch(`${base}/inside`), { message: /Nothing is fetched from http:\/\/169\.254\.169\.254/ })
  await t.rejects(remote.fetch(`${base}/nowhere`), { message: /redirects to no address/ })
})

t.test('what is too large, endless once unpacked, no JSON, or no answer is refused', async t => {
  const { remote, base } = await openLender(t, (request, response) => {
    const send = (headers: Record<string, string>, body: string | Buffer, status = 200) =>
      response.writeHead(status, headers).end(body)
    const json = { 'content-type': 'application/json' }
    switch (request.url) {
      case '/announced':
        return response.writeHead(200, { ...json, 'content-length': '200000000' }).write('{')
      case '/streamed':
        response.writeHead(200, json)
        for (let sent = 0; sent < 3; sent += 1) response.write(' '.repeat(60_000))
        return
      case '/bomb':
        return send({ ...json, 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(50_000_000, ' ')))
      case '/broken':
        return send({ ...json, 'content-encoding': 'gzip' }, 'not packed')
      case '/brotli':
        return send({ ...json, 'content-encoding': 'br' }, 'x')
      case '/html':
        return send({ 'content-type': 'text/html' }, '<p>')
      case '/gone':
        return send(json, '{}', 410)
      case '/latin':
        return send(json, Buffer.from('{"a":"\xe9"}', 'latin1'))
      default:
        return request.socket.destroy()
    }
  })
  for (const [path, message] of [
    ['announced', /larger than 100000 bytes; raise --iiif-max-mb/],
    ['streamed', /larger than 100000 bytes/],
    ['bomb', /larger than 100000 bytes/],
    ['broken', /could not be fetched/],
    ['brotli', /encoded as br/],
    ['html', /is text\/html; expected JSON/],
    ['gone', /answers with status 410/],
    ['latin', /not encoded in UTF-8/],
    ['dropped', /could not be fetched/],
  ] as const)
    await t.rejects(remote.fetch(`${base}/${path}`), { code: 'refused', message }, path)
})

t.test('a server that never ends its answer is left after the time set, and when the run is stopped', async t => {
  const { remote, base } = await openLender(
    t,
    (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{'),
    { ...bounds, milliseconds: 100 },
  )
  await t.rejects(remote.fetch(`${base}/slow`), { code: 'refused', message: /did not answer whole within 0\.1 s/ })
  const stopped = AbortSignal.abort()
  await t.rejects(remote.fetch(`${base}/slow`, stopped), { name: 'AbortError' })
})

t.test('an allowed name that leads to this machine or its network is not connected to', async t => {
  const { port, asked } = await openLender(t, (_request, response) => sendJson(response, {}))
  const hosts = readHosts(`http://lender.example.org:${port},http://127.0.0.1:${port},http://[::1]:${port}`)
  const remote = openRemote({ hosts, resolve: publicAddresses(async () => ['93.184.215.14', '127.0.0.1']), bounds })
  for (const host of ['lender.example.org', '127.0.0.1', '2130706433', '0x7f.1', '[::1]'])
    await t.rejects(remote.fetch(`http://${host}:${port}/`), { message: /is no host of the public internet/ }, host)
  t.strictSame(asked, [])
})
