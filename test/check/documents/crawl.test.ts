import t from 'tap'
import type { Ask, CheckPorts } from '../../../src/check/check.js'
import { counting } from '../../../src/check/counts.js'
import { crawl } from '../../../src/check/documents/crawl.js'
import { openValidate } from '../../../src/check/documents/validate.js'
import type { Finding } from '../../../src/check/finding.js'
import { remember } from '../../../src/check/remembered.js'
import { mostEntries } from '../../../src/config.js'
import { presentationContext } from '../../../src/presentation/types.js'

const base = 'https://collections.example.org'
const root = `${base}/iiif/presentation/3/collection`
const validate = openValidate()

const collection = (id: string, items: readonly string[]) => ({
  '@context': presentationContext,
  id,
  type: 'Collection',
  label: { none: ['x'] },
  items: items.map(each => ({ id: each, type: 'Collection', label: { none: ['x'] } })),
})

/** Crawls a site that is a table of answers. */
async function crawled(site: Readonly<Record<string, object>>, together = 1) {
  const asked: string[] = []
  const tally = counting()
  const ask: Ask = async (path, method) => {
    asked.push(`${method} ${path}`)
    const found = site[base + path]
    return { status: found ? 200 : 404, type: 'application/json', body: JSON.stringify(found ?? { message: 'None.' }) }
  }
  const signal = new AbortController().signal
  const ports = { base, ask, together, validate, signal, count: tally.count } as Partial<CheckPorts> as CheckPorts
  const findings: Finding[] = []
  for await (const finding of crawl([root], remember(), ports)) findings.push(finding)
  return { findings, asked, counts: tally.counts }
}

t.test('each address is asked once, in a site that leads round in a circle too', async t => {
  const other = `${root}/1`
  const { findings, asked, counts } = await crawled({
    [root]: collection(root, [other, other]),
    [other]: collection(other, [root]),
  })
  t.strictSame(findings, [])
  t.strictSame(asked, ['GET /iiif/presentation/3/collection', 'GET /iiif/presentation/3/collection/1'])
  t.match(counts, { collections: 2, addresses: 2 })
})

t.test('what is asked together is found as if it were asked one by one', async t => {
  const below = [1, 2, 3, 4].map(number => `${root}/${number}`)
  const site = {
    [root]: collection(root, below.slice(0, 3)),
    ...Object.fromEntries(below.slice(0, 2).map(each => [each, collection(each, below)])),
    [below[3] ?? '']: collection(root, [root]),
  }
  const [alone, together] = [await crawled(site), await crawled(site, 3)]
  const sorted = (list: readonly unknown[]) => list.map(each => JSON.stringify(each)).sort()
  t.strictSame(sorted(together.findings), sorted(alone.findings))
  t.strictSame(sorted(together.asked), sorted(alone.asked))
  t.strictSame(together.counts, alone.counts)
  t.equal(alone.findings.length, 2)
})

t.test('of pictures only the head is asked', async t => {
  const thumbnail = `${base}/iiif/image/3/i/full/300,/0/default.jpg`
  const { asked, findings } = await crawled({
    [root]: { ...collection(root, []), thumbnail: [{ id: thumbnail, type: 'Image' }] },
    [thumbnail]: {},
  })
  t.strictSame(findings, [])
  t.equal(asked[1], 'HEAD /iiif/image/3/i/full/300,/0/default.jpg')
})

t.test('a part of a document is asked for as the document', async t => {
  const { asked, findings } = await crawled({ [root]: collection(root, [`${root}#xywh=1,2,3,4`]) })
  t.strictSame(findings, [])
  t.equal(asked.length, 1)
})

t.test('what does not answer, answers as another, or lists too much is told', async t => {
  const [gone, other, long] = [`${root}/1`, `${root}/2`, `${root}/3`]
  const { findings } = await crawled({
    [root]: collection(root, [gone, other, long]),
    [other]: collection(root, []),
    [long]: collection(
      long,
      Array.from({ length: mostEntries + 1 }, () => root),
    ),
  })
  t.match(findings, [
    { code: 'too-long', subject: { address: long }, detail: 'it has 501' },
    { code: 'other-id', subject: { address: other }, detail: `it says "${root}"` },
    { code: 'collection-unanswered', subject: { address: gone }, detail: 'it answers 404: None.' },
  ])
})

t.test('it can be called off, however many addresses wait', async t => {
  const called = new AbortController()
  let asked = 0
  const ask: Ask = async path => {
    asked += 1
    // A site without an end, and an answer that is there at once
    const next = `${root}/${asked}`
    return { status: 200, type: 'application/json', body: JSON.stringify(collection(base + path, [next])) }
  }
  setImmediate(() => called.abort(new Error('Called off.')))
  const ports = {
    base,
    ask,
    together: 1,
    validate,
    signal: called.signal,
    count() {},
  } as Partial<CheckPorts> as CheckPorts
  const all = async () => {
    for await (const _ of crawl([root], remember(), ports)) if (asked > 10_000) return
  }
  await t.rejects(all(), { message: 'Called off.' })
  t.ok(asked < 10)
})
