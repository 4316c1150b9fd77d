import t from 'tap'
import { configFrom } from '../../src/config.js'
import { trustOf } from '../../src/http/address.js'
import { readSettings } from '../../src/settings.js'
import { json, openSite } from './site.js'

const url = '/iiif/presentation/3/collection'
const path = '/iiif/presentation/3/collection'
const proxied = {
  host: '127.0.0.1:8080',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'musees.example.org',
  'x-forwarded-prefix': '/collections/',
}

t.test('addresses are those of the request', async t => {
  const { app } = await openSite(t)
  const idFor = async (host: string) => json(await app.inject({ url, headers: { host } })).id
  t.equal(await idFor('localhost:8080'), `http://localhost:8080${path}`)
  t.equal(await idFor('[::1]:8080'), `http://[::1]:8080${path}`)
})

t.test('a trusted proxy says how the site is reached', async t => {
  const { app } = await openSite(t)
  const answer = await app.inject({ url, headers: proxied, remoteAddress: '127.0.0.1' })
  t.equal(json(answer).id, `https://musees.example.org/collections${path}`)
})

t.test('nobody else does', async t => {
  const near = await openSite(t)
  const far = await near.app.inject({ url, headers: proxied, remoteAddress: '203.0.113.7' })
  t.equal(json(far).id, `http://127.0.0.1:8080${path}`)
})

t.test('a configured address wins over every header', async t => {
  const { app } = await openSite(t, { baseUrl: 'https://www.example.org/c/' })
  const answer = await app.inject({ url, headers: proxied })
  t.equal(json(answer).id, `https://www.example.org/c${path}`)
})

t.test('a host, protocol or prefix that is none is refused', async t => {
  const { app } = await openSite(t)
  for (const headers of [
    { host: 'evil.example.org/"><script>' },
    { host: 'user@example.org' },
    { host: 'example.org', 'x-forwarded-host': 'a b' },
    { host: 'example.org', 'x-forwarded-proto': 'javascript' },
    { host: 'example.org', 'x-forwarded-prefix': '//evil.example.org' },
    { host: 'example.org', 'x-forwarded-prefix': '/a?b' },
  ]) {
    const answer = await app.inject({ url, headers })
    t.equal(answer.statusCode, 400, JSON.stringify(headers))
    t.match(json(answer), { code: 'invalid-request', message: /^Expected / })
  }
})

t.test('trust is given by address, by network and by name', async t => {
  const trusts = (trustProxy: string, ip: string) => trustOf(configFrom(readSettings({ trustProxy })).http.address)(ip)
  t.ok(trusts('loopback', '127.0.0.1'))
  t.ok(trusts('loopback', '::ffff:127.0.0.1'))
  t.ok(trusts('loopback', '::1'))
  t.notOk(trusts('loopback', '10.0.0.1'))
  t.ok(trusts('uniquelocal, 192.0.2.0/24', '192.0.2.200'))
  t.ok(trusts('2001:db8::/32', '2001:db8::7'))
  t.notOk(trusts('192.0.2.1', '192.0.2.2'))
  t.notOk(trusts('none', '127.0.0.1'))
  t.notOk(trusts('loopback', ''))
  for (const wrong of ['example.org', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/', '']) {
    t.throws(() => trusts(wrong, '127.0.0.1'), { code: 'misuse', message: /^Expected an IP address/ }, wrong)
  }
})
