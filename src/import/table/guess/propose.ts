import { DomainError } from '../../../errors.js'
import { type ColumnRule, choicesFor, decided, ruleOf } from './choices.js'
import { evidenceOf, isWikidataDate, share } from './evidence.js'
import { idOf, kindOf, type MuseumRule, museumOf } from './identity.js'
import type { Known } from './known.js'
import { measuredColumns } from './measurements.js'
import { readName } from './names.js'
import type { Sample } from './sample.js'
import { type Language, meaningsOf, museumNames, workNames } from './vocabulary.js'

/** A mapping as a person would write it, for `JSON.stringify`. */
export type ProposedMapping = Readonly<{
  kind?: 'museums'
  source: string
  delimiter?: string
  quote?: string
  language: string
  id: Readonly<{ column: string; padTo?: number }>
  museum?: MuseumRule
  columns: Readonly<Record<string, ColumnRule | readonly ColumnRule[]>>
}>

/** Why a column is mapped as it is, or not mapped. */
export type Reason = Readonly<{ column: string; why: string }>

export type Proposal = Readonly<{ mapping: ProposedMapping; reasons: readonly Reason[] }>

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
  const names = free.map(({ name }) => name)
  const table = { kind, language, wikidata, listed: sample.serialisation.kind === 'json', names }
  const measures = kind === 'works' ? measuredColumns(free) : []
  const telling = free.filter(
    ({ name }) => !isCaption(name, sample.columns) && !measures.some(each => each.name === name),
  )
  const choices = decided(telling.flatMap(column => choicesFor(column, table)))
  const sides = measures.filter(({ rules }) => rules.length > 0)
  if (choices.length + sides.length === 0) throw nothingUnderstood(sample)
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
      columns: Object.fromEntries([
        ...choices.map(choice => [choice.name, ruleOf(choice)]),
        ...sides.map(({ name, rules }) => [name, rules.length === 1 ? rules[0] : rules]),
      ]),
    },
    reasons: [
      { column: id.name, why: id.why },
      ...(museum ? [{ column: museum.rule.column, why: museum.why }] : []),
      ...choices.map(({ name, field, why }) => ({ column: name, why: `${field}: ${why}` })),
      ...sides.map(({ name, why }) => ({ column: name, why })),
      ...free.filter(({ name }) => ![...choices, ...sides].some(each => each.name === name)).map(unmapped),
    ],
  }
}

/** Beside a `content` or `value` a `label` is the name of it: `{"label": "Medium", "content": "oil on canvas"}`. */
function isCaption(name: string, columns: Sample['columns']): boolean {
  const parent = /^(.+\.)label$/.exec(name)?.[1]
  return (
    parent !== undefined && columns.some(each => each.name === `${parent}content` || each.name === `${parent}value`)
  )
}

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
