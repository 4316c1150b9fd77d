import type { Work } from '../../catalogue/model.js'
import { dimensionWords } from '../../presentation/dimensions.js'
import { fieldLabels } from '../../presentation/fields.js'
import { museumName, workTitle } from '../../presentation/label.js'
import { isAway, whereaboutsWords } from '../../presentation/whereabouts.js'
import { makerNames, makerWords } from '../cite.js'
import { plain } from '../languages.js'
import type { Visit } from '../visit.js'
import { Lender, LenderStatement } from './lender.js'
import { RightsLink } from './rights-link.js'
import { Words } from './words.js'

type Props = Readonly<{ work: Work; visit: Visit }>

/**
 * The wall label: maker · title, date · technique, dimensions · museum, town, inventory number · credit and rights.
 * On the page of something else than the work its title is no heading but leads to the work.
 */
export function Cartel({ work, visit, heading: Heading = 'h1' }: Props & Readonly<{ heading?: 'h1' | 'p' }>) {
  const { language, phrases } = visit
  const makers = work.makers ?? []
  const dimensions = dimensionWords(work.dimensions)
  return (
    <div class="cartel">
      {work.loan && <Lender loan={work.loan} visit={visit} />}
      {makers.length > 0 && <p class="makers">{makers.map(maker => makerWords(maker, visit)).join(', ')}</p>}
      <Heading class="title">
        <cite>
          {Heading === 'h1' ? (
            <Words of={workTitle(work)} reader={language} />
          ) : (
            <a href={visit.uris.workPage(work.id, visit.chosen)}>
              <Words of={workTitle(work)} reader={language} />
            </a>
          )}
        </cite>
        {work.date && (
          <span class="date">
            {', '}
            <Words of={work.date.words} reader={language} />
          </span>
        )}
      </Heading>
      {(work.texts?.materials || dimensions) && (
        <p>
          <Words of={work.texts?.materials} reader={language} />
          {work.texts?.materials && dimensions && <br />}
          <Words of={dimensions} reader={language} />
        </p>
      )}
      <Keeping work={work} visit={visit} />
      <p class="credit">
        {work.loan && <LenderStatement loan={work.loan} visit={visit} />}
        {work.rights?.photograph && (
          <>
            {fieldLabels.photograph[language]}
            {language === 'fr' ? '\u00a0: ' : ': '}
            <Words of={work.rights.photograph} reader={language} />
            {' · '}
          </>
        )}
        {work.rights?.copyright && (
          <>
            <Words of={work.rights.copyright} reader={language} />
            {' · '}
          </>
        )}
        {work.rights?.credit && (
          <>
            <Words of={work.rights.credit} reader={language} />
            {' · '}
          </>
        )}
        {work.rights?.uri ? <RightsLink uri={work.rights.uri} visit={visit} /> : phrases.noRights}
      </p>
    </div>
  )
}

function Keeping({ work, visit }: Props) {
  const { uris, chosen, language, phrases } = visit
  const museum = work.museumRecord
  const away = isAway(work.whereabouts)
  if (!museum && !work.inventory && !away) return null
  const name = museum && plain(museumName(museum), language)
  return (
    <p>
      {away && (
        <>
          <strong>
            <Words of={whereaboutsWords(work.whereabouts)} reader={language} />
          </strong>
          <br />
        </>
      )}
      {museum && (
        <a href={uris.museumPage(museum.id, chosen)}>
          <Words of={museumName(museum)} reader={language} />
        </a>
      )}
      {museum?.town && !name?.includes(museum.town) && `, ${museum.town}`}
      {museum && work.inventory && <br />}
      {work.inventory && phrases.inventory(work.inventory)}
    </p>
  )
}

/** Maker, title and date on one line, as a link to the work. */
export function ShortLabel({ work, visit }: Props) {
  const makers = makerNames(work, visit.language)
  return (
    <a class="short-label" href={visit.uris.workPage(work.id, visit.chosen)}>
      {makers && <span>{makers}, </span>}
      <cite>
        <Words of={workTitle(work)} reader={visit.language} />
      </cite>
      {work.date && (
        <span>
          {', '}
          <Words of={work.date.words} reader={visit.language} />
        </span>
      )}
    </a>
  )
}
