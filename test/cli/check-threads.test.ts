import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { openSite } from '../../src/cli/check-site.js'
import { openThreads } from '../../src/cli/check-threads.js'
import { configFrom } from '../../src/config.js'
import { readSettings } from '../../src/settings.js'
import { workOf } from '../contract/catalogue.js'

const base = 'https://collections.example.org'

async function openBoth(t: Test) {
  const data = t.testdir()
  const { writer, close } = openCatalogue(join(data, 'catalogue.db'), () => new Date())
  await writer.putWorks(['a', 'b', 'c', 'd', 'e'].map(id => workOf(id)))
  close()
  const config = configFrom(readSettings({ data }))
  const site = await openSite(config, base)
  const threads = openThreads(2, { config, base })
  t.teardown(async () => {
    await threads.close()
    await site.close()
  })
  return { site, threads }
}

t.test('threads answer what the site answers, each question its own, in whatever order they are done', async t => {
  const { site, threads } = await openBoth(t)
  const paths = ['a', 'b', 'c', 'nowhere', 'd', 'e'].map(id => `/iiif/presentation/3/works/${id}/manifest`)
  const [alone, together] = [
    await Promise.all(paths.map(path => site.ask(path, 'GET'))),
    await Promise.all(paths.map(path => threads.ask(path, 'GET'))),
  ]
  t.strictSame(together, alone)
  t.strictSame(
    alone.map(({ status }) => status),
    [200, 200, 200, 404, 200, 200],
  )
  t.strictSame(await threads.ask('/works/a', 'HEAD'), { ...(await site.ask('/works/a', 'HEAD')), body: '' })
})

t.test('nobody waits for a thread that has ended', async t => {
  const { threads } = await openBoth(t)
  const asked = threads.ask('/works/a', 'GET')
  await Promise.all([t.rejects(asked, { message: 'A thread of the check has ended.' }), threads.close()])
  await t.rejects(threads.ask('/works/b', 'GET'), { message: 'A thread of the check has ended.' })
})
