import { join } from 'node:path'
import t from 'tap'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { loadShown } from '../../src/stories/shown.js'
import { workOf } from '../contract/catalogue.js'
import { analysis, exhibition } from './samples.js'

t.test('a story shows what is published now, and an exhibition the works of its analyses too', async t => {
  const catalogue = openCatalogue(join(t.testdir({}), 'catalogue.db'), () => new Date('2026-05-01T12:00:00Z'))
  t.teardown(() => catalogue.close())
  const { reader, writer, stories, storyWriter } = catalogue
  await writer.putWorks([workOf('DEMO-0001'), workOf('DEMO-0003')])
  await writer.putWorks([workOf('DEMO-0002')], { draft: true })
  const shown = async () => {
    const { works, analyses } = await loadShown(reader, stories, invitation)
    return { works: [...works.keys()].toSorted(), analyses: [...analyses.keys()] }
  }
  const [room] = exhibition.sections
  if (!room) throw new Error('The sample has a room.')
  const invitation = {
    ...exhibition,
    sections: [{ ...room, blocks: room.blocks.filter(({ kind }) => kind === 'analysis') }],
  }
  t.strictSame(await shown(), { works: [], analyses: [] }, 'neither the draft of the cover nor an absent analysis')

  await storyWriter.save(analysis)
  t.strictSame(await shown(), { works: [], analyses: [] })
  await storyWriter.publish('analysis', analysis.slug)
  t.strictSame(await shown(), { works: ['DEMO-0001', 'DEMO-0003'], analyses: [analysis.slug] })
  await storyWriter.unpublish('analysis', analysis.slug)
  t.strictSame(await shown(), { works: [], analyses: [] })
  t.strictSame([...(await loadShown(reader, stories, analysis)).works.keys()].toSorted(), ['DEMO-0001', 'DEMO-0003'])
})
