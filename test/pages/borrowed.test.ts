import t from 'tap'
import type { BorrowedImage, Work } from '../../src/catalogue/model.js'
import { copiesOf, copyOf, hostsOf } from '../../src/pages/copies.js'
import { renderPage } from '../../src/pages/document.js'
import { workPage } from '../../src/pages/work.js'
import { elementsOf } from './html.js'
import { imageRecord, visitIn } from './samples.js'

const served: BorrowedImage = {
  address: 'https://images.lender.example.org/a/full/full/0/default.jpg',
  width: 4000,
  height: 3000,
  service: { id: 'https://images.lender.example.org/a', version: 2, level: 1 },
}
const plainFile: BorrowedImage = { address: 'https://files.example.org/b.jpg', width: 900, height: 600 }

const lent: Work = {
  id: 'iiif-0123456789ab',
  title: { en: ['The Belfry'] },
  rights: { uri: 'http://creativecommons.org/publicdomain/mark/1.0/' },
  loan: {
    manifest: 'https://lender.example.org/m.json',
    version: 2,
    owner: { en: ['The Lender'] },
    statement: { label: { en: ['Credit'] }, value: { en: ['Courtesy of The Lender'] } },
    homepages: [{ address: 'https://lender.example.org/belfry', label: { en: ['Record'] } }],
    metadata: [{ label: { en: ['Shelfmark'] }, value: { en: ['Ms 1'] } }],
  },
  views: [
    { key: 'a', position: 1, layers: [{ kind: 'visible', image: served }] },
    { key: 'b', position: 2, layers: [{ kind: 'visible', image: plainFile }] },
  ],
  updatedAt: '2026-01-01T00:00:00Z',
}

const pageOf = (view: 0 | 1, language: 'fr' | 'en' | 'nl' = 'en') => {
  const visit = visitIn(language)
  const page = workPage(lent, { view: lent.views[view], layer: 'visible' }, visit)
  return { page, elements: elementsOf(renderPage(page, visit)) }
}

t.test('the page of a borrowed work names its owner first, its credit, its rights and its own record', async t => {
  const words = (language: 'fr' | 'en' | 'nl') =>
    pageOf(0, language).elements.find(({ name, attributes }) => name === 'div' && attributes.class === 'cartel')?.text
  t.match(words('en'), /^Lent by The Lender[\s\S]*The Belfry[\s\S]*Courtesy of The Lender[\s\S]*Public domain/)
  t.match(words('fr'), /^Prêté par The Lender/)
  t.match(words('nl'), /^In bruikleen van The Lender/)
  const { elements } = pageOf(0)
  const links = elements.filter(({ name }) => name === 'a').map(({ attributes }) => attributes.href)
  t.ok(links.includes('https://lender.example.org/belfry'))
  t.ok(links.includes('https://lender.example.org/m.json'))
  t.ok(links.includes('https://images.lender.example.org/a/info.json'))
  t.ok(elements.some(({ name, text }) => name === 'dd' && text === 'Ms 1'))
})

t.test('its pictures come from its owner, at sizes that its service gives', async t => {
  const { elements, page } = pageOf(0)
  const image = elements.find(({ name, attributes }) => name === 'img' && attributes.srcset)?.attributes ?? {}
  t.equal(image.src, 'https://images.lender.example.org/a/full/1000,/0/default.jpg')
  t.match(image.srcset, /\/full\/400,\/0\/default\.jpg 400w, .*\/full\/2600,\/0\/default\.jpg 2600w$/)
  t.strictSame(page.hosts, ['https://images.lender.example.org', 'https://files.example.org'])
})

t.test('the close-up opens the info.json of its service, or the plain file', async t => {
  const stage = (view: 0 | 1) =>
    JSON.parse(pageOf(view).elements.find(({ attributes }) => attributes['data-stage'])?.attributes['data-stage'] ?? '')
  t.strictSame(stage(0).layers, [{ kind: 'visible', source: 'https://images.lender.example.org/a/info.json' }])
  t.strictSame(stage(1).layers, [
    { kind: 'visible', source: { type: 'image', url: 'https://files.example.org/b.jpg', buildPyramid: false } },
  ])
})

t.test('a copy is what the owner offers, what the service can scale, or the file itself', async t => {
  const { uris, limits } = visitIn('fr')
  const at = (image: BorrowedImage, width = 300) => copyOf(image, width, { uris, limits }).address
  const { service, ...file } = served
  t.equal(at(file), file.address)
  t.equal(
    at({ ...served, thumbnail: { address: 'https://t.example.org/t.jpg', width: 400, height: 300 } }),
    'https://t.example.org/t.jpg',
  )
  t.match(
    at({ ...served, thumbnail: { address: 'https://t.example.org/t.jpg', width: 90, height: 60 } }),
    /full\/300,\//,
  )
  if (!service) throw new Error('served has a service')
  const { level, ...levelless } = service
  t.equal(level, 1)
  t.equal(at({ ...served, service: levelless }), served.address, 'a service of unknown level is not asked to scale')
  t.match(
    at({ ...served, service: { ...levelless, level: 0, sizes: [{ width: 500, height: 375 }] } }),
    /full\/500,375\/0\/default/,
  )
  t.match(at({ ...served, service: { ...service, version: 1 } }), /full\/300,\/0\/native\.jpg$/)
  t.equal(copiesOf(file, 2600, { uris, limits }).length, 1)
})

t.test('our own pictures need no other host', async t => {
  t.strictSame(hostsOf([imageRecord('a'), undefined]), [])
})

t.test('search engines are told whose it is, its owner’s credit and licence, and where its owner shows it', async t => {
  const data = pageOf(0).page.structuredData
  t.match(data, {
    provider: { '@type': 'Organization', name: 'The Lender' },
    license: 'http://creativecommons.org/publicdomain/mark/1.0/',
    creditText: 'Courtesy of The Lender',
    sameAs: ['https://lender.example.org/belfry'],
  })
})
