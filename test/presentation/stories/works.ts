import type { View, Work } from '../../../src/catalogue/model.js'
import type { Analysis, PublishedStory, Story } from '../../../src/catalogue/story.js'
import { stageStory } from '../../../src/presentation/stories/stage.js'
import type { StoryForm } from '../../../src/presentation/story-uris.js'
import type { Shown } from '../../../src/stories/shown.js'
import { analysis, underdrawing } from '../../stories/samples.js'
import { context, image, museum, work } from '../sample.js'

const view = (id: string, width: number, height: number, position = 1): View => ({
  key: `${position}`,
  position,
  layers: [{ kind: 'visible', image: image(id, { width, height }) }],
})

const infrared = { kind: 'infrared', image: image('demo-0003-ir', { width: 4000, height: 5000 }) } as const

/** A work that another museum lends, with an image service that gives regions. */
export const borrowed: Work = {
  id: 'LOAN-1',
  title: { en: ['The Borrowed Bell'] },
  loan: {
    manifest: 'https://owner.example.org/manifest',
    version: 3,
    owner: { en: ['Museum of Bells'] },
    statement: { label: { en: ['Attribution'] }, value: { en: ['Courtesy of the Museum of Bells'] } },
    providers: [{ address: 'https://owner.example.org/', label: { en: ['Museum of Bells'] } }],
  },
  views: [
    {
      key: '1',
      position: 1,
      layers: [
        {
          kind: 'visible',
          image: {
            address: 'https://images.example.org/bell/full/max/0/default.jpg',
            width: 3000,
            height: 2000,
            format: 'image/jpeg',
            service: { id: 'https://images.example.org/bell', version: 3, level: 2 },
          },
        },
      ],
    },
  ],
  updatedAt: '2026-01-01T00:00:00Z',
}

const demo = (number: number, views: readonly View[]): Work => ({
  ...work,
  id: `DEMO-000${number}`,
  museumRecord: museum,
  title: { fr: [`Œuvre ${number}`], en: [`Work ${number}`] },
  views,
})

/** The works that the sample stories speak of, as large as those of the demonstration. */
export const works: readonly Work[] = [
  demo(1, [view('demo-0001', 12000, 9000)]),
  demo(2, [view('demo-0002', 6000, 5000)]),
  demo(3, [{ ...view('demo-0003', 4000, 5000), layers: [...view('demo-0003', 4000, 5000).layers, infrared] }]),
  demo(4, [view('demo-0004', 4000, 3000), view('demo-0004-2', 4000, 3000, 2)]),
  borrowed,
]

export const published = <Kind extends Story>(story: Kind): PublishedStory<Kind> => ({
  story,
  revision: 3,
  publishedAt: '2026-05-01T10:00:00Z',
  current: true,
})

export const shown = (without: readonly string[] = []): Shown => ({
  works: new Map(works.filter(({ id }) => !without.includes(id)).map(each => [each.id, each])),
  analyses: new Map([analysis, underdrawing].map((each: Analysis) => [each.slug, published(each)])),
})

export const staged = (story: Story, form: StoryForm = {}, without: readonly string[] = []) =>
  stageStory(published(story), form, shown(without), context)
