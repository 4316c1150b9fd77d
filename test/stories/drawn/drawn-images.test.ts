import sharp from 'sharp'
import t from 'tap'
import type { Analysis, Exhibition, Mark } from '../../../src/catalogue/story.js'
import { levelSize } from '../../../src/image/geometry.js'
import { captionOf } from '../../../src/presentation/caption.js'
import { comparisonDrawing } from '../../../src/stories/drawn/comparison.js'
import { openDrawnImages } from '../../../src/stories/drawn/drawn-images.js'
import { viewDrawing } from '../../../src/stories/drawn/marks.js'
import { difference, pixelsOf, planFor, stitched } from '../../image/drawing/serve.js'
import { colourAt } from '../../image/gradient.js'
import { analysis, exhibition } from '../samples.js'
import { fonts } from '../typesetting/house-fonts.js'
import { openGallery } from './gallery.js'

const picture = { width: 1200, height: 900 }
const brick = [0x97, 0x39, 0x1f]

/** Points are soft at their very ends. */
const isBrick = (colour: readonly number[]) =>
  colour.every((value, channel) => Math.abs(value - (brick[channel] ?? 0)) < 10)

const marks: readonly Mark[] = [
  {
    id: 'line',
    kind: 'line',
    points: [
      { x: 100, y: 100 },
      { x: 300, y: 100 },
    ],
    label: { fr: 'Un' },
  },
  {
    id: 'arrow',
    kind: 'arrow',
    points: [
      { x: 500, y: 100 },
      { x: 700, y: 100 },
    ],
  },
  {
    id: 'polygon',
    kind: 'polygon',
    points: [
      { x: 100, y: 300 },
      { x: 300, y: 300 },
      { x: 200, y: 450 },
    ],
  },
  {
    id: 'ellipse',
    kind: 'ellipse',
    center: { x: 600, y: 400 },
    radiusX: 150,
    radiusY: 60,
    angle: 90,
    label: { fr: 'Deux' },
  },
  { id: 'grid', kind: 'grid', box: { x: 800, y: 300, width: 300, height: 200 }, columns: 3, rows: 2 },
]

const everyKind: Analysis = {
  ...analysis,
  slug: 'tout',
  steps: [
    { id: 'tout', picture, marks },
    { id: 'ailleurs', picture: { width: 900, height: 900 }, marks },
    { id: 'rien', picture },
    {
      id: 'double',
      picture: { width: 2400, height: 1800 },
      marks: [
        {
          id: 'x',
          kind: 'line',
          points: [
            { x: 200, y: 200 },
            { x: 600, y: 200 },
          ],
        },
      ],
    },
  ],
}

t.test('every kind of mark is where its numbers say', async t => {
  const { get } = await openGallery(t, everyKind)
  const answer = await get('/iiif/image/3/analysis.tout.1.tout/full/max/0/default.png')
  t.equal(answer.statusCode, 200)
  const seen = await pixelsOf(answer.rawPayload)
  t.strictSame([seen.width, seen.height], [1200, 900])
  const on: readonly (readonly [string, number, number])[] = [
    ['line', 240, 100],
    ['arrow, shaft', 550, 100],
    ['arrow, point', 697, 100],
    ['polygon, side', 200, 300],
    ['polygon, corner', 200, 450],
    ['ellipse, turned', 540, 400],
    ['ellipse, its end', 600, 550],
    ['grid, edge', 800, 400],
    ['grid, column', 900, 350],
    ['grid, row', 1000, 400],
  ]
  for (const [where, x, y] of on) t.ok(isBrick(seen.at(x, y)), `${where}: ${seen.at(x, y)}`)
  for (const [where, x, y] of [
    ['beside the arrow', 720, 100],
    ['in the polygon', 200, 350],
    ['in the ellipse', 600, 430],
    ['in the grid', 850, 350],
  ] as const) {
    const expected = colourAt(x, y, 1200, 900)
    t.ok(
      seen.at(x, y).every((value, channel) => Math.abs(value - (expected[channel] ?? 0)) <= 5),
      where,
    )
  }
  const halo = seen.at(240, 103)
  t.ok(
    halo.every((value, channel) => value > (colourAt(240, 103, 1200, 900)[channel] ?? 0) + 40),
    `a halo: ${halo}`,
  )
})

t.test('every kind is seen on a thumbnail, with its halo, and is no wider than a line at full size', async t => {
  const large = {
    ...everyKind,
    steps: everyKind.steps.slice(0, 1).map(step => ({ ...step, marks: marks.map(({ label: _, ...mark }) => mark) })),
  }
  const { get } = await openGallery(t, large)
  const seenAt = async (width: number) =>
    pixelsOf((await get(`/iiif/image/3/analysis.tout.1.tout/full/${width},/0/default.png`)).rawPayload)
  const reddest = (seen: Awaited<ReturnType<typeof seenAt>>, x: number, y: number) =>
    Math.max(
      ...[-1, 0, 1].flatMap(dx =>
        [-1, 0, 1].map(dy => {
          const [r = 0, g = 0, b = 0] = seen.at(Math.floor(x) + dx, Math.floor(y) + dy)
          return r - Math.max(g, b)
        }),
      ),
    )
  const whole = await seenAt(1200)
  for (const width of [600, 300, 150]) {
    const seen = await seenAt(width)
    const scale = width / 1200
    for (const [where, x, y] of [
      ['line', 240, 100],
      ['arrow', 600, 100],
      ['polygon', 200, 300],
      ['ellipse', 540, 400],
      ['grid', 900, 350],
    ] as const)
      t.ok(reddest(seen, x * scale, y * scale) > 45, `${where} at ${width}: ${reddest(seen, x * scale, y * scale)}`)
  }
  const thickness = Array.from({ length: 30 }, (_, y) => isBrick(whole.at(240, 85 + y))).filter(Boolean).length
  t.ok(thickness >= 2 && thickness <= 4, `${thickness} px`)
})

t.test('marks follow to a picture of another size, and are none on one of other proportions', async t => {
  const { get } = await openGallery(t, everyKind)
  const seen = await pixelsOf((await get('/iiif/image/3/analysis.tout.1.double/full/max/0/default.png')).rawPayload)
  t.strictSame(seen.at(200, 100), brick)
  for (const part of ['ailleurs', 'rien', 'personne', 'tout.fr'])
    t.equal((await get(`/iiif/image/3/analysis.tout.1.${part}/info.json`)).statusCode, 404, part)
})

t.test('its tiles meet, and those without marks are the picture’s own', async t => {
  const { services } = await openGallery(t, everyKind)
  const { images, drawnImages } = services
  const found = await drawnImages.find({ kind: 'analysis', slug: 'tout', revision: 1, part: 'tout' })
  if (!found || found === 'gone') return t.fail('it is drawn')
  const { image } = found
  for (let level = 0; level < image.levels; level += 1) {
    const { width, height } = levelSize(image, level)
    const whole = await pixelsOf(await read(`full/${width},${height}/0/default.png`))
    t.ok(difference(whole.data, await stitched(images, image, level)).largest <= 2, `level ${level}`)
  }
  async function read(address: string) {
    const { of, plan } = planFor(address, image)
    return images.read(of, plan)
  }
})

t.test('cards are the same whenever they are drawn, and others in each language', async t => {
  const [one, other] = [await openGallery(t, analysis, exhibition), await openGallery(t, analysis, exhibition)]
  const seen = new Set<string>()
  for (const part of ['place', 'mot', 'dicton', 'lecture', 'echelle']) {
    for (const language of ['fr', 'en']) {
      const path = `/iiif/image/3/exhibition.cloches-et-beffrois.1.${part}.${language}/full/600,/0/default.png`
      const [first, again] = [await one.get(path), await other.get(path)]
      t.equal(first.statusCode, 200, path)
      t.ok(first.rawPayload.equals(again.rawPayload), path)
      seen.add(first.rawPayload.toString('base64'))
    }
    t.equal((await one.get(`/iiif/image/3/exhibition.cloches-et-beffrois.1.${part}.de/info.json`)).statusCode, 404)
    t.equal((await one.get(`/iiif/image/3/exhibition.cloches-et-beffrois.1.${part}/info.json`)).statusCode, 404)
  }
  t.equal(seen.size, 10)
})

t.test('what info.json promises of cards and comparisons is what is served, at every size and level', async t => {
  const { get } = await openGallery(t, analysis, exhibition)
  for (const part of ['mot', 'lecture', 'echelle']) {
    const service = `/iiif/image/3/exhibition.cloches-et-beffrois.1.${part}.fr`
    const info = JSON.parse((await get(`${service}/info.json`)).body)
    t.equal(info.profile, 'level2')
    const sizeOf = async (path: string) => {
      const { width, height } = await sharp((await get(`${service}/${path}/0/default.jpg`)).rawPayload).metadata()
      return [width, height]
    }
    for (const { width, height } of info.sizes) t.strictSame(await sizeOf(`full/${width},${height}`), [width, height])
    const [{ width: side, scaleFactors }] = info.tiles
    for (const factor of scaleFactors) {
      const [x, y] = [info.width, info.height].map(length => Math.floor((length - 1) / (side * factor)) * side * factor)
      const [width, height] = [info.width - (x ?? 0), info.height - (y ?? 0)]
      const size = [Math.ceil(width / factor), Math.ceil(height / factor)]
      t.strictSame(await sizeOf(`${x},${y},${width},${height}/${size.join(',')}`), size, `${part} / ${factor}`)
    }
  }
})

t.test('a card stands where a work has no picture, until it has one', async t => {
  const { get, services } = await openGallery(t, analysis, exhibition)
  const card = async (part: string) => (await get(`/iiif/image/3/${part}_notice.fr/full/600,/0/default.png`)).rawPayload
  const seen = await Promise.all(
    [
      `exhibition.${exhibition.slug}.1.kermesse`,
      `exhibition.${exhibition.slug}.1.echelle`,
      `analysis.${analysis.slug}.1.${analysis.steps[0]?.id}`,
    ].map(card),
  )
  t.equal(new Set(seen.map(bytes => bytes.toString('base64'))).size, 3)
  const before = await card(`exhibition.${exhibition.slug}.1.kermesse`)
  await services.writer.putWorks([{ id: 'DEMO-0001', title: { fr: ['Une autre'] } }])
  t.notOk(before.equals(await card(`exhibition.${exhibition.slug}.1.kermesse`)), 'it tells the label as it is now')
  t.equal((await get(`/iiif/image/3/exhibition.${exhibition.slug}.1.mot_notice.fr/info.json`)).statusCode, 404)
})

t.test('what is too long even for small type ends with a line that says so', async t => {
  const { services } = await openGallery(t, exhibition)
  const told = async (words: number) => {
    const text = { fr: 'tissage '.repeat(words) }
    const slug = `long-${words}`
    const long: Exhibition = {
      ...exhibition,
      slug,
      sections: [{ id: 'salle', title: { fr: 'Salle' }, blocks: [{ id: 'long', kind: 'text', text }] }],
    }
    await services.storyWriter.save(long)
    await services.storyWriter.publish('exhibition', slug)
    const found = await services.drawnImages.find({
      kind: 'exhibition',
      slug,
      revision: 1,
      part: 'long',
      language: 'fr',
    })
    if (!found || found === 'gone') return t.fail('it is drawn')
    return found.image.drawing.shapes.some(({ fill }) => fill === '#97391f')
  }
  t.equal(await told(400), false)
  t.equal(await told(2400), true)
})

t.test('works of unknown size hang at one height, and works that are not shown any more are told of', async t => {
  const { services } = await openGallery(t, exhibition)
  const works = new Map((await services.reader.works(['DEMO-0002', 'DEMO-0003'])).map(work => [work.id, work]))
  const { dimensions: _, ...unmeasured } = works.get('DEMO-0003') ?? (t.fail('the work is there') as never)
  const context = { story: exhibition, language: 'fr', fonts, captionOf }
  const sides = [{ work: 'DEMO-0002' }, { work: 'DEMO-0003' }]
  const comparison = { id: 'c', kind: 'comparison', mode: 'scale' } as const
  const level = comparisonDrawing(
    { ...comparison, sides },
    { ...context, works: new Map(works).set('DEMO-0003', unmeasured) },
  )
  const [one, other] = level.pictures.map(({ at }) => at)
  t.ok(one && other && Math.abs(one.height - other.height) <= 1 && one.width > other.width)
  const noBar = (drawing: typeof level) =>
    !drawing.shapes.some(({ path, bounds }) => bounds.y > 3700 && path.includes('v36'))
  t.ok(noBar(level))
  const both = comparisonDrawing({ ...comparison, sides }, { ...context, works })
  t.notOk(noBar(both))
  const less = comparisonDrawing({ ...comparison, sides: [...sides, { work: 'DEMO-0009' }] }, { ...context, works })
  t.equal(less.pictures.length, 2)
  t.equal(less.shapes.length, both.shapes.length + 1, 'a line says that one is missing')
})

t.test('hostile texts make cards like any other', async t => {
  const texts = [
    'W'.repeat(4000),
    '<script>alert(1)</script><b',
    'שלום مرحبا 😀👨‍👩‍👧',
    '\u202e\u0000\u0007',
    '&lt;"\']]>',
    '- '.repeat(500),
  ]
  const hostile: Exhibition = {
    ...exhibition,
    slug: 'hostile',
    sections: [
      {
        id: 'salle',
        title: { fr: 'W'.repeat(300) },
        blocks: texts.map((text, index) => ({
          id: `t${index}`,
          kind: 'text',
          title: { fr: text.slice(0, 300) },
          text: { fr: text },
        })),
      },
    ],
  }
  const { services } = await openGallery(t, exhibition)
  const stories = {
    ...services.stories,
    published: async () => ({ story: hostile, revision: 1, publishedAt: '2026-01-01T00:00:00.000Z', current: true }),
  }
  const drawn = openDrawnImages({ stories, reader: services.reader, fonts: async () => fonts, captionOf })
  for (const part of ['salle', ...texts.keys()].map(part => (typeof part === 'number' ? `t${part}` : part))) {
    const found = await drawn.find({ kind: 'exhibition', slug: 'hostile', revision: 1, part, language: 'fr' })
    if (!found || found === 'gone') return t.fail(part)
    const { shapes, width, height } = found.image.drawing
    t.ok(
      shapes.every(({ path }) => /^[MLHVCSQAZlqczhva\d .-]+$/.test(path)),
      'numbers and commands alone',
    )
    t.ok(
      shapes.every(({ bounds: b }) => b.x >= 0 && b.y >= 0 && b.x + b.width <= width && b.y + b.height <= height),
      `${part} stays on its card`,
    )
  }
})

t.test('a comparison hangs works at their true sizes', async t => {
  const { services, get } = await openGallery(t, exhibition)
  const found = await services.drawnImages.find({
    kind: 'exhibition',
    slug: exhibition.slug,
    revision: 1,
    part: 'echelle',
    language: 'fr',
  })
  if (!found || found === 'gone') return t.fail('it is drawn')
  const [verdure, portrait] = found.image.drawing.pictures
  const [one, other] = [verdure?.at, portrait?.at]
  t.ok(one && other && Math.abs(one.width / other.width - 3000 / 400) < 0.05)
  t.equal(found.rights, undefined, 'works of several rights have none in common')
  const info = JSON.parse((await get('/iiif/image/3/exhibition.cloches-et-beffrois.1.echelle.fr/info.json')).body)
  t.match(info, { width: 6000, height: 4000, profile: 'level2' })
})

t.test('a borrowed picture is never drawn: no marks over it, and a frame for it in a comparison', async t => {
  const { services } = await openGallery(t, exhibition)
  const [work] = await services.reader.works(['DEMO-0002'])
  if (!work) return t.fail('the work is there')
  const address = 'https://elsewhere.example.org/picture.jpg'
  const borrowed = {
    ...work,
    views: [
      { key: '1', position: 1, layers: [{ kind: 'visible' as const, image: { address, width: 600, height: 500 } }] },
    ],
  }
  const works = new Map([[work.id, borrowed]])
  t.equal(viewDrawing({ kind: 'view', detail: { work: work.id }, cut: false, marks }, works, fonts), undefined)
  const context = { story: exhibition, language: 'fr', works, fonts, captionOf }
  const drawing = comparisonDrawing({ id: 'c', kind: 'comparison', mode: 'scale', sides: [{ work: work.id }] }, context)
  t.strictSame(drawing.pictures, [])
  t.ok(
    drawing.shapes.some(({ fill }) => fill === '#efe9de'),
    'a quiet frame',
  )
  t.notOk(JSON.stringify(drawing).includes(address))
})

t.test('a drawing is kept until what it shows changes, and few are', async t => {
  const { services } = await openGallery(t, everyKind, exhibition)
  const { drawnImages, writer } = services
  const id = { kind: 'analysis', slug: 'tout', revision: 1, part: 'tout' } as const
  const first = await drawnImages.find(id)
  t.equal(await drawnImages.find(id), first, 'the same while nothing is written')
  await writer.putWorks([{ id: 'OTHER' }])
  t.equal(await drawnImages.find(id), first, 'nor by what does not concern it')
  await writer.putWorks([{ id: 'DEMO-0001', title: { fr: ['Autrement'] } }])
  const later = await drawnImages.find(id)
  t.not(later, first)
  if (!first || first === 'gone' || !later || later === 'gone') return t.fail('it is drawn')
  t.equal(later.image.version, first.image.version, 'the same pixels have the same version')
})

t.test('no more drawings are remembered than there is room for', async t => {
  const { services } = await openGallery(t, everyKind)
  const { stories, reader } = services
  let asked = 0
  const counted = {
    ...stories,
    published: (...which: Parameters<typeof stories.published>) => {
      asked += 1
      return stories.published(...which)
    },
  }
  const drawn = openDrawnImages({ stories: counted, reader, fonts: async () => fonts, captionOf, capacity: 1 })
  const find = (part: string) => drawn.find({ kind: 'analysis', slug: 'tout', revision: 1, part })
  await find('tout')
  await find('tout')
  t.equal(asked, 1)
  await find('double')
  await find('tout')
  t.equal(asked, 3)
})

t.test('every drawn picture that manifests name is served, as large as they say', async t => {
  const { get } = await openGallery(t, analysis, exhibition)
  const named = new Map<string, readonly unknown[]>()
  const gather = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { width, height, service } = node as {
      width?: unknown
      height?: unknown
      service?: readonly { id?: string }[]
    }
    for (const { id = '' } of service ?? [])
      if (/\/(analysis|exhibition)\.[^/]*$/.test(id)) named.set(new URL(id).pathname, [width, height])
    Object.values(node).forEach(gather)
  }
  for (const [kind, slug] of [
    ['analyses', analysis.slug],
    ['exhibitions', exhibition.slug],
  ])
    gather(JSON.parse((await get(`/iiif/presentation/3/${kind}/${slug}/manifest`)).body))
  t.ok(named.size >= 6, [...named.keys()].join(' '))
  for (const [service, size] of named) {
    const answer = await get(`${service}/info.json`)
    t.equal(answer.statusCode, 200, service)
    const { width, height } = JSON.parse(answer.body)
    t.strictSame([width, height], size, service)
  }
})
