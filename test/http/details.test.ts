import t from 'tap'
import type { CatalogueReader } from '../../src/catalogue/catalogue.js'
import type { LanguageMap } from '../../src/catalogue/model.js'
import { buildApp } from '../../src/http/app.js'
import { canvasState, encodeContentState } from '../../src/presentation/content-state.js'
import { urisOf } from '../../src/presentation/uris.js'
import { loanOf } from '../contract/catalogue.js'
import { elementsOf } from '../pages/html.js'
import { image } from '../presentation/sample.js'
import { fill, openSite, type Site } from './site.js'

const work = {
  id: 'W1',
  museum: 'M0629',
  inventory: 'P. 12',
  title: { fr: ['Le marché'], en: ['The market'] },
  rights: { uri: 'http://creativecommons.org/publicdomain/mark/1.0/' },
}
/** Of the picture of `fill`, 5000 × 3001 px. */
const address = '/d/W1/1000,500,2000,1200/5000,3001'
const base = 'https://musees.example'
const uris = urisOf(base)

const openFilled = async (t: Parameters<typeof openSite>[0]) => {
  const site = await openSite(t, { baseUrl: base })
  await fill(site, [work])
  return site
}

const read = async ({ app }: Site, url: string, headers = {}) => {
  const answer = await app.inject({ url, headers })
  const elements = elementsOf(answer.body)
  const meta = (property: string) =>
    elements.find(({ attributes }) => attributes.property === property)?.attributes.content
  const link = (rel: string) => elements.find(({ attributes }) => attributes.rel === rel)?.attributes.href
  const text = (id: string) => elements.find(({ attributes }) => attributes.id === id)?.text
  const main = elements.find(({ name }) => name === 'main')?.text ?? ''
  const heading = elements.find(({ name }) => name === 'h1')?.text
  return { ...answer, elements, meta, link, text, main, heading }
}

t.test('a detail has a page with its crop, its own title and everything to share it by', async t => {
  const site = await openFilled(t)
  const page = await read(site, `/en${address}`)
  t.equal(page.statusCode, 200)
  t.equal(page.meta('og:title'), 'Detail of ‘The market’')
  const crop = `${base}/iiif/image/3/image-W1/1000,500,2000,1200/1200,720/0/default.jpg`
  t.equal(page.meta('og:image'), crop)
  t.equal(page.link('canonical'), `${base}/en${address}`)
  t.equal(page.text('share-address'), base + address)
  t.equal(page.text('share-crop'), crop)
  t.equal(page.text('share-largest'), `${base}/iiif/image/3/image-W1/1000,500,2000,1200/max/0/default.jpg`)
  t.equal(
    page.text('share-citation'),
    `The market, detail, Musée des Beaux-Arts, Arras, Inv. P. 12. Public domain. Beffroi, ${base}${address}.`,
  )
  t.match(page.text('share-embed'), `<iframe src="${base}/en${address}/embed" title="Detail of ‘The market’"`)
  const picture = page.elements.find(({ name }) => name === 'img')
  t.match(picture?.attributes, { alt: 'Detail of ‘The market’', src: crop })
  t.ok(
    page.elements.some(({ attributes }) => attributes.href === `${base}/en/works/W1`),
    'and the way to the whole',
  )
  t.match(await read(site, address), { heading: 'Le marché' })
  t.match((await read(site, address)).meta('og:title'), 'Détail de «\u202fLe marché\u202f»')
  t.match((await read(site, `/nl${address}`)).meta('og:title'), 'Detail van ‘Le marché’')
})

t.test('a citation names the view as its curators do, and the light as it is written within a sentence', async t => {
  const site = await openFilled(t)
  const hang = (id: string, view: string, layer: 'visible' | 'xray', label?: LanguageMap) =>
    site.services.writer.putImage(image(id), {
      work: 'W1',
      view,
      position: Number(view),
      layer,
      ...(label && { label }),
    })
  await hang('image-verso', '2', 'visible', { fr: ['Portrait de Saskia'] })
  await hang('image-xray', '2', 'xray')
  const cited = (language: string, query: string) =>
    read(site, `/${language}/d/W1/0,0,1000,1000/5000,3001?${query}`).then(page => page.text('share-citation'))
  t.match(await cited('fr', 'view=2&layer=xray'), /, Portrait de Saskia, rayons X, détail, /)
  t.match(await cited('en', 'view=2&layer=xray'), /, Portrait de Saskia, X-ray, detail, /)
  t.match(await cited('fr', 'view=1'), /, vue 1, détail, /)
  const { main } = await read(site, '/fr/d/W1/0,0,1000,1000/5000,3001?view=2&layer=infrared')
  t.match(main, /Le voici en lumière visible\./)
})

t.test('a detail survives a new picture of the same proportions', async t => {
  const site = await openFilled(t)
  const hang = (width: number, height: number) =>
    site.services.writer.putImage(image('image-W1', { width, height }), {
      work: 'W1',
      view: '1',
      position: 1,
      layer: 'visible',
    })
  await hang(10_000, 6002)
  const larger = await read(site, address)
  t.match(larger.meta('og:image'), '/image-W1/2000,1000,4000,2400/')
  t.equal(larger.text('share-address'), base + address, 'at the same address')
  t.notMatch(larger.main, /proportions/)
  await hang(5000, 5000)
  const other = await read(site, address)
  t.equal(other.statusCode, 200)
  t.match(other.main, /a changé de proportions/)
  t.match(other.meta('og:image'), '/image-W1/full/')
  t.equal(other.link('canonical'), `${base}/fr/works/W1`)
  t.equal(other.text('share-address'), `${base}/d/W1/0,0,5000,5000/5000,5000`)
})

t.test('what cannot be shown is told as for works, what cannot be read says what was expected', async t => {
  const site = await openFilled(t)
  await site.services.writer.putWorks([{ id: 'W2' }])
  await site.services.writer.deleteWorks(['W2'])
  const table: readonly (readonly [url: string, status: number, words: RegExp])[] = [
    ['/d/none/1,2,3,4/50,50', 404, /n’est pas accrochée ici/],
    ['/d/W2/1,2,3,4/50,50', 410, /n’est plus présentée/],
    [`${address}?view=9`, 404, /n’est pas accrochée ici/],
    ['/d/W1/1,2,3/50,50', 400, /ne peut pas être lue/],
    ['/d/W1/1,2,300,4/50,50', 400, /ne peut pas être lue/],
    ['/d/W1/1,2,3,4/0,50/embed', 400, /ne peut pas être lue/],
    [`${address}?layer=magic`, 400, /ne peut pas être lue/],
    ['/en/d/W1/%3Cscript%3E/50,50', 400, /cannot be read/],
  ]
  for (const [url, status, words] of table) {
    const { statusCode, heading, headers } = await read(site, url)
    t.equal(statusCode, status, url)
    t.match(heading, words, url)
    t.match(headers['content-type'], /^text\/html/)
  }
  t.match((await read(site, '/d/W1/1,2/3,4')).main, /un rectangle en pixels/)
})

t.test('only the page for frames may be framed by others', async t => {
  const site = await openFilled(t)
  const framed = await read(site, `/en${address}/embed`)
  t.match(framed.headers['content-security-policy'], /frame-ancestors \*/)
  t.match((await read(site, address)).headers['content-security-policy'], /frame-ancestors 'self'/)
  t.equal(framed.heading, 'Detail of ‘The market’')
  t.match(
    framed.elements.find(({ name }) => name === 'footer')?.text,
    /The market.*Musée des Beaux-Arts.*Public domain/,
  )
  t.ok(framed.elements.some(({ attributes }) => attributes.href === `${base}/en${address}`))
  const target = framed.elements.find(({ name }) => name === 'base')?.attributes.target
  t.equal(target, '_blank', 'its links lead to pages that a frame may not show')
})

t.test('a work’s page leads to the page that shares it, in the layer on view', async t => {
  const site = await openFilled(t)
  await site.services.writer.putImage(image('ir'), { work: 'W1', view: '1', position: 1, layer: 'infrared' })
  const { elements } = await read(site, '/en/works/W1?layer=infrared')
  const href = elements.find(({ attributes }) => 'data-share' in attributes)?.attributes.href ?? ''
  t.equal(href, `${base}/en/d/W1/0,0,5000,3001/5000,3001?layer=infrared#share-title`)
  const page = await read(site, href.slice(base.length))
  t.equal(page.text('share-title'), 'Share this view')
  t.equal(page.meta('og:title'), 'The market')
  t.match(page.text('share-citation'), /infrared, Musée/)
  t.match(page.text('share-crop'), '/iiif/image/3/ir/full/')
})

t.test('the parts of a borrowed picture come from its owner’s server', async t => {
  const site = await openFilled(t)
  await site.services.writer.putLoans([loanOf('lent', ['p1', 'p2'])])
  const part = await read(site, '/d/lent/100,50,200,150/400,300?view=p2')
  t.equal(part.text('share-crop'), 'https://lender.example.org/p2/100,50,200,150/200,/0/default.jpg')
  t.equal(part.text('share-largest'), 'https://lender.example.org/p2/100,50,200,150/full/0/default.jpg')
  t.match(part.headers['content-security-policy'], /img-src [^;]*https:\/\/lender\.example\.org/)
  const layer = await read(site, '/d/lent/100,50,200,150/400,300?view=p2&layer=xray')
  t.equal(layer.text('share-crop'), 'https://lender.example.org/p2-x.jpg', 'a plain file is shown whole')
  t.match(layer.text('share-largest'), 'https://lender.example.org/p2-x.jpg')
  t.match(layer.main, /ne donne que l’image entière/)
})

t.test('opening a detail reads the catalogue once', async t => {
  const site = await openFilled(t)
  const asked: string[] = []
  const reader = new Proxy(site.services.reader, {
    get(target, name) {
      asked.push(String(name))
      return Reflect.get(target, name)
    },
  }) as CatalogueReader
  const app = await buildApp({ ...site.services, reader })
  t.teardown(() => app.close())
  asked.length = 0
  t.equal((await app.inject(address)).statusCode, 200)
  t.strictSame(asked, ['works'])
})

const state = (canvas: string, manifest: string, region?: Parameters<typeof canvasState>[2]) =>
  encodeContentState(canvasState(canvas, manifest, region))

t.test('a content state leads to the work, its view, its region', async t => {
  const site = await openFilled(t)
  const region = { x: 1000, y: 500, width: 2000, height: 1200 }
  const ours = state(uris.canvas('W1', '1'), uris.manifest('W1'), region)
  const table: readonly (readonly [content: string, to: string])[] = [
    [ours, base + address],
    [uris.manifest('W1'), `${base}/works/W1`],
    [urisOf(base, 2).manifest('W1'), `${base}/works/W1`],
    [uris.canvas('W1', '1'), `${base}/works/W1`],
    [`${uris.canvas('W1', '1')}#xywh=percent:0,0,50,50`, `${base}/d/W1/0,0,2500,1501/5000,3001`],
    [JSON.stringify({ id: uris.canvas('W1', '1'), type: 'Canvas' }), `${base}/works/W1`],
  ]
  for (const [content, to] of table) {
    const { statusCode, headers } = await site.app.inject({ url: '/', query: { 'iiif-content': content } })
    t.strictSame([statusCode, headers.location], [303, to], content.slice(0, 60))
  }
  t.equal((await site.app.inject(`/nl/works/W1?iiif-content=${ours}`)).headers.location, `${base}/nl${address}`)
  const shared = (await read(site, address)).text('share-state') ?? ''
  t.equal((await site.app.inject(shared.slice(base.length))).headers.location, base + address, 'what a page shares')
})

t.test('a content state that leads nowhere says what was expected', async t => {
  const site = await openFilled(t)
  const table: readonly (readonly [content: string, status: number, words: RegExp])[] = [
    ['zzz', 400, /ne peut pas être lu/],
    ['{"id":', 400, /ne peut pas être lu/],
    ['x'.repeat(10_000), 400, /ne peut pas être lu/],
    ['https://elsewhere.example/manifest', 400, /mène à un autre site/],
    [state('https://a.example/c', 'https://a.example/m'), 400, /mène à un autre site/],
    [uris.manifest('none'), 404, /n’est pas accrochée ici/],
  ]
  for (const [content, status, words] of table) {
    const { statusCode, heading } = await read(site, `/?iiif-content=${encodeURIComponent(content)}`)
    t.equal(statusCode, status, content.slice(0, 60))
    t.match(heading, words)
  }
  t.match(await read(site, '/?iiif-content=a&iiif-content=b'), { statusCode: 400 })
  t.match((await read(site, '/?iiif-content=zzz')).main, /attend l’adresse d’un manifeste/)
})

t.test('viewers open a content state at its canvas and region', async t => {
  const site = await openFilled(t)
  const region = { x: 1, y: 2, width: 3, height: 4 }
  const place = async (query: string) => {
    const { elements, statusCode } = await read(site, `/viewers/mirador?${query}`)
    return { statusCode, data: elements.find(({ attributes }) => attributes.id === 'viewer')?.attributes }
  }
  const [canvas, manifest] = [uris.canvas('W1', '1'), uris.manifest('W1')]
  t.match(await place(`iiif-content=${state(canvas, manifest, region)}`), {
    data: { 'data-manifest': manifest, 'data-canvas': canvas, 'data-region': '1,2,3,4' },
  })
  t.match(await place(`iiif-content=${encodeURIComponent(canvas)}`), { data: { 'data-manifest': manifest } })
  t.match(await place('iiif-content=https://elsewhere.example/m'), {
    data: { 'data-manifest': 'https://elsewhere.example/m' },
  })
  t.match(await place('iiif-content=zzz'), { statusCode: 400 })
})
