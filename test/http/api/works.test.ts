import t from 'tap'
import { imageOf } from '../../contract/catalogue.js'
import { creating, openDesk } from './desk.js'

const title = { fr: ['Vue de Cassel'] }

t.test('a work is made, read, changed and published', async t => {
  const { ask, make, read, visit } = await openDesk(t)
  const made = await make('/api/works/06170000001', { title })
  t.strictSame(made.body, { id: '06170000001', title, state: 'draft' })
  t.equal(made.headers.location, 'http://museum.example.org/api/works/06170000001')
  t.match(made.etag, /^"[\w-]{27}"$/)
  const there = await read('/api/works/06170000001')
  t.strictSame(there.body, made.body)
  t.equal(there.etag, made.etag)
  t.equal((await visit('/iiif/presentation/3/works/06170000001/manifest')).status, 404)

  const change = { body: { ...there.body, inventory: '12' }, headers: { 'if-match': there.etag } }
  const changed = await ask('PUT', '/api/works/06170000001', change)
  t.equal(changed.status, 200)
  t.not(changed.etag, there.etag)
  const publish = { body: { state: 'published', inventory: null }, headers: { 'if-match': changed.etag } }
  const published = await ask('PATCH', '/api/works/06170000001', publish)
  t.strictSame(published.body, { id: '06170000001', title, state: 'published' })
  t.equal((await visit('/iiif/presentation/3/works/06170000001/manifest')).status, 200)
})

t.test('what is read is not sent again, and no cache keeps it', async t => {
  const { ask, make } = await openDesk(t)
  const { etag } = await make('/api/works/a', { title })
  const again = await ask('GET', '/api/works/a', { headers: { 'if-none-match': etag, 'accept-encoding': 'br' } })
  t.equal(again.status, 304)
  t.equal(again.headers['cache-control'], 'no-store')
  t.equal(again.etag, etag)
})

t.test('a work that is withdrawn is gone for visitors at once, with its pictures', async t => {
  const { ask, make, visit, services } = await openDesk(t)
  await services.writer.putImage(imageOf('i'), undefined, { draft: true })
  await make('/api/works/a', { title, state: 'published' })
  await make('/api/works/a/views/1', { layers: [{ kind: 'visible', image: 'i' }] })
  const manifest = '/iiif/presentation/3/works/a/manifest'
  t.equal((await visit(manifest)).status, 200)
  t.equal((await visit('/iiif/image/3/i/info.json')).status, 200)
  const { etag } = await ask('GET', '/api/works/a')
  const withdrawn = await ask('PATCH', '/api/works/a', { body: { state: 'draft' }, headers: { 'if-match': etag } })
  t.equal(withdrawn.status, 200)
  t.equal((await visit(manifest)).status, 410)
  t.equal((await visit('/iiif/image/3/i/info.json')).status, 410)
  const entries = await services.reader.journal(0, 100)
  t.strictSame(
    entries.slice(-2).map(({ verb, kind }) => `${verb} ${kind}`),
    ['delete work', 'delete image'],
  )
})

t.test('every write needs a condition', async t => {
  const { ask, make } = await openDesk(t)
  await make('/api/works/a', { title })
  for (const headers of [{}, { 'if-match': '*' }]) {
    for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
      const answer = await ask(method, '/api/works/a', { ...(method === 'DELETE' ? {} : { body: { title } }), headers })
      t.equal(answer.status, 428, method)
      t.match(answer.body, { code: 'condition-required', message: /If-Match with the ETag/ })
    }
  }
  t.equal((await ask('PUT', '/api/works/new', { body: { title } })).status, 428)
})

t.test('conditions that cannot be read are told', async t => {
  const { ask, make } = await openDesk(t)
  const { etag } = await make('/api/works/a', { title })
  const put = async (headers: Record<string, string>) =>
    (await ask('PUT', '/api/works/a', { body: {}, headers })).status
  t.equal(await put({ 'if-match': etag.slice(1, -1) }), 400)
  t.equal(await put({ 'if-none-match': etag }), 400)
  t.equal(await put({ 'if-match': etag, 'if-none-match': '*' }), 400)
  t.equal(await put({ 'if-match': `W/${etag}` }), 412)
  t.equal(await put({ 'if-match': `"other", ${etag}` }), 200)
})

t.test('what is there already, or not any more, is not overwritten', async t => {
  const { ask, make } = await openDesk(t)
  const { etag } = await make('/api/works/a', { title })
  const again = await ask('PUT', '/api/works/a', { body: { title: { fr: ['Autre'] } }, headers: creating })
  t.equal(again.status, 412)
  t.match(again.body, { code: 'stale', etag, present: { title } })
  t.equal(again.etag, etag)
  t.equal((await ask('PUT', '/api/works/b', { body: {}, headers: { 'if-match': etag } })).status, 412)
})

t.test('a stale write is told what is there, so that the two can be merged', async t => {
  const { ask, make, read } = await openDesk(t)
  const { etag } = await make('/api/works/a', { title })
  const headers = { 'if-match': etag }
  const bart = await ask('PATCH', '/api/works/a', { as: 'bart', body: { inventory: 'B' }, headers })
  t.equal(bart.status, 200)
  for (const [method, body] of [
    ['PUT', { title }],
    ['PATCH', { inventory: 'A' }],
    ['DELETE', undefined],
  ] as const) {
    const anne = await ask(method, '/api/works/a', { ...(body ? { body } : {}), headers })
    t.equal(anne.status, 412, method)
    t.equal(anne.etag, bart.etag)
    t.strictSame(anne.body.present, { id: 'a', title, state: 'draft', inventory: 'B' })
  }
  t.equal((await read('/api/works/a')).body.inventory, 'B')
})

t.test('each mistake in a body is told with its field', async t => {
  const { ask } = await openDesk(t)
  const body = {
    titel: {},
    title: { 'not a tag': ['x'] },
    makers: [{ role: 5 }],
    date: { words: {}, earliest: '1780' },
  }
  const answer = await ask('PUT', '/api/works/a', { body, headers: creating })
  t.equal(answer.status, 400)
  const told = Object.fromEntries(
    answer.body.errors.map((each: { field: string; message: string }) => [each.field, each.message]),
  )
  t.match(told, {
    titel: /There is no such field/,
    'title.not a tag': /language tag/,
    'makers[0].name': /missing/,
    'makers[0].role': /fields with names but found 5/,
    'date.earliest': /a whole number/,
  })
})

t.test('bodies that are no JSON, too deep, or of another id are refused with a sentence', async t => {
  const { ask } = await openDesk(t)
  const put = (body: unknown, headers = {}) =>
    ask('PUT', '/api/works/a', { body, headers: { ...creating, ...headers } })
  t.match(await put('{"title":'), { status: 400, body: { message: /Expected JSON as the body/ } })
  t.match(await put('{"__proto__":{}}'), { status: 400, body: { message: /__proto__/ } })
  const deep = `${'{"sections":['.repeat(20_000)}${']}'.repeat(20_000)}`
  t.match(await put(deep), { status: 400, body: { message: /at most 32 levels/ } })
  t.match(await put({ id: 'b' }), { status: 400, body: { errors: [{ field: 'id', message: /Expected "a"/ }] } })
  t.match(await put('a=b', { 'content-type': 'application/x-www-form-urlencoded' }), { status: 415 })
  t.match(await put({ summary: { fr: ['x'.repeat(3_000_000)] } }), { status: 413 })
  t.match(await put([]), { status: 400 })
  t.match(await put(null), { status: 400 })
})

t.test('lists hold drafts, can be filtered, and go on page by page', async t => {
  const { make, read } = await openDesk(t)
  for (const id of ['a', 'b', 'c', 'd'])
    await make(`/api/works/${id}`, { museum: id < 'c' ? 'M0629' : 'M0617', state: id === 'b' ? 'draft' : 'published' })
  const ids = async (query: string) => (await read(`/api/works${query}`)).body.items.map(({ id }: { id: string }) => id)
  t.strictSame(await ids(''), ['a', 'b', 'c', 'd'])
  t.strictSame(await ids('?state=draft'), ['b'])
  t.strictSame(await ids('?museum=M0629'), ['a', 'b'])
  t.strictSame(await ids('?museum=M0629&state=published'), ['a'])
  const { body } = await read('/api/works?limit=3&state=published&museum=M0617')
  t.equal(body.next, undefined)
  const first = await read('/api/works?limit=3')
  t.equal(first.body.next, 'http://museum.example.org/api/works?limit=3&after=c')
  t.strictSame(await ids('?limit=3&after=c'), ['d'])
  t.match(await read('/api/works?limit=0&order=up'), {
    status: 400,
    body: { errors: [{ field: 'order' }, { field: 'limit' }] },
  })
})

t.test('a borrowed work is deleted and comes back, but is not made or rehung here', async t => {
  const { ask, read, make, services } = await openDesk(t)
  const { loanOf } = await import('../../contract/catalogue.js')
  await services.writer.putLoans([loanOf('loan', ['c1', 'c2'])])
  const [before, views] = [await read('/api/works/loan'), await read('/api/works/loan/views')]
  t.equal(views.body.items[0].layers[0].borrowed.width, 400)
  t.match(
    await ask('PUT', '/api/works/other', { body: before.body.id ? { loan: before.body.loan } : {}, headers: creating }),
    { status: 422 },
  )
  const view = await read('/api/works/loan/views/c1')
  t.match(await ask('DELETE', '/api/works/loan/views/c1', { headers: { 'if-match': view.etag } }), { status: 409 })
  await make('/api/works/own', {})
  const deleted = await ask('DELETE', '/api/works/loan', { headers: { 'if-match': before.etag } })
  t.equal(deleted.status, 200)
  t.equal((await ask('POST', new URL(deleted.body.restore).pathname)).status, 200)
  t.strictSame((await read('/api/works/loan/views')).body, views.body)
  t.equal((await read('/api/works/loan')).etag, before.etag)
  t.equal(await services.reader.loanDocument('loan'), loanOf('loan', ['c1', 'c2']).document)
})
