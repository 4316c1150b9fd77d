import t from 'tap'
import { loanOf } from '../contract/catalogue.js'
import { elementsOf } from '../pages/html.js'
import { fill, openSite } from './site.js'

const work = { id: 'W1', museum: 'M0629', title: { fr: ['Le marché'], en: ['The market'] } }

t.test('an address with a language shows that language, one without follows the reader', async t => {
  const site = await openSite(t)
  await fill(site, [work])
  const title = async (url: string, wish?: string) => {
    const headers = wish ? { 'accept-language': wish } : {}
    const { body, headers: answer } = await site.app.inject({ url, headers })
    const [html] = elementsOf(body).filter(({ name }) => name === 'html')
    t.equal(html?.attributes.lang, answer['content-language'])
    return elementsOf(body).find(({ name }) => name === 'h1')?.text
  }
  t.equal(await title('/works/W1'), 'Le marché')
  t.equal(await title('/works/W1', 'en-GB,en;q=0.9'), 'The market')
  t.equal(await title('/en/works/W1', 'fr'), 'The market')
  t.equal(await title('/nl/works/W1', 'en'), 'Le marché', 'in the language there is')
  t.equal(await title('/fr/works'), 'Œuvres')
  t.equal(await title('/nl/museums'), 'Musea')
  t.equal(await title('/en'), 'Beffroi')
  t.equal(await title('/en/'), 'Beffroi')
})

t.test('only an answer that follows the reader varies with the reader', async t => {
  const { app } = await openSite(t)
  t.match((await app.inject('/')).headers.vary, /accept-language/i)
  t.notMatch(String((await app.inject('/fr/')).headers.vary), /accept-language/i)
})

t.test('links keep the language of the address, and only where it has one', async t => {
  const site = await openSite(t)
  await fill(site, [work])
  t.match((await site.app.inject('/en/')).body, 'href="http://localhost:80/en/works/W1"')
  t.match((await site.app.inject('/')).body, 'href="http://localhost:80/works/W1"')
})

t.test('a base address with a path is in every link', async t => {
  const site = await openSite(t, { baseUrl: 'https://musees.example/collections' })
  await fill(site, [work])
  for (const url of ['/', '/works/W1', '/museums/M0629', '/viewers/mirador?manifest=https://a.example/m']) {
    const elements = elementsOf((await site.app.inject(url)).body)
    const addresses = elements
      .flatMap(({ attributes: { href, src } }) => [href, src])
      .filter(each => each !== undefined)
    const strays = addresses.filter(
      each => !/^(https:\/\/musees\.example\/collections\/|https?:\/\/(?!localhost)|#)/.test(each),
    )
    t.strictSame(strays, [], url)
  }
})

t.test('a page that the browser has already is not sent again', async t => {
  const site = await openSite(t)
  await fill(site, [work])
  const first = await site.app.inject('/fr/works/W1')
  const { etag } = first.headers
  t.equal(first.statusCode, 200)
  const again = await site.app.inject({ url: '/fr/works/W1', headers: { 'if-none-match': String(etag) } })
  t.match(again, { statusCode: 304, body: '' })
  await site.services.writer.putWorks([{ ...work, title: { fr: ['La foire'] } }])
  const changed = await site.app.inject({ url: '/fr/works/W1', headers: { 'if-none-match': String(etag) } })
  t.equal(changed.statusCode, 200)
})

t.test('pages run no script but their own', async t => {
  const site = await openSite(t)
  await fill(site, [work])
  for (const url of ['/', '/works/W1', '/works/none']) {
    const { headers } = await site.app.inject(url)
    t.match(headers['content-security-policy'], /default-src 'self'/, url)
    t.notMatch(headers['content-security-policy'], /script-src|unsafe-eval|style-src 'self' 'unsafe-inline'/, url)
    t.match(headers, { 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin' }, url)
  }
})

t.test('what is not there is a page of its own, in the reader’s language', async t => {
  const site = await openSite(t)
  await fill(site, [work, { id: 'W2' }])
  await site.services.writer.deleteWorks(['W2'])
  const table: readonly (readonly [url: string, status: number, words: RegExp])[] = [
    ['/works/none', 404, /n’est pas accrochée ici/],
    ['/en/museums/none', 404, /does not hang here/],
    ['/no/such/page', 404, /n’est pas accrochée ici/],
    ['/nl/nergens', 404, /hangt hier niet/],
    ['/works/W2', 410, /n’est plus présentée/],
    ['/works?page=9', 404, /n’est pas accrochée ici/],
    ['/works?page=x', 400, /ne peut pas être lue/],
    ['/works?page=1&page=2', 400, /ne peut pas être lue/],
    ['/works/W1?view=7', 404, /n’est pas accrochée ici/],
    ['/works/W1?view=-1', 400, /ne peut pas être lue/],
  ]
  for (const [url, status, words] of table) {
    const { statusCode, body, headers } = await site.app.inject(url)
    t.equal(statusCode, status, url)
    t.match(headers['content-type'], /^text\/html/, url)
    t.match(elementsOf(body).find(({ name }) => name === 'h1')?.text, words, url)
  }
})

t.test('a broken catalogue says nothing of the machine', async t => {
  const { app, services } = await openSite(t)
  await services.close()
  const { statusCode, body } = await app.inject('/')
  t.equal(statusCode, 500)
  t.match(body, /Quelque chose s’est décroché/)
  t.notMatch(body, /sqlite|database|at .*\.[jt]s/i)
})

t.test('a long list comes in pages', async t => {
  const site = await openSite(t, { pageSize: '2' })
  await fill(
    site,
    ['A', 'B', 'C', 'D', 'E'].map(id => ({ id, museum: 'M0629', title: { fr: [`Titre ${id}`] } })),
  )
  const works = async (url: string) =>
    elementsOf((await site.app.inject(url)).body)
      .filter(({ name, text }) => name === 'cite' && text.startsWith('Titre'))
      .map(({ text }) => text.slice(-1))
      .join('')
  t.equal(await works('/museums/M0629'), 'AB')
  t.equal(await works('/museums/M0629?page=3'), 'E')
  t.equal(await works('/works?page=2'), 'CD')
  t.match((await site.app.inject('/museums/M0629?page=2')).body, /rel="prev"[\s\S]*Page 2 sur 3[\s\S]*rel="next"/)
})

t.test('an empty server tells its operator what to do next', async t => {
  const { app } = await openSite(t)
  t.match((await app.inject('/')).body, /Les cimaises sont encore vides[\s\S]*beffroi demo[\s\S]*beffroi ingest/)
})

t.test('a viewer opens manifests on the web and asks for one otherwise', async t => {
  const { app } = await openSite(t)
  const manifest = encodeURIComponent('https://elsewhere.example/manifest.json')
  for (const viewer of ['mirador', 'universal']) {
    const opened = await app.inject(`/nl/viewers/${viewer}?manifest=${manifest}`)
    t.equal(opened.statusCode, 200)
    t.match(opened.body, 'data-manifest="https://elsewhere.example/manifest.json"')
    t.match(opened.headers['content-security-policy'], /connect-src 'self' https:/)
    for (const query of ['', '?manifest=', '?manifest=javascript:alert(1)', '?manifest=a&manifest=b']) {
      const refused = await app.inject(`/viewers/${viewer}${query}`)
      t.equal(refused.statusCode, 400, query)
      t.match(refused.body, /attend l’adresse d’un manifeste/)
    }
  }
})

t.test('built files are kept for good by browsers, and each that a page names is there', async t => {
  const site = await openSite(t)
  await fill(site, [work])
  const manifest = 'manifest=https://a.example/m'
  const pages = ['/works/W1', `/viewers/mirador?${manifest}`, `/viewers/universal?${manifest}`]
  const named = (await Promise.all(pages.map(url => site.app.inject(url))))
    .flatMap(({ body }) => elementsOf(body))
    .flatMap(({ attributes: { href, src } }) => [href, src])
    .filter(address => address?.includes('/static/'))
  t.ok(named.length >= 10)
  for (const address of new Set(named)) {
    const { statusCode, headers } = await site.app.inject(new URL(String(address)).pathname)
    t.equal(statusCode, 200, String(address))
    t.match(headers['cache-control'], /max-age=31536000, immutable/)
  }
  for (const path of ['../../package.json', '..%2f..%2fpackage.json', '%2e%2e%2f%2e%2e%2fpackage.json'])
    t.equal((await site.app.inject(`/static/assets/${path}`)).statusCode, 404, path)
  t.equal((await site.app.inject('/static/assets/none.js')).statusCode, 404)
})

t.test('a page may load pictures from the hosts that lend what it shows, and from no others', async t => {
  const site = await openSite(t)
  await fill(site, [work])
  await site.services.writer.putLoans([loanOf('lent', ['p1'])])
  const policyOf = async (url: string) => String((await site.app.inject(url)).headers['content-security-policy'])
  const img = /img-src 'self' data: blob: https:\/\/lender\.example\.org;/
  for (const url of ['/', '/works', '/works/lent']) {
    t.match(await policyOf(url), img, url)
    t.match(await policyOf(url), /connect-src 'self' https:\/\/lender\.example\.org;/, url)
  }
  for (const url of ['/works/W1', '/museums/M0629', '/nowhere'])
    t.notMatch(await policyOf(url), /lender|connect-src/, url)
})

t.test('the languages of a page lead to the same question, whatever stands in it', async t => {
  const { app } = await openSite(t)
  for (const [query, kept] of [
    ['?manifest=https://example.org/m?v=2', '?manifest=https://example.org/m?v=2'],
    ['?', ''],
  ] as const) {
    const languages = elementsOf((await app.inject(`/fr/works${query}`)).body)
      .filter(({ name, attributes }) => name === 'a' && attributes.hreflang === 'nl')
      .map(({ attributes }) => new URL(attributes.href ?? '', 'http://localhost').href)
    t.ok(languages.length > 0)
    for (const href of languages) t.ok(href.endsWith(`/nl/works${kept}`), href)
  }
})

t.test('a work’s page links the published works around it, and no draft and nothing withdrawn', async t => {
  const site = await openSite(t)
  const part = (id: string) => ({ id, partOf: { work: 'WHOLE' } })
  await fill(site, [{ id: 'WHOLE', related: ['STUDY', 'LOST'] }, part('PART'), part('GONE'), { id: 'STUDY' }])
  const { writer } = site.services
  await writer.putWorks([part('DRAFT'), { id: 'LOST' }], { draft: true })
  const linked = async (path: string) =>
    elementsOf((await site.app.inject(path)).body)
      .filter(({ name, attributes }) => name === 'a' && !attributes.hreflang)
      .flatMap(({ attributes }) => /\/fr\/works\/([A-Z]+)$/.exec(attributes.href ?? '')?.[1] ?? [])
  t.strictSame(await linked('/fr/works/WHOLE'), ['GONE', 'PART', 'STUDY'])
  await writer.deleteWorks(['GONE'])
  t.strictSame(await linked('/fr/works/WHOLE'), ['PART', 'STUDY'])
  t.strictSame(await linked('/fr/works/PART'), ['WHOLE'])
  t.strictSame(await linked('/fr/works/STUDY'), ['WHOLE'])
})
