import { join } from 'node:path'
import t from 'tap'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { keptDrafts } from '../../src/config.js'
import { storyContract } from '../contract/stories.js'
import { analysis } from '../stories/samples.js'

const clock = (): Date => new Date('2026-05-01T12:00:00Z')

storyContract(t, t => openCatalogue(join(t.testdir({}), 'catalogue.db'), clock))

t.test('of drafts the newest are kept, and everything that was ever public', async t => {
  const { storyWriter, stories, editor, close } = openCatalogue(join(t.testdir({}), 'catalogue.db'), clock)
  t.teardown(close)
  await storyWriter.save(analysis)
  await storyWriter.publish('analysis', analysis.slug)
  for (let draft = 0; draft < keptDrafts + 20; draft += 1)
    await storyWriter.save({ ...analysis, subtitle: { fr: `Essai ${draft}` } })
  const all = await editor.stories.analysis.revisions(analysis.slug, { before: 10_000, limit: 10_000 })
  t.equal(all?.length, keptDrafts + 1)
  t.match(await stories.published('analysis', analysis.slug), { revision: 1 })
})
