import t from 'tap'
import { imageFinder } from '../../src/http/find-image.js'
import { image } from '../presentation/sample.js'
import { openSite } from './site.js'

t.test('what is stored is found without a word to stories, and only ids of drawn pictures ask them', async t => {
  const { services } = await openSite(t)
  const asked: string[] = []
  const find = imageFinder(services.reader, {
    async find({ part }) {
      asked.push(part)
      return undefined
    },
  })
  await services.writer.putImage(image('demo-0003.infrared'))
  await services.writer.putImage(image('analysis.lecture.1.trait'))
  for (const id of ['demo-0003.infrared', 'analysis.lecture.1.trait']) {
    t.match(await find(id, 'image'), { image: { id }, source: { of: 'image', id } })
    t.match(await find(id, 'shown-image'), { image: { id }, source: { of: 'shown-image', id } })
  }
  for (const id of ['nothing', 'demo-0003.ultraviolet', 'analysis.lecture.1', 'analysis.lecture.0.trait'])
    await t.rejects(find(id, 'image'), { code: 'not-found' })
  t.strictSame(asked, [])
  await t.rejects(find('analysis.lecture.1.autre', 'image'), { code: 'not-found' })
  t.strictSame(asked, ['autre'])
})
