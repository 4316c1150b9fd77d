import type { Work } from '../../catalogue/model.js'
import { kinLabels } from '../../presentation/kin.js'
import type { Visit } from '../visit.js'
import { ShortLabel } from './cartel.js'
import { WallAndIndex } from './hanging.js'

type Props = Readonly<{ works: readonly Work[]; visit: Visit; first?: number }>

/** The triptych that a panel belongs to, beside the panel's label. */
export const WholeLink = ({ whole, visit }: { whole: Work; visit: Visit }) => (
  <p class="whole">
    <span>{kinLabels.whole[visit.language]}</span>
    <ShortLabel work={whole} visit={visit} />
  </p>
)

/** The panels of a triptych, the leaves of an album, in their order. */
export const Parts = (props: Props) => <Kin kind="parts" {...props} />

export const RelatedWorks = (props: Props) => <Kin kind="related" {...props} />

function Kin({ kind, works, visit, first = 0 }: Props & Readonly<{ kind: 'parts' | 'related' }>) {
  if (works.length === 0) return null
  return (
    <section class="kin" aria-labelledby={kind}>
      <h2 id={kind}>{kinLabels[kind][visit.language]}</h2>
      <WallAndIndex works={works} visit={visit} first={first} />
    </section>
  )
}
