import t from 'tap'
import { type Answer, imageApiConformance } from '../contract/image-api.js'
import { drawSquares } from '../contract/squares.js'
import { gradient } from '../image/gradient.js'
import { pyramidOf } from '../image/pyramid-of.js'
import { gallery } from './gallery.js'

for (const version of [3, 2] as const) {
  t.test(`Image API ${version} at level 2`, async t => {
    const id = 'squares-10x10'
    const { ask } = await gallery(t, id, drawSquares())
    const origin = 'http://museum.example.org'
    imageApiConformance(t, { ask, origin, service: `/iiif/image/${version}/${id}`, version })
  })
}

t.test(
  'every spelling of a stored tile is answered with its bytes, read once; edges are cut from one tile',
  async t => {
    const { ask, services } = await gallery(t, 'gradient', gradient(1500, 1100))
    const { counters } = services.images
    for (const version of [2, 3]) {
      for (const size of ['512,', ',512', '512,512', '!512,512', 'pct:50']) {
        const answer = await ask(`/iiif/image/${version}/gradient/0,0,1024,1024/${size}/0/default.jpg`)
        t.equal(answer.status, 200)
        t.equal(answer.headers['content-type'], 'image/jpeg')
      }
    }
    t.match(counters, { tilesPassed: 1, tilesDecoded: 0, rendered: 0 })
    await ask('/iiif/image/3/gradient/1024,1024,476,76/476,76/0/default.jpg')
    t.match(counters, { tilesCut: 1, cut: 1, tilesDecoded: 0, rendered: 0 })
  },
)

t.test('nothing is read to answer HEAD, 304 or a refusal', async t => {
  const { ask, services } = await gallery(t, 'gradient', gradient(600, 600))
  const { etag = '' } = (await ask('/iiif/image/3/gradient/full/300,/0/default.jpg', { method: 'HEAD' })).headers
  await ask('/iiif/image/3/gradient/full/300,/0/default.jpg', { headers: { 'if-none-match': etag } })
  await ask('/iiif/image/3/gradient/full/9999,/0/default.jpg')
  t.match(services.images.counters, { tilesPassed: 0, tilesDecoded: 0, rendered: 0 })
})

t.test('a replaced picture has other ETags at once', async t => {
  const { ask, services } = await gallery(t, 'gradient', gradient(600, 600))
  const path = '/iiif/image/3/gradient/full/300,/0/default.jpg'
  const before = (await ask(path)).headers.etag ?? ''
  await services.writer.putImage(await pyramidOf(services.config.dataDirectory, 'gradient', gradient(640, 600)))
  const after = await ask(path, { headers: { 'if-none-match': before } })
  t.equal(after.status, 200)
  t.not(after.headers.etag, before)
  t.match(JSON.parse((await ask('/iiif/image/3/gradient/info.json')).body.toString()), { width: 640 })
})

t.test('addresses follow the proxy, or the base URL that is configured', async t => {
  const { ask } = await gallery(t, 'gradient', gradient(100, 100))
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'collections.example.org' }
  const idOf = (answer: Answer) => JSON.parse(answer.body.toString()).id
  t.equal(
    idOf(await ask('/iiif/image/3/gradient/info.json', { headers })),
    'https://collections.example.org/iiif/image/3/gradient',
  )
  const { ask: askFixed } = await gallery(t, 'gradient', gradient(100, 100), { baseUrl: 'https://a.example.org/art/' })
  t.equal(
    idOf(await askFixed('/iiif/image/3/gradient/info.json', { headers })),
    'https://a.example.org/art/iiif/image/3/gradient',
  )
})

t.test('limits are honest in info.json', async t => {
  const { ask } = await gallery(t, 'gradient', gradient(1500, 1100), { maxWidth: '1000', maxHeight: '700' })
  const info = JSON.parse((await ask('/iiif/image/3/gradient/info.json')).body.toString())
  t.match(info, { maxWidth: 1000, maxHeight: 700, maxArea: 40_000_000 })
  t.strictSame(info.sizes, [
    { width: 375, height: 275 },
    { width: 750, height: 550 },
  ])
  t.equal((await ask('/iiif/image/3/gradient/full/1001,/0/default.jpg')).status, 400)
  t.equal((await ask('/iiif/image/3/gradient/full/max/0/default.jpg')).status, 200)
})

t.test('a missing pyramid is a failure that gives no path away', async t => {
  const { ask, services, image } = await gallery(t, 'gradient', gradient(100, 100))
  await services.writer.putImage({ ...image, version: 'other', pyramid: 'pyramids/nowhere.tif' })
  const answer = await ask('/iiif/image/3/gradient/full/max/0/default.jpg')
  t.equal(answer.status, 500)
  t.notMatch(answer.body.toString(), /pyramids|nowhere|ENOENT/)
})
