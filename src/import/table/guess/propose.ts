import { DomainError } from '../../../errors.js'
import { museumFields } from '../museum-fields.js'
import type { TransformName } from '../transforms.js'
import { workFields } from '../work-fields.js'
import {
  type Evidence,
  evidenceOf,
  isLicence,
  isMuseumCode,
  isNumber,
  isRecentDay,
  isReference,
  isWikidataDate,
  isYear,
  separatorOf,
  share,
} from './evidence.js'
import { type NameReading, readName } from './names.js'
import type { Column, Sample } from './sample.js'
import { type Language, type Meaning, meaningsOf, museumNames, workNames } from './vocabulary.js'

type ColumnRule = string | Readonly<{ field: string; separator?: string; transform?: TransformName }>

/** A mapping as a person would write it, for `JSON.stringify`. */
export type ProposedMapping = Readonly<{
  kind?: 'museums'
  source: string
  delimiter?: string
  quote?: string
  language: string
  id: Readonly<{ column: string; padTo?: number }>
  museum?: Readonly<{ column: string; pattern?: string; code?: string }>
  columns: Readonly<Record<string, ColumnRule>>
}>

/** Why a column is mapped as it is, or not mapped. */
export type Reason = Readonly<{ column: string; why: string }>

export type Proposal = Readonly<{ mapping: ProposedMapping; reasons: readonly Reason[] }>

/** A column with all that is known of it. */
type Known = Readonly<{ column: Column; name: string; reading: NameReading; evidence: Evidence }>

/** One column put to one use. */
type Choice = Readonly<{
  name: string
  /** With its language, where it has another than the mapping. */
  field: string
  /** The same field in the language of the column's name, for where two columns want it. */
  otherwise?: string
  rank: number
  separator?: string
  transform?: TransformName
  why: string
}>

/**
 * Proposes a mapping from the names of columns and the values of the first rows: pure, writes nothing.
 * @throws DomainError `refused` where no column could be an id, or none is understood
 */
export function propose(sample: Sample, source: string): Proposal {
  const kind = kindOf(sample)
  const meanings = meaningsOf(kind === 'museums' ? museumNames : workNames)
  const known = sample.columns.map(column => ({
    column,
    name: column.name,
    reading: readName(column.name, meanings),
    evidence: evidenceOf(column),
  }))
  const id = idOf(known, sample.rows)
  const museum = kind === 'works' ? museumOf(known, id) : undefined
  const language = languageOf(known)
  const taken = new Set([id.name, ...(museum?.wholeColumn ? [museum.rule.column] : [])])
  const free = known.filter(({ name }) => !taken.has(name))
  const wikidata = known.some(({ evidence }) => share(evidence, isWikidataDate) >= 0.5)
  const choices = decided(free.flatMap(column => choicesFor(column, kind, language, wikidata)))
  if (choices.length === 0) throw nothingUnderstood(sample)
  const { serialisation } = sample
  return {
    mapping: {
      ...(kind === 'museums' && { kind }),
      source,
      ...(serialisation.kind === 'csv' && { delimiter: serialisation.delimiter }),
      ...(serialisation.kind === 'csv' && serialisation.quote === '' && { quote: '' }),
      language,
      id: { column: id.name, ...(id.padTo !== undefined && { padTo: id.padTo }) },
      ...(museum && { museum: museum.rule }),
      columns: Object.fromEntries(choices.map(choice => [choice.name, ruleOf(choice)])),
    },
    reasons: [
      { column: id.name, why: id.why },
      ...(museum ? [{ column: museum.rule.column, why: museum.why }] : []),
      ...choices.map(({ name, field, why }) => ({ column: name, why: `${field}: ${why}` })),
      ...free.filter(({ name }) => !choices.some(choice => choice.name === name)).map(unmapped),
    ],
  }
}

/** A register of museums has a code of its own in each row. */
function kindOf({ columns, rows }: Sample): 'works' | 'museums' {
  const codes = columns.map(evidenceOf).find(evidence => share(evidence, isMuseumCode) > 0.8)
  return codes && codes.filled === rows && codes.distinct === rows && rows > 1 ? 'museums' : 'works'
}

type Id = Readonly<{ name: string; padTo?: number; why: string }>

function idOf(known: readonly Known[], rows: number): Id {
  const named = (field: string) =>
    known
      .flatMap(column =>
        column.reading.meanings.filter(meaning => meaning.field === field).map(({ rank }) => ({ ...column, rank })),
      )
      .filter(({ evidence }) => evidence.filled > rows / 2)
      .toSorted((a, b) => repeated(a) - repeated(b) || a.rank - b.rank)
  const all = known.filter(({ evidence }) => evidence.filled === rows && evidence.distinct === rows)
  const inventory = named('inventory').find(column => repeated(column) === 0)
  const found =
    named('id')[0] ?? inventory ?? all.find(({ evidence }) => share(evidence, text => text.length <= 100) === 1)
  if (!found) {
    const names = known.slice(0, 40).map(({ name }) => name)
    throw new DomainError('refused', `No column holds a different id in each row; there are ${names.join(', ')}.`)
  }
  const { name, evidence } = found
  const why = `id: ${evidence.distinct} different values in ${evidence.filled} of ${rows} rows`
  const padded =
    share(evidence, text => /^\d{11}$/.test(text)) >= 0.5 && evidence.texts.some(text => /^\d{1,10}$/.test(text))
  return padded
    ? { name, padTo: 11, why: `${why}; shorter ones have lost the zeros at their beginning` }
    : { name, why }
}

/** Ids that occur in half of the rows again are none. */
const repeated = ({ evidence }: Known): number => (evidence.distinct * 2 < evidence.filled ? 1 : 0)

type Museum = Readonly<{ rule: NonNullable<ProposedMapping['museum']>; wholeColumn: boolean; why: string }>

function museumOf(known: readonly Known[], id: Id): Museum | undefined {
  const codes = known.find(({ name, evidence }) => name !== id.name && share(evidence, isMuseumCode) >= 0.5)
  const named = known.find(({ reading, evidence }) => evidence.filled > 0 && reading.meanings.some(isMuseum))
  const found = codes ?? named
  if (found && found.name !== id.name)
    return { rule: { column: found.name }, wholeColumn: true, why: 'museum: codes of Muséofile, such as M0629' }
  const references = known.find(({ name }) => name === id.name)
  if (!references || share(references.evidence, isReference) < 0.5) return undefined
  const rule = { column: id.name, pattern: '^M?(?!0000)([0-9]{4})[0-9]{6,7}$', code: 'M$1' }
  return {
    rule,
    wholeColumn: false,
    why: 'museum: the first four digits of Joconde references are its code; check some',
  }
}

const isMuseum = ({ field }: Meaning): boolean => field === 'museum'

/** The language in which most columns are named, or which most of them name. */
function languageOf(known: readonly Known[]): string {
  const counts: Record<Language, number> = { fr: 0.5, en: 0, nl: 0 }
  for (const { reading } of known) {
    const [first] = reading.meanings
    for (const language of first?.languages ?? []) counts[language] += 1
  }
  const [best] = (Object.entries(counts) as [Language, number][]).toSorted(([, a], [, b]) => b - a)
  return best?.[0] ?? 'fr'
}

function choicesFor(
  { column, name, reading, evidence }: Known,
  kind: 'works' | 'museums',
  language: string,
  wikidata: boolean,
): readonly Choice[] {
  if (evidence.filled === 0) return []
  const of = `${evidence.filled} of ${column.values.length} rows`
  if (kind === 'works' && share(evidence, isLicence) >= 0.5)
    return [{ name, field: 'rights', rank: -1, why: `addresses of licences in ${of}` }]
  return reading.meanings.flatMap(({ field, rank, languages }): readonly Choice[] => {
    const target = targetOf(field, reading, evidence)
    const known = target === undefined ? undefined : (kind === 'museums' ? museumFields : workFields)[target]
    if (target === undefined || !known) return []
    const tagged = (tag: string | undefined) =>
      known.language && tag !== undefined && tag !== language ? `${target}@${tag}` : target
    const other = languages.find(word => word !== language)
    const unit = /Cm$/.test(target) && !reading.unit ? '; no unit is named: check that it is centimetres' : ''
    const choice = { name, field: tagged(reading.language), rank, ...readingOf(target, evidence, wikidata) }
    const otherwise = reading.language === undefined && other ? { otherwise: tagged(other) } : {}
    return [{ ...choice, ...otherwise, why: `in ${of}${noteOf(choice)}${unit}` }]
  })
}

/** Measures have a unit and are numbers; years are numbers; what is not stays in the notice. */
function targetOf(field: string, { unit }: NameReading, evidence: Evidence): string | undefined {
  if (field === 'height' || field === 'width' || field === 'depth')
    return share(evidence, isNumber) >= 0.8 ? `${field}${unit ?? 'Cm'}` : undefined
  // A day of our time is when the record was made.
  if (field === 'date' && share(evidence, isRecentDay) >= 0.8) return undefined
  if (field === 'earliest' || field === 'latest') return share(evidence, isYear) >= 0.8 ? field : undefined
  if (field === 'rights') return share(evidence, text => /^https?:/.test(text)) >= 0.5 ? field : undefined
  if (field === 'id' || field === 'museum') return undefined
  return field
}

const lists = new Set([
  'makers',
  'materials',
  'domain',
  'type',
  'genre',
  'subject',
  'school',
  'themes',
  'otherTitles',
  'persons',
])

function readingOf(field: string, evidence: Evidence, wikidata: boolean): Pick<Choice, 'separator' | 'transform'> {
  const separator = lists.has(field) ? separatorOf(evidence, field === 'makers') : undefined
  const label = wikidata && (field === 'makers' || field === 'title')
  const date = field === 'date' && share(evidence, isWikidataDate) >= 0.5
  return {
    ...(separator !== undefined && { separator }),
    ...(date && { transform: 'wikidata-year' }),
    ...(label && { transform: 'wikidata-label' }),
  }
}

const noteOf = ({ separator, transform }: Pick<Choice, 'separator' | 'transform'>): string =>
  `${separator === undefined ? '' : `; cells hold several, between "${separator}"`}${transform ? `; read as ${transform}` : ''}`

const ruleOf = ({ field, separator, transform }: Choice): ColumnRule =>
  separator === undefined && transform === undefined
    ? field
    : { field, ...(separator !== undefined && { separator }), ...(transform !== undefined && { transform }) }

/** Fields that take what several columns say; of others the column with the best name is taken. */
const shared = new Set([...lists, 'date', 'summary', 'description', 'comments', 'inscriptions', 'history'])

/** One use for each column and, but for some fields, one column for each use; best names first. */
function decided(choices: readonly Choice[]): readonly Choice[] {
  const kept: Choice[] = []
  const isFree = (field: string) => shared.has(field.split('@')[0] ?? '') || kept.every(other => other.field !== field)
  for (const choice of choices.toSorted((a, b) => a.rank - b.rank)) {
    const { name, field, otherwise } = choice
    if (kept.some(other => other.name === name)) continue
    if (isFree(field)) kept.push(choice)
    else if (otherwise !== undefined && isFree(otherwise)) kept.push({ ...choice, field: otherwise })
  }
  return inOrder(kept, choices)
}

/** In the order of the file, but columns of one field together, the best name first, since it is the first that is shown. */
function inOrder(kept: readonly Choice[], choices: readonly Choice[]): readonly Choice[] {
  const place = ({ field }: Choice): number =>
    choices.findIndex(({ name }) => kept.some(k => k.name === name && k.field === field))
  return kept.toSorted((a, b) => place(a) - place(b) || a.rank - b.rank)
}

function unmapped({ name, evidence, column }: Known): Reason {
  if (evidence.filled === 0) return { column: name, why: `not mapped: empty in the first ${column.values.length} rows` }
  const [example = ''] = evidence.texts
  return { column: name, why: `not mapped, kept in the notice: ${JSON.stringify(example.slice(0, 60))}` }
}

const nothingUnderstood = ({ columns }: Sample): DomainError =>
  new DomainError(
    'refused',
    `No column is understood by its name; write a mapping for ${columns
      .slice(0, 40)
      .map(({ name }) => name)
      .join(', ')}.`,
  )
