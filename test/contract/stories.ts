import type { Test } from 'tap'
import type { CatalogueReader, CatalogueWriter } from '../../src/catalogue/catalogue.js'
import type { CatalogueEditor } from '../../src/catalogue/editing.js'
import type { StoryReader, StoryWriter } from '../../src/catalogue/stories.js'
import type { Analysis } from '../../src/catalogue/story.js'
import { analysis, exhibition } from '../stories/samples.js'
import { workOf } from './catalogue.js'

export type StoryStore = Readonly<{
  reader: CatalogueReader
  writer: CatalogueWriter
  stories: StoryReader
  storyWriter: StoryWriter
  editor: CatalogueEditor
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
    t.match(saved, {
      story: analysis,
      newest: { number: 1, by: 'Élise', note: 'premier jet' },
      status: 'draft',
      published: undefined,
    })
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

  t.test('of two who began from the same revision the second is told, and nothing is lost', async t => {
    const { editor } = opened(t)
    const { put, get } = editor.stories.analysis
    const by = 'Élise'
    t.match(await put({ slug }, analysis, { by, expected: 'absent' }), { outcome: 'created' })
    const { revision = '' } = (await get({ slug })) ?? {}
    const put1 = await put({ slug }, retold('L’une'), { by, expected: [revision], note: 'Plus court' })
    t.match(put1, { outcome: 'updated' })
    t.match(await put({ slug }, retold('L’autre'), { by: 'Bart', expected: [revision] }), {
      outcome: 'stale',
      held: { value: { title: { fr: 'L’une' } } },
    })
    t.match(await put({ slug }, analysis, { by, expected: 'absent' }), { outcome: 'stale' })
    t.match(await editor.stories.analysis.revisions(slug, { before: 10, limit: 10 }), [
      { number: 2, by, note: 'Plus court' },
      { number: 1, by, note: undefined },
    ])
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

  t.test('what was removed comes back as it was, public where it was, after another in its place too', async t => {
    const { reader, stories, storyWriter, editor } = opened(t)
    const { get, remove, revisions } = editor.stories.analysis
    const removing = async () => {
      const { revision = '' } = (await get({ slug })) ?? {}
      const removed = await remove({ slug }, { by: 'Bart', expected: [revision] })
      return removed.outcome === 'deleted' ? removed.deletion.number : 0
    }
    await storyWriter.save(analysis)
    await storyWriter.publish('analysis', slug)
    await storyWriter.save(retold('Brouillon'))
    t.match(await remove({ slug }, { by: 'Bart', expected: ['other'] }), { outcome: 'stale' })
    const deletion = await removing()
    t.equal(await storyWriter.state('analysis', slug), undefined)
    t.equal(await reader.presence('analysis', slug), 'gone')
    t.equal(await revisions(slug, { before: 10, limit: 10 }), undefined)
    t.strictSame(await storyWriter.states('analysis', { offset: 0, limit: 10 }), [])
    await t.rejects(storyWriter.publish('analysis', slug), { code: 'not-found' })

    await editor.restore(deletion, 'Élise')
    t.match(await storyWriter.state('analysis', slug), { newest: { number: 2 }, status: 'published', published: 1 })
    t.match(await stories.published('analysis', slug), { story: analysis, revision: 1 })

    const again = await removing()
    await storyWriter.save(retold('Une autre'))
    await t.rejects(editor.restore(again, 'Élise'), { code: 'conflict' })
    await removing()
    await editor.restore(again, 'Élise')
    t.match(await storyWriter.state('analysis', slug), {
      story: { title: { fr: 'Brouillon' } },
      newest: { number: 4, by: 'Élise', note: 'Back to revision 2' },
      published: 1,
    })
  })

  t.test('lists say which stories are drafts, public or withdrawn', async t => {
    const { storyWriter, editor } = opened(t)
    for (const name of ['a', 'b', 'c']) await storyWriter.save({ ...analysis, slug: name })
    for (const name of ['b', 'c']) await storyWriter.publish('analysis', name)
    await storyWriter.save({ ...analysis, slug: 'b', title: { fr: 'Autre titre' } })
    await storyWriter.unpublish('analysis', 'c')
    const { list } = editor.stories.analysis
    const all = await list({}, { after: '', limit: 10 })
    t.match(all, [
      { slug: 'a', status: 'draft', newest: { number: 1 }, languages: ['fr', 'en'] },
      { slug: 'b', status: 'published', published: 1, newest: { number: 2 }, title: { fr: 'Autre titre' } },
      { slug: 'c', status: 'withdrawn', published: undefined },
    ])
    for (const { slug: name, status } of all)
      t.match(await list({ status }, { after: '', limit: 10 }), [{ slug: name }], status)
    t.match(await list({}, { after: 'a', limit: 1 }), [{ slug: 'b' }])
    t.strictSame(await editor.stories.exhibition.list({}, { after: '', limit: 10 }), [])
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
