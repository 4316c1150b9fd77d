import t from 'tap'
import type { Relatives, Work } from '../../src/catalogue/model.js'
import { renderPage } from '../../src/pages/document.js'
import { workPage } from '../../src/pages/work.js'
import { siteLanguages } from '../../src/presentation/languages.js'
import { type Element, elementsOf } from './html.js'
import { bareWork, imageRecord, picturedWork, visitIn } from './samples.js'

const { museum, museumRecord, ...panel } = picturedWork
const partAt = (id: string, title: string): Work => ({
  ...panel,
  id,
  title: { fr: [title] },
  views: [{ key: '1', position: 1, layers: [{ kind: 'visible', image: imageRecord(`image-${id}`) }] }],
})
const left = partAt('volet-1', 'Volet gauche')
const right = partAt('volet-2', 'Volet droit')
const whole: Work = { ...bareWork, id: 'triptyque', title: { fr: ['Triptyque'] } }
const around: Relatives = { parts: [left, right], related: [{ ...bareWork, id: 'etude', title: { fr: ['Étude'] } }] }

const pageOf = (work: Work, relatives?: Relatives, language: 'fr' | 'en' | 'nl' = 'fr', view = 0) => {
  const visit = visitIn(language, `/works/${work.id}?view=${view + 1}`)
  const page = workPage(work, { view: work.views[view], layer: 'visible' }, visit, relatives)
  return { page, elements: elementsOf(renderPage(page, visit)) }
}
const hrefs = (elements: readonly Element[]) =>
  elements.filter(({ name }) => name === 'a').map(({ attributes }) => attributes.href)
const hrefOf = (elements: readonly Element[], words: string) =>
  elements.find(({ name, text }) => name === 'a' && text.startsWith(words))?.attributes.href

t.test('a whole hangs its parts in their order, and names what goes with it', async t => {
  const titles = {
    fr: ['Comprend', 'Œuvres en rapport'],
    en: ['Consists of', 'Related works'],
    nl: ['Bestaat uit', 'Verwante werken'],
  }
  for (const language of siteLanguages) {
    const { elements } = pageOf(whole, around, language)
    const headings = elements.filter(({ name }) => name === 'h2').map(({ text }) => text)
    t.strictSame(
      headings.filter(text => titles[language].includes(text)),
      titles[language],
    )
    const works = `https://musees.example/collections/${language}/works`
    const linked = hrefs(elements).filter(href => /volet|etude/.test(href ?? ''))
    t.strictSame(linked, [`${works}/volet-1`, `${works}/volet-2`, `${works}/etude`])
  }
})

t.test('a whole without a picture of its own is shown by its parts', async t => {
  const { page, elements } = pageOf(whole, around)
  t.match(page.picture, /image-volet-1/)
  t.notMatch(elements.find(({ name }) => name === 'main')?.text, 'Pas encore photographiée')
  t.ok(hrefOf(elements, 'Mirador'), 'viewers show the pictures of its parts')
  const first = elements.find(({ name, attributes }) => name === 'img' && attributes.src?.includes('image-volet-1'))
  t.equal(first?.attributes.loading, 'eager')
  const alone = pageOf(whole)
  t.match(alone.elements.find(({ name }) => name === 'main')?.text, 'Pas encore photographiée')
  t.notOk(hrefOf(alone.elements, 'Mirador'))
})

t.test('a part leads to its whole', async t => {
  const { elements } = pageOf(left, { whole, parts: [], related: [] })
  const found = elements.find(({ attributes }) => attributes.class === 'whole')
  t.match(found?.text, /^Fait partie de.*Triptyque/)
  t.ok(hrefs(elements).includes('https://musees.example/collections/fr/works/triptyque'))
})

t.test('pictures around a borrowed work may be loaded from where they are', async t => {
  const image = { address: 'https://files.example.org/b.jpg', width: 900, height: 600 }
  const lent: Work = { ...left, views: [{ key: '1', position: 1, layers: [{ kind: 'visible', image }] }] }
  t.strictSame(pageOf(whole, { parts: [], related: [lent] }).page.hosts, ['https://files.example.org'])
})

t.test('a table of contents', async t => {
  const view = (key: string, label: string) => ({
    key,
    position: 1,
    label: { fr: [label] },
    layers: [{ kind: 'visible' as const, image: imageRecord(key) }],
  })
  const album: Work = {
    ...panel,
    id: 'album',
    views: ['f. 1r', 'f. 1v', 'f. 2r', 'f. 2v'].map((label, index) => view(`v${index + 1}`, label)),
    sections: [
      {
        label: { fr: ['Livre premier'], en: ['First book'] },
        sections: [
          { label: { fr: ['La ville'] }, views: ['v2', 'v3'] },
          { label: { fr: ['Perdu'] }, views: ['gone'] },
        ],
      },
      { label: { fr: ['Second livre'] }, views: ['v4'] },
    ],
  }
  const address = 'https://musees.example/collections/fr/works/album'

  t.test('leads to the first view of each entry, on the stage, and says how far the entry goes', async t => {
    const { elements } = pageOf(album)
    t.equal(hrefOf(elements, 'Livre premier'), `${address}?view=2#stage`)
    t.equal(hrefOf(elements, 'La ville'), `${address}?view=2#stage`)
    t.equal(hrefOf(elements, 'Second livre'), `${address}?view=4#stage`)
    t.notOk(hrefOf(elements, 'Perdu'), 'an entry without views is none')
    t.match(elements.find(({ name, text }) => name === 'a' && text.startsWith('La ville'))?.text, 'f. 1v – f. 2r')
    t.equal(elements.filter(({ attributes }) => attributes.id === 'stage').length, 1)
  })

  t.test('is in the reader’s language, and says where it is not', async t => {
    const { elements } = pageOf(album, undefined, 'en')
    t.ok(elements.some(({ name, text }) => name === 'h2' && text === 'Contents'))
    t.match(hrefOf(elements, 'First book'), '/en/works/album?view=2')
    t.ok(elements.some(({ attributes, text }) => attributes.lang === 'fr' && text === 'La ville'))
  })

  t.test('marks the entries that hold the view on the stage', async t => {
    const marked = pageOf(album, undefined, 'fr', 2)
      .elements.filter(({ name, attributes }) => name === 'a' && attributes['aria-current'] && attributes['data-view'])
      .map(({ text }) => text.replace(/ .*$/, ''))
    t.same(new Set(marked), new Set(['Livre', 'La', 'f.']))
  })

  t.test('and views lead to each other from wherever one is', async t => {
    const { elements } = pageOf(album, undefined, 'fr', 2)
    t.equal(hrefOf(elements, 'f. 1r'), address)
    t.equal(hrefOf(elements, 'f. 2v'), `${address}?view=4`)
  })
})

t.test('a work without sections has no table of contents', async t => {
  t.notOk(pageOf(picturedWork).elements.some(({ attributes }) => attributes.class === 'contents'))
})
