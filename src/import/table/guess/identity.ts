import { DomainError } from '../../../errors.js'
import { evidenceOf, isMuseumCode, isReference, share } from './evidence.js'
import type { Known } from './known.js'
import type { Sample } from './sample.js'
import type { Meaning } from './vocabulary.js'

/** Which column, or which part of it, says the museum. */
export type MuseumRule = Readonly<{ column: string; pattern?: string; code?: string }>

/** A register of museums has a code of its own in each row. */
export function kindOf({ columns, rows }: Sample): 'works' | 'museums' {
  const codes = columns.map(evidenceOf).find(evidence => share(evidence, isMuseumCode) > 0.8)
  return codes && codes.filled === rows && codes.distinct === rows && rows > 1 ? 'museums' : 'works'
}

export type Id = Readonly<{ name: string; padTo?: number; why: string }>

export function idOf(known: readonly Known[], rows: number): Id {
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

export type Museum = Readonly<{ rule: MuseumRule; wholeColumn: boolean; why: string }>

export function museumOf(known: readonly Known[], id: Id): Museum | undefined {
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
