import { urisOf } from '../../presentation/uris.js'
import type { Check, CheckPorts } from '../check.js'
import { counting } from '../counts.js'
import type { Finding } from '../finding.js'
import { rememberAsked } from './asked.js'
import { crawl } from './crawl.js'

/**
 * All documents of both versions and all that they lead to: first what the root collections reach, then what is published
 * and was not reached.
 */
export const documents: Check = {
  name: 'documents',
  title: { fr: 'Documents IIIF et leurs adresses', en: 'IIIF documents and their addresses' },
  async *find(ports) {
    const asked = rememberAsked()
    const [uris3, uris2] = [urisOf(ports.base, 3), urisOf(ports.base, 2)]
    const followed = showingProgress(ports)
    const begun = ports.clock().toISOString()
    yield* crawl([uris2.collection(), uris3.collection()], asked, followed)
    for (const id of ports.audit.publishedWorks()) {
      ports.count('works')
      const manifests = [uris3.manifest(id), uris2.manifest(id)]
      const missed = manifests.filter(address => !asked.has(address))
      if (missed.length > 0 && wasPublished(id, begun, ports))
        for (const place of missed)
          yield { code: 'unreachable', subject: { kind: 'work', id }, place } satisfies Finding
      yield* crawl([...missed, uris3.workPage(id)], asked, followed)
    }
    for (const { record, published } of ports.audit.images())
      if (published) yield* crawl([uris3.imageService(record.id), uris2.imageService2(record.id)], asked, followed)
  },
}

/** What somebody publishes meanwhile may stand on a page that was read before. */
const wasPublished = (id: string, begun: string, { reader }: CheckPorts): boolean =>
  (reader.revision('work', id) ?? begun) < begun

/** Each work has a manifest in either version. */
function showingProgress(ports: CheckPorts): CheckPorts {
  const total = 2 * ports.audit.count().works
  const tally = counting()
  return {
    ...ports,
    count(what, by) {
      ports.count(what, by)
      tally.count(what, by)
      if (what !== 'manifests') return
      const { manifests, addresses } = tally.counts
      ports.progress(manifests / Math.max(total, 1), `${manifests} / ${total}, ${addresses}`)
    },
  }
}
