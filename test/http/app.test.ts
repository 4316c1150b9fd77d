import t from 'tap'
import { DomainError, type FailureCode, failures } from '../../src/errors.js'
import { json, openSite } from './site.js'

const collection = '/iiif/presentation/3/collection'

t.test('the process lives and is ready', async t => {
  const { app } = await openSite(t)
  for (const [url, status] of [
    ['/healthz', 'alive'],
    ['/readyz', 'ready'],
  ]) {
    const answer = await app.inject(`${url}`)
    t.match(answer, { statusCode: 200, headers: { 'cache-control': 'no-store' } })
    t.strictSame(json(answer), { status })
  }
})

t.test('a catalogue that does not answer makes the server not ready, and the reason stays in the log', async t => {
  const { app, services, lines } = await openSite(t)
  await services.close()
  const answer = await app.inject('/readyz')
  t.equal(answer.statusCode, 503)
  t.notMatch(answer.body, /sqlite|database/i)
  t.ok(lines.some(line => line.includes('database connection is not open')))
})

t.test('every viewer on every site may read IIIF documents', async t => {
  const { app } = await openSite(t)
  const answer = await app.inject({ url: collection, headers: { origin: 'https://viewer.example.org' } })
  t.equal(answer.headers['access-control-allow-origin'], '*')
  t.match(answer.headers['access-control-expose-headers'], /ETag, Last-Modified, Link/)
  t.equal(answer.headers['x-content-type-options'], 'nosniff')
})

t.test('preflight requests are answered for every IIIF address', async t => {
  const { app } = await openSite(t)
  for (const url of [collection, '/iiif/image/3/a/info.json', '/iiif/image/2/a/full/max/0/default.jpg', '/iiif/x']) {
    const headers = { origin: 'https://viewer.example.org', 'access-control-request-method': 'GET' }
    const answer = await app.inject({ method: 'OPTIONS', url, headers })
    t.match(answer, { statusCode: 204, body: '', headers: { 'access-control-allow-origin': '*' } }, url)
    t.equal(answer.headers['access-control-allow-methods'], 'GET, HEAD, OPTIONS')
  }
})

t.test('the image service words its failures as text, the documents as JSON', async t => {
  const { app } = await openSite(t)
  const image = await app.inject('/iiif/image/3/nothing/info.json')
  t.match(image, { statusCode: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  t.equal(image.headers['access-control-allow-origin'], '*')
  const document = await app.inject('/iiif/presentation/3/works/nothing/manifest')
  t.match(document.headers['content-type'], /^application\/json/)
})

t.test('each failure has its status, and an unexpected one says nothing of the machine', async t => {
  const { app, lines } = await openSite(t)
  const thrown: Record<string, Error> = { '/broken': new Error('/srv/secret/catalogue.db is broken') }
  for (const code of Object.keys(failures)) thrown[`/${code}`] = new DomainError(code as FailureCode, 'A sentence.')
  app.register(
    async scope => {
      for (const [path, error] of Object.entries(thrown)) {
        scope.get(path, { errorHandler: app.errorHandler }, async () => {
          throw error
        })
      }
    },
    { prefix: '/failing' },
  )

  const broken = await app.inject('/failing/broken')
  t.equal(broken.statusCode, 500)
  t.notMatch(broken.body, /secret/)
  t.ok(lines.some(line => line.includes('/srv/secret') && line.includes(String(broken.headers['x-request-id']))))
  for (const [code, { status }] of Object.entries(failures)) {
    const answer = await app.inject(`/failing/${code}`)
    t.equal(answer.statusCode, status, code)
    t.equal(answer.headers['retry-after'], status === 503 ? '2' : undefined)
    t.equal(answer.headers['cache-control'], 'no-store')
  }
})

t.test('addresses that cannot be decoded are refused, long identifiers are not', async t => {
  const { app } = await openSite(t)
  const undecodable = await app.inject('/iiif/presentation/3/works/%E0%A4%A/manifest')
  t.equal(undecodable.statusCode, 400)
  t.match(json(undecodable), { code: 'invalid-request' })
  const long = await app.inject(`/iiif/presentation/3/works/${'a'.repeat(1000)}/manifest`)
  t.match(json(long), { code: 'not-found', message: /^There is no work/ })
})

t.test('a request keeps the id that a proxy gave it, where it is harmless', async t => {
  const { app, lines } = await openSite(t)
  const given = async (id: string) => (await app.inject({ url: '/healthz', headers: { 'x-request-id': id } })).headers
  t.equal((await given('proxy-42'))['x-request-id'], 'proxy-42')
  t.ok(lines.some(line => JSON.parse(line).reqId === 'proxy-42'))
  t.match((await given('a b"<'))['x-request-id'], /^[0-9a-f-]{36}$/)
})

t.test('an answer that takes too long is given up, and the client told to come back', async t => {
  const { app } = await openSite(t)
  app.get('/never', { handlerTimeout: 1, errorHandler: app.errorHandler }, () => new Promise(() => undefined))
  const answer = await app.inject('/never')
  t.match(answer, { statusCode: 503, headers: { 'retry-after': '2' } })
  t.match(json(answer), { code: 'busy' })
})
