import type { MuseumSummary } from '../catalogue/catalogue.js'
import type { Page } from './document.js'
import { MuseumIndex } from './parts/museum-index.js'
import type { Visit } from './visit.js'

export const museumsPage = (museums: readonly MuseumSummary[], visit: Visit): Page => ({
  title: visit.phrases.museums,
  description: visit.phrases.museumsCounted(museums.length),
  main: (
    <div class="band first">
      <header class="list-head">
        <h1>{visit.phrases.museums}</h1>
        <p>{visit.phrases.museumsCounted(museums.length)}</p>
      </header>
      <MuseumIndex museums={museums} visit={visit} />
    </div>
  ),
})
