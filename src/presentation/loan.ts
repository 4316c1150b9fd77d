import type { Link, Loan, Work } from '../catalogue/model.js'
import type { PresentationContext } from './context.js'
import { homepage } from './homepage.js'
import { phrase } from './languages.js'
import { workMetadata } from './metadata.js'
import { marked, plain } from './plain.js'
import type { Agent, Link as Document, Homepage, LabelledValue } from './types.js'

/** Before the owner of a borrowed work. */
export const lentBy = { fr: 'Prêté par', en: 'Lent by', nl: 'In bruikleen van' } as const
const ownersManifest = { fr: 'Manifeste du prêteur', en: 'The lender’s manifest', nl: 'Manifest van de bruikleengever' }

/** What the manifest of a borrowed work says in its owner's words, not in ours. */
export function loanDescription(work: Work, loan: Loan, context: PresentationContext) {
  const { statement } = loan
  const label = plain(work.title) ?? { none: [work.id] }
  const provider = (loan.providers ?? []).map(agent)
  return {
    metadata: [...labelledValues(loan), ...workMetadata(work)],
    requiredStatement: {
      label: plain(statement?.label) ?? phrase(lentBy),
      value: marked(statement?.html) ?? plain(statement?.value ?? loan.owner) ?? { none: [work.id] },
    },
    ...(provider.length > 0 ? { provider } : {}),
    homepage: [...(loan.homepages ?? []).map(page), homepage(context.uris.workPage(work.id), label)],
  }
}

const labelledValues = ({ metadata = [] }: Loan): readonly LabelledValue[] =>
  metadata.flatMap(pair => {
    const value = plain(pair.value)
    return value ? [{ label: plain(pair.label) ?? { none: ['—'] }, value }] : []
  })

const agent = ({ address, label, homepages = [], logo }: NonNullable<Loan['providers']>[number]): Agent => ({
  id: address,
  type: 'Agent',
  label: plain(label) ?? { none: [address] },
  ...(homepages.length > 0 ? { homepage: homepages.map(page) } : {}),
  ...(logo ? { logo: [{ id: logo, type: 'Image' }] } : {}),
})

const page = ({ address, label }: Link): Homepage => ({
  id: address,
  type: 'Text',
  label: plain(label) ?? { none: [address] },
  format: 'text/html',
})

/** The manifest that a borrowed work was made from, at its owner's. */
export const lendersManifest = ({ manifest, version }: Loan): readonly Document[] =>
  manifest === undefined
    ? []
    : [
        {
          id: manifest,
          type: 'Dataset',
          label: phrase(ownersManifest),
          format: 'application/ld+json',
          profile: `http://iiif.io/api/presentation/${version}/context.json`,
        },
      ]
