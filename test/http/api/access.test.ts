import { request } from 'node:http'
import t from 'tap'
import { configFrom, failedAttempts } from '../../../src/config.js'
import { buildApp } from '../../../src/http/app.js'
import { openServices } from '../../../src/services.js'
import { readSettings } from '../../../src/settings.js'
import { openSite } from '../site.js'
import { apiToken, openDesk, tokens } from './desk.js'

t.test('without a token the writing API is switched off, and says how to switch it on', async t => {
  const { app } = await openSite(t)
  for (const url of ['/api/works', '/api/works/a', '/api/nowhere', '/api/']) {
    for (const method of ['GET', 'PUT'] as const) {
      const answer = await app.inject({ method, url, headers: { authorization: `Bearer ${tokens.anne}` } })
      t.equal(answer.statusCode, 404, `${method} ${url}`)
      t.match(answer.json().message, /BEFFROI_API_TOKEN/, `${method} ${url}`)
    }
  }
  t.equal((await app.inject('/api/docs/json')).statusCode, 200)
})

t.test('who brings no token or a wrong one is told so, and given nothing', async t => {
  const { app } = await openDesk(t)
  const ask = (authorization?: string) =>
    app.inject({ url: '/api/works', headers: authorization === undefined ? {} : { authorization } })
  const none = await ask()
  t.equal(none.statusCode, 401)
  t.equal(none.headers['www-authenticate'], 'Bearer realm="Beffroi"')
  t.match(none.json(), { code: 'unauthorised', message: /Authorization: Bearer/ })
  for (const wrong of [
    'Bearer',
    'Bearer x',
    `Basic ${tokens.anne}`,
    `Bearer ${tokens.anne}x`,
    `Bearer anne:${tokens.anne}`,
  ]) {
    const answer = await ask(wrong)
    t.equal(answer.statusCode, 401, wrong)
    t.equal(answer.headers['www-authenticate'], 'Bearer realm="Beffroi", error="invalid_token"')
  }
  t.equal((await ask(`bearer ${tokens.bart}`)).statusCode, 200)
})

t.test('a token in the address or in a cookie is none', async t => {
  const { app } = await openDesk(t)
  t.equal((await app.inject(`/api/works?access_token=${tokens.anne}`)).statusCode, 401)
  t.equal((await app.inject({ url: '/api/works', headers: { cookie: `token=${tokens.anne}` } })).statusCode, 401)
})

t.test('wrong tokens are counted by address, and more are not looked at until a minute is over', async t => {
  let now = Date.parse('2026-05-01T12:00:00Z')
  const services = await openServices(configFrom(readSettings({ data: t.testdir(), apiToken })))
  const app = await buildApp({ ...services, clock: () => new Date(now) })
  t.teardown(async () => {
    await app.close()
    await services.close()
  })
  const ask = async (token: string, remoteAddress = '192.0.2.1') =>
    app.inject({ url: '/api/works', headers: { authorization: `Bearer ${token}` }, remoteAddress })
  for (let index = 0; index < failedAttempts.most; index += 1) t.equal((await ask('wrong')).statusCode, 401)
  const held = await ask(tokens.anne)
  t.equal(held.statusCode, 429)
  t.equal(held.headers['retry-after'], '60')
  t.equal((await ask(tokens.anne, '192.0.2.2')).statusCode, 200, 'others are not held up')
  now += failedAttempts.within
  t.equal((await ask(tokens.anne)).statusCode, 200)
})

t.test('scripts of other sites are not let in', async t => {
  const { ask } = await openDesk(t)
  const preflight = await ask('OPTIONS', '/api/works/a', {
    headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'PUT' },
  })
  t.equal(preflight.status, 404)
  const { headers } = await ask('GET', '/api/works', { headers: { origin: 'https://elsewhere.example' } })
  t.equal(headers['access-control-allow-origin'], undefined)
  t.equal(headers['set-cookie'], undefined)
  t.equal(headers['cross-origin-resource-policy'], 'same-origin')
})

t.test('tokens never reach the log', async t => {
  const { ask, lines } = await openDesk(t)
  await ask('GET', '/api/works')
  await ask('PUT', '/api/works/a', { body: { wrong: 1 } })
  await ask('GET', '/api/works', { headers: { authorization: 'Bearer wrong-secret-of-somebody' } })
  t.ok(lines.length >= 3)
  t.notOk(lines.some(line => line.includes(tokens.anne) || line.includes('wrong-secret')))
})

t.test('tokens that could be guessed, or are no tokens, are refused without being repeated', t => {
  const good = 'x'.repeat(32)
  const of = (text: string) => configFrom(readSettings({ apiToken: text })).curators
  t.strictSame(of(good), [{ name: 'curator', token: good }])
  t.strictSame(
    of(`Élodie M.:${good}, bart:${good}=`).map(({ name }) => name),
    ['Élodie M.', 'bart'],
  )
  for (const text of [
    'short',
    `a:${good},`,
    `a:${good},a:${good}1`,
    `a:${good},b:${good}`,
    `a:${good} b`,
    `:${good}`,
  ]) {
    try {
      of(text)
      t.fail(text)
    } catch (error) {
      t.match(error, { code: 'misuse', message: /^Expected "name:token,name:token"/ })
      t.notMatch(String(error), good)
    }
  }
  const long = 'secret'.repeat(3000)
  t.throws(() => readSettings({}, { BEFFROI_API_TOKEN: long }), { code: 'misuse', message: /received something else/ })
  t.end()
})

t.test('a body is not read before its token is', async t => {
  const { app } = await openDesk(t)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const status = await new Promise(resolve => {
    const put = request({
      port,
      method: 'PUT',
      path: '/api/works/a',
      headers: { 'content-type': 'application/json', 'content-length': 1_000_000 },
    })
    put.on('response', answer => {
      resolve(answer.statusCode)
      put.destroy()
    })
    put.on('error', () => undefined)
    put.write('{')
  })
  t.equal(status, 401)
})

t.test('the page of the documentation names files that are there, with and without a slash', async t => {
  const { app } = await openSite(t, { apiToken })
  for (const address of ['/api/docs', '/api/docs/']) {
    const page = await app.inject(address)
    const files = [...page.body.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, file = '']) => file)
    t.ok(files.length > 4, address)
    for (const file of files) {
      const { pathname } = new URL(file, `http://beffroi.example${address}`)
      t.equal((await app.inject(pathname)).statusCode, 200, pathname)
    }
  }
})
