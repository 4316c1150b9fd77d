import t from 'tap'
import type { Work } from '../../../src/catalogue/model.js'
import { noRelatives } from '../../../src/presentation/contents.js'
import { projections } from '../../../src/presentation/projections.js'
import { storyManifest, storyPart } from '../../../src/presentation/v2/stories/manifest.js'
import type { Choice } from '../../../src/presentation/v2/types.js'
import { analysis, exhibition, underdrawing } from '../../stories/samples.js'
import { context2 } from '../sample.js'
import { flawsOf } from '../structure2.js'
import { published, staged, works } from './works.js'

t.test('stories are whole in version 2.1, at its addresses', async t => {
  for (const story of [analysis, underdrawing, exhibition]) {
    for (const language of story.languages) {
      const staging = staged(story, { language })
      const manifest = storyManifest(staging, context2)
      t.strictSame(flawsOf(manifest), [])
      const ids = [
        manifest.sequences[0]['@id'],
        ...manifest.sequences[0].canvases.flatMap(({ '@id': id, images, otherContent = [] }) => [
          id,
          `${id.split('?')[0]}/painting${id.includes('?') ? `?lang=${language}` : ''}`,
          ...images.map(each => each['@id']),
          ...otherContent.map(each => each['@id']),
        ]),
        ...(manifest.structures ?? []).map(each => each['@id']),
      ]
      const found = ids.map(id => storyPart(staging, id, context2)?.['@id'])
      t.strictSame(found, ids)
      t.ok(ids.every(id => id.startsWith('https://collections.example.org/iiif/presentation/2/')))
    }
  }
})

t.test('comments are named and not embedded; regions are strings, shapes stand beside their boxes', async t => {
  const staging = staged(analysis)
  const [canvas] = storyManifest(staging, context2).sequences[0].canvases
  const [comments, marks] = canvas?.otherContent ?? []
  t.match(comments, { '@type': 'sc:AnnotationList', label: { '@value': analysis.title.fr, '@language': 'fr' } })
  t.match(storyPart(staging, comments?.['@id'] ?? '', context2), {
    resources: [
      { on: canvas?.['@id'], motivation: 'oa:commenting' },
      { on: canvas?.['@id'] },
      { on: `${canvas?.['@id']}#xywh=5000,0,2000,5000`, resource: { format: 'text/html', language: 'fr' } },
      {},
    ],
  })
  t.match(storyPart(staging, marks?.['@id'] ?? '', context2), {
    resources: [
      {
        on: {
          full: canvas?.['@id'],
          selector: { '@type': 'oa:Choice', default: { value: 'xywh=6000,0,1,5000' }, item: { value: /<path d=/ } },
        },
      },
    ],
  })
})

t.test('a choice names the service of its default, without which the Universal Viewer shows nothing', async t => {
  const { canvases } = storyManifest(staged(analysis), context2).sequences[0]
  const tower = canvases[1]?.images[0]?.resource as Choice
  t.match(tower.service?.['@id'], /\/iiif\/image\/2\/analysis\.une-kermesse-au-pied-du-beffroi\.3\.tour$/)
})

t.test('what analyses say of a work is named on its canvas wherever that stands', async t => {
  const told = { work: works[0] as Work, stories: [published(analysis)] }
  const { uris } = context2
  const canvas = uris.canvas('DEMO-0001', '1')
  const expected = [{ '@id': uris.workComments('DEMO-0001', '1', analysis.slug), '@type': 'sc:AnnotationList' }]
  const part = (id: string) => projections[2].part(told, id, context2, noRelatives)
  t.match(projections[2].manifest(told, context2, noRelatives), {
    sequences: [{ canvases: [{ '@id': canvas, otherContent: expected }] }],
  })
  t.match(part(canvas), { '@id': canvas, otherContent: expected })
  t.match(part(uris.sequence('DEMO-0001')), { canvases: [{ otherContent: expected }] })
})
