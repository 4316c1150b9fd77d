import t from 'tap'
import { elementsOf } from '../pages/html.js'
import { analysis, exhibition, underdrawing } from '../stories/samples.js'
import type { Site } from './site.js'
import { base, openStories } from './story-site.js'

const reading = `/analyses/${analysis.slug}`
const rooms = `/exhibitions/${exhibition.slug}`

const open = async ({ app }: Site, url: string, headers: Record<string, string> = {}) => {
  const answer = await app.inject({ url, headers })
  const elements = elementsOf(answer.body)
  const first = (name: string) => elements.find(element => element.name === name)
  const links = elements.filter(({ name }) => name === 'link').map(({ attributes }) => attributes)
  return { ...answer, status: answer.statusCode, elements, first, links }
}

t.test('a story is read at its address, in the language of the address or of the reader', async t => {
  const site = await openStories(t)
  const title = async (url: string, wish?: string) =>
    (await open(site, url, wish ? { 'accept-language': wish } : {})).first('h1')?.text
  t.equal(await title(reading), 'Une kermesse au pied du beffroi')
  t.equal(await title(reading, 'en'), 'A kermesse at the foot of the belfry')
  t.equal(await title(`/en${reading}`, 'fr'), 'A kermesse at the foot of the belfry')
  t.equal(await title(`/nl${rooms}`), 'Klokken en belforten')

  const missing = await open(site, `/nl${reading}`)
  const [html] = missing.elements.filter(({ name }) => name === 'html')
  t.equal(html?.attributes.lang, 'nl')
  t.equal(missing.first('h1')?.text, 'Une kermesse au pied du beffroi', 'in its first language where it has no other')
  t.match(missing.body, /<span lang="fr">Une kermesse/)
  t.match(missing.body, /niet in het Nederlands vertaald; u leest hem in het Frans/)
})

t.test('an earlier revision says so, and leads search engines to the present one', async t => {
  const site = await openStories(t)
  const { storyWriter } = site.services
  await storyWriter.save({ ...analysis, title: { fr: 'La kermesse, de nouveau' } })
  await storyWriter.publish('analysis', analysis.slug)
  const [present, earlier] = [await open(site, `/fr${reading}`), await open(site, `/fr${reading}?revision=1`)]
  t.equal(present.first('h1')?.text, 'La kermesse, de nouveau')
  t.notMatch(present.body, /version antérieure/)
  t.equal(earlier.first('h1')?.text, 'Une kermesse au pied du beffroi')
  t.match(earlier.body, /Vous lisez une version antérieure/)
  for (const page of [present, earlier]) {
    t.match(page.links.find(({ rel }) => rel === 'canonical')?.href, `${base}/fr${reading}`)
    t.ok(page.links.some(({ rel, hreflang }) => rel === 'alternate' && hreflang === 'nl'))
  }
  t.notMatch(earlier.links.find(({ rel }) => rel === 'canonical')?.href, /revision/)
  t.equal((await open(site, `${reading}?revision=9`)).status, 404)
  t.equal((await open(site, `${reading}?revision=x`)).status, 400)
})

t.test('drafts are not found, what was withdrawn is gone, each in words', async t => {
  const site = await openStories(t)
  const { storyWriter } = site.services
  await storyWriter.save({ ...analysis, slug: 'brouillon' })
  await storyWriter.unpublish('exhibition', exhibition.slug)
  t.equal((await open(site, '/analyses/brouillon')).status, 404)
  const gone = await open(site, rooms)
  t.equal(gone.status, 410)
  t.equal(gone.first('h1')?.text, 'Cette exposition n’est plus présentée')
  t.match(gone.body, 'href="https://example.org/exhibitions"')
  t.equal((await open(site, `${rooms}/embed`)).status, 410)
  t.equal((await open(site, '/exhibitions')).status, 200)
})

t.test('a story may be framed anywhere, its page nowhere but here', async t => {
  const site = await openStories(t)
  for (const url of [reading, rooms]) {
    const [page, embed] = [await open(site, url), await open(site, `/en${url}/embed`)]
    t.match(page.headers['content-security-policy'], /frame-ancestors 'self'/)
    t.match(embed.headers['content-security-policy'], /frame-ancestors \*/)
    for (const { headers, body } of [page, embed]) {
      t.notMatch(headers['content-security-policy'], /script-src|unsafe-eval/)
      t.notMatch(body, /<script(?![^>]*(?:src=|ld\+json))/, 'no script stands in the page')
    }
    t.match(embed.body, '<base target="_blank"')
    t.match(embed.body, 'name="robots" content="noindex"')
    t.match(embed.links.find(({ rel }) => rel === 'canonical')?.href, `${base}/en${url}`)
    t.notOk(embed.first('header')?.text.includes('Musées'), 'nothing of the site stands around it')
    t.match(page.body, `&lt;iframe src=&quot;${base}${url}/embed&quot;`, 'and the page says how')
  }
})

t.test('stories are found from home, works, lists and each other', async t => {
  const site = await openStories(t)
  t.match((await open(site, '/fr/')).body, `href="${base}/fr${rooms}"`)
  const { body } = await open(site, '/works/DEMO-0003')
  for (const { slug } of [analysis, underdrawing, exhibition]) t.match(body, `/${slug}"`)
  t.notMatch((await open(site, '/works/DEMO-0004')).body, analysis.slug)
  const list = await open(site, '/en/analyses')
  t.equal(list.first('h1')?.text, 'Close readings')
  t.strictSame(
    list.elements
      .filter(({ name }) => name === 'h2')
      .map(({ text }) => text)
      .toSorted(),
    ['A kermesse at the foot of the belfry', 'Beneath the carillon player'],
  )
  t.equal((await open(site, '/analyses?page=2')).status, 404)
  t.match((await open(site, rooms)).body, `href="${base}${reading}"`)
})

t.test('a page of a story that the browser has already is not sent again, until it changes', async t => {
  const site = await openStories(t)
  const { etag } = (await open(site, `/fr${reading}`)).headers
  const again = () => site.app.inject({ url: `/fr${reading}`, headers: { 'if-none-match': String(etag) } })
  t.equal((await again()).statusCode, 304)
  await site.services.writer.putWorks([{ id: 'DEMO-0001', title: { fr: ['La Kermesse'] } }])
  t.equal((await again()).statusCode, 200, 'also where a work that it shows has changed')
})
