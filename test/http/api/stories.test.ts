import t from 'tap'
import { listen } from '../../../src/http/listen.js'
import { hanging, imageOf, workOf } from '../../contract/catalogue.js'
import { analysis, exhibition, underdrawing } from '../../stories/samples.js'
import { creating, type Desk, openDesk, tokens } from './desk.js'

const { slug } = analysis
const at = `/api/analyses/${slug}`
const manifest = `/iiif/presentation/3/analyses/${slug}/manifest`

/** Makes a revision public, or with null none. */
async function publish({ ask, read }: Desk, story: string, published: number | null) {
  const { etag } = await read(`${story}/publication`)
  return ask('PUT', `${story}/publication`, { as: 'bart', body: { published }, headers: { 'if-match': etag } })
}

async function patch({ ask, read }: Desk, body: object, note = '') {
  const { etag } = await read(at)
  const query = note && `?${new URLSearchParams({ note })}`
  return ask('PATCH', `${at}${query}`, { body, headers: { 'if-match': etag } })
}

async function hangWork({ services: { writer } }: Desk, id: string, width: number, height: number) {
  await writer.putWorks([workOf(id)])
  await writer.putImage({ ...imageOf(`i-${id}`), width, height }, hanging(id))
}

t.test(
  'a story is written as a draft, published, corrected and withdrawn, and visitors see what is public',
  async t => {
    const desk = await openDesk(t)
    const { make, read, visit } = desk
    await hangWork(desk, 'DEMO-0001', 12000, 9000)
    const made = await make(at, analysis)
    t.equal(made.headers.location, `http://museum.example.org${at}`)
    t.strictSame(made.body, analysis)
    t.strictSame((await read(at)).body, analysis)
    t.equal((await visit(manifest)).status, 404)
    t.match((await read('/api/analyses')).body.items, [{ slug, status: 'draft', newest: { number: 1, by: 'anne' } }])

    t.match(await publish(desk, at, 1), { status: 200, body: { status: 'published', newest: 1, published: 1 } })
    t.equal((await visit(manifest)).status, 200)
    const changed = await patch(desk, { title: { fr: 'Autre titre', en: null } }, 'Plus court')
    t.match(changed, { status: 200, body: { title: { fr: 'Autre titre' } } })
    t.notMatch((await visit(manifest)).body, /Autre titre/)
    t.match((await read('/api/analyses?status=published')).body.items, [
      { title: { fr: 'Autre titre' }, published: 1, newest: { number: 2, note: 'Plus court' } },
    ])
    await publish(desk, at, 2)
    t.match((await visit(manifest)).body, /Autre titre/)

    t.match(await publish(desk, at, null), { status: 200, body: { status: 'withdrawn', newest: 2, published: null } })
    t.equal((await visit(manifest)).status, 410)
    t.strictSame((await read('/api/analyses?status=published')).body.items, [])
    t.match((await read('/api/analyses?status=withdrawn')).body.items, [{ slug }])
    t.match(await publish(desk, at, 7), { status: 404, body: { message: /has no revision 7/ } })
    const { items } = (await read('/api/journal')).body
    t.strictSame(
      items
        .filter(({ kind }: { kind: string }) => kind === 'analysis')
        .map(({ verb, by }: Record<string, string>) => `${by} ${verb}`),
      ['bart create', 'bart update', 'bart delete'],
    )
  },
)

t.test('revisions say who, when and why; two are compared, and an earlier one comes back', async t => {
  const desk = await openDesk(t)
  const { ask, make, read } = desk
  await make(at, analysis)
  const [whole, tower, dancers] = analysis.steps
  await patch(desk, { steps: [whole, dancers, { ...tower, text: { fr: 'Elle domine.' } }] }, 'La tour à la fin')
  await patch(desk, { subtitle: null })

  const revisions = (await read(`${at}/revisions`)).body
  t.match(revisions.items, [
    { number: 3, by: 'anne', note: undefined },
    { number: 2, note: 'La tour à la fin' },
    { number: 1 },
  ])
  const first = await read(`${at}/revisions?limit=1`)
  t.equal(first.body.next, `http://museum.example.org${at}/revisions?limit=1&after=3`)
  t.match((await read(`${at}/revisions?limit=1&after=3`)).body.items, [{ number: 2 }])
  t.match((await read(`${at}/revisions/1`)).body, { revision: { number: 1 }, story: analysis })
  t.equal((await read(`${at}/revisions/9`)).status, 404)

  t.strictSame((await read(`${at}/changes?from=1&to=2`)).body, {
    from: 1,
    to: 2,
    changes: [
      { part: 'tour', field: '', kind: 'moved', before: '', after: '' },
      { part: 'tour', field: 'text.fr', kind: 'changed', before: tower?.text?.fr, after: 'Elle domine.' },
    ],
  })
  t.match((await read(`${at}/changes?from=2`)).body, { to: 3, changes: [{ field: 'subtitle', kind: 'removed' }] })
  t.match(await read(`${at}/changes`), { status: 400, body: { errors: [{ field: 'from' }] } })

  const { etag } = await read(at)
  const restore = `${at}/revisions/1/restore`
  t.equal((await ask('POST', restore)).status, 428)
  const restored = await ask('POST', restore, { as: 'bart', headers: { 'if-match': etag } })
  t.strictSame(restored.body, analysis)
  t.equal(restored.etag, (await read(at)).etag)
  t.match((await read(`${at}/revisions`)).body.items[0], { number: 4, by: 'bart', note: 'Back to revision 1' })
  t.equal((await ask('POST', restore, { headers: { 'if-match': etag } })).status, 412, 'what came meanwhile stays')
})

t.test('of two who began from one revision the second is told, whatever they do', async t => {
  const desk = await openDesk(t)
  const { ask, make, read } = desk
  const { etag } = await make(at, analysis)
  const publication = await read(`${at}/publication`)
  t.equal((await ask('PUT', at, { body: analysis })).status, 428)
  t.equal((await ask('PUT', at, { body: analysis, headers: creating })).status, 412)
  const bart = { ...analysis, title: { fr: 'De Bart' } }
  t.equal((await ask('PUT', at, { as: 'bart', body: bart, headers: { 'if-match': etag } })).status, 200)
  for (const [method, path, body] of [
    ['PUT', at, analysis],
    ['PATCH', at, { authors: ['Anne'] }],
    ['DELETE', at, undefined],
    ['POST', `${at}/revisions/1/restore`, undefined],
  ] as const) {
    const answer = await ask(method, path, { ...(body && { body }), headers: { 'if-match': etag } })
    t.match(answer, { status: 412, body: { code: 'stale', present: bart } }, `${method} ${path}`)
  }
  const late = { body: { published: 1 }, headers: { 'if-match': publication.etag } }
  t.match(await ask('PUT', `${at}/publication`, late), {
    status: 412,
    body: { present: { status: 'draft', newest: 2, published: null } },
  })
})

t.test('curators who write one story at once over HTTP lose nothing of each other’s', async t => {
  const { app, make, services } = await openDesk(t)
  const address = await listen(app, { host: '127.0.0.1', port: 0 })
  await make(at, { ...analysis, authors: [] })
  let refused = 0
  const add = async (author: string, token: string): Promise<void> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const url = new URL(at, address)
    let answer = await fetch(url, { headers })
    for (;;) {
      const etag = answer.headers.get('etag') ?? ''
      const body = (await answer.json()) as { authors: string[]; present?: { authors: string[] } }
      const { authors } = body.present ?? body
      const change = JSON.stringify({ authors: [...authors, author] })
      answer = await fetch(url, { method: 'PATCH', headers: { ...headers, 'if-match': etag }, body: change })
      if (answer.status === 200) return void (await answer.arrayBuffer())
      if (answer.status !== 412) throw new Error(`answered ${answer.status}`)
      refused += 1
    }
  }
  const authors = Array.from({ length: 12 }, (_, index) => `author ${index}`)
  await Promise.all(authors.map((author, index) => add(author, index % 2 ? tokens.anne : tokens.bart)))
  const held = await services.editor.stories.analysis.get({ slug })
  t.strictSame(held?.value.authors?.toSorted(), authors.toSorted())
  t.ok(refused > 0, 'some were too late, and merged')
  const revisions = await services.editor.stories.analysis.revisions(slug, { before: 100, limit: 100 })
  t.equal(revisions?.length, authors.length + 1, 'each is a revision')
})

t.test('what is deleted is gone for visitors, and comes back as it was', async t => {
  const desk = await openDesk(t)
  const { ask, make, read, visit, flaws } = desk
  await hangWork(desk, 'DEMO-0001', 12000, 9000)
  await make(at, analysis)
  await publish(desk, at, 1)
  await patch(desk, { subtitle: { fr: 'Brouillon' } })
  const before = await Promise.all([read(at), read(`${at}/revisions`)])
  const deleted = await ask('DELETE', at, { as: 'bart', headers: { 'if-match': before[0].etag } })
  t.match(deleted.body, { kind: 'analysis', place: [slug], by: 'bart', address: `http://museum.example.org${at}` })
  for (const path of [
    at,
    `${at}/revisions`,
    `${at}/revisions/1`,
    `${at}/publication`,
    `${at}/review`,
    `${at}/manifest`,
  ])
    t.match(await read(path), { status: 404, body: { message: /^There is no / } }, path)
  t.equal((await visit(manifest)).status, 410)
  t.strictSame(flaws(), [])
  t.equal((await ask('POST', new URL(deleted.body.restore).pathname)).status, 200)
  const after = await Promise.all([read(at), read(`${at}/revisions`)])
  t.strictSame(
    after.map(({ body, etag }) => ({ body, etag })),
    before.map(({ body, etag }) => ({ body, etag })),
  )
  t.equal((await visit(manifest)).status, 200)
  t.match(await read(`${at}/publication`), { body: { status: 'published', published: 1, newest: 2 } })
  t.strictSame(flaws(), [])
})

t.test('each mistake is told with its place', async t => {
  const { ask } = await openDesk(t)
  const put = (body: unknown, path = at) => ask('PUT', path, { body, headers: creating })
  const [whole, tower] = analysis.steps
  const wrong = { ...analysis, steps: [whole, { ...tower, titel: 'x', marks: [{ id: 'm', kind: 'star' }] }] }
  t.match(await put(wrong), {
    status: 400,
    body: {
      errors: [
        { field: 'steps[1].titel', message: /no such field/ },
        { field: 'steps[1].marks[0].kind', message: /one of line, arrow, polygon, ellipse, grid but found "star"/ },
      ],
    },
  })
  t.match(await put({ ...analysis, steps: [whole, whole] }), {
    status: 400,
    body: { errors: [{ field: 'steps[1].id', message: /given twice/ }] },
  })
  t.match(await put({ ...analysis, slug: 'other', kind: 'exhibition' }), { status: 400 })
  t.match(await put({ ...analysis, slug: 'other' }), { status: 400, body: { errors: [{ field: 'slug' }] } })
  t.match(await put(exhibition), { status: 400 })
  t.match(await put(analysis, '/api/analyses/Not%20a%20slug'), { status: 400, body: { errors: [{ field: 'slug' }] } })
  const etag = (await put(analysis)).etag
  t.match(await ask('PATCH', at, { body: { languages: ['nl'] }, headers: { 'if-match': etag } }), {
    status: 400,
    body: { errors: [{ field: 'title', message: /first language, "nl"/ }] },
  })
})

t.test(
  'a review says what is missing in which language, which places are displaced, and what is not public',
  async t => {
    const desk = await openDesk(t)
    const { make, read } = desk
    await hangWork(desk, 'DEMO-0001', 6000, 4500)
    await hangWork(desk, 'DEMO-0003', 5000, 4000)
    await make(at, { ...analysis, summary: { fr: 'Une <script>place</script>.', en: 'A square.' } })
    const { body } = await read(`${at}/review`)
    t.match(body.languages[0], { language: 'fr', written: 1 })
    t.strictSame(body.missing, [
      { language: 'en', field: 'subtitle' },
      { language: 'en', field: 'steps[1].text' },
    ])
    t.match(body.places, [
      { field: 'steps[2].counterpart', work: 'DEMO-0003', problem: 'displaced', message: /5000 x 4000/ },
    ])
    t.equal(body.places.length, 1, 'a smaller picture of the same proportions will do')
    t.match(body.prose, [{ field: 'summary.fr', line: 1, message: /<script>/ }])
    t.strictSame(body.unseen, { works: [], analyses: [] })

    await make(`/api/exhibitions/${exhibition.slug}`, exhibition)
    const hung = (await read(`/api/exhibitions/${exhibition.slug}/review`)).body
    t.strictSame(hung.unseen, { works: ['DEMO-0002', 'DEMO-0004'], analyses: [slug] })
    t.ok(hung.places.some(({ problem }: { problem: string }) => problem === 'work-absent'))
    await make(`/api/analyses/${underdrawing.slug}`, underdrawing)
    t.match((await read(`/api/analyses/${underdrawing.slug}/review`)).body.places, [
      { field: 'steps[1]', problem: 'layer-absent' },
    ])
  },
)

t.test('the manifest of a draft is that which it will have', async t => {
  const desk = await openDesk(t)
  const { make, read, visit } = desk
  await hangWork(desk, 'DEMO-0001', 12000, 9000)
  await make(at, analysis)
  const forms = [
    ['', 3],
    ['?lang=en', 3],
    ['?profile=delft', 3],
    ['?lang=en', 2],
  ] as const
  const previews = await Promise.all(
    forms.map(([query, version]) => read(`${at}/manifest${query}${query ? '&' : '?'}version=${version}`)),
  )
  await publish(desk, at, 1)
  for (const [index, [query, version]] of forms.entries()) {
    const published = await visit(`/iiif/presentation/${version}/analyses/${slug}/manifest${query}`)
    // The moment of publication is the one thing that a draft cannot know
    const undated = (body: unknown) => JSON.stringify(body).replaceAll(/"\d{4}-\d\d-\d\dT[^"]+"/g, '""')
    t.equal(undated(previews[index]?.body), undated(JSON.parse(published.body)), `${version} ${query}`)
  }
  t.match(await read(`${at}/manifest?lang=nl`), { status: 404, body: { message: /published in \(fr, en\)/ } })
  t.match(await read(`${at}/manifest?version=2&profile=delft`), { status: 400 })
})

t.test('exhibitions are written like analyses, and lists go on page by page', async t => {
  const desk = await openDesk(t)
  const { make, read } = desk
  for (const name of ['a', 'b', 'c']) await make(`/api/exhibitions/${name}`, { ...exhibition, slug: name })
  t.match(await publish(desk, '/api/exhibitions/b', 1), { status: 200 })
  const first = (await read('/api/exhibitions?limit=2')).body
  t.match(first.items, [
    { slug: 'a', status: 'draft' },
    { slug: 'b', status: 'published' },
  ])
  t.match((await read(first.next.replace('http://museum.example.org', ''))).body.items, [{ slug: 'c' }])
  t.match(await read('/api/exhibitions?status=lost'), { status: 400, body: { errors: [{ field: 'status' }] } })
  t.strictSame((await read('/api/analyses')).body, { items: [] })
})
