import t from 'tap'
import type { Analysis, Exhibition } from '../../src/catalogue/story.js'
import { renderPage } from '../../src/pages/document.js'
import type { Language } from '../../src/pages/languages.js'
import { cardRegion } from '../../src/pages/story/card.js'
import { renderEmbed } from '../../src/pages/story/embed.js'
import { storiesPage } from '../../src/pages/story/listing.js'
import { shapePath } from '../../src/pages/story/marks.js'
import { storyPage } from '../../src/pages/story/story.js'
import type { Visit } from '../../src/pages/visit.js'
import { dayWords } from '../../src/presentation/days.js'
import { siteLanguages } from '../../src/presentation/languages.js'
import { storyName } from '../../src/stories/schema.js'
import type { Shown } from '../../src/stories/shown.js'
import { published, shown, staged } from '../presentation/stories/works.js'
import { analysis, exhibition, underdrawing } from '../stories/samples.js'
import { elementsOf } from './html.js'
import { visitIn } from './samples.js'

type Told = Analysis | Exhibition

const read = (story: Told, language: Language = 'fr', shows: Shown = shown()) => {
  const visit = visitIn(language)
  const html = renderPage(storyPage(published(story), shows, visit), visit)
  return { html, elements: elementsOf(html) }
}

const documents: Readonly<Record<string, (visit: Visit) => string>> = {
  analysis: visit => renderPage(storyPage(published(analysis), shown(), visit), visit),
  'analysis with a layer': visit => renderPage(storyPage(published(underdrawing), shown(), visit), visit),
  exhibition: visit => renderPage(storyPage(published(exhibition), shown(), visit), visit),
  'analysis whose work is gone': visit =>
    renderPage(storyPage(published(analysis), shown(['DEMO-0001', 'DEMO-0003']), visit), visit),
  'exhibition of nothing': visit =>
    renderPage(storyPage(published(exhibition), { works: new Map(), analyses: new Map() }, visit), visit),
  'embedded analysis': visit => renderEmbed(published(analysis), shown(), visit),
  'embedded exhibition': visit => renderEmbed(published(exhibition), shown(), visit),
  list: visit => {
    const stories = [analysis, underdrawing].map(published)
    return renderPage(storiesPage({ kind: 'analysis', stories, shown: shown(), page: 1, pages: 1 }, visit), visit)
  },
}

t.test('days are written as readers write them, in documents as on pages', async t => {
  const words = { fr: '1er mai 2026', en: '1 May 2026', nl: '1 mei 2026' }
  for (const language of siteLanguages) {
    t.equal(dayWords('2026-05-01T10:00:00Z', language), words[language])
    const { metadata } = staged(exhibition, { language })
    t.match(metadata.at(-1)?.value, { [language]: [words[language]] })
  }
})

t.test('a page’s own ids are none that a part of a story may have', async t => {
  const own = (story: Told) => {
    const parts = [
      ...(story.kind === 'analysis' ? story.steps : story.sections.flatMap(each => [each, ...each.blocks])),
    ].map(({ id }) => id)
    const ids = read(story).elements.flatMap(({ attributes }) => attributes.id ?? [])
    return ids.filter(id => !parts.includes(id))
  }
  for (const story of [analysis, underdrawing, exhibition]) {
    const ids = own(story)
    t.ok(ids.includes('page_citation'))
    t.strictSame(
      ids.filter(id => new RegExp(storyName.pattern).test(id)),
      [],
    )
  }
})

for (const [name, render] of Object.entries(documents)) {
  for (const language of siteLanguages) {
    t.test(`the ${name} in ${language} is well formed, with one heading of the first rank and no id twice`, async t => {
      const elements = elementsOf(render(visitIn(language)))
      const all = (wanted: string) => elements.filter(element => element.name === wanted)
      t.equal(all('h1').length, 1)
      t.not(all('h1')[0]?.text.trim(), '')
      for (const { attributes } of all('img')) t.hasProps(attributes, ['alt', 'width', 'height', 'srcset'])
      const ids = elements.flatMap(({ attributes }) => attributes.id ?? [])
      t.equal(new Set(ids).size, ids.length)
      for (const { attributes } of elements) {
        for (const id of [attributes['aria-labelledby'], attributes['aria-describedby']]) {
          if (id) t.ok(ids.includes(id), `${id} is there`)
        }
      }
      t.notMatch(elements.find(({ name }) => name === 'body')?.text, /undefined|NaN|\[object/)
    })
  }
}

t.test('each step shows its detail as a crop of the Image API, in several sizes', async t => {
  const { elements } = read(analysis)
  const tower = elements.find(({ name, attributes }) => name === 'img' && attributes.alt === 'Un beffroi de brique.')
  t.match(tower?.attributes.src, '/iiif/image/3/demo-0001/5000,0,2000,5000/800,2000/0/default.jpg')
  t.match(tower?.attributes.srcset, /\/400,1000\/0\/default\.jpg 400w, .*1800w/)
  t.match(tower?.attributes, { width: '800', height: '2000', loading: 'lazy' })
})

t.test('links and words in other languages that are written in HTML are read as such', async t => {
  const text = { fr: 'Voir <a href="https://example.org/a">"la notice"</a>, <span lang="la">ora</span>.' }
  const { html } = read({ ...analysis, steps: [{ id: 'lien', text }] })
  t.match(html, '<p>Voir <a href="https://example.org/a">«\u00a0la notice\u00a0»</a>, <span lang="la">ora</span>.</p>')
})

t.test('marks are drawn over their detail from data, and said in words', async t => {
  const { html, elements } = read(analysis)
  t.match(html, 'viewBox="5000 0 2000 5000"')
  t.equal(elements.filter(({ attributes }) => attributes.class?.startsWith('mark ')).length, 5)
  t.match(html, /class="seen">Dans ce détail\u00a0: Un beffroi de brique\. Sur l’image\u00a0: L’axe\./)
})

t.test('a shape becomes the path of its kind', async t => {
  const at = (x: number, y: number) => ({ x, y })
  t.equal(shapePath({ kind: 'arrow', points: [at(1, 2), at(3.04, 4)] }), 'M1 2L3 4')
  t.equal(shapePath({ kind: 'polygon', points: [at(0, 0), at(2, 0), at(1, 2)] }), 'M0 0L2 0L1 2Z')
  t.equal(
    shapePath({ kind: 'ellipse', center: at(10, 10), radiusX: 4, radiusY: 2 }),
    'M6 10A4 2 0 0 1 14 10A4 2 0 0 1 6 10Z',
  )
  t.equal(
    shapePath({ kind: 'grid', box: { x: 0, y: 0, width: 30, height: 20 }, columns: 3, rows: 2 }),
    'M0 0H30V20H0ZM10 0V20M20 0V20M0 10H30',
  )
})

t.test('a layer is shown beside visible light, and handed to the browser above it', async t => {
  const { html, elements } = read(underdrawing)
  t.match(html, '/iiif/image/3/demo-0003-ir/800,600,2000,2500/')
  t.match(html, '/iiif/image/3/demo-0003/800,600,2000,2500/')
  const steps = elements.flatMap(({ attributes }) => attributes['data-step'] ?? []).map(step => JSON.parse(step))
  t.match(steps[1], { plane: 1, under: 0, region: { x: 800, y: 600, width: 2000, height: 2500 } })
})

t.test('a detail leads to its place on the page of its work', async t => {
  t.match(read(analysis).html, '/fr/works/DEMO-0001#xywh=5000,0,2000,5000')
  t.match(read(underdrawing).html, '/fr/works/DEMO-0003?layer=infrared#xywh=800,600,2000,2500')
})

t.test('works hang at their true relative scale, with a bar and a person, or say why not', async t => {
  const sized = (mm: readonly [number, number] | undefined): Shown => {
    const { works, analyses } = shown()
    const change = new Map(
      [...works].map(([id, { dimensions: _, ...work }]) => [
        id,
        mm ? { ...work, dimensions: { widthMm: mm[0], heightMm: mm[1] } } : work,
      ]),
    )
    return { works: change, analyses }
  }
  const { works, analyses } = sized(undefined)
  const of = (id: string, widthMm: number, heightMm: number) =>
    [id, { ...(works.get(id) as never as object), dimensions: { widthMm, heightMm } }] as never
  const known = { works: new Map([...works, of('DEMO-0002', 2400, 2000), of('DEMO-0003', 400, 500)]), analyses }
  const { html, elements } = read(exhibition, 'fr', known)
  const widths = elements
    .filter(({ attributes }) => attributes.class === 'hung-at')
    .map(({ attributes }) => Number(/width:([\d.]+)%/.exec(attributes.style ?? '')?.[1]))
  t.equal(Math.round(((widths[0] ?? 0) / (widths[1] ?? 1)) * 10), 60, 'six times as wide')
  t.match(html, /class="wall-scale quiet"><span class="scale-bar"[^>]*><\/span>\d+\u00a0c?m · Toutes à la même échelle/)
  t.match(html, 'aria-label="Une personne de 1,70 m"')
  t.match(read(exhibition, 'fr', sized(undefined)).html, 'Les dimensions ne sont pas toutes connues')
})

t.test('French is set as it is printed: no line ends before what closes', async t => {
  const { html } = read(analysis)
  t.match(html, '<em>fête</em>\u00a0: suivons le regard')
  t.match(read(exhibition).html, '«\u00a0Qui tient la cloche tient la ville.\u00a0»')
})

t.test('what is not shown any more leaves its words, and says so', async t => {
  const { html } = read(analysis, 'fr', shown(['DEMO-0001']))
  t.match(html, 'Cette œuvre n’est plus présentée.')
  t.match(html, 'Elle partage la place en')
  t.notMatch(html, 'demo-0001/')
  const rooms = read(exhibition, 'en', { works: new Map(), analyses: new Map() }).html
  t.match(rooms, 'This close reading is no longer shown.')
  t.match(rooms, 'Who holds the bell holds the town.')
})

t.test('who shares a story shows its cover, cut to a card', async t => {
  const meta = (story: Told) =>
    new Map(
      read(story)
        .elements.filter(({ name }) => name === 'meta')
        .map(({ attributes }) => [attributes.property ?? attributes.name, attributes.content]),
    )
  const card = meta(analysis)
  t.match(card.get('og:image'), /\/demo-0001\/2143,500,5714,3000\/1200,630\/0\/default\.jpg$/)
  t.equal(card.get('og:type'), 'article')
  t.equal(card.get('og:title'), 'Une kermesse au pied du beffroi')
  t.equal(card.get('og:description'), 'Une place, un jour de fête\u00a0: suivons le regard.')
  t.match(meta(exhibition).get('og:image'), /\/demo-0002\//, 'also of a whole work')
})

t.test('a card is never larger than its picture', async t => {
  const card = { width: 1200, height: 630 }
  const picture = { width: 1000, height: 1000 }
  t.strictSame(cardRegion({ x: 0, y: 0, width: 1000, height: 1000 }, picture, card), {
    x: 0,
    y: 238,
    width: 1000,
    height: 525,
  })
  t.strictSame(cardRegion({ x: 900, y: 0, width: 100, height: 100 }, picture, card), {
    x: 810,
    y: 0,
    width: 190,
    height: 100,
  })
})

t.test('search engines read who wrote what about which work, and when an exhibition is open', async t => {
  const data = (story: Told) =>
    JSON.parse(read(story).elements.find(({ attributes }) => attributes.type === 'application/ld+json')?.text ?? '')
  t.match(data(analysis), {
    '@type': 'Article',
    '@id': `https://musees.example/collections/analyses/${analysis.slug}`,
    author: [{ name: 'Service des publics' }],
    datePublished: '2026-05-01T10:00:00Z',
    about: [{ '@type': 'VisualArtwork' }, { '@type': 'VisualArtwork' }],
  })
  t.match(data(exhibition), { '@type': 'ExhibitionEvent', startDate: '2026-03-01', endDate: '2026-09-30' })
})

t.test('what curators write cannot become markup', async t => {
  const evil = '<script>alert(1)</script> "><img src=x onerror=alert(1)>'
  const { html } = read({
    ...analysis,
    title: { fr: evil },
    summary: { fr: evil },
    steps: [{ id: 'un', title: { fr: evil }, text: { fr: evil }, alternativeText: { fr: evil } }],
  })
  t.notMatch(html, /<script>alert|<img src=x/)
})

t.test('nothing in a story leads to another host', async t => {
  for (const story of [analysis, exhibition]) {
    const addresses = read(story).elements.flatMap(({ attributes: { href, src, srcset } }) => [href, src, srcset])
    const strays = addresses.filter(
      each => each && !/^(https:\/\/musees\.example\/collections\/|#|https:\/\/creativecommons\.org\/)/.test(each),
    )
    t.strictSame(strays, [])
  }
})
