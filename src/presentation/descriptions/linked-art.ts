import { coverImage, type LanguageMap, type Maker, type Work } from '../../catalogue/model.js'
import type { PresentationContext } from '../context.js'
import { dimensionWords } from '../dimensions.js'
import { museumLabel, workTitle } from '../label.js'
import { makerName } from '../makers.js'
import { imageBody } from '../painting.js'
import { plain } from '../plain.js'
import { presentationContext } from '../types.js'
import { isAway } from '../whereabouts.js'
import { lenderOf } from './lender.js'

export const linkedArtContext = 'https://linked.art/ns/v1/linked-art.json'

/** Terms of the Getty's Art & Architecture Thesaurus that Linked Art asks for. */
const terms = {
  artwork: ['300133025', 'works of art'],
  primaryName: ['300404670', 'preferred terms'],
  accession: ['300312355', 'accession numbers'],
  briefText: ['300418049', 'brief texts'],
  description: ['300435416', 'descriptions'],
  materials: ['300435429', 'material statements'],
  dimensions: ['300435430', 'dimension statements'],
  credit: ['300435418', 'credit lines'],
  displayTitle: ['300404669', 'display title'],
  height: ['300055644', 'height'],
  width: ['300055647', 'width'],
  depth: ['300072633', 'depth'],
  millimetres: ['300379097', 'millimetres'],
  digitalImage: ['300215302', 'digital images'],
} as const satisfies Record<string, readonly [aat: string, label: string]>

type TermName = keyof typeof terms

/** A work as museums exchange it: a HumanMadeObject of Linked Art 1.0, in JSON-LD. */
export function linkedArt(work: Work, context: PresentationContext): object {
  const { uris } = context
  const { dimensions, rights, texts, inventory, loan } = work
  return {
    '@context': linkedArtContext,
    id: uris.linkedArt(work.id),
    type: 'HumanMadeObject',
    _label: labelOf(workTitle(work)),
    classified_as: [term('artwork')],
    identified_by: [
      ...written(workTitle(work)).map(content => ({ type: 'Name', classified_as: [term('primaryName')], content })),
      { type: 'Identifier', content: work.id },
      ...(inventory ? [{ type: 'Identifier', classified_as: [term('accession')], content: inventory }] : []),
    ],
    ...production(work),
    ...nonEmpty('dimension', [
      ...dimension('height', dimensions?.heightMm),
      ...dimension('width', dimensions?.widthMm),
      ...dimension('depth', dimensions?.depthMm),
    ]),
    ...nonEmpty('referred_to_by', [
      ...statements('description', work.summary),
      ...statements('materials', texts?.materials),
      ...statements('dimensions', dimensionWords(dimensions)),
      ...statements('credit', rights?.credit ?? loan?.statement?.value),
    ]),
    ...keeping(work, context),
    subject_of: [documents(uris.manifest(work.id)), page(uris.workPage(work.id))],
    ...representation(work, context),
  }
}

/** A borrowed work is its owner's; one that is missing or stolen is kept by nobody. */
function keeping({ loan, museumRecord, whereabouts }: Work, { uris }: PresentationContext): object {
  if (loan) {
    const { name, website } = lenderOf(loan)
    return { current_owner: [{ ...(website && { id: website }), type: 'Group', _label: labelOf(name) }] }
  }
  if (!museumRecord || isAway(whereabouts)) return {}
  const { id } = museumRecord
  return { current_keeper: [{ id: uris.museumPage(id), type: 'Group', _label: labelOf(museumLabel(museumRecord)) }] }
}

function production({ makers = [], date }: Work): object {
  const known = makers.filter(({ anonymous }) => !anonymous)
  if (known.length === 0 && !date) return {}
  return {
    produced_by: {
      type: 'Production',
      ...(date
        ? {
            timespan: {
              type: 'TimeSpan',
              ...nonEmpty(
                'identified_by',
                written(date.words).map(content => ({ type: 'Name', classified_as: [term('displayTitle')], content })),
              ),
              ...(date.earliest === undefined ? {} : { begin_of_the_begin: `${year(date.earliest)}-01-01T00:00:00Z` }),
              ...(date.latest === undefined ? {} : { end_of_the_end: `${year(date.latest)}-12-31T23:59:59Z` }),
            },
          }
        : {}),
      ...nonEmpty('carried_out_by', known.map(actor)),
    },
  }
}

/** Whether a name is a person's or a manufacture's is known only where there are years of a life. */
const actor = (maker: Maker): object => ({
  type: maker.born !== undefined && !maker.attribution ? 'Person' : 'Actor',
  _label: makerName(maker, 'fr'),
})

/** xsd:dateTime has four digits, and a year 0 that the catalogue's years before our era have not. */
const year = (number: number): string => {
  const astronomical = number < 0 ? number + 1 : number
  return `${astronomical < 0 ? '-' : ''}${String(Math.abs(astronomical)).padStart(4, '0')}`
}

const dimension = (kind: TermName, mm: number | undefined): readonly object[] =>
  mm === undefined
    ? []
    : [
        {
          type: 'Dimension',
          classified_as: [term(kind)],
          value: mm,
          unit: { ...term('millimetres'), type: 'MeasurementUnit' },
        },
      ]

const statements = (kind: TermName, map: LanguageMap | undefined): readonly object[] =>
  written(map).map(content => ({
    type: 'LinguisticObject',
    classified_as: [{ ...term(kind), classified_as: [term('briefText')] }],
    content,
  }))

const documents = (manifest: string): object => ({
  type: 'LinguisticObject',
  digitally_carried_by: [
    {
      type: 'DigitalObject',
      access_point: [{ id: manifest, type: 'DigitalObject' }],
      conforms_to: [{ id: 'http://iiif.io/api/presentation/', type: 'InformationObject' }],
      format: `application/ld+json;profile="${presentationContext}"`,
    },
  ],
})

const page = (address: string): object => ({
  type: 'LinguisticObject',
  digitally_carried_by: [
    { type: 'DigitalObject', format: 'text/html', access_point: [{ id: address, type: 'DigitalObject' }] },
  ],
})

function representation(work: Work, context: PresentationContext): object {
  const cover = coverImage(work)
  if (!cover) return {}
  const { id, format, service } = imageBody(cover, context)
  const services = (service ?? []).map(each => ({
    type: 'DigitalService',
    access_point: [{ id: 'id' in each ? each.id : each['@id'], type: 'DigitalObject' }],
    conforms_to: [{ id: 'http://iiif.io/api/image', type: 'InformationObject' }],
  }))
  const shown = {
    type: 'DigitalObject',
    classified_as: [term('digitalImage')],
    format,
    access_point: [{ id, type: 'DigitalObject' }],
    digitally_available_via: services,
  }
  return { representation: [{ type: 'VisualItem', digitally_shown_by: [shown] }] }
}

const term = (name: TermName) => ({
  id: `http://vocab.getty.edu/aat/${terms[name][0]}`,
  type: 'Type',
  _label: terms[name][1],
})

const written = (map: LanguageMap | undefined): readonly string[] => [
  ...new Set(Object.values(plain(map) ?? {}).flat()),
]

const labelOf = (map: LanguageMap): string => written(map)[0] ?? ''

const nonEmpty = (name: string, values: readonly unknown[]): object => (values.length > 0 ? { [name]: values } : {})
