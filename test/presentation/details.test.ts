import t from 'tap'
import type { Work } from '../../src/catalogue/model.js'
import { DomainError } from '../../src/errors.js'
import { detailOf, detailParts, findDetail, readDetail, type SharedDetail } from '../../src/presentation/details.js'
import { urisOf } from '../../src/presentation/uris.js'
import { imageRecord, picturedWork } from '../pages/samples.js'
import { fc } from '../seeded.js'

const detail: SharedDetail = {
  work: picturedWork.id,
  region: { x: 400, y: 300, width: 1000, height: 600 },
  picture: { width: 4000, height: 3000 },
}

const withPicture = (width: number, height: number): Work => ({
  ...picturedWork,
  views: [{ key: '1', position: 1, layers: [{ kind: 'visible', image: imageRecord('recto', width, height) }] }],
})

t.test('an address says the detail, and is read again', async t => {
  const uris = urisOf('https://m.example')
  t.equal(uris.detail(detail), 'https://m.example/d/50350012455/400,300,1000,600/4000,3000')
  const layered = { ...detail, view: 'recto & verso', layer: 'infrared' } as const
  t.equal(
    uris.detail(layered, 'nl'),
    'https://m.example/nl/d/50350012455/400,300,1000,600/4000,3000?view=recto+%26+verso&layer=infrared',
  )
  t.equal(uris.detailEmbed(detail), 'https://m.example/d/50350012455/400,300,1000,600/4000,3000/embed')
  t.match(uris.detailEmbed(layered), '/4000,3000/embed?view=')

  const side = fc.integer({ min: 1, max: 999_999 })
  const details = fc.record({
    x: side,
    y: side,
    width: side,
    height: side,
    view: fc.option(fc.string({ minLength: 1, maxLength: 50 }), { nil: undefined }),
  })
  fc.assert(
    fc.property(details, ({ x, y, width, height, view }) => {
      const shared: SharedDetail = {
        work: 'W',
        region: { x, y, width, height },
        picture: { width: x + width, height: y + height },
        ...(view !== undefined && { view }),
      }
      const [path = '', query] = detailParts(shared).split('?')
      const [region = '', size = ''] = path.split('/')
      const read = readDetail({ work: 'W', region, size, view: new URLSearchParams(query).get('view') ?? undefined })
      t.strictSame(read, shared)
    }),
  )
})

t.test('an address that says no region of a picture is refused', async t => {
  const table: readonly (readonly [region: string, size: string, view?: string | readonly string[], layer?: string])[] =
    [
      ['1,2,3', '10,10'],
      ['1,2,3,4,5', '10,10'],
      ['1,2,0,4', '10,10'],
      ['1,2,3,4', '0,10'],
      ['-1,2,3,4', '10,10'],
      ['01,2,3,4', '10,10'],
      ['1.5,2,3,4', '10,10'],
      ['8,2,3,4', '10,10'],
      ['1,2,3,4', '10,5'],
      ['pct:1,2,3,4', '10,10'],
      ['99999999,2,3,4', '999999999,10'],
      ['1,2,3,4', '10,10', ''],
      ['1,2,3,4', '10,10', ['1', '2']],
      ['1,2,3,4', '10,10', 'x'.repeat(300)],
      ['1,2,3,4', '10,10', '1', 'magic'],
    ]
  for (const [region, size, view, layer] of table)
    t.throws(
      () => readDetail({ work: 'W', region, size, view, layer }),
      DomainError,
      `${region} ${size} ${view} ${layer}`,
    )
})

t.test('a detail is found on a new picture of the same proportions, of whatever size', async t => {
  t.match(findDetail(detail, withPicture(8000, 6000)), {
    region: { x: 800, y: 600, width: 2000, height: 1200 },
    displaced: false,
    whole: false,
  })
  t.match(findDetail(detail, withPicture(1000, 750)), {
    region: { x: 100, y: 75, width: 250, height: 150 },
    displaced: false,
  })
})

t.test('on a picture of other proportions the whole is shown, and said to be', async t => {
  t.match(findDetail(detail, withPicture(4000, 4000)), {
    region: { x: 0, y: 0, width: 4000, height: 4000 },
    displaced: true,
    whole: true,
  })
})

t.test('a layer of another size shows the same place; one that is gone is told', async t => {
  const work: Work = {
    ...picturedWork,
    views: [
      {
        key: '1',
        position: 1,
        layers: [
          { kind: 'visible', image: imageRecord('recto', 4000, 3000) },
          { kind: 'infrared', image: imageRecord('ir', 2000, 1500) },
        ],
      },
    ],
  }
  t.match(findDetail({ ...detail, layer: 'infrared' }, work), {
    layer: 'infrared',
    layerRegion: { x: 200, y: 150, width: 500, height: 300 },
    layerMissing: false,
  })
  t.match(findDetail({ ...detail, layer: 'xray' }, work), { layer: 'visible', layerMissing: true })
})

t.test('a view is named as soon as there are several, and one that is gone is not replaced', async t => {
  const [view] = picturedWork.views
  t.match(view && detailOf(picturedWork, view, 'infrared'), {
    view: '1',
    layer: 'infrared',
    region: { x: 0, y: 0, width: 4000, height: 3000 },
  })
  const alone = withPicture(40, 30)
  t.equal(alone.views[0] && detailOf(alone, alone.views[0], 'visible')?.view, undefined)
  t.equal(findDetail({ ...detail, view: '9' }, picturedWork), undefined)
})
