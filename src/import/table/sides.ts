import type { Dimensions } from '../../catalogue/model.js'
import { unaccented } from '../unaccented.js'

export type Sides = Pick<Dimensions, 'heightMm' | 'widthMm' | 'depthMm' | 'diameterMm'>

/** What measures are of, where that is the work and not its frame or a part of it. */
const ofWhole =
  /^(?:overall|object|sheet|support|unframed|image and sheet|actual|whole|total|hors tout|sans cadre|feuille)$/i

/** Longer texts are prose. */
const longest = 1000

const millimetres: Readonly<Record<string, number>> = { mm: 1, cm: 10, m: 1000 }

const names: readonly (readonly [RegExp, keyof Sides])[] = [
  [/^(?:h|height|hauteur|haut|hoogte)$/, 'heightMm'],
  [/^(?:w|width|largeur|larg|breedte|b)$/, 'widthMm'],
  [/^(?:d|depth|profondeur|prof|p|diepte)$/, 'depthMm'],
  [/^(?:diam|diameter|diametre|dia)$/, 'diameterMm'],
]

/**
 * The sides in words such as `29.2 x 20.3 cm (11 1/2 x 8 in.)` or `H. 31 x W. 43 cm`: without names, height comes before
 * width and width before depth. Nothing where the words give more than one size of the whole, or name a part alone.
 */
export function sidesFrom(words: string): Sides {
  if (words.length > longest) return {}
  const found = new Map<string, Sides>()
  for (const line of words.split(/[\r\n;]+/)) {
    const [, label = '', rest = ''] = /^\s*(?:([^\d:]*[^\d:\s])\s*:)?(.*)$/s.exec(line) ?? []
    // `Height: 31 cm` names the side and not a part
    const named = sideNamed(label) === undefined
    if (named && label !== '' && !ofWhole.test(label)) continue
    const sides = metric(named ? rest : line.replace(':', ' '))
    if (sides) found.set(JSON.stringify(sides), sides)
  }
  const [sides, ...others] = found.values()
  return sides && others.length === 0 ? sides : {}
}

/** Of the ways in which a line says a size, before and between parentheses, the one that is metric. */
function metric(line: string): Sides | undefined {
  const ways = [
    line.replace(/\([^()]*\)/g, ' '),
    ...[...line.matchAll(/\(([^()]*)\)/g)].map(([, inside = '']) => inside),
  ]
  const read = ways.flatMap(way => sidesIn(way) ?? [])
  return read.length === 1 ? read[0] : undefined
}

const measure = /(?:(?<![\p{L}])(\p{L}+)\.?\s*)?(\d{1,5}(?:[.,]\d{1,3})?)\s*(mm|cm|m)?(?![\p{L}\d/])/gu

function sidesIn(text: string): Sides | undefined {
  const measures = [...text.matchAll(measure)].map(([, name = '', digits = '', unit]) => ({
    name: name === 'x' ? '' : name,
    digits,
    unit,
  }))
  const unit = measures.at(-1)?.unit
  if (unit === undefined || /\d\s*\/\s*\d|[¼½¾⅛⅜⅝⅞"″]/u.test(text) || !onlyMeasures(text)) return undefined
  const order = measures.every(({ name }) => name === '') ? (['heightMm', 'widthMm', 'depthMm'] as const) : undefined
  if (order && (measures.length < 2 || measures.length > 3)) return undefined
  const sides = measures.map(({ name, digits, unit: own = unit }, at) => {
    const mm = Math.round(Number(digits.replace(',', '.')) * (millimetres[own] ?? Number.NaN) * 100) / 100
    return [order ? order[at] : sideNamed(name), mm] as const
  })
  const keys = sides.map(([side]) => side)
  // From 1 mm to 100 m: beyond them a number is a slip or a lost unit
  if (
    keys.includes(undefined) ||
    new Set(keys).size < keys.length ||
    sides.some(([, mm]) => !(mm >= 1 && mm <= 100_000))
  )
    return undefined
  return Object.fromEntries(sides)
}

/** Words beside the measures could change what they mean. */
const onlyMeasures = (text: string): boolean => /^[\s.,:x×X*]*$/u.test(text.replace(measure, ' '))

const sideNamed = (name: string): keyof Sides | undefined => {
  const plain = unaccented(name).replace(/\.$/, '').trim().toLowerCase()
  return names.find(([pattern]) => pattern.test(plain))?.[1]
}
