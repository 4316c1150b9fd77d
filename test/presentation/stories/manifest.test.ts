import t from 'tap'
import { manifestPart } from '../../../src/presentation/manifest.js'
import { storyManifest } from '../../../src/presentation/stories/manifest.js'
import { stageStory } from '../../../src/presentation/stories/stage.js'
import type {
  Choice,
  CommentAnnotation,
  CommentPage,
  ImageResource,
  Manifest,
} from '../../../src/presentation/types.js'
import { needs } from '../../shared.js'
import { analysis, exhibition, underdrawing } from '../../stories/samples.js'
import { context } from '../sample.js'
import { presentationSchema, schemaPath } from '../schema.js'
import { borrowed, published, staged, works } from './works.js'

const manifestOf = (...asked: Parameters<typeof staged>): Manifest => storyManifest(staged(...asked), context)

const base = 'https://collections.example.org/iiif/presentation/3/analyses/une-kermesse-au-pied-du-beffroi'

const labels = (manifest: Manifest) => manifest.items.map(({ label }) => Object.values(label)[0]?.[0])
const comments = (manifest: Manifest, canvas: number, page = 0): readonly CommentAnnotation[] =>
  (manifest.items[canvas]?.annotations?.[page] as CommentPage | undefined)?.items ?? []
const bodyOf = (manifest: Manifest, canvas: number) => manifest.items[canvas]?.items[0].items[0]?.body

t.test('an analysis begins with its view, where all steps stand as comments in their order', async t => {
  const manifest = manifestOf(analysis)
  t.match(manifest.items[0], { id: `${base}/canvas/view.1`, width: 12000, height: 9000 })
  const [page] = manifest.items[0]?.annotations ?? []
  t.match(page, { id: `${base}/canvas/view.1/comments`, label: { fr: ['Une kermesse au pied du beffroi'] } })
  const steps = comments(manifest, 0)
  t.strictSame(
    steps.map(({ target }) => target),
    [
      `${base}/canvas/view.1`,
      `${base}/canvas/view.1`,
      `${base}/canvas/view.1#xywh=5000,0,2000,5000`,
      `${base}/canvas/view.1#xywh=1000,6000,3000,2500`,
    ],
    'the introduction and the first step speak of the whole, the others of integer regions, as one string',
  )
  t.match(steps[0]?.body.value, '<p><b>Une kermesse au pied du beffroi</b><br>Une place, un jour de <i>fête</i>')
  t.match(steps[2]?.body, {
    type: 'TextualBody',
    format: 'text/html',
    language: 'fr',
    value: '<p><b>2/3 La tour</b><br>Elle partage la place en <b>deux</b>.</p><p>On y monte par un escalier.</p>',
  })
  t.ok(steps.every(({ motivation }) => motivation === 'commenting'))
})

t.test('marks are shapes on the view, named by their step, on a page of their own', async t => {
  const manifest = manifestOf(analysis)
  const marks = comments(manifest, 0, 1)
  t.strictSame(
    marks.map(({ body }) => body.value),
    [
      '<p><b>2/3 L’axe</b></p>',
      '<p><b>2/3 Flèche</b></p>',
      '<p><b>2/3 Grille</b></p>',
      '<p><b>3/3 Ellipse</b></p>',
      '<p><b>3/3 Contour</b></p>',
    ],
  )
  t.match(marks[0]?.target, {
    type: 'SpecificResource',
    source: { id: `${base}/canvas/view.1`, type: 'Canvas' },
    selector: [
      { type: 'FragmentSelector', value: 'xywh=6000,0,1,5000' },
      { type: 'SvgSelector', value: /<path d="M 6000 0 L 6000 5000 Z"/ },
    ],
  })
})

t.test('steps whose point the whole does not show follow on canvases of their own', async t => {
  const manifest = manifestOf(analysis)
  t.strictSame(labels(manifest), ['Œuvre 1', '2/3 La tour', '3/3 Les danseurs', '3/3 En regard — Œuvre 3'])
  const tower = bodyOf(manifest, 1) as Choice
  t.match(
    tower.items.map(({ id, label }) => [id, label?.fr?.[0]]),
    [
      [/\/image\/3\/analysis\.une-kermesse-au-pied-du-beffroi\.3\.tour\/full\/\d+,\d+\//, 'Avec les tracés'],
      [/\.3\.tour_layer-visible\/full\/\d+,\d+\//, 'Sans les tracés'],
    ],
    'the marks are drawn into a picture with an image service, and can be taken away',
  )
  t.match(tower.items[0]?.service, [{ type: 'ImageService3', width: 12000, height: 9000 }])
  t.equal(comments(manifest, 1).length, 1)
  const counterpart = bodyOf(manifest, 3) as ImageResource
  t.match(counterpart.id, /\.3\.danseurs_counterpart\/full\/max\/0\/default.jpg$/)
  t.match(counterpart.service, [{ type: 'ImageService3', width: 1500, height: 1500 }], 'which shows the part alone')
})

t.test('numbers on drawn marks are explained beside them, in the language of the manifest', async t => {
  const [whole, tower, dancers] = analysis.steps
  const [axis, glance, thirds] = tower?.marks ?? []
  if (!whole || !tower || !dancers || !axis || !glance || !thirds) return t.fail('the sample has three marks')
  const marks = [axis, { ...glance, label: { fr: 'Le <regard>', en: 'The eye' } }, thirds]
  const told = { ...analysis, steps: [{ ...tower, marks }] }
  const legendOf = (language: string) => {
    const { metadata = [] } = manifestOf(told, { language }).items[1] ?? {}
    return metadata.find(({ label }) => ['Tracés', 'Marks'].includes(label[language]?.[0] ?? ''))?.value
  }
  t.strictSame(legendOf('fr'), { fr: ['1. L’axe', '2. Le <regard>'] })
  t.strictSame(legendOf('en'), { en: ['1. Axis', '2. The eye'] })
  const [comment] = comments(manifestOf(told), 1)
  t.match(comment?.body.value, '<p><i>Tracés</i><br>1. L’axe<br>2. Le &#60;regard&#62;</p>')
  t.notMatch(comments(manifestOf(told), 0)[1]?.body.value, 'Tracés', 'on the view the marks speak for themselves')

  t.strictSame(
    manifestOf(analysis).items[1]?.metadata?.map(({ value }) => value.fr),
    [['<p>Elle partage la place en <b>deux</b>.<br><br>On y monte par un escalier.</p>'], ['L’axe']],
    'a name that stands alone needs no number',
  )
  t.notMatch(JSON.stringify(manifestOf(analysis).items[2]?.metadata), 'Tracés', 'nor do marks without names')

  const [section] = exhibition.sections
  const block = { id: 'guet', kind: 'detail', work: 'DEMO-0001', marks } as const
  const rooms = { ...exhibition, sections: [{ ...section, id: 'a', title: { fr: 'A' }, blocks: [block] }] }
  const [, detail] = manifestOf(rooms).items
  t.strictSame(detail?.metadata?.[0], { label: { fr: ['Tracés'] }, value: { fr: ['1. L’axe', '2. Le <regard>'] } })
  t.match(comments(manifestOf(rooms), 1)[0]?.body.value, '<i>Tracés</i><br>1. L’axe')
})

t.test('a layer that a step is about is the picture that is shown first', async t => {
  const manifest = manifestOf(underdrawing)
  t.strictSame(labels(manifest), ['Œuvre 3', '2/2 Le dessin sous-jacent'])
  t.strictSame(
    (bodyOf(manifest, 1) as Choice).items.map(({ label }) => label?.fr?.[0]),
    ['Infrarouge', 'Lumière visible'],
  )
  t.match(comments(manifest, 1)[0]?.target, '#xywh=800,600,2000,2500')
})

t.test('marks of a step about a layer are drawn on that layer', async t => {
  const steps = underdrawing.steps.map(step => ({ ...step, marks: analysis.steps[2]?.marks ?? [] }))
  const manifest = manifestOf({ ...underdrawing, steps })
  t.strictSame(
    (bodyOf(manifest, 2) as Choice).items.map(({ id, label }) => [id.match(/3\.(\w+[^/]*)/)?.[1], label?.fr?.[0]]),
    [
      ['dessous', 'Avec les tracés'],
      ['dessous_layer-infrared', 'Sans les tracés'],
      ['dessous_layer-visible', 'Lumière visible'],
    ],
  )
})

t.test('no image is named at different places of choices, since Mirador goes blank between such canvases', async t => {
  const steps = [
    ...underdrawing.steps,
    { id: 'apres', marks: analysis.steps[1]?.marks ?? [], layer: 'visible' as const },
  ]
  const rooms = exhibition.sections.map(section => ({
    ...section,
    blocks: [
      ...section.blocks,
      { id: `${section.id}-infrarouge`, kind: 'work' as const, work: 'DEMO-0003', layer: 'infrared' as const },
      { id: `${section.id}-visible`, kind: 'work' as const, work: 'DEMO-0003' },
    ],
  }))
  for (const story of [analysis, { ...underdrawing, steps }, { ...exhibition, sections: rooms }]) {
    const places = new Map<string, Set<number>>()
    const manifest = manifestOf(story)
    for (const index of manifest.items.keys()) {
      const body = bodyOf(manifest, index) as Choice | ImageResource
      const offered = body.type === 'Choice' ? body.items : [body]
      for (const [place, { id }] of offered.entries()) places.set(id, (places.get(id) ?? new Set()).add(place))
    }
    t.ok(places.size > 3)
    t.strictSame(
      [...places].filter(([, at]) => at.size > 1),
      [],
      story.slug,
    )
  }
})

t.test('a detail without marks is a picture of its own, in which viewers that go to no region zoom', async t => {
  const steps = analysis.steps.map(({ marks: _, counterpart: __, ...step }) => step)
  const manifest = manifestOf({ ...analysis, steps })
  t.match(manifest.items[1], { width: 3600, height: 9000, label: { fr: ['2/3 La tour'] } }, 'as high as the whole')
  const body = bodyOf(manifest, 1) as ImageResource
  t.match(body, { type: 'Image', service: [{ type: 'ImageService3', width: 2000, height: 5000 }] })
  t.match(body.id, /\.3\.tour_detail\/full\/max\/0\/default.jpg$/)
  t.match(comments(manifest, 1)[0]?.target, /\/canvas\/step\.tour$/, 'the comment is of all that is shown')
})

t.test('a detail of a picture that is given small is named as small', async t => {
  const region = { x: 5000, y: 0, width: 2000, height: 5000 }
  const told = { ...analysis, steps: [{ id: 'tour', region, picture: { width: 12000, height: 9000 } }] }
  const limits = { maxHeight: 1300 }
  const small = works.map(work => ({
    ...work,
    views: work.views.map(view => ({
      ...view,
      layers: view.layers.map(layer => ({ ...layer, image: { ...layer.image, limits } })),
    })),
  }))
  const shown = { works: new Map(small.map(work => [work.id, work])), analyses: new Map() }
  const manifest = storyManifest(stageStory(published(told), {}, shown, context), context)
  t.match(manifest.items[1], { width: 3600, height: 9000 })
  t.match(bodyOf(manifest, 1), { id: /tour_detail\/full\/500,1250\//, width: 500, height: 1250 })
})

t.test('canvases are about as large as one another, since Mirador keeps the zoom of the view before', async t => {
  for (const story of [analysis, underdrawing, exhibition]) {
    const { items } = manifestOf(story)
    const largest = (of: 'width' | 'height') => Math.max(...items.map(item => item[of]))
    for (const { width, height, label } of items)
      t.ok(width === largest('width') || height === largest('height'), `${Object.values(label)[0]?.[0]}`)
  }
  const counterpart = manifestOf(analysis).items[3]
  t.match(counterpart, { width: 9000, height: 9000 }, 'with the proportions of what is seen')
})

t.test('an introduction is a summary in English alone, since Storiiies stops at a summary without English', async t => {
  const [french, english] = [manifestOf(analysis), manifestOf(analysis, { language: 'en' })]
  t.notMatch(french, { summary: {} })
  t.match(french.metadata?.[0], { label: { fr: ['Introduction'] }, value: { fr: [/Une place, un jour/] } })
  t.match(english, { summary: { en: [String] } })
  t.notMatch(english.metadata?.[0], { label: { en: ['Introduction'] } })
})

t.test('ranges mirror the steps: the picture of the point first, then the region of the whole', async t => {
  const [contents] = manifestOf(analysis).structures ?? []
  t.strictSame(
    contents?.items.map(range => ('label' in range ? range.label.fr?.[0] : undefined)),
    ['Introduction', '1/3 L’ensemble', '2/3 La tour', '3/3 Les danseurs'],
  )
  t.match(contents?.items[2], {
    items: [
      { id: `${base}/canvas/step.tour`, type: 'Canvas' },
      { id: `${base}/canvas/view.1#xywh=5000,0,2000,5000`, type: 'Canvas' },
    ],
  })
})

t.test('each language has an address of its own, and speaks it alone', async t => {
  const manifest = manifestOf(analysis, { language: 'en' })
  t.equal(manifest.id, `${base}/manifest?lang=en`)
  t.strictSame(manifest.label, { en: ['A kermesse at the foot of the belfry'] })
  t.equal(manifest.items[0]?.id, `${base}/canvas/view.1?lang=en`)
  const steps = comments(manifest, 0)
  t.equal(steps[2]?.target, `${base}/canvas/view.1?lang=en#xywh=5000,0,2000,5000`)
  t.match(steps[3]?.body, { language: 'en' })
  t.match(
    steps[2]?.body,
    { language: 'fr', value: /^<p><b><span lang="en">2\/3 The tower<.*\[Text in French\]/ },
    'a text that is missing is there in the first language, and says so',
  )
  t.match(
    manifest.seeAlso?.map(({ id }) => id),
    [/story.json$/, `${base}/manifest`, `${base}/manifest?lang=en&profile=delft`],
  )
  t.throws(() => staged(analysis, { language: 'de' }), { code: 'not-found' })
})

t.test('an exhibition opens each section with a card, and gives each block a canvas', async t => {
  const manifest = manifestOf(exhibition)
  t.strictSame(labels(manifest), [
    'La place',
    'Œuvre 1',
    'Le guetteur',
    'Une kermesse au pied du beffroi',
    'La verdure',
    'Tisser',
    'Comparaison',
    'Le chantier',
    'Œuvre 4 (1/2)',
    'Œuvre 4 (2/2)',
    'Citation',
  ])
  const card = bodyOf(manifest, 0) as ImageResource
  t.match(card.id, /\/exhibition\.cloches-et-beffrois\.3\.place\.fr\/full\/max\/0\/default\.jpg$/)
  t.match(card, { width: 2000, height: 1500, service: [{ type: 'ImageService3' }] })
  t.match(
    comments(manifest, 0)
      .map(({ body }) => body.value)
      .join(),
    /Cloches et beffrois.*Tout commence là/,
  )
  t.match(
    (bodyOf(manifest, 2) as Choice).items.map(({ id, width }) => [id, width]),
    [
      [/\.3\.guet\/full\/max\//, 900],
      [/\.3\.guet_detail\/full\/max\//, 900],
    ],
    'a detail with its marks and without',
  )
  t.match(comments(manifest, 3)[0]?.body.value, /<a href="[^"]*\/analyses\/une-kermesse-au-pied-du-beffroi">/)
  t.match((bodyOf(manifest, 6) as ImageResource).id, /\.echelle\.fr\/full\//)
  t.match(manifest.structures?.[0].items[0], {
    label: { fr: ['La place'] },
    items: [{ label: { fr: ['Introduction'] } }, { label: { fr: ['Œuvre 1'] } }, {}, {}],
  })
})

t.test('a borrowed work carries its owner’s credit, and is cut out by its owner’s service', async t => {
  const [section] = exhibition.sections
  const block = {
    id: 'bell',
    kind: 'detail',
    work: borrowed.id,
    region: { x: 1, y: 2, width: 300, height: 200 },
  } as const
  const manifest = manifestOf({
    ...exhibition,
    sections: [{ ...section, id: 'a', title: { fr: 'A' }, blocks: [block] }],
  })
  t.match(manifest.items[1]?.requiredStatement?.value, { en: ['Courtesy of the Museum of Bells'] })
  t.match(Object.values(manifest.requiredStatement?.value ?? {}).flat(), ['Courtesy of the Museum of Bells'])
  t.match((bodyOf(manifest, 1) as ImageResource).id, 'https://images.example.org/bell/1,2,300,200/300,/0/default.jpg')
})

t.test('where a work is not shown any more the text stays, and says so', async t => {
  const told = manifestOf(analysis, {}, ['DEMO-0001'])
  t.strictSame(labels(told), ['Cette œuvre n’est plus présentée.'])
  t.equal(comments(told, 0).length, 4)
  const rooms = manifestOf(exhibition, {}, ['DEMO-0001'])
  t.match(rooms.items[1], { label: { fr: ['Cette œuvre n’est plus présentée.'] } })
  t.match(comments(rooms, 1)[0]?.body.value, 'Un jour de fête.')
})

t.test('no canvas is bare: where a work has no picture its label and text are a card', async t => {
  const unpictured = works.map(each => (each.id === 'DEMO-0001' ? { ...each, views: [] } : each))
  const [section] = exhibition.sections
  const block = { id: 'face', kind: 'comparison', mode: 'zoom', text: { fr: 'Face à face.' } } as const
  const sides = [{ work: 'DEMO-0001' }, { work: 'DEMO-0003' }]
  const zoom = (both: readonly (typeof sides)[number][]) => ({
    ...exhibition,
    sections: [{ ...section, id: 'a', title: { fr: 'A' }, blocks: [{ ...block, sides: both }] }],
  })
  const told = (story: typeof analysis | typeof exhibition) => {
    const shown = { works: new Map(unpictured.map(each => [each.id, each])), analyses: new Map() }
    return storyManifest(stageStory(published(story), {}, shown, context), context)
  }
  t.match(told(exhibition).items[1], {
    label: { fr: ['Œuvre 1'] },
    summary: { fr: ['Pas encore photographiée'] },
    metadata: [{ label: { fr: ['Commentaire'] }, value: { fr: ['<p>Un jour de fête.</p>'] } }],
    homepage: [{ id: /works\/DEMO-0001/ }],
  })
  t.match((bodyOf(told(exhibition), 1) as ImageResource).id, /\.kermesse_notice\.fr\/full\//)
  t.match((bodyOf(told(analysis), 0) as ImageResource).id, /\/analysis\.[^/]*_notice\.fr\/full\//)
  t.match(comments(told(zoom(sides)), 1)[0]?.body.value, 'Face à face.', 'the text stays with the side that is shown')
  const [first = { work: '' }] = sides
  t.match((bodyOf(told(zoom([first, first])), 1) as ImageResource).id, /\.face_notice\.fr\/full\//)
})

t.test('everything is what IIIF’s schema asks for, and every id has its part', needs(schemaPath), async t => {
  const validate = presentationSchema()
  const stories = [analysis, underdrawing, exhibition]
  for (const story of stories) {
    for (const language of story.languages) {
      for (const without of [[], ['DEMO-0001'], ['DEMO-0003', 'DEMO-0004']]) {
        const manifest = manifestOf(story, { language }, without)
        t.ok(validate(manifest), JSON.stringify(validate.errors?.slice(0, 3)))
        const lost = idsBelow(manifest).filter(id => !manifestPart(manifest, id))
        t.strictSame(lost, [])
      }
    }
  }
})

t.test(
  'a language whose tag IIIF does not accept is written as the nearest that it does',
  needs(schemaPath),
  async t => {
    const validate = presentationSchema()
    for (const story of [analysis, exhibition]) {
      const told = JSON.parse(JSON.stringify(story).replaceAll('"fr"', '"es-419"')) as typeof story
      const manifest = manifestOf({ ...told, authors: ['<Anonyme>'] })
      t.ok(validate(manifest), JSON.stringify(validate.errors?.slice(0, 3)))
      const [introduction, authors] = manifest.metadata ?? []
      t.match(introduction?.value, { es: [/^<p>/] })
      t.same(authors?.value, { es: ['<Anonyme>\u200b'] }, 'a name is no HTML')
    }
  },
)

/** Ids of all parts that stand at addresses of their own. */
function idsBelow(manifest: Manifest): readonly string[] {
  const found: string[] = []
  const look = (thing: unknown): void => {
    if (Array.isArray(thing)) for (const each of thing) look(each)
    else if (typeof thing === 'object' && thing !== null) {
      const { id, type } = thing as { id?: string; type?: string }
      if (id && /^(Canvas|AnnotationPage|Annotation|Range)$/.test(type ?? '') && !id.includes('#')) found.push(id)
      for (const value of Object.values(thing)) look(value)
    }
  }
  look(manifest.items)
  look(manifest.structures)
  return found
}

t.test(
  'a whole work with marks, after the work itself, shares no image with it that would change its place',
  async t => {
    const [section] = exhibition.sections
    const marks = [{ kind: 'ellipse', id: 'e', center: { x: 9, y: 9 }, radiusX: 5, radiusY: 5 }] as const
    const blocks = [
      { kind: 'work', id: 'work', work: 'DEMO-0001' },
      { kind: 'detail', id: 'marked', work: 'DEMO-0001', picture: { width: 12000, height: 9000 }, marks },
    ] as const
    const manifest = manifestOf({ ...exhibition, sections: [{ ...section, id: 'a', title: { fr: 'A' }, blocks }] })
    t.match((bodyOf(manifest, 1) as ImageResource).id, '/image/3/demo-0001/full/')
    t.match(
      (bodyOf(manifest, 2) as Choice).items.map(({ id }) => id),
      [/\.marked\/full\//, /\.marked_layer-visible\/full\//],
    )
  },
)
