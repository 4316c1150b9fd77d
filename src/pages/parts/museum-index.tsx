import type { MuseumSummary } from '../../catalogue/catalogue.js'
import { museumName } from '../../presentation/label.js'
import type { Visit } from '../visit.js'
import { Words } from './words.js'

/** The museums of the network by town. */
export function MuseumIndex({ museums, visit }: { museums: readonly MuseumSummary[]; visit: Visit }) {
  const collator = new Intl.Collator(visit.language)
  const byTown = [...museums].sort((one, other) => collator.compare(one.town ?? '', other.town ?? ''))
  return (
    <ul class="museum-index">
      {byTown.map(museum => (
        <li key={museum.id}>
          <a href={visit.uris.museumPage(museum.id, visit.chosen)}>
            {museum.town && <span class="town">{museum.town}</span>}
            <span class="name">
              <Words of={museumName(museum)} reader={visit.language} />
            </span>
            {museum.works > 0 && <span class="count">{visit.phrases.worksCounted(museum.works)}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}
