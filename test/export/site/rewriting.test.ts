import t from 'tap'
import { rewriteDocument } from '../../../src/export/site/rewrite-document.js'
import { rewritePage } from '../../../src/export/site/rewrite-page.js'

const own = 'http://beffroi.invalid'
const base = 'https://example.org/stick'
const picture = `${own}/iiif/image/3/a/full/400,300/0/default.jpg`

const page = (html: string, published = true) =>
  rewritePage(html, {
    own,
    base,
    file: 'fr/works/a/index.html',
    published,
    informationOf: (image, id) => (image === 'a' ? { id, protocol: 'http://iiif.io/api/image' } : undefined),
  })

t.test('links of a page are relative, and keep the place they lead to', async t => {
  t.equal(
    page(`<a class="x" href="${own}/en/works/a?view=2#record">2</a>`).html,
    '<a class="x" href="../../../en/works/a/view-2.html#record">2</a>',
  )
  t.equal(page(`<a href="${own}/fr/works/a">a</a>`).html, '<a href="./">a</a>')
  t.equal(
    page('<a href="https://example.com/works/a">a</a> <p title="1 > 0">b</p>').html,
    '<a href="https://example.com/works/a">a</a> <p title="1 > 0">b</p>',
  )
})

t.test('a link to what only a server has is words', async t => {
  t.equal(page(`<a href="${own}/viewers/mirador?manifest=x&amp;y">Mirador</a>`).html, '<a>Mirador</a>')
  t.equal(
    page(`<p><a class="share-link" href="${own}/d/a/full/4,3" data-share title="a > b"><span>x</span></a></p>`).html,
    '<p></p>',
  )
  t.equal(page(`<a href="${own}/fr/works/a?view=2" data-view>2</a>`).html, '<a href="view-2.html">2</a>')
})

t.test('pictures in all their sizes are relative, and needed', async t => {
  const { html, needs } = page(
    `<img src="${picture}" srcset="${picture} 400w, ${own}/iiif/image/3/a/0,0,9,9/9,9/0/default.jpg 9w" alt="&lt;b&gt; &amp; c">`,
  )
  t.equal(
    html,
    '<img src="../../../iiif/image/3/a/full/400,300/0/default.jpg" srcset="../../../iiif/image/3/a/full/400,300/0/default.jpg 400w, ../../../iiif/image/3/a/0,0,9,9/9,9/0/default.jpg 9w" alt="&lt;b&gt; &amp; c">',
  )
  t.strictSame(
    [...needs.pictures],
    ['/iiif/image/3/a/full/400,300/0/default.jpg', '/iiif/image/3/a/0,0,9,9/9,9/0/default.jpg'],
  )
})

t.test('what scripts zoom into is described in the page, where it lies from there', async t => {
  const data = JSON.stringify({ layers: [{ source: `${own}/iiif/image/3/a/info.json` }], words: 'a "b"' }).replaceAll(
    '"',
    '&quot;',
  )
  const { html, needs } = page(`<section data-stage="${data}">`)
  const written = /data-stage="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? ''
  t.strictSame(JSON.parse(written), {
    layers: [{ source: { id: '../../../iiif/image/3/a', protocol: 'http://iiif.io/api/image' } }],
    words: 'a "b"',
  })
  t.strictSame([...needs.images], ['a'])
})

t.test('what is told to others is absolute, or left out while nobody knows where the site will stand', async t => {
  const head = `<link rel="canonical" href="${own}/fr/works/a"><meta property="og:image" content="${picture}"><link rel="stylesheet" href="${own}/static/assets/s.css">`
  t.equal(
    page(head).html,
    `<link rel="canonical" href="${base}/fr/works/a/"><meta property="og:image" content="${base}/iiif/image/3/a/full/400,300/0/default.jpg"><link rel="stylesheet" href="../../../static/assets/s.css">`,
  )
  t.equal(page(head, false).html, '<link rel="stylesheet" href="../../../static/assets/s.css">')
  t.equal(page(`<p>Beffroi, ${own}/works/a.</p>`).html, `<p>Beffroi, ${base}/fr/works/a/.</p>`)
  t.equal(page(`<code>src="${own}/fr/works/a"</code>`).html, `<code>src="${base}/fr/works/a/"</code>`)
})

const given = { width: 800, height: 600, sizes: [{ width: 400, height: 300 }], largest: { width: 400, height: 300 } }
const documentOf = (document: object) =>
  rewriteDocument({ ...document }, { own, base, givenOf: image => (image === 'a' ? given : undefined) })

t.test('documents name files, and leave out what leads nowhere', async t => {
  const { document } = documentOf({
    id: `${own}/iiif/presentation/3/works/a/manifest`,
    homepage: [{ id: `${own}/works/a`, type: 'Text', language: ['fr', 'en', 'nl'] }],
    rendering: [{ id: `${own}/iiif/image/3/a/full/max/0/default.pdf`, type: 'Text' }],
    seeAlso: [
      { id: `${own}/works/a/notice.json`, type: 'Dataset' },
      { id: 'https://example.com/x', type: 'Dataset' },
    ],
    service: [{ '@id': `${own}/iiif/search/1/works/a`, '@type': 'SearchService1' }],
    items: [{ id: `${own}/iiif/presentation/3/works/a/canvas/1`, type: 'Canvas' }],
    start: { id: `${own}/iiif/presentation/3/works/a/canvas/1#xywh=1,2,3,4` },
    summary: { fr: [`<p>Voir <a href="${own}/analyses/x">x</a></p>`] },
  })
  t.strictSame(document, {
    id: `${base}/iiif/presentation/3/works/a/manifest.json`,
    homepage: [{ id: `${base}/fr/works/a/`, type: 'Text', language: ['fr'] }],
    seeAlso: [
      { id: `${base}/works/a/notice.json`, type: 'Dataset' },
      { id: 'https://example.com/x', type: 'Dataset' },
    ],
    items: [{ id: `${base}/iiif/presentation/3/works/a/canvas/1`, type: 'Canvas' }],
    start: { id: `${base}/iiif/presentation/3/works/a/canvas/1#xywh=1,2,3,4` },
    summary: { fr: [`<p>Voir <a href="${base}/fr/analyses/x/">x</a></p>`] },
  })
})

t.test('documents tell of images what is given of them', async t => {
  const { document, needs } = documentOf({
    id: `${own}/iiif/image/3/a/full/max/0/default.jpg`,
    type: 'Image',
    width: 800,
    height: 600,
    service: [
      { id: `${own}/iiif/image/3/a`, type: 'ImageService3', profile: 'level2', width: 9, height: 9, sizes: [] },
    ],
  })
  t.strictSame(document, {
    id: `${base}/iiif/image/3/a/full/400,300/0/default.jpg`,
    type: 'Image',
    width: 400,
    height: 300,
    service: [
      {
        id: `${base}/iiif/image/3/a`,
        type: 'ImageService3',
        profile: 'level0',
        width: 800,
        height: 600,
        sizes: given.sizes,
      },
    ],
  })
  t.strictSame([...needs.images], ['a'])
  t.strictSame([...needs.pictures], ['/iiif/image/3/a/full/400,300/0/default.jpg'])
})

t.test('the form of a story is part of its file’s name', async t => {
  const { document } = documentOf({ id: `${own}/iiif/presentation/3/analyses/x/manifest?lang=en&profile=delft` })
  t.equal(document.id, `${base}/iiif/presentation/3/analyses/x/manifest.en.delft.json`)
})
