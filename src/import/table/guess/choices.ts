import { museumFields } from '../museum-fields.js'
import type { TransformName } from '../transforms.js'
import { workFields } from '../work-fields.js'
import {
  type Evidence,
  isLicence,
  isMarkedUp,
  isNumber,
  isRecentDay,
  isWikidataDate,
  isYear,
  saysRights,
  saysSides,
  separatorOf,
  share,
} from './evidence.js'
import type { Known } from './known.js'
import type { NameReading } from './names.js'

/** A column as a mapping has it. */
export type ColumnRule =
  | string
  | Readonly<{
      field: string
      separator?: string
      transform?: TransformName
      role?: string
      where?: Readonly<Record<string, readonly string[]>>
    }>

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
  /** Of makers: the column beside the name that says in which role. */
  role?: string
  /** The rows that hold something. */
  rows: ReadonlySet<number>
  why: string
}>

/** What is known of the whole table. */
export type Table = Readonly<{
  kind: 'works' | 'museums'
  language: string
  wikidata: boolean
  /** It has lists of its own, as JSON does. */
  listed: boolean
  /** Names of all columns. */
  names: readonly string[]
}>

/** All uses that a column could be put to. */
export function choicesFor({ column, name, reading, evidence }: Known, table: Table): readonly Choice[] {
  if (evidence.filled === 0) return []
  const { kind, language } = table
  const rows = new Set(column.values.flatMap((row, at) => (row.length > 0 ? [at] : [])))
  const of = `${evidence.filled} of ${column.values.length} rows`
  if (kind === 'works' && share(evidence, isLicence) >= 0.5)
    return [{ name, field: 'rights', rank: -1, rows, why: `addresses of licences in ${of}` }]
  return reading.meanings.flatMap(({ field, rank, languages }): readonly Choice[] => {
    const target = targetOf(field, reading, evidence)
    const known = target === undefined ? undefined : (kind === 'museums' ? museumFields : workFields)[target]
    if (target === undefined || !known) return []
    const tagged = (tag: string | undefined) =>
      known.language && tag !== undefined && tag !== language ? `${target}@${tag}` : target
    const other = languages.find(word => word !== language)
    const unit = /Cm$/.test(target) && !reading.unit ? '; no unit is named: check that it is centimetres' : ''
    const role = target === 'makers' ? roleBeside(name, table.names) : undefined
    const read = readingOf(target, evidence, table)
    const choice = { name, field: tagged(reading.language), rank, rows, ...read, ...(role !== undefined && { role }) }
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
  if (field === 'rights') return share(evidence, saysRights) >= 0.5 ? field : undefined
  // A century by its number is for sorting
  if (field === 'period') return share(evidence, isNumber) < 0.8 ? field : undefined
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

function readingOf(
  field: string,
  evidence: Evidence,
  { wikidata, listed }: Table,
): Pick<Choice, 'separator' | 'transform'> {
  const separator = lists.has(field) ? separatorOf(evidence, field === 'makers', listed) : undefined
  const label = wikidata && (field === 'makers' || field === 'title')
  const markup = !unmarked.has(field) && share(evidence, isMarkedUp) >= 0.02
  const date = field === 'date' && share(evidence, isWikidataDate) >= 0.5
  const sized = field === 'dimensions' && share(evidence, saysSides) >= 0.5
  return {
    ...(separator !== undefined && { separator }),
    ...(date && { transform: 'wikidata-year' }),
    ...(sized && { transform: 'height-width' }),
    ...(markup && { transform: 'html' }),
    ...(label && { transform: 'wikidata-label' }),
  }
}

/** Fields that are no texts, or read in a way of their own. */
const unmarked = new Set(['date', 'earliest', 'latest', 'rights', 'inventory', 'website', 'location'])

const noteOf = ({ separator, transform, role }: Pick<Choice, 'separator' | 'transform' | 'role'>): string =>
  [
    separator === undefined ? '' : `; cells hold several, between "${separator}"`,
    transform ? `; read as ${transform}` : '',
    role === undefined ? '' : `; those who are makers by ${role}`,
  ].join('')

/** Beside `people.name`, `people.role`. */
export function roleBeside(name: string, names: readonly string[]): string | undefined {
  const entry = entryOf(name)
  return entry === ''
    ? undefined
    : names.find(
        each => entryOf(each) === entry && /^rol(?:e|es|len)?$|^rolename$|^functie$/i.test(each.slice(entry.length)),
      )
}

/** What a path stands in: `people.` of `people.name`. */
const entryOf = (name: string): string => name.slice(0, name.lastIndexOf('.') + 1)

export const ruleOf = ({ field, separator, transform, role }: Choice): ColumnRule =>
  separator === undefined && transform === undefined && role === undefined
    ? field
    : {
        field,
        ...(separator !== undefined && { separator }),
        ...(transform !== undefined && { transform }),
        ...(role !== undefined && { role }),
      }

/** Fields that take what several columns say; of others the column with the best name is taken. */
const shared = new Set([...lists, 'date', 'summary', 'description', 'comments', 'inscriptions', 'history'])

/** One use for each column and, but for some fields and columns never filled together, one column for each use; best names first. */
export function decided(choices: readonly Choice[]): readonly Choice[] {
  const kept: Choice[] = []
  const isFree = (field: string, { rows }: Choice) =>
    shared.has(field.split('@')[0] ?? '') || kept.every(other => other.field !== field || areApart(other.rows, rows))
  for (const choice of choices.toSorted((a, b) => a.rank - b.rank)) {
    const { name, field, otherwise } = choice
    if (kept.some(other => other.name === name || namesTheSame(other, choice))) continue
    if (isFree(field, choice)) kept.push(choice)
    else if (otherwise !== undefined && isFree(otherwise, choice)) kept.push({ ...choice, field: otherwise })
  }
  const roles = new Set(kept.map(({ role }) => role))
  return inOrder(
    kept.filter(({ name }) => !roles.has(name)),
    choices,
  )
}

/** Two names of the same persons: `people.displayname` and `people.name`. */
const namesTheSame = (one: Choice, other: Choice): boolean =>
  one.field === 'makers' &&
  other.field === 'makers' &&
  entryOf(one.name) !== '' &&
  entryOf(one.name) === entryOf(other.name)

const areApart = (one: ReadonlySet<number>, other: ReadonlySet<number>): boolean =>
  ![...one].some(row => other.has(row))

/** In the order of the file, but columns of one field together, the best name first, since it is the first that is shown. */
function inOrder(kept: readonly Choice[], choices: readonly Choice[]): readonly Choice[] {
  const place = ({ field }: Choice): number =>
    choices.findIndex(({ name }) => kept.some(k => k.name === name && k.field === field))
  return kept.toSorted((a, b) => place(a) - place(b) || a.rank - b.rank)
}
