import t, { type Test } from 'tap'
import type { Story } from '../../src/catalogue/story.js'
import { shapeOf } from '../../src/check/documents/addresses.js'
import { idOf, ownAddresses } from '../../src/check/documents/ids.js'
import { openValidate } from '../../src/check/documents/validate.js'
import { museum } from '../presentation/sample.js'
import { presentationSchema, schemaPath } from '../presentation/schema.js'
import { flawsOf } from '../presentation/structure2.js'
import { needs } from '../shared.js'
import { analysis, exhibition, underdrawing } from '../stories/samples.js'
import { json, type Site } from './site.js'
import { base, openStories } from './story-site.js'

type Json = Readonly<Record<string, unknown>>

const root = '/iiif/presentation/3'
const tower = `${root}/analyses/${analysis.slug}`
const rooms = `${root}/exhibitions/${exhibition.slug}`

const get = async ({ app }: Site, url: string, headers: Record<string, string> = {}) =>
  app.inject({ url: url.replace(base, ''), headers })

const classes: Readonly<Record<string, string>> = {
  Manifest: 'manifest',
  Collection: 'collection',
  Canvas: 'canvas',
  AnnotationPage: 'annotationPage',
  Annotation: 'annotation',
  Range: 'range',
}

/** Every document of IIIF that some lead to, by its address; each must answer, and as itself. */
async function documentsFrom(t: Test, site: Site, roots: readonly string[]) {
  const found = new Map<string, Json>()
  const open = [...roots]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue
    const answer = await get(site, next)
    if (answer.statusCode !== 200) t.fail(`${answer.statusCode} ${next}`)
    const document = json(answer)
    if (next.includes('/presentation/') && idOf(document) !== next) t.fail(`${idOf(document)} at ${next}`)
    found.set(next, document)
    for (const address of ownAddresses(document, base)) {
      const [place = ''] = address.split('#')
      if (documents.test(place)) open.push(place)
    }
  }
  return found
}

const documents =
  /^https:\/\/example\.org\/(?:iiif\/(?:presentation|search)\/|(?:analyses|exhibitions)\/[^/]+\/story\.json)/

t.test('every address that stories name is served, in either version, and is what its schema asks for', async t => {
  const site = await openStories(t)
  await site.services.storyWriter.save({ ...analysis, subtitle: { fr: 'Lire encore' } })
  await site.services.storyWriter.publish('analysis', analysis.slug)
  const own = openValidate()
  for (const version of [3, 2] as const) {
    const root = `${base}/iiif/presentation/${version}`
    const earlier = `${root}/analyses/${analysis.slug}/manifest?revision=1`
    const found = await documentsFrom(t, site, [`${root}/collection`, earlier])
    const paths = [...found.keys()].map(address => address.replace(base, ''))
    const forms = ['', '?lang=en', '?revision=1', '?lang=en&revision=1']
    const delft = ['?profile=delft', '?lang=en&revision=1&profile=delft']
    for (const part of [
      'canvas/step.tour',
      'canvas/view.1/comments/tour',
      'canvas/view.1/marks/tour.axe',
      'range/step.tour',
    ])
      for (const form of part === 'canvas/step.tour' || version === 3
        ? [...forms, ...(version === 3 ? delft : [])]
        : forms)
        t.ok(paths.includes(`/iiif/presentation/${version}/analyses/${analysis.slug}/${part}${form}`), `${part}${form}`)
    t.ok(paths.some(address => address.includes(`/canvas/1/analyses/${analysis.slug}/tour`)))
    t.ok(paths.some(address => address.endsWith('story.json?revision=1')))
    for (const [address, document] of found) {
      const shape = shapeOf(address.replace(base, ''))
      if (shape.kind !== 'document') continue
      t.equal(own.own(shape.profile, document), undefined, address)
      if (version === 2 && /manifest|collection/.test(address)) t.strictSame(flawsOf(document), [], address)
    }
    if (version === 3) await followsIiif(t, found)
  }
})

/** IIIF's own schema knows no words of exhibition viewers. */
async function followsIiif(t: Test, found: ReadonlyMap<string, Json>) {
  await t.test("documents follow IIIF's schema", needs(schemaPath), async t => {
    const [whole, parts] = [presentationSchema(), new Map<unknown, ReturnType<typeof presentationSchema>>()]
    for (const [type, part] of Object.entries(classes)) parts.set(type, presentationSchema(part))
    for (const [address, document] of found) {
      if (!address.includes('/presentation/3/') || address.includes('profile=delft')) continue
      const { type } = document
      const validate = type === 'Manifest' || type === 'Collection' ? whole : parts.get(type)
      t.ok(validate?.(document), `${address} ${JSON.stringify(validate?.errors?.slice(0, 2))}`)
    }
  })
}

t.test('stories are listed below the network, and the collection of an exhibition holds its works', async t => {
  const site = await openStories(t)
  const network = json(await get(site, `${root}/collection`))
  t.match(network.items.slice(0, 2), [
    { id: `${base}${root}/analyses/collection`, type: 'Collection', label: { fr: ['Analyses'] } },
    { id: `${base}${root}/exhibitions/collection`, type: 'Collection', label: { fr: ['Expositions'] } },
  ])
  const analyses = json(await get(site, `${root}/analyses/collection`))
  t.strictSame(
    analyses.items.map(({ id }: { id: string }) => id.split('/').at(-2)),
    [underdrawing.slug, analysis.slug],
  )
  t.ok(analyses.items.every(({ thumbnail }: { thumbnail?: unknown }) => thumbnail))
  const works = json(await get(site, `${rooms}/collection`))
  t.strictSame(
    works.items.map(({ id }: { id: string }) => id.split('/').at(-2)),
    ['DEMO-0001', 'DEMO-0002', 'DEMO-0003', 'DEMO-0004'],
  )
})

t.test('a work names the stories that show it, and gives their texts on its own canvas', async t => {
  const site = await openStories(t)
  const manifest = json(await get(site, `${root}/works/DEMO-0001/manifest`))
  const comments = `${base}${root}/works/DEMO-0001/canvas/1/analyses/${analysis.slug}`
  t.match(manifest.items[0].annotations, [{ id: comments, type: 'AnnotationPage' }])
  t.equal(manifest.items[0].annotations[0].items, undefined)
  t.match(manifest.seeAlso.at(-1), { id: `${base}${tower}/manifest`, type: 'Manifest' })
  t.match(manifest.partOf.at(-1), { id: `${base}${rooms}/collection`, type: 'Collection' })
  t.match(manifest.metadata.at(-1), { label: { fr: ['Expositions'] }, value: { nl: [/Klokken en belforten/] } })
  const page = json(await get(site, comments))
  t.equal(page.items[2].target, `${base}${root}/works/DEMO-0001/canvas/1#xywh=5000,0,2000,5000`)
})

t.test('the newest is at the public address, earlier revisions at theirs, and what is withdrawn is gone', async t => {
  const site = await openStories(t)
  const { storyWriter } = site.services
  const renamed: Story = { ...analysis, title: { fr: 'Le beffroi', en: 'The belfry' } }
  await storyWriter.save(renamed)
  t.match(json(await get(site, `${tower}/manifest`)).label, { fr: [analysis.title.fr] }, 'a draft is silent')
  await storyWriter.publish('analysis', analysis.slug)
  t.match(json(await get(site, `${tower}/manifest`)).label, { fr: ['Le beffroi'] })
  const earlier = json(await get(site, `${tower}/manifest?revision=1`))
  t.match(earlier, { id: `${base}${tower}/manifest?revision=1`, label: { fr: [analysis.title.fr] } })
  t.equal((await get(site, earlier.items[0].id)).statusCode, 200)
  t.equal(earlier.service, undefined, 'searches find what is public')
  t.equal((await get(site, `${tower}/manifest?revision=9`)).statusCode, 404)
  t.equal((await get(site, `${tower}/manifest?lang=de`)).statusCode, 404)
  t.equal((await get(site, `${tower}/manifest?profile=rich`)).statusCode, 400)
  t.equal((await get(site, `${root}/analyses/none/manifest`)).statusCode, 404)
  await storyWriter.unpublish('analysis', analysis.slug)
  for (const path of [`${tower}/manifest`, `${tower}/canvas/view.1`, `/analyses/${analysis.slug}/story.json`])
    t.equal((await get(site, path)).statusCode, 410, path)
  t.equal((await get(site, `/iiif/search/2/analyses/${analysis.slug}?q=tour`)).statusCode, 410)
  const work = json(await get(site, `${root}/works/DEMO-0001/manifest`))
  t.equal(work.items[0].annotations, undefined, 'the work changes with it')
})

t.test('answers are kept by the form asked, until the story or a work that it shows changes', async t => {
  const site = await openStories(t)
  const { writer } = site.services
  const read = async (query = '') => {
    const answer = await get(site, `${tower}/manifest${query}`)
    return { etag: answer.headers.etag, label: json(answer).label, canvas: json(answer).items[0].label }
  }
  const french = await read()
  t.match((await read('?lang=en')).label, { en: [analysis.title.en] })
  t.strictSame(await read('?utm_source=letter'), french, 'what a story does not know of changes nothing')
  t.match((await read('?lang=en&utm_source=letter')).label, { en: [analysis.title.en] })
  const again = await get(site, `${tower}/manifest`, { 'if-none-match': String(french.etag) })
  t.equal(again.statusCode, 304)
  await writer.putWorks([{ id: 'DEMO-0002', museum: museum.id, title: { fr: ['Une autre'] } }])
  t.strictSame(await read(), french)
  await writer.putWorks([{ id: 'DEMO-0001', museum: museum.id, title: { fr: ['La fête'] } }])
  t.match((await read()).canvas, { fr: ['La fête'] })
})

t.test('searches find words without regard to accents, on the canvases of the manifest that named them', async t => {
  const site = await openStories(t)
  const manifest = json(await get(site, `${tower}/manifest`))
  const [first, second] = manifest.service
  t.match(first, { '@type': 'SearchService1', profile: 'http://iiif.io/api/search/1/search' })
  t.match(second, { type: 'SearchService2' })
  const one = json(await get(site, `${first['@id']}?q=fete%20REGARD`))
  t.match(one, {
    '@type': 'sc:AnnotationList',
    within: { total: 1 },
    resources: [{ on: `${base}${tower}/canvas/view.1#xywh=0,0,12000,9000`, motivation: 'oa:commenting' }],
    hits: [{ match: 'fête', before: /un jour de $/ }, { match: 'regard' }],
  })
  const two = json(await get(site, `${second.id}?q=axe&motivation=painting`))
  t.match(two, {
    id: `${second.id}?q=axe&motivation=painting`,
    type: 'AnnotationPage',
    ignored: ['motivation'],
    items: [{ id: `${base}${tower}/canvas/view.1/marks/tour.axe` }],
    annotations: [
      { items: [{ target: { source: `${base}${tower}/canvas/view.1/marks/tour.axe`, selector: [{ exact: 'axe' }] } }] },
    ],
  })
  t.strictSame(json(await get(site, `${second.id}?q=`)).items, [])
  t.equal((await get(site, `${second.id}?q=${'x'.repeat(301)}`)).statusCode, 400)
  const english = json(await get(site, `${tower}/manifest?lang=en`)).service[1].id
  t.match(json(await get(site, `${english}?q=dancers`)).items, [{ target: /canvas\/view\.1\?lang=en#xywh=/ }])
  const older = json(await get(site, `${tower.replace('/3/', '/2/')}/manifest`)).service['@id']
  t.match(json(await get(site, `${older}?q=danseurs`)).resources[0].on, /\/presentation\/2\/analyses\//)
  const work = json(await get(site, `${root}/works/DEMO-0001/manifest`)).service[1].id
  t.match(json(await get(site, `${work}?q=danseurs`)).items, [{ target: /works\/DEMO-0001\/canvas\/1#xywh=/ }])
})
