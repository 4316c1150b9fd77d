import type { CatalogueAudit } from '../../catalogue/audit.js'
import type { Uris } from '../../presentation/uris.js'
import type { Counted } from '../counts.js'

/** The addresses of either version. */
export type BothUris = Readonly<Record<2 | 3, Uris>>

/** A kind of thing that is published, and where each of them is to be found. */
export type DocumentKind = Readonly<{
  kind: 'work' | 'image'
  counted?: Counted
  /** Of all that are published, in their order. */
  ids(audit: CatalogueAudit): Iterable<string>
  /** What the root collections must lead to. */
  listed(id: string, uris: BothUris): readonly string[]
  /** What is asked besides, whether a document names it or not. */
  beside(id: string, uris: BothUris): readonly string[]
}>

/** The table of what is published beneath the collections: a new kind of document is a line here. */
export const documentKinds: readonly DocumentKind[] = [
  {
    kind: 'work',
    counted: 'works',
    ids: audit => audit.publishedWorks(),
    listed: (id, uris) => [uris[3].manifest(id), uris[2].manifest(id)],
    beside: (id, uris) => [uris[3].workPage(id)],
  },
  {
    kind: 'image',
    *ids(audit) {
      for (const { record, published } of audit.images()) if (published) yield record.id
    },
    listed: () => [],
    beside: (id, uris) => [uris[3].imageService(id), uris[2].imageService2(id)],
  },
]
