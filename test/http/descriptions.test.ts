import t from 'tap'
import { fill, json, openSite } from './site.js'

const work = { id: 'été/1', title: { fr: ['Œuvre'] }, notice: { source: 'CSV', fields: [['titre', 'Œuvre']] as const } }
const site = 'https://example.org/musees'

t.test('every description that a manifest names answers at its address, in the format that it names', async t => {
  const { app, ...rest } = await openSite(t, { baseUrl: site })
  await fill({ app, ...rest }, [work])
  const { seeAlso } = json(await app.inject('/iiif/presentation/3/works/%C3%A9t%C3%A9%2F1/manifest'))
  t.equal(seeAlso.length, 3)
  for (const { id, format, profile } of seeAlso) {
    const answer = await app.inject(id.replace(site, ''))
    t.match(answer, { statusCode: 200, headers: { 'access-control-allow-origin': '*', etag: /^"/ } }, id)
    t.equal(answer.headers['content-type'], profile ? `${format};profile="${profile}"` : format)
    t.equal(json(answer).id ?? json(answer)['@id'], id)
    const again = await app.inject({
      url: id.replace(site, ''),
      headers: { 'if-none-match': `${answer.headers.etag}` },
    })
    t.equal(again.statusCode, 304)
  }
})

t.test('what has no notice, or was withdrawn, says so in JSON', async t => {
  const { app, services, ...rest } = await openSite(t)
  await fill({ app, services, ...rest }, [{ id: 'a' }, { id: 'b' }])
  await services.writer.deleteWorks(['b'])
  const answers = { '/works/a/notice.json': 404, '/works/b/schema.jsonld': 410, '/works/c/linked-art.jsonld': 404 }
  for (const [url, status] of Object.entries(answers)) {
    const answer = await app.inject(url)
    t.equal(answer.statusCode, status, url)
    t.type(json(answer).message, 'string')
  }
})
