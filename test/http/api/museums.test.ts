import t from 'tap'
import { openDesk } from './desk.js'

const museum = { name: { fr: ['Musée de Flandre'] }, town: 'Cassel', website: 'https://musee.example.org/' }

t.test('a museum is made and changed, and visitors see it at once', async t => {
  const { ask, make, visit } = await openDesk(t)
  const made = await make('/api/museums/M0617', museum)
  t.strictSame(made.body, { id: 'M0617', ...museum })
  t.match(JSON.parse((await visit('/iiif/presentation/3/museums/M0617/collection')).body).label, {
    fr: [/Musée de Flandre/],
  })
  const change = { name: { en: ['Museum of Flanders'] }, town: null }
  const headers = { 'if-match': made.etag, 'content-type': 'application/merge-patch+json' }
  const changed = await ask('PATCH', '/api/museums/M0617', { body: change, headers })
  t.strictSame(changed.body, { id: 'M0617', name: { ...museum.name, ...change.name }, website: museum.website })
  t.match(JSON.parse((await visit('/iiif/presentation/3/museums/M0617/collection')).body).label, {
    en: [/Museum of Flanders/],
  })
})

t.test('what a change would make of a museum is checked as a whole', async t => {
  const { ask, make } = await openDesk(t)
  const { etag } = await make('/api/museums/M0617', museum)
  const patch = (body: object) => ask('PATCH', '/api/museums/M0617', { body, headers: { 'if-match': etag } })
  t.match(await patch({ name: null }), { status: 400, body: { errors: [{ field: 'name', message: /missing/ }] } })
  t.match(await patch({ website: 'javascript:alert(1)' }), {
    status: 400,
    body: { errors: [{ field: 'website', message: /begins with http/ }] },
  })
  t.match(await patch({ id: 'M0629' }), { status: 400, body: { errors: [{ field: 'id' }] } })
  t.match(await patch({ location: { latitude: 91, longitude: 3 } }), {
    status: 400,
    body: { errors: [{ field: 'location.latitude' }] },
  })
})

t.test('museums are listed by their codes, and codes are Muséofile’s', async t => {
  const { ask, make, read } = await openDesk(t)
  for (const code of ['M0629', 'M0617', 'M0003']) await make(`/api/museums/${code}`, museum)
  const first = await read('/api/museums?limit=2')
  t.match(first.body.items, [{ id: 'M0003' }, { id: 'M0617' }])
  t.match((await read(first.body.next.replace('http://museum.example.org', ''))).body, { items: [{ id: 'M0629' }] })
  const wrong = await ask('PUT', '/api/museums/louvre', { body: museum, headers: { 'if-none-match': '*' } })
  t.match(wrong, { status: 400, body: { errors: [{ field: 'museum', message: /M and four digits/ }] } })
})

t.test('works that name a museum are linked to it, and the journal says who did it', async t => {
  const { make, read, services } = await openDesk(t)
  await make('/api/works/a', { museum: 'M0617', state: 'published' }, 'bart')
  await services.writer.putWorks([{ id: 'b' }])
  await make('/api/museums/M0617', museum)
  const { items } = (await read('/api/journal')).body
  t.strictSame(
    items.map(({ verb, kind, id, by }: Record<string, string>) => `${by}: ${verb} ${kind} ${id}`),
    ['bart: create work a', 'null: create work b', 'anne: create museum M0617', 'anne: update work a'],
  )
  t.strictSame(Object.keys((await services.reader.journal(0, 1))[0] ?? {}), ['seq', 'at', 'verb', 'kind', 'id'])
})
