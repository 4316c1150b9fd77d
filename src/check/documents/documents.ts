import { urisOf } from '../../presentation/uris.js'
import type { Check, CheckPorts } from '../check.js'
import { counting } from '../counts.js'
import type { Finding } from '../finding.js'
import { remember } from '../remembered.js'
import { crawl } from './crawl.js'
import { type DocumentKind, documentKinds, lists } from './kinds.js'

/**
 * All documents of both versions and all that they lead to: first what the root collections reach, then what is published
 * and was not reached.
 */
export const documents: Check = {
  name: 'documents',
  title: { fr: 'Documents IIIF et leurs adresses', en: 'IIIF documents and their addresses' },
  async *find(ports) {
    const asked = remember()
    const uris = { 2: urisOf(ports.base, 2), 3: urisOf(ports.base, 3) }
    const followed = showingProgress(ports)
    const begun = ports.clock().toISOString()
    let allCollections = true
    for await (const finding of crawl([uris[2].collection(), uris[3].collection()], asked, followed)) {
      if (finding.code === 'collection-unanswered') allCollections = false
      yield finding
    }
    for (const each of documentKinds)
      for (const id of each.ids(ports.audit)) {
        if (each.counted) ports.count(each.counted)
        const missed = each.listed(id, uris).filter(address => !asked.has(address))
        // Where a collection does not answer, what it leads to is not known
        if (missed.length > 0 && allCollections && wasPublished(each, id, begun, ports))
          for (const place of missed)
            yield { code: 'unreachable', subject: { kind: each.kind, id }, place } satisfies Finding
        yield* crawl([...missed, ...(await each.beside(id, uris, ports))], asked, followed)
        yield* crawl(each.alone?.(id, uris, ports) ?? [], asked, followed, false)
      }
    // Last, since what is wrong with one work is wrong with each list of it
    yield* crawl(lists(uris), asked, followed)
  },
}

/** What somebody publishes meanwhile may stand on a page that was read before. */
const wasPublished = ({ since }: DocumentKind, id: string, begun: string, ports: CheckPorts): boolean =>
  (since(id, ports) ?? begun) < begun

/** Each work has a manifest in either version; how many a story has, its languages say. */
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
      ports.progress(Math.min(manifests / Math.max(total, 1), 1), `${manifests}, ${addresses}`)
    },
  }
}
