import { type Doubt, edtfYear, qualifier } from './edtf.js'

/** A stretch of years, both included; negative before our era, without a year 0. A missing end is open. */
export type Span = Doubt &
  Readonly<{ from?: number; to?: number /** a day, month or decade, as EDTF writes it */; edtf?: string }>

const numerals: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }

/** `1er quart 19e siècle`, `19e siècle (4e quart)`, `2e moitié du XVIIIe siècle`, `1er siècle av JC`, `2e millénaire av J.-C.` */
const century =
  /^(?:(?<part>\d|premi[eè]re?|deuxi[eè]me|seconde?|troisi[eè]me|quatri[eè]me|dernier|début|debut|milieu|fin)(?:ere|ère|er|e|ème|nd|nde)?\s*(?<unit>quart|tiers|moitié|moitie)?\s+(?:du\s+|d[ue]\s+)?)?(?<number>\d{1,2}|[ivxl]{1,6})(?:ere|ère|er|e|ème)\s+(?<what>siècles?|siecles?|s\.|millénaires?)(?:\s*\((?<part2>\d|début|debut|milieu|fin)(?:ere|ère|er|e|ème)?\s*(?<unit2>quart|tiers|moitié|moitie)?\))?(?:\s*(?<before>av(?:ant)?\.?\s*j\.?[-\s]*c\.?|bc))?(?:\s*(?:ap(?:rès)?\.?\s*j\.?[-\s]*c\.?))?$/

const words: Readonly<Record<string, number>> = {
  première: 1,
  premier: 1,
  premiere: 1,
  deuxième: 2,
  seconde: 2,
  second: 2,
  troisième: 3,
  quatrième: 4,
  dernier: 4,
}
const shares: Readonly<Record<string, number>> = { quart: 4, tiers: 3, moitié: 2, moitie: 2 }

/** @param text lower-case, one space between words */
export function centurySpan(text: string): Span | undefined {
  const found = century.exec(text)?.groups
  if (!found) return undefined
  const number = ordinalFrom(found.number ?? '')
  const length = found.what?.startsWith('mill') ? 1000 : 100
  if (number === undefined || number < 1 || number > (length === 100 ? 60 : 10)) return undefined
  const share = shareOf(found.part ?? found.part2, found.unit ?? found.unit2)
  if (!share) return undefined
  const [first, last] = [Math.round(share[0] * length), Math.round(share[1] * length)]
  if (!found.before) {
    const start = (number - 1) * length
    return { from: start + first + 1, to: start + last }
  }
  const start = -number * length
  return { from: start + first, to: start + last - 1 }
}

/** The share of a century that is meant: its third quarter is 0.5 to 0.75. */
function shareOf(part: string | undefined, unit: string | undefined): readonly [number, number] | undefined {
  if (part === undefined) return [0, 1]
  if (part.startsWith('d') && part !== 'dernier' && part !== 'deuxième') return unit ? undefined : [0, 0.25]
  if (part === 'milieu') return unit ? undefined : [0.4, 0.6]
  if (part === 'fin') return unit ? undefined : [0.75, 1]
  const of = shares[unit ?? '']
  const ordinal = part === 'dernier' ? of : (words[part] ?? Number(part))
  if (of === undefined || ordinal === undefined || !(ordinal >= 1 && ordinal <= of)) return undefined
  return [(ordinal - 1) / of, ordinal / of]
}

export function ordinalFrom(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  const values = [...text.toUpperCase()].map(letter => numerals[letter])
  let total = 0
  for (const [index, value] of values.entries()) {
    if (value === undefined) return undefined
    total += value < (values[index + 1] ?? 0) ? -value : value
  }
  return total
}

/** EDTF of a span: one year, a day or decade, or the interval that it lies in. */
export function edtfOf(span: Span): string {
  const mark = qualifier(span)
  if (span.edtf !== undefined) return `${span.edtf}${mark}`
  const ends = [span.from, span.to].map(year => (year === undefined ? '..' : `${edtfYear(year)}${mark}`))
  return ends[0] === ends[1] ? (ends[0] ?? '') : ends.join('/')
}
