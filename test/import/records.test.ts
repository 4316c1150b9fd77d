import t from 'tap'
import { importWorks } from '../../src/import/records.js'
import type { Converted } from '../../src/import/remarks.js'
import { workOf } from '../contract/catalogue.js'
import { emptyCatalogue } from './catalogue.js'

async function* works(count: number, inventory = '1', upTo = count) {
  for (let index = 0; index < upTo; index += 1) {
    const record = workOf(`w${String(index).padStart(5, '0')}`, { inventory })
    yield { record, line: index + 2, rows: 1, remarks: [] } satisfies Converted<typeof record>
  }
}
const none = new Set<string>()

t.test('works are written in batches, a transaction each', async t => {
  const { reader, writer } = emptyCatalogue(t)
  const progress: number[] = []
  const tally = await importWorks(works(1200), writer, none, { onProgress: rows => progress.push(rows) })
  t.match(tally, { rows: 1200, created: 1200 })
  t.strictSame(progress, [500, 1000, 1200])
  const moments = new Set((await reader.journal(0, 2000)).map(({ at }) => at))
  t.equal(moments.size, 3)
})

t.test('a run that is interrupted leaves whole batches, and the next one finishes it', async t => {
  const { reader, writer } = emptyCatalogue(t)
  const stop = new AbortController()
  const interrupted = importWorks(works(1200), writer, none, {
    signal: stop.signal,
    onProgress: rows => rows === 1000 && stop.abort(),
  })
  await t.rejects(interrupted)
  t.match(await reader.countWorks({}), { works: 1000 })
  t.match(await importWorks(works(1200), writer, none), { created: 200, unchanged: 1000 })
})

t.test('works name museums that are not there, and that is remarked upon once a work', async t => {
  const { writer } = emptyCatalogue(t)
  const source = async function* () {
    for (const [id, museum] of [
      ['a', 'M0629'],
      ['b', 'M0001'],
      ['c', 'M0001'],
    ] as const)
      yield { record: workOf(id, { museum }), line: 2, rows: 1, remarks: [] }
  }
  const { remarks } = await importWorks(source(), writer, new Set(['M0629']))
  t.strictSame(remarks.get('unknown-museum'), { total: 2, examples: [{ line: 2, value: 'M0001', times: 2 }] })
})

t.test('drafts stay drafts until they are imported without it', async t => {
  const { reader, writer } = emptyCatalogue(t)
  t.match(await importWorks(works(3), writer, none, { draft: true }), { created: 3 })
  t.match(await reader.countWorks({}), { works: 0 })
  t.match(await importWorks(works(3), writer, none), { updated: 3 })
  t.match(await reader.countWorks({}), { works: 3 })
})
