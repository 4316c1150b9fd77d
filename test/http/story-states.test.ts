import t, { type Test } from 'tap'
import { canvasState, encodeContentState } from '../../src/presentation/content-state.js'
import { urisOf } from '../../src/presentation/uris.js'
import { elementsOf } from '../pages/html.js'
import { analysis, exhibition } from '../stories/samples.js'
import { base, openStories } from './story-site.js'

const uris = urisOf(base)
const tower = uris.story('analysis', analysis.slug)
const rooms = uris.story('exhibition', exhibition.slug)
const reading = uris.storyPage('analysis', analysis.slug)
const visit = uris.storyPage('exhibition', exhibition.slug)

const asking = async (t: Test) => {
  const { app, services } = await openStories(t)
  const lead = async (content: string, page = '/') => {
    const { statusCode, headers } = await app.inject({ url: page, query: { 'iiif-content': content } })
    return statusCode === 303 ? headers.location : statusCode
  }
  return { app, services, lead }
}

t.test('a content state that names a story leads to its page, and there to what it names', async t => {
  const { lead } = await asking(t)
  const region = { x: 5100, y: 100, width: 1800, height: 4500 }
  const table: readonly (readonly [content: string, to: string])[] = [
    [tower.manifest(), reading],
    [urisOf(base, 2).story('analysis', analysis.slug).manifest(), reading],
    [uris.storyPage('analysis', analysis.slug, { language: 'en' }), reading],
    [tower.canvas('view.1'), reading],
    [tower.canvas('step.danseurs.counterpart'), `${reading}#danseurs`],
    [tower.range('step.tour'), `${reading}#tour`],
    [tower.range('introduction'), reading],
    [tower.comment('view.1', 'comments', 'ensemble'), `${reading}#ensemble`],
    [tower.comment('view.1', 'marks', 'tour.axe'), `${reading}#tour`],
    [tower.canvas('step.lost'), reading],
    [uris.workComment(analysis.work, '1', analysis.slug, 'tour'), `${reading}#tour`],
    [encodeContentState(canvasState(tower.canvas('view.1'), tower.manifest(), region)), `${reading}#tour`],
    [`${tower.canvas('view.1')}#xywh=percent:9,67,24,27`, `${reading}#danseurs`],
    [`${tower.canvas('view.1')}#xywh=20000,0,10,10`, reading],
    [
      JSON.stringify({
        id: tower.comment('view.1', 'comments', 'ensemble'),
        type: 'Annotation',
        motivation: 'commenting',
        target: tower.canvas('view.1'),
      }),
      `${reading}#ensemble`,
    ],
    [encodeContentState(canvasState('https://a.example/c', tower.manifest())), reading],
    [rooms.manifest(), visit],
    [rooms.canvas('section.verdure'), `${visit}#verdure`],
    [rooms.canvas('block.recto-verso.2'), `${visit}#recto-verso`],
    [rooms.range('card.place'), `${visit}#place`],
    [`${rooms.canvas('block.guet')}#xywh=1,2,30,40`, `${visit}#guet`],
  ]
  for (const [content, to] of table) t.equal(await lead(content), to, content.slice(0, 120))
})

t.test('the language and the revision that are named are those that are read', async t => {
  const { lead, services } = await asking(t)
  await services.storyWriter.save({ ...analysis, subtitle: { fr: 'Encore' } })
  await services.storyWriter.publish('analysis', analysis.slug)
  const english = uris.story('analysis', analysis.slug, { language: 'en', revision: 1 })
  const page = uris.storyPage('analysis', analysis.slug, { language: 'en', revision: 1 })
  t.equal(await lead(english.canvas('step.tour')), `${page}#tour`)
  t.equal(
    await lead(tower.canvas('step.tour'), '/nl'),
    `${uris.storyPage('analysis', analysis.slug, { language: 'nl' })}#tour`,
  )
  t.equal(await lead(uris.story('analysis', analysis.slug, { revision: 9 }).manifest()), 404)
  t.equal(await lead(uris.story('analysis', 'none').manifest()), 404)
  await services.storyWriter.unpublish('analysis', analysis.slug)
  t.equal(await lead(tower.canvas('step.tour')), 410)
})

t.test('viewers open a story at the canvas that is named', async t => {
  const { app } = await asking(t)
  const place = async (content: string) => {
    const { body } = await app.inject({ url: '/viewers/mirador', query: { 'iiif-content': content } })
    return elementsOf(body).find(({ attributes }) => attributes.id === 'viewer')?.attributes
  }
  const whole = { 'data-manifest': tower.manifest() }
  t.match(await place(tower.canvas('step.tour')), { ...whole, 'data-canvas': tower.canvas('step.tour') })
  t.match(await place(tower.comment('view.1', 'comments', 'tour')), { ...whole, 'data-canvas': tower.canvas('view.1') })
  t.match(await place(tower.range('step.tour')), { ...whole, 'data-canvas': undefined })
  const english = uris.story('analysis', analysis.slug, { language: 'en' })
  t.match(await place(english.canvas('step.tour')), { 'data-manifest': english.manifest() })
  const old = urisOf(base, 2).story('analysis', analysis.slug)
  const state = encodeContentState(
    canvasState(old.canvas('view.1'), old.manifest(), { x: 1, y: 2, width: 3, height: 4 }),
  )
  t.match(await place(state), {
    'data-manifest': old.manifest(),
    'data-canvas': old.canvas('view.1'),
    'data-region': '1,2,3,4',
  })
})
