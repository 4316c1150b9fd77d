import type { ColumnRule } from './choices.js'
import type { Known } from './known.js'

/** What a column of measures fills, and why; nothing where its unit is not understood. */
export type MeasuredColumn = Readonly<{ name: string; rules: readonly ColumnRule[]; why: string }>

const sides = {
  height: 'height|hauteur|hoogte',
  width: 'width|largeur|breedte',
  depth: 'depth|profondeur|diepte',
} as const
type Side = keyof typeof sides
const sideOf = (text: string): Side | undefined =>
  (Object.keys(sides) as Side[]).find(side => new RegExp(`^(?:${sides[side]})$`, 'i').test(text.trim()))

const names = {
  unit: /^(?:units?|unite|unité|eenheid)$/i,
  kind: /^(?:type|kind|dimension|measurement|name|label|soort|nature)$/i,
  value: /^(?:value|amount|measure|valeur|waarde)$/i,
  part: /^(?:part|element|elementname|section|partie|onderdeel|deel)$/i,
} as const

const units: Readonly<Record<string, 'Cm' | 'Mm'>> = { cm: 'Cm', mm: 'Mm' }
/** What parts are called where they are the whole. */
const whole = /^(?:overall|whole|object|total|ensemble|geheel)$/i

type Conditions = Readonly<Record<string, readonly string[]>>

/**
 * Measures beside the unit, kind or part that they are of: `{"height": 4, "unit": "cm"}`, or lists of
 * `{"type": "height", "unit": "cm", "value": "4"}` or `{"elementName": "Overall", "elementMeasurements": {"Height": 4}}`.
 */
export const measuredColumns = (columns: readonly Known[]): readonly MeasuredColumn[] =>
  columns.flatMap(column => {
    const [named, entry] = [lastOf(column.name), parentOf(column.name)]
    if (entry === undefined) return []
    const beside = (name: RegExp) => columns.find(each => parentOf(each.name) === entry && name.test(lastOf(each.name)))
    const part = partBeside(columns, entry)
    const of = part && partCondition(part, column)
    if (part && !of) return []
    const [kind, unit] = [beside(names.kind), beside(names.unit)]
    const spellings = kind && names.value.test(named) ? kindsIn(kind) : []
    const side = sideOf(named)
    if (spellings.length > 0 && kind)
      return measured(
        column,
        unit,
        spellings.map(([each, said]) => [each, { ...of, [kind.name]: said }] as const),
      )
    return side && (unit || of) ? measured(column, unit, [[side, of ?? {}]]) : []
  })

function measured(
  { name, evidence, column }: Known,
  unit: Known | undefined,
  uses: readonly (readonly [Side, Conditions])[],
): readonly MeasuredColumn[] {
  const rules = uses.flatMap(([side, where]) =>
    unitsIn(unit).map(([written, spelled]) => {
      const conditions = { ...where, ...(unit && { [unit.name]: spelled }) }
      return { field: `${side}${written}`, where: conditions }
    }),
  )
  const said = rules.map(({ field, where }) => `${field} where ${told(where)}`).join(', ')
  const asked = unit ? '' : '; no unit is named: check that it is centimetres'
  return [{ name, rules, why: `${said}: in ${evidence.filled} of ${column.values.length} rows${asked}` }]
}

const told = (where: Conditions): string =>
  Object.entries(where)
    .map(([name, is]) => `${lastOf(name)} is ${is.map(each => each || 'empty').join(' or ')}`)
    .join(' and ')

/** Each unit that is understood, with its spellings; centimetres where no column names one. */
function unitsIn(unit: Known | undefined): readonly (readonly ['Cm' | 'Mm', readonly string[]])[] {
  if (!unit) return [['Cm', []]]
  return (['Cm', 'Mm'] as const).flatMap(written => {
    const spelled = distinct(unit).filter(text => units[text.toLowerCase().replace(/\.$/, '')] === written)
    return spelled.length > 0 ? [[written, spelled] as const] : []
  })
}

const kindsIn = (kind: Known): readonly (readonly [Side, readonly string[]])[] =>
  (Object.keys(sides) as Side[]).flatMap(side => {
    const spelled = distinct(kind).filter(text => sideOf(text) === side)
    return spelled.length > 0 ? [[side, spelled] as const] : []
  })

/** The column that says of which part measures are, in their entry or in one around it. */
function partBeside(columns: readonly Known[], entry: string): Known | undefined {
  const around = [entry, parentOf(entry)]
  return columns.find(
    ({ name, evidence }) => evidence.filled > 0 && around.includes(parentOf(name)) && names.part.test(lastOf(name)),
  )
}

/** Measures of the whole alone: those that name it, or name no part. @returns undefined where all are of parts */
function partCondition(part: Known, { evidence }: Known): Conditions | undefined {
  const said = distinct(part).filter(text => whole.test(text))
  const sometimesSilent = part.evidence.texts.length < evidence.texts.length
  return said.length > 0 || sometimesSilent ? { [part.name]: [...said, ''] } : undefined
}

const distinct = ({ evidence }: Known): readonly string[] => [...new Set(evidence.texts)]
const lastOf = (name: string): string => name.split('.').at(-1) ?? ''
const parentOf = (name = ''): string | undefined =>
  name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : undefined
