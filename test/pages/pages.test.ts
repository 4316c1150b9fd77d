import t from 'tap'
import type { Work } from '../../src/catalogue/model.js'
import { type Page, renderPage } from '../../src/pages/document.js'
import { failurePage } from '../../src/pages/failure.js'
import { homePage } from '../../src/pages/home.js'
import { museumPage } from '../../src/pages/museum.js'
import { museumsPage } from '../../src/pages/museums.js'
import { manifestWanted, renderViewer } from '../../src/pages/viewer.js'
import type { Visit } from '../../src/pages/visit.js'
import { workPage } from '../../src/pages/work.js'
import { worksPage } from '../../src/pages/works.js'
import { siteLanguages } from '../../src/presentation/languages.js'
import { elementsOf } from './html.js'
import { bareWork, museum, nothingToRead, picturedWork, visitIn } from './samples.js'

const shownFirst = (work: Work) => ({ view: work.views[0], layer: 'visible' as const })
const list = { works: [picturedWork, bareWork], total: 2, page: 1, pages: 1 }
const pagesOf: Readonly<Record<string, (visit: Visit) => Page>> = {
  home: visit =>
    homePage({ museums: [museum], counts: { works: 2, pictured: 1 }, works: list.works, toRead: nothingToRead }, visit),
  'empty house': visit =>
    homePage({ museums: [], counts: { works: 0, pictured: 0 }, works: [], toRead: nothingToRead }, visit),
  works: visit => worksPage(list, visit),
  museums: visit => museumsPage([museum], visit),
  museum: visit => museumPage(museum, list, visit),
  'pictured work': visit => workPage(picturedWork, shownFirst(picturedWork), visit),
  'bare work': visit => workPage(bareWork, shownFirst(bareWork), visit),
  'not found': visit => failurePage('not-found', 404, visit),
  'no manifest': visit => manifestWanted('mirador', visit),
}

for (const [name, page] of Object.entries(pagesOf)) {
  for (const language of siteLanguages) {
    t.test(
      `the page "${name}" in ${language} is well formed, named, and has one heading of the first rank`,
      async t => {
        const visit = visitIn(language)
        const elements = elementsOf(renderPage(page(visit), visit))
        const all = (wanted: string) => elements.filter(element => element.name === wanted)
        t.equal(all('html')[0]?.attributes.lang, language)
        t.equal(all('h1').length, 1)
        t.not(all('h1')[0]?.text.trim(), '')
        t.match(all('title')[0]?.text, /Les musées/)
        for (const landmark of ['header', 'main', 'footer']) t.ok(all(landmark).length > 0, landmark)
        t.match(all('a')[0]?.attributes, { href: '#page_content' }, 'the first link skips to the content')
        for (const image of all('img')) {
          t.hasProps(image.attributes, ['alt', 'width', 'height', 'src'], String(image.attributes.src))
        }
        t.notMatch(elements.find(({ name }) => name === 'body')?.text, /undefined|NaN|\[object/)
        const ids = elements.map(element => element.attributes.id).filter(id => id !== undefined)
        t.equal(new Set(ids).size, ids.length, 'no id twice')
      },
    )
  }
}

t.test('every phrase of a page stays in the language of the page', async t => {
  const text = (language: 'fr' | 'en' | 'nl') => {
    const visit = visitIn(language)
    return elementsOf(renderPage(workPage(picturedWork, shownFirst(picturedWork), visit), visit)).find(
      element => element.name === 'body',
    )?.text
  }
  t.match(text('fr'), /Voir de près[\s\S]*Recto[\s\S]*Domaine public[\s\S]*Notice[\s\S]*Matières et techniques/)
  t.match(text('fr'), /H\.\u00a0116,5 × L\.\u00a0159,5\u00a0cm/)
  t.match(text('en'), /Look closer[\s\S]*Front/)
  t.match(text('en'), /H\.\u00a0116\.5 × W\.\u00a0159\.5\u00a0cm/)
  t.match(text('en'), /Some texts exist only in French\./)
  t.match(text('nl'), /Van dichtbij bekijken/)
  t.match(text('nl'), /Publiek domein/)
})

t.test('a text in another language than the page says which', async t => {
  const visit = visitIn('en')
  const elements = elementsOf(renderPage(workPage(picturedWork, shownFirst(picturedWork), visit), visit))
  t.ok(elements.some(({ attributes, text }) => attributes.lang === 'fr' && text === 'huile sur bois'))
  t.notOk(elements.some(({ attributes, text }) => attributes.lang && text === 'The Harvesters'))
})

t.test('what a catalogue holds is text, whatever it looks like', async t => {
  const hostile = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>'
  const work: Work = {
    ...picturedWork,
    title: { fr: [hostile] },
    makers: [{ name: hostile, dates: hostile }],
    summary: { fr: [hostile] },
    alternativeText: { fr: [hostile] },
    inventory: hostile,
    rights: { uri: 'javascript:alert(1)', credit: { fr: [hostile] } },
    notice: { source: hostile, fields: [[hostile, hostile]] },
  }
  const visit = visitIn('fr')
  const elements = elementsOf(renderPage(workPage(work, shownFirst(work), visit), visit))
  t.equal(elements.filter(({ name }) => name === 'script').length, 2, 'the page’s own script and its structured data')
  t.notOk(elements.some(({ attributes }) => 'onerror' in attributes))
  t.notOk(elements.some(({ attributes }) => attributes.href?.startsWith('javascript:')))
  const data = elements.find(({ attributes }) => attributes.type === 'application/ld+json')
  t.equal(JSON.parse(data?.text ?? '').name, hostile, 'structured data is still data')
})

t.test('the picture offers the sizes that stand ready on the server, and the window takes what it needs', async t => {
  const visit = visitIn('fr')
  const elements = elementsOf(renderPage(workPage(picturedWork, shownFirst(picturedWork), visit), visit))
  const image = elements.find(({ name, attributes }) => name === 'img' && attributes.srcset)?.attributes ?? {}
  const service = 'https://musees.example/collections/iiif/image/3/recto'
  t.match(image.srcset, `${service}/full/500,375/0/default.jpg 500w, ${service}/full/1000,750/0/default.jpg 1000w`)
  t.match(image, { width: '1000', height: '750', loading: 'eager', fetchpriority: 'high', src: /full\/1000,750/ })
  t.equal(image.alt, 'Pieter Bruegel, Les Moissonneurs, huile sur bois')
})

t.test('layers and views are links that work without JavaScript', async t => {
  const visit = visitIn('fr', '/works/50350012455', undefined)
  const shown = { view: picturedWork.views[0], layer: 'infrared' as const }
  const elements = elementsOf(renderPage(workPage(picturedWork, shown, visit), visit))
  const link = (words: string) => elements.find(({ name, text }) => name === 'a' && text === words)?.attributes
  t.match(link('Infrarouge'), { href: /\/works\/50350012455\?layer=infrared$/, 'aria-current': 'true' })
  t.match(link('Verso'), { href: /\/works\/50350012455\?view=2$/ })
  t.ok(elements.some(({ name, attributes }) => name === 'img' && attributes.src?.includes('/recto-ir/full/')))
})

t.test('a work without a picture has its label and its record, and says so', async t => {
  const visit = visitIn('fr')
  const html = renderPage(workPage(bareWork, shownFirst(bareWork), visit), visit)
  const body = elementsOf(html).find(({ name }) => name === 'body')?.text
  t.match(body, /Pas encore photographiée/)
  t.match(elementsOf(html).find(({ name }) => name === 'h1')?.text, /^Assiette, inv\. 888\.4\.1$/)
  t.notMatch(body, /Télécharger l’image|Mirador/)
})

t.test('a stolen work is shown as stolen, its makers by readable names, and nobody is called anonymous', async t => {
  const visit = visitIn('fr')
  const stolen: Work = {
    ...picturedWork,
    makers: [
      { name: 'anonyme', anonymous: true },
      { name: 'LACHENAL Edmond', readableName: 'Edmond Lachenal' },
    ],
    rights: { photograph: { fr: ['Jeanne Martin'] }, copyright: { fr: ['© Ville de Lille'] } },
    whereabouts: { situation: 'stolen', note: { fr: ['Plainte de 1998'] } },
  }
  const html = renderPage(workPage(stolen, shownFirst(stolen), visit), visit)
  const body = elementsOf(html).find(({ name }) => name === 'body')?.text ?? ''
  t.match(body, /Anonyme, Edmond Lachenal/)
  t.match(body, /Volé\. Plainte de 1998/)
  t.match(body, /Photographie\u00a0: Jeanne Martin · © Ville de Lille · Droits non précisés/)
  t.match(html, '"creator":[{"@type":"Person","name":"Edmond Lachenal"}]')
})

t.test('the demonstration says that it is one, and a real collection does not', async t => {
  const visit = visitIn('fr')
  const home = (id: string) =>
    renderPage(
      homePage(
        {
          museums: [{ ...museum, id }],
          counts: { works: 1, pictured: 1 },
          works: [picturedWork],
          toRead: nothingToRead,
        },
        visit,
      ),
      visit,
    )
  t.match(home('DEMO1'), /Ceci est une démonstration/)
  t.notMatch(home('M0629'), /démonstration/)
})

t.test('each page names its address in every language, and the one that follows preference', async t => {
  const visit = visitIn('nl', '/museums/M0629')
  const links = elementsOf(renderPage(museumPage(museum, list, visit), visit)).filter(({ name }) => name === 'link')
  const at = (key: string, value: string) => links.find(({ attributes }) => attributes[key] === value)?.attributes.href
  const base = 'https://musees.example/collections'
  t.equal(at('rel', 'canonical'), `${base}/nl/museums/M0629`)
  t.equal(at('hreflang', 'en'), `${base}/en/museums/M0629`)
  t.equal(at('hreflang', 'x-default'), `${base}/museums/M0629`)
})

t.test('ordinals of French centuries are raised', async t => {
  const visit = visitIn('fr')
  t.match(renderPage(workPage(picturedWork, shownFirst(picturedWork), visit), visit), 'XVI<sup>e</sup> siècle')
})

t.test('a viewer’s page carries the manifest as data and the reader’s language', async t => {
  const manifest = 'https://elsewhere.example/manifest?a=1&b="><script>alert(1)</script>'
  const elements = elementsOf(renderViewer('universal', { manifest }, visitIn('nl')))
  const place = elements.find(({ attributes }) => attributes.id === 'viewer')
  t.match(place?.attributes, { 'data-manifest': manifest, 'data-language': 'nl' })
  t.match(elements.find(({ name }) => name === 'title')?.text, /Universal Viewer/)
  t.equal(elements.filter(({ name }) => name === 'script').length, 2)
})
