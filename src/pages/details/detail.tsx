import { keeperWords } from '../cite.js'
import { hostsOf } from '../copies.js'
import { isDemonstrationWork } from '../demonstration.js'
import type { Page } from '../document.js'
import { plain } from '../languages.js'
import { Cartel } from '../parts/cartel.js'
import type { Visit } from '../visit.js'
import { addressesOf, type DetailShown } from './addresses.js'
import { DetailStage } from './detail-stage.js'
import { SharePanel } from './share-panel.js'
import { detailTitle, layerWords } from './words.js'

/** A shared detail: the picture at its place, the work's label, and what the detail is shared by. */
export function detailPage(shown: DetailShown, visit: Visit): Page {
  const { work, found } = shown
  const { picture, shared } = addressesOf(shown, visit)
  const facts = [detailTitle(shown, visit), plain(work.date?.words, visit.language), keeperWords(work, visit)]
  return {
    title: detailTitle(shown, visit),
    description: facts.filter(Boolean).join(', '),
    picture,
    // What cannot be found on the picture any more is the work, for search engines too
    address: language =>
      found.displaced ? visit.uris.workPage(work.id, language) : visit.uris.detail(shared, language),
    dark: true,
    scripts: [visit.assets.work],
    hosts: hostsOf([found.image, ...found.view.layers.map(({ image }) => image)]),
    main: <DetailContent shown={shown} visit={visit} />,
  }
}

function DetailContent({ shown, visit }: { shown: DetailShown; visit: Visit }) {
  const { work, found } = shown
  const { phrases, uris, chosen } = visit
  return (
    <article class="work detail">
      <DetailStage shown={shown} visit={visit} />
      <div class="work-words">
        <div class="work-label">
          {!found.whole && <p class="eyebrow">{phrases.sharing.detail}</p>}
          <Notices shown={shown} visit={visit} />
          <Cartel work={work} visit={visit} />
          <p class="whole-work">
            <a class="button" href={uris.workPage(work.id, chosen)}>
              {phrases.sharing.wholeWork}
            </a>
          </p>
          {isDemonstrationWork(work) && (
            <p class="demonstration" role="note">
              <strong>{phrases.demonstration}.</strong>
            </p>
          )}
        </div>
        <div class="work-reading">
          <SharePanel shown={shown} visit={visit} />
        </div>
      </div>
    </article>
  )
}

/** What is not as it was when the detail was shared. */
function Notices({ shown, visit }: { shown: DetailShown; visit: Visit }) {
  const { found } = shown
  const { sharing } = visit.phrases
  return (
    <>
      {found.displaced && (
        <p class="demonstration changed" role="note">
          {sharing.displaced}
        </p>
      )}
      {found.layerMissing && (
        <p class="demonstration changed" role="note">
          {sharing.layerMissing(layerWords(shown, visit))}
        </p>
      )}
    </>
  )
}
