import type { Page } from '../document.js'
import type { Visit } from '../visit.js'

/** What an address of a detail says that cannot be read. */
export const detailWanted = (visit: Visit): Page =>
  sentences(visit, visit.phrases.sharing.unreadable, visit.phrases.sharing.expected)

/** What `?iiif-content=` says that leads nowhere on this site. */
export const contentStateWanted = (visit: Visit, came: 'unreadable' | 'foreign'): Page =>
  sentences(
    visit,
    came === 'foreign' ? visit.phrases.sharing.stateForeign : visit.phrases.sharing.stateUnreadable,
    visit.phrases.sharing.stateExpected,
  )

const sentences = ({ phrases, uris, chosen }: Visit, title: string, expected: string): Page => ({
  title,
  lasting: false,
  main: (
    <div class="notice-page">
      <p class="eyebrow">400</p>
      <h1>{title}</h1>
      <p class="lead">{expected}</p>
      <nav class="ways-on" aria-label={phrases.failure.goOn}>
        <a href={uris.home(chosen)}>{phrases.home}</a>
        <a href={uris.worksPage(chosen)}>{phrases.works}</a>
      </nav>
    </div>
  ),
})
