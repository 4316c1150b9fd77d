import type { ComponentChildren } from 'preact'
import type { Work } from '../../catalogue/model.js'
import { dimensionWords } from '../../presentation/dimensions.js'
import { fieldLabels, type NoticeField, noticeFields } from '../../presentation/fields.js'
import { museumName } from '../../presentation/label.js'
import { publicDomainWords } from '../../presentation/rights.js'
import { whereaboutsWords } from '../../presentation/whereabouts.js'
import { keeperWords, makerWords } from '../cite.js'
import type { Visit } from '../visit.js'
import { LenderRecord } from './lender.js'
import { Paragraphs, Words } from './words.js'

type Props = Readonly<{ work: Work; visit: Visit }>

/** The full notice, in the order of the catalogue, and the source's own record below it. */
export function CatalogueRecord({ work, visit }: Props) {
  const { phrases, language } = visit
  const entries = noticeFields.map(field => [field, fieldContent(field, work, visit)] as const)
  return (
    <section class="record" aria-labelledby="record">
      <h2 id="record">{phrases.record}</h2>
      <dl>
        {work.loan && <LenderRecord loan={work.loan} visit={visit} />}
        {entries
          .filter(([, content]) => content)
          .map(([field, content]) => (
            <div key={field}>
              <dt>{fieldLabels[field][language]}</dt>
              <dd>{content}</dd>
            </div>
          ))}
      </dl>
      <SourceRecord work={work} visit={visit} />
    </section>
  )
}

function fieldContent(field: NoticeField, work: Work, visit: Visit): ComponentChildren {
  switch (field) {
    case 'makers':
      return work.makers?.map(maker => <p key={maker.name}>{makerWords(maker, visit)}</p>)
    case 'date':
      return work.date && <Words of={work.date.words} reader={visit.language} />
    case 'dimensions':
      return work.dimensions && <Words of={dimensionWords(work.dimensions)} reader={visit.language} />
    case 'whereabouts':
      return work.whereabouts && <Words of={whereaboutsWords(work.whereabouts)} reader={visit.language} />
    case 'museum':
      return (
        work.museumRecord &&
        (keeperWords(work, visit) ?? <Words of={museumName(work.museumRecord)} reader={visit.language} />)
      )
    case 'inventory':
      return work.inventory
    case 'reference':
      return work.id
    case 'publicDomain':
      return work.rights?.publicDomainFrom && <Words of={publicDomainWords(work.rights)} reader={visit.language} />
    case 'photograph':
    case 'copyright':
      return work.rights?.[field] && <Words of={work.rights[field]} reader={visit.language} />
    case 'rights':
      return work.rights?.credit && <Words of={work.rights.credit} reader={visit.language} />
    default:
      return work.texts?.[field] && <Paragraphs of={work.texts[field]} reader={visit.language} />
  }
}

/** The fields as the source gave them, under the source's own names. */
function SourceRecord({ work, visit }: Props) {
  const { notice } = work
  if (!notice || notice.fields.length === 0) return null
  return (
    <details>
      <summary>{visit.phrases.sourceRecord}</summary>
      <p class="quiet">{notice.source}</p>
      <dl class="verbatim">
        {notice.fields
          .filter(([, value]) => value.trim() !== '')
          .map(([name, value], index) => (
            <div key={index}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </details>
  )
}
