import sharp, { type ExtendOptions, type Sharp } from 'sharp'
import t from 'tap'
import type { Analysis } from '../../src/catalogue/story.js'
import { imageApiConformance } from '../contract/image-api.js'
import { drawSquares } from '../contract/squares.js'
import { gradient } from '../image/gradient.js'
import { fc } from '../seeded.js'
import { gallery } from './gallery.js'

const sharpFrom = async (picture: Sharp, by: ExtendOptions): Promise<Sharp> =>
  sharp(
    await picture
      .extend({ ...by, background: '#ff00ff' })
      .png()
      .toBuffer(),
  )

/** One short stroke where four squares meet. */
const story = (work: string, x = 100, y = 100): Analysis => ({
  kind: 'analysis',
  slug: 'lecture',
  work,
  title: { fr: 'Lecture' },
  languages: ['fr'],
  steps: [
    {
      id: 'trait',
      marks: [
        {
          id: 'm',
          kind: 'line',
          points: [
            { x, y },
            { x: x + 2, y },
          ],
        },
      ],
    },
  ],
})

async function drawnGallery(
  t: Parameters<typeof gallery>[0],
  picture: Parameters<typeof gallery>[2],
  told = story('W1'),
  options: object = {},
) {
  const site = await gallery(t, 'picture', picture, options)
  const { writer, storyWriter } = site.services
  await writer.putWorks([{ id: 'W1', rights: { uri: 'https://creativecommons.org/publicdomain/zero/1.0/' } }])
  await writer.putImage(site.image, { work: 'W1', view: '1', position: 1, layer: 'visible' })
  await storyWriter.save(told)
  await storyWriter.publish('analysis', told.slug)
  return site
}

const id = 'analysis.lecture.1.trait'

for (const version of [3, 2] as const) {
  t.test(`drawn pictures are served by the Image API ${version} at level 2`, async t => {
    const { ask } = await drawnGallery(t, drawSquares())
    const service = `/iiif/image/${version}/${id}`
    imageApiConformance(t, { ask, origin: 'http://museum.example.org', service, version })
  })
}

/** The story's one step shows where the squares are in a larger picture. */
const within = { x: 256, y: 128, width: 1000, height: 1000 }
const framed = () => sharpFrom(drawSquares(), { left: 256, top: 128, right: 301, bottom: 0 })
const detail: Analysis = {
  ...story('W1'),
  steps: [{ id: 'trait', region: within, picture: { width: 1557, height: 1128 } }],
}

for (const version of [3, 2] as const) {
  t.test(`a region is an image of its own by the Image API ${version} at level 2`, async t => {
    const { ask } = await drawnGallery(t, await framed(), detail)
    const service = `/iiif/image/${version}/${id}_detail`
    imageApiConformance(t, { ask, origin: 'http://museum.example.org', service, version })
  })
}

t.test('a tile of a region decodes those few that it lies on, and is light work', async t => {
  const region = { x: 300, y: 200, width: 2000, height: 1900 }
  const told = { ...detail, steps: [{ id: 'trait', region, picture: { width: 2600, height: 2100 } }] }
  const { ask, services } = await drawnGallery(t, gradient(2600, 2100), told)
  const { counters } = services.images
  t.equal((await ask(`/iiif/image/3/${id}_detail/512,512,512,512/512,512/0/default.jpg`)).status, 200)
  t.match(counters, { tilesDecoded: 4, rendered: 1, derivativesKept: 1 })
})

t.test('tiles without a mark are the stored ones, and a mark costs just the tiles below it', async t => {
  const { ask, services } = await drawnGallery(t, gradient(2600, 2100), story('W1', 700, 700))
  const { counters } = services.images
  const tile = async (column: number, row: number) =>
    ask(`/iiif/image/3/${id}/${column * 512},${row * 512},512,512/512,512/0/default.jpg`)
  for (const [column, row] of [
    [0, 0],
    [3, 2],
    [4, 3],
  ] as const)
    t.equal((await tile(column, row)).status, 200)
  t.match(counters, { tilesPassed: 3, tilesDecoded: 0, rendered: 0 })
  const [drawn, plain] = [await tile(3, 2), await ask('/iiif/image/3/picture/1536,1024,512,512/512,512/0/default.jpg')]
  t.ok(drawn.body.equals(plain.body))
  t.equal((await tile(1, 1)).status, 200)
  t.match(counters, { tilesDecoded: 1, rendered: 1, derivativesKept: 1 })
})

t.test('what is drawn is kept, tagged, dated and told of like any other picture', async t => {
  const { ask, services } = await drawnGallery(t, gradient(1300, 900))
  const address = `/iiif/image/3/${id}/full/650,/0/default.jpg`
  const first = await ask(address)
  t.equal(first.status, 200)
  const { etag = '', 'last-modified': date = '' } = first.headers
  t.equal((await ask(address, { headers: { 'if-none-match': etag } })).status, 304)
  t.equal((await ask(address, { headers: { 'if-modified-since': date } })).status, 304)
  t.equal((await ask(address, { method: 'HEAD' })).status, 200)
  t.match(first.headers.link, `/iiif/image/3/${id}/full/650,450/0/default.jpg>;rel="canonical"`)
  await ask(`/iiif/image/3/${id}/full/650,450/0/color.jpg`)
  t.equal(services.images.counters.rendered, 1)

  const info = JSON.parse((await ask(`/iiif/image/3/${id}/info.json`)).body.toString())
  t.match(info, {
    id: `http://museum.example.org/iiif/image/3/${id}`,
    width: 1300,
    height: 900,
    rights: 'http://creativecommons.org/publicdomain/zero/1.0/',
    tiles: [{ width: 512, height: 512, scaleFactors: [1, 2, 4] }],
  })
  const found = await services.drawnImages.find({ kind: 'analysis', slug: 'lecture', revision: 1, part: 'trait' })
  if (!found || found === 'gone') return t.fail('it is drawn')
  const lasting = await ask(`${address}?v=${found.image.version}`)
  t.match(lasting.headers['cache-control'], 'immutable')
})

t.test('a new picture of the same proportions is marked in its turn, at the same address', async t => {
  const { ask, services } = await drawnGallery(t, gradient(1300, 900))
  const address = `/iiif/image/3/${id}/full/650,/0/default.jpg`
  const before = await ask(address)
  const { writer } = services
  const [old] = await services.reader.images(['picture'])
  if (!old) return t.fail('the picture is there')
  await writer.putImage({ ...old, version: 'another' }, { work: 'W1', view: '1', position: 1, layer: 'visible' })
  const { rendered } = services.images.counters
  const after = await ask(address)
  t.equal(after.status, 200)
  t.not(after.headers.etag, before.headers.etag)
  t.equal(services.images.counters.rendered, rendered + 1, 'nothing is left of what was drawn before')
})

t.test('only what is published is drawn; what was withdrawn is gone', async t => {
  const { ask, services } = await drawnGallery(t, gradient(600, 400))
  const { storyWriter } = services
  await storyWriter.save({ ...story('W1'), title: { fr: 'Brouillon' } })
  const status = async (which: string) => (await ask(`/iiif/image/3/${which}/info.json`)).status
  t.equal(await status(id), 200)
  t.equal(await status('analysis.lecture.2.trait'), 404, 'a draft')
  t.equal(await status('analysis.lecture.1.autre'), 404)
  t.equal(await status('exhibition.lecture.1.trait'), 404)
  const picture = `/iiif/image/3/${id}/full/300,/0/default.jpg`
  t.equal((await ask(picture)).status, 200)
  await storyWriter.unpublish('analysis', 'lecture')
  t.equal(await status(id), 410)
  t.equal((await ask(picture)).status, 410, 'also what was kept of it')
})

t.test('curators see what is drawn of a draft, as its preview names it; nobody else does', async t => {
  const token = 'anne-0123456789abcdef0123456789abcdef'
  const { ask, services } = await drawnGallery(t, gradient(600, 400), story('W1'), { apiToken: `anne:${token}` })
  const region = { x: 100, y: 50, width: 300, height: 200 }
  const [step] = story('W1').steps
  await services.storyWriter.save({
    ...story('W1'),
    steps: [
      { ...step, id: 'trait' },
      { id: 'coin', region, picture: { width: 600, height: 400 } },
    ],
  })
  const read = async (path: string, headers: Record<string, string> = { authorization: `Bearer ${token}` }) =>
    ask(path, { headers })
  const preview = (await read('/api/analyses/lecture/manifest')).body.toString()
  const named = [...preview.matchAll(/image\/3\/(analysis\.lecture\.2\.\w+)"/g)].map(([, each = '']) => each)
  t.strictSame([...new Set(named)], ['analysis.lecture.2.trait', 'analysis.lecture.2.coin_detail'])
  for (const each of new Set(named)) {
    t.equal((await ask(`/iiif/image/3/${each}/info.json`)).status, 404)
    t.equal((await read(`/api/images/${each}/info.json`, {})).status, 401)
    const info = JSON.parse((await read(`/api/images/${each}/info.json`)).body.toString())
    t.match(info, { id: `http://museum.example.org/api/images/${each}`, profile: 'level2' })
    const picture = await read(`/api/images/${each}/full/max/0/default.png`)
    t.match(await sharp(picture.body).metadata(), { width: info.width, height: info.height })
  }
  t.equal((await read('/api/images/analysis.lecture.3.trait/info.json')).status, 404)
  t.equal((await read('/api/images/analysis.lecture.2.other/info.json')).status, 404)
})

t.test('a stored image of the same id is served in its place, and so is its absence', async t => {
  const { ask, services, image } = await drawnGallery(t, gradient(1300, 900))
  const size = async () => JSON.parse((await ask(`/iiif/image/3/${id}/info.json`)).body.toString())
  t.match(await size(), { width: 1300, height: 900 })
  const picture = `/iiif/image/3/${id}/0,0,512,512/512,512/0/default.jpg`
  t.equal((await ask(picture)).status, 200)
  t.equal(services.images.counters.rendered, 1)
  await services.writer.putWorks([{ id: 'W2' }])
  await services.writer.putImage(
    { ...image, id, version: 'stored' },
    { work: 'W2', view: '1', position: 1, layer: 'visible' },
  )
  t.equal((await ask(picture)).status, 200)
  t.match(services.images.counters, { rendered: 1, tilesPassed: 1 }, 'its own tile, without the mark')
  await services.writer.deleteWorks(['W2'])
  t.equal((await ask(picture)).status, 410)
})

t.test('ids made up by strangers are answered 404 or 400, never worse', async t => {
  const { ask } = await drawnGallery(t, gradient(200, 200))
  const word = fc.constantFrom(
    'analysis',
    'exhibition',
    'lecture',
    'trait',
    '1',
    '0',
    '99',
    'fr',
    '..',
    '%2F',
    '%00',
    'é',
    '',
  )
  const made = fc.array(word, { minLength: 1, maxLength: 6 }).map(words => words.join('.'))
  await fc.assert(
    fc.asyncProperty(made, async id => {
      const { status } = await ask(`/iiif/image/3/${id}/full/max/0/default.jpg`)
      return id === 'analysis.lecture.1.trait' ? status === 200 : status === 404 || status === 400
    }),
    { numRuns: 60 },
  )
})
