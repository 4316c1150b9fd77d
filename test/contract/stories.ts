import type { Test } from 'tap'
import type { CatalogueReader, CatalogueWriter } from '../../src/catalogue/catalogue.js'
import type { StoryReader, StoryWriter } from '../../src/catalogue/stories.js'
import type { Analysis } from '../../src/catalogue/story.js'
import { analysis, exhibition } from '../stories/samples.js'
import { workOf } from './catalogue.js'

export type StoryStore = Readonly<{
  reader: CatalogueReader
  writer: CatalogueWriter
  stories: StoryReader
  storyWriter: StoryWriter
  close(): void
}>

const { slug } = analysis
const retold = (title: string): Analysis => ({ ...analysis, title: { fr: title } })

/** What every store of stories keeps to. */
export function storyContract(t: Test, open: (t: Test) => StoryStore): void {
  const opened = (t: Test): StoryStore => {
    const store = open(t)
    t.teardown(() => store.close())
    return store
  }

  t.test('a draft is silent; published, it is there to read, and its revision stays as it was', async t => {
    const { reader, stories, storyWriter } = opened(t)
    const saved = await storyWriter.save(analysis, { by: 'Élise', note: 'premier jet' })
    t.match(saved, { story: analysis, newest: { number: 1, by: 'Élise', note: 'premier jet' }, published: undefined })
    t.equal(await stories.published('analysis', slug), undefined)
    t.strictSame(await reader.journal(0, 10), [])

    await storyWriter.publish('analysis', slug)
    await storyWriter.save(retold('Autre titre'))
    t.match(await stories.published('analysis', slug), { story: analysis, revision: 1, current: true })
    t.equal(await stories.published('analysis', slug, 2), undefined, 'a draft has no public address')

    await storyWriter.publish('analysis', slug)
    t.match(await stories.published('analysis', slug), { story: { title: { fr: 'Autre titre' } }, revision: 2 })
    t.match(await stories.published('analysis', slug, 1), { story: analysis, revision: 1, current: false })
    t.match(await reader.journal(0, 10), [
      { verb: 'create', kind: 'analysis', id: slug },
      { verb: 'update', kind: 'analysis', id: slug },
    ])
    t.equal(await stories.countPublished('analysis'), 1)
    t.equal(await stories.countPublished('exhibition'), 0)
  })

  t.test('saving what is already said keeps no new revision', async t => {
    const { storyWriter } = opened(t)
    await storyWriter.save(analysis)
    t.equal((await storyWriter.save(analysis)).newest.number, 1)
  })

  t.test('of two who began from the same revision the second is refused, and nothing is lost', async t => {
    const { storyWriter } = opened(t)
    await storyWriter.save(analysis, { expected: 0 })
    await storyWriter.save(retold('L’une'), { expected: 1 })
    await t.rejects(storyWriter.save(retold('L’autre'), { expected: 1 }), { code: 'conflict' })
    await t.rejects(storyWriter.save(analysis, { expected: 0 }), { code: 'conflict' })
    t.match(await storyWriter.state('analysis', slug), { story: { title: { fr: 'L’une' } }, newest: { number: 2 } })
  })

  t.test('an earlier revision comes back as the newest, and its history tells so', async t => {
    const { storyWriter } = opened(t)
    await storyWriter.save(analysis)
    await storyWriter.save(retold('Moins bien'))
    const state = await storyWriter.returnTo('analysis', slug, 1, { by: 'Élise' })
    t.match(state, { story: analysis, newest: { number: 3, by: 'Élise', note: 'Back to revision 1' } })
    const revisions = await storyWriter.revisions('analysis', slug, { offset: 0, limit: 2 })
    t.strictSame(
      revisions.map(({ number }) => number),
      [3, 2],
    )
    await t.rejects(storyWriter.returnTo('analysis', slug, 9), { code: 'not-found' })
  })

  t.test('what is unpublished leaves a tombstone at all its addresses, and can be published again', async t => {
    const { reader, stories, storyWriter } = opened(t)
    t.equal(await reader.presence('analysis', slug), 'absent')
    await storyWriter.save(analysis)
    await storyWriter.publish('analysis', slug)
    t.equal(await reader.presence('analysis', slug), 'present')
    await storyWriter.unpublish('analysis', slug)
    t.equal(await reader.presence('analysis', slug), 'gone')
    t.equal(await stories.published('analysis', slug, 1), undefined)
    await storyWriter.publish('analysis', slug, { revision: 1 })
    t.equal(await reader.presence('analysis', slug), 'present')
    t.strictSame(
      (await reader.journal(0, 10)).map(({ verb }) => verb),
      ['create', 'delete', 'create'],
    )
  })

  t.test('what was removed is listed apart and comes back from any of its revisions', async t => {
    const { reader, storyWriter } = opened(t)
    await storyWriter.save(analysis)
    await storyWriter.publish('analysis', slug)
    await t.rejects(storyWriter.remove('analysis', slug, { expected: 7 }), { code: 'conflict' })
    await storyWriter.remove('analysis', slug, { expected: 1 })
    t.equal(await storyWriter.state('analysis', slug), undefined)
    t.equal(await reader.presence('analysis', slug), 'gone')
    const slice = { offset: 0, limit: 10 }
    t.strictSame(await storyWriter.states('analysis', slice), [])
    t.match(await storyWriter.states('analysis', { ...slice, removed: true }), [{ story: { slug } }])
    await t.rejects(storyWriter.publish('analysis', slug), { code: 'not-found' })
    await storyWriter.returnTo('analysis', slug, 1)
    t.match(await storyWriter.states('analysis', slice), [{ story: { slug }, newest: { number: 2 } }])
  })

  t.test('works change with the stories that show them, and stories with their works', async t => {
    const { reader, writer, stories, storyWriter } = opened(t)
    await writer.putWorks([workOf('DEMO-0001'), workOf('DEMO-0003')])
    const before = reader.revision('work', 'DEMO-0001')
    await storyWriter.save(analysis)
    t.equal(reader.revision('work', 'DEMO-0001'), before)
    await storyWriter.publish('analysis', slug)
    t.not(reader.revision('work', 'DEMO-0001'), before)
    t.match(await stories.showing('DEMO-0003', 5), [{ story: { slug } }], 'a counterpart is shown too')

    const told = reader.revision('analysis', slug)
    t.ok(told)
    await writer.putWorks([{ ...workOf('DEMO-0003'), inventory: 'other' }])
    t.not(reader.revision('analysis', slug), told)

    await storyWriter.save(exhibition)
    await storyWriter.publish('exhibition', exhibition.slug)
    const hung = reader.revision('exhibition', exhibition.slug)
    await storyWriter.save(retold('Neuf'))
    await storyWriter.publish('analysis', slug)
    t.not(reader.revision('exhibition', exhibition.slug), hung, 'an exhibition changes with its analyses')
    await storyWriter.unpublish('analysis', slug)
    t.equal(reader.revision('analysis', slug), undefined)
    t.match(await stories.showing('DEMO-0001', 5), [{ story: { slug: exhibition.slug } }])
  })

  t.test('lists have the newest first and are bounded', async t => {
    const { stories, storyWriter } = opened(t)
    for (const name of ['a', 'b', 'c']) {
      await storyWriter.save({ ...analysis, slug: name })
      await storyWriter.publish('analysis', name)
    }
    const listed = await stories.listPublished('analysis', { offset: 0, limit: 2 })
    t.strictSame(
      listed.map(({ story }) => story.slug),
      ['c', 'b'],
    )
  })
}
