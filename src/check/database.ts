import type { CatalogueAudit, CatalogueFlaw } from '../catalogue/audit.js'
import type { Check } from './check.js'
import type { Finding } from './finding.js'

/** What must be well before anything else can be looked at. */
export function* foundation(audit: CatalogueAudit): Iterable<Finding> {
  if (audit.age !== 'current') yield { code: `catalogue-${audit.age}`, subject: { kind: 'catalogue' } }
  for (const flaw of audit.damage()) yield findingOf(flaw)
}

/** The database: its references, its records and its journal. */
export const database: Check = {
  name: 'database',
  title: { fr: 'Base de données', en: 'Database' },
  *find({ audit }) {
    for (const flaw of audit.flaws()) yield findingOf(flaw)
  },
}

const findingOf = ({ kind, about, detail }: CatalogueFlaw): Finding => ({
  code: kind,
  subject: about ?? { kind: 'catalogue' },
  detail,
})
