import t from 'tap'
import { imageOf } from '../../contract/catalogue.js'
import { fc } from '../../seeded.js'
import { analysis, exhibition } from '../../stories/samples.js'
import { creating, openDesk } from './desk.js'

const names = [
  'id',
  'title',
  'makers',
  'date',
  'sections',
  'layers',
  'views',
  'label',
  'name',
  'fr',
  'kind',
  'image',
  'words',
  'state',
  'related',
  'partOf',
  'work',
  'notice',
  'fields',
  'location',
  '__proto__',
  'constructor',
  'toString',
]

const value = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, 0, -1, 1e308, '', 'x', 'published', 'visible', 'i', '\ud800', '\0'),
    fc.string(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), tie('value'), { maxKeys: 4 }),
  ),
})).value

const texts = fc.dictionary(fc.constantFrom('fr', 'en', 'none'), fc.array(fc.string(), { minLength: 1, maxLength: 2 }))

/** Bodies that may well be taken, of strange texts. */
const plausible = fc.record(
  {
    title: texts,
    inventory: fc.string({ minLength: 1, unit: 'binary' }),
    makers: fc.array(fc.record({ name: fc.string({ minLength: 1 }), role: texts }), { maxLength: 2 }),
    date: fc.record({ words: texts, earliest: fc.integer({ min: -9999, max: 9999 }) }),
    dimensions: fc.record({ heightMm: fc.double({ min: 1e-300, max: 1e9, noNaN: true }) }),
    sections: fc.array(fc.record({ label: texts, views: fc.constant(['1', 'nowhere']) }), { maxLength: 2 }),
    partOf: fc.record({ work: fc.constantFrom('a', 'b', 'nowhere') }),
    related: fc.constant(['a', 'b']),
    state: fc.constantFrom('draft', 'published'),
  },
  { requiredKeys: [] },
)

const addresses = [
  '/api/works/a',
  '/api/works/b',
  '/api/museums/M0617',
  '/api/works/a/views/1',
  '/api/works/a/views/2',
  '/api/works/a/order',
  '/api/works/a/views/1/layers/xray',
]

t.test('no body makes the server fail, and what it takes it gives back and shows', async t => {
  const { ask, make, visit, services } = await openDesk(t)
  await services.writer.putImage(imageOf('i'), undefined, { draft: true })
  await make('/api/works/a', { state: 'published' })
  await make('/api/works/a/views/1', { layers: [{ kind: 'visible', image: 'i' }] })
  let taken = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...addresses),
      fc.constantFrom('PUT', 'PATCH' as const),
      fc.oneof(value, plausible),
      async (path, method, body) => {
        const there = await ask('GET', path)
        const headers = there.status === 200 ? { 'if-match': there.etag } : { 'if-none-match': '*' }
        const answer = await ask(method, path, {
          body: JSON.stringify(body) ?? 'null',
          headers: headers as Record<string, string>,
        })
        if (answer.status >= 500) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
        if (answer.status < 300) {
          taken += 1
          const again = await ask('GET', path)
          if (again.etag !== answer.etag) throw new Error('what was written reads otherwise')
        }
        for (const shown of ['/iiif/presentation/3/works/a/manifest', '/works/a'])
          if ((await visit(shown)).status >= 500) throw new Error(`${shown} fails`)
      },
    ),
    { numRuns: 300 },
  )
  t.ok(taken > 30, `${taken} were taken`)
})

t.test('a body of nothing but mistakes is refused at its first', async t => {
  const { ask } = await openDesk(t)
  const sections = Array.from({ length: 500_000 }, () => ({}))
  const { status, body } = await ask('PUT', '/api/works/a', { body: { sections }, headers: creating })
  t.equal(status, 400)
  t.strictSame(body.errors, [
    { field: 'sections', message: 'Expected at most 5000 entries but found a list of 500000.' },
  ])
})

t.test('no address makes the server fail', async t => {
  const { ask } = await openDesk(t)
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('..', '%00', '%', '%ff', 'a'.repeat(1100), '"', '*'),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('works', 'museums', 'images', 'uploads', 'deletions', 'analyses', 'exhibitions'),
      fc.array(part, { maxLength: 4 }),
      fc.constantFrom('GET', 'DELETE' as const),
      async (kind, parts, method) => {
        const path = `/api/${kind}/${parts.map(each => (/^%/.test(each) ? each : encodeURIComponent(each))).join('/')}`
        const answer = await ask(method as 'GET', path, { headers: { 'if-match': '"x"' } })
        if (answer.status >= 500) throw new Error(`${method} ${path}: ${answer.status}`)
      },
    ),
    { numRuns: 300 },
  )
})

t.test('no body of a story makes the server fail, nor what is read of it', async t => {
  const { ask, make, read, visit } = await openDesk(t)
  const paths = { analysis: `/analyses/${analysis.slug}`, exhibition: `/exhibitions/${exhibition.slug}` }
  for (const story of [analysis, exhibition]) await make(`/api${paths[story.kind]}`, story)
  const strange = fc.dictionary(fc.constantFrom('fr', 'en'), fc.string({ unit: 'binary', minLength: 1 }), {
    minKeys: 1,
  })
  const id = fc.constantFrom('a', 'b', 'c', 'd')
  const [x, width] = [fc.nat(6000), fc.integer({ min: 1, max: 6000 })]
  const box = fc.record({ x, y: x, width, height: width })
  const picture = fc.constant({ width: 12000, height: 12000 })
  const marks = fc.array(
    fc.record({ id: fc.constant('m'), kind: fc.constant('grid'), box, columns: fc.constant(3), rows: fc.constant(2) }),
    { maxLength: 1 },
  )
  const step = fc.record(
    { id, picture, region: box, marks, title: strange, text: strange },
    { requiredKeys: ['id', 'picture'] },
  )
  const block = fc.oneof(
    fc.record({ id, kind: fc.constant('text'), title: strange, text: strange }),
    fc.record({ id, kind: fc.constant('detail'), work: fc.constantFrom('W', '\u0000'), picture, region: box, marks }),
    fc.record({ id, kind: fc.constant('analysis'), analysis: fc.constantFrom(analysis.slug, 'nowhere') }),
  )
  const listOf = <Part>(part: fc.Arbitrary<Part>) => fc.array(part, { minLength: 1, maxLength: 2 })
  const section = fc.record({ id: fc.constant('s'), title: strange, blocks: listOf(block) })
  const bodies = {
    analysis: fc.record({ steps: fc.oneof(listOf(step), value), summary: strange }),
    exhibition: fc.record({ sections: fc.oneof(listOf(section), value), place: strange }),
  }
  const written = fc.constantFrom('analysis' as const, 'exhibition' as const).chain(kind =>
    fc.oneof(
      fc.record({ path: fc.constant(paths[kind]), method: fc.constant('PATCH' as const), body: bodies[kind] }),
      fc.record({
        path: fc.constant(`${paths[kind]}/publication`),
        method: fc.constant('PUT' as const),
        body: fc.record({ published: fc.oneof(fc.constantFrom(1, 2, 3, null), value) }),
      }),
      fc.record({
        path: fc.constant(paths[kind]),
        method: fc.constantFrom('PUT' as const, 'PATCH' as const),
        body: value,
      }),
    ),
  )
  let taken = 0
  await fc.assert(
    fc.asyncProperty(written, async ({ path, method, body }) => {
      const { etag } = await read(`/api${path}`)
      const sent = { body: JSON.stringify(body) ?? 'null', headers: { 'if-match': etag } }
      const answer = await ask(method, `/api${path}`, sent)
      if (answer.status >= 500) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
      if (answer.status >= 300) return
      taken += 1
      const story = path.replace('/publication', '')
      for (const each of ['review', 'manifest', 'manifest?version=2', 'changes?from=1', 'revisions'])
        if ((await read(`/api${story}/${each}`)).status !== 200) throw new Error(`${story}/${each} fails`)
      if ((await visit(`/iiif/presentation/3${story}/manifest`)).status >= 500) throw new Error(`${story} fails`)
    }),
    { numRuns: 150 },
  )
  t.ok(taken > 30, `${taken} were taken`)
})
