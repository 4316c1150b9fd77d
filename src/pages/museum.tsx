import type { MuseumSummary } from '../catalogue/catalogue.js'
import { museumName } from '../presentation/label.js'
import { coverHosts } from './copies.js'
import type { Page } from './document.js'
import { plain } from './languages.js'
import { WorkList } from './parts/hanging.js'
import { PagesOfList } from './parts/pages-of-list.js'
import { Paragraphs, Words } from './parts/words.js'
import { isWebAddress } from './rights.js'
import type { Visit } from './visit.js'
import type { WorkPage } from './works.js'

export function museumPage(museum: MuseumSummary, list: WorkPage, visit: Visit): Page {
  const name = plain(museumName(museum), visit.language) ?? museum.id
  return {
    title: name,
    description: [name, museum.town, visit.phrases.worksCounted(museum.works)].filter(Boolean).join(' · '),
    structuredData: {
      '@context': 'https://schema.org',
      '@type': 'Museum',
      '@id': visit.uris.museumPage(museum.id),
      name,
      ...(museum.town && { address: { '@type': 'PostalAddress', addressLocality: museum.town } }),
      ...(museum.website && isWebAddress(museum.website) && { sameAs: museum.website }),
    },
    hosts: coverHosts(list.works),
    main: <MuseumContent museum={museum} list={list} visit={visit} />,
  }
}

function MuseumContent({ museum, list, visit }: { museum: MuseumSummary; list: WorkPage; visit: Visit }) {
  const { phrases, uris, chosen, language } = visit
  return (
    <div class="band first">
      <header class="list-head museum-head">
        <div>
          {museum.town && <p class="eyebrow">{museum.town}</p>}
          <h1>
            <Words of={museumName(museum)} reader={language} />
          </h1>
          {museum.works > 0 && <p>{phrases.worksCounted(museum.works)}</p>}
        </div>
        <Address museum={museum} visit={visit} />
      </header>
      {list.page === 1 && museum.description && (
        <div class="reading">
          <Paragraphs of={museum.description} reader={language} />
        </div>
      )}
      {list.works.length > 0 ? <WorkList works={list.works} visit={visit} /> : <p class="lead">{phrases.noWorksYet}</p>}
      <PagesOfList page={list.page} pages={list.pages} address={uris.museumPage(museum.id, chosen)} visit={visit} />
      <p class="quiet">
        <a href={uris.museumCollection(museum.id)}>{phrases.dataAndReuse}</a>
      </p>
    </div>
  )
}

function Address({ museum, visit }: { museum: MuseumSummary; visit: Visit }) {
  const website = museum.website?.trim()
  const link = website && !website.includes('://') ? `https://${website}` : website
  const place = [museum.postcode, museum.town].filter(Boolean).join(' ')
  return (
    <address>
      {museum.address && <span>{museum.address}</span>}
      {place && <span>{place}</span>}
      {museum.telephone && <span>{museum.telephone}</span>}
      {link && isWebAddress(link) && <a href={link}>{visit.phrases.website}</a>}
    </address>
  )
}
