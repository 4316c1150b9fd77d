import t from 'tap'
import type { AuditedStory, CatalogueAudit } from '../../../src/catalogue/audit.js'
import type { Ask, CheckPorts } from '../../../src/check/check.js'
import { counting } from '../../../src/check/counts.js'
import { documents } from '../../../src/check/documents/documents.js'
import { openValidate } from '../../../src/check/documents/validate.js'
import type { Finding } from '../../../src/check/finding.js'

const base = 'https://collections.example.org'
const begun = new Date('2026-05-01T12:00:00.000Z')

/** A site whose collections lead nowhere, and which publishes one analysis. */
async function checked(story: AuditedStory | undefined) {
  const audit = {
    count: () => ({ works: 0, images: 0 }),
    publishedWorks: () => [],
    images: () => [],
    publishedStories: kind => (kind === 'analysis' ? ['a'] : []),
    story: () => story,
  } as Partial<CatalogueAudit> as CatalogueAudit
  const ask: Ask = async path => ({
    status: 200,
    type: 'application/json',
    body: JSON.stringify({ id: base + path, '@id': base + path }),
  })
  const ports = {
    audit,
    ask,
    base,
    validate: { ...openValidate(), own: () => undefined },
    stories: { published: async () => undefined },
    signal: new AbortController().signal,
    clock: () => begun,
    together: 1,
    count: counting().count,
    progress() {},
  } as Partial<CheckPorts> as CheckPorts
  const findings: Finding[] = []
  for await (const finding of documents.find(ports)) findings.push(finding)
  return findings
}

t.test('a story that no collection leads to is told, unless it was published or withdrawn meanwhile', async t => {
  // The number of a revision, by which a story's state begins, is no date
  const told = await checked({ since: '2026-05-01T11:59:59.000Z', earlier: [] })
  t.match(told, [
    { code: 'unreachable', subject: { kind: 'analysis', id: 'a' }, place: /presentation\/3/ },
    { code: 'unreachable', subject: { kind: 'analysis', id: 'a' }, place: /presentation\/2/ },
  ])
  t.strictSame(await checked({ since: '2026-05-01T12:00:01.000Z', earlier: [] }), [])
  t.strictSame(await checked(undefined), [])
})
