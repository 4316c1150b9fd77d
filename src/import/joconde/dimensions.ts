import type { Dimensions, Measure } from '../../catalogue/model.js'

/** Dimensions as far as they are understood, and what is to be said of the rest. */
export type ReadDimensions = Readonly<{
  dimensions: Dimensions
  /** Parts that hold no measure that can be read. */
  unread: readonly string[]
  /** Names of measures without a number: `Epaisseur en cm`. */
  empty: readonly string[]
  /** There are lengths, but not which of them are the height and width of the whole. */
  ambiguous: boolean
}>

type Kind = Measure['kind']
type Found = Readonly<{ measure: Measure } | { empty: string } | { label: string }>

/** L is a length and l a width; all other names are alike in capitals and small letters. */
const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:hauteur|haut|h)(?![\p{L}])/iu, 'height'],
  [/^(?:longueur|long|L)(?![\p{L}])/u, 'length'],
  [/^(?:Longueur|Long|LONGUEUR|LONG)(?![\p{L}])/u, 'length'],
  [/^(?:largeur|larg|la)(?![\p{L}])/iu, 'width'],
  [/^l(?![\p{L}])/u, 'width'],
  [/^(?:profondeur|prof|pr|p)(?![\p{L}])/iu, 'depth'],
  [/^(?:[ée]paisseur|[ée]pais|[ée]p|e)(?![\p{L}])/iu, 'thickness'],
  [/^(?:diam[eè]tre|diam|dia|di|d|ø)(?![\p{L}])/iu, 'diameter'],
  [/^(?:circonf[eé]rence|circ|c)(?![\p{L}])/iu, 'circumference'],
  [/^(?:poids|pds|pd|masse)(?![\p{L}])/iu, 'weight'],
]

const units: Readonly<Record<string, number>> = { mm: 1, cm: 10, dm: 100, m: 1000 }
const weights: Readonly<Record<string, number>> = { g: 1, gr: 1, kg: 1000 }

/** Words that say that a measure is of the work itself. */
const ofWhole =
  /^(?:hors cadre|sans cadre|hors tout|totale?|en tout|env\.?|environ|max\.?|maximum|maximale?|œuvre|oeuvre|objet)$/i

/** Longer texts are prose, and are shown as they stand. */
const longest = 2000

export function dimensionsFrom(text: string): ReadDimensions {
  const words = text.replaceAll('#', ' ; ').replace(/\s+/g, ' ').trim()
  if (words.length > longest) return { dimensions: { words }, unread: [words], empty: [], ambiguous: false }
  const unread: string[] = []
  const empty: string[] = []
  const measures: Measure[] = []
  let open = 0
  for (const piece of pieces(words)) {
    const found = read(piece)
    if (!found) unread.push(piece)
    for (const one of found ?? []) {
      if ('measure' in one) measures.push(one.measure)
      else if ('empty' in one) empty.push(one.empty)
      else {
        // `H. 23 ; L. 61 : planche`: what follows the colon is said of all measures since the last one
        for (let at = open; at < measures.length; at += 1) measures[at] = labelled(measures[at], one.label)
        open = measures.length
      }
    }
  }
  const main = mainSides(measures)
  const lengths = measures.some(({ mm }) => mm !== undefined)
  const dimensions = { words, ...main, ...(measures.length > 0 && { measures }) }
  return { dimensions, unread, empty, ambiguous: lengths && unread.length === 0 && Object.keys(main).length === 0 }
}

const labelled = (measure: Measure | undefined, of: string): Measure => ({
  kind: 'height',
  ...measure,
  of: measure?.of === undefined ? of : `${measure.of}, ${of}`,
})

/** `;` parts measures, and so do commas that no digits surround; `25 x 30` does not say which is which. */
const pieces = (words: string): readonly string[] =>
  words
    .split(/;|,(?!\d)|(?<!\d),(?=\d)|(?<=\d\s*(?:cm|mm|m)?)\s+[x×]\s+(?=[A-Za-zÉé])/)
    .map(piece => piece.trim())
    .filter(piece => piece !== '')

function read(piece: string): readonly Found[] | undefined {
  const [before = '', label] = split(piece)
  const named = kindFirst(before) ?? numberFirst(before)
  if (!named) return undefined
  return [named, ...(label ? [{ label }] : [])]
}

/** Parts a measure from the precision behind its colon; `H : 12` has none. */
function split(piece: string): readonly [string, string?] {
  const at = piece.search(/\s*:\s*(?=\D)/)
  if (at <= 0 || !/\d/.test(piece.slice(0, at))) return [piece]
  return [
    piece.slice(0, at),
    piece
      .slice(at)
      .replace(/^\s*:\s*/, '')
      .trim(),
  ]
}

const number = String.raw`(\d{1,6}(?:[.,]\d{1,3})?)`
const unit = String.raw`(mm|cm|dm|m|kg|gr?)?\.?(?![\p{L}])`
const afterKind = new RegExp(
  String.raw`^\.?\s*([^\d()=:]*?)\s*(?:en (mm|cm|dm|m|kg|gr?))?\s*[=:]?\s*${number}\s*${unit}\s*(.*)$`,
  'u',
)
const beforeKind = new RegExp(String.raw`^${number}\s*${unit}\s*(.*)$`, 'u')

function kindFirst(text: string): Found | undefined {
  const kind = kindOf(text)
  if (!kind) return undefined
  const [, aside = '', spoken, digits, written, rest = ''] = afterKind.exec(kind.rest) ?? []
  if (digits === undefined) return /\d/.test(text) ? undefined : { empty: text }
  return found(kind.kind, digits, written ?? spoken, [aside, note(rest)])
}

function numberFirst(text: string): Found | undefined {
  const [, digits, written, rest = ''] = beforeKind.exec(text) ?? []
  const kind = kindOf(rest)
  if (digits === undefined || !kind) return undefined
  return found(kind.kind, digits, written, [note(kind.rest.replace(/^\.?\s*/, ''))])
}

function kindOf(text: string): Readonly<{ kind: Kind; rest: string }> | undefined {
  for (const [name, kind] of kinds) {
    const word = name.exec(text)?.[0]
    if (word !== undefined) return { kind, rest: text.slice(word.length) }
  }
  return undefined
}

function found(kind: Kind, digits: string, unit: string | undefined, notes: readonly string[]): Found | undefined {
  const value = Number(digits.replace(',', '.'))
  const factor = kind === 'weight' ? weights[unit ?? 'g'] : units[unit ?? 'cm']
  const said = notes.filter(text => text !== '').join(', ')
  if (factor === undefined) return undefined
  const amount = Math.round(value * factor * 100) / 100
  if (kind === 'weight') return amount > 0 ? { measure: { kind, grams: amount, ...(said && { of: said }) } } : undefined
  // From 1 mm to 100 m: beyond them a number is a slip or a lost unit
  return amount >= 1 && amount <= 100_000 ? { measure: { kind, mm: amount, ...(said && { of: said }) } } : undefined
}

const note = (text: string): string => text.replace(/^\((.*)\)$/, '$1').trim()

/** Height, width and depth of the whole; nothing where it is not certain, since a work at the wrong scale misleads. */
function mainSides(measures: readonly Measure[]): Pick<Dimensions, 'heightMm' | 'widthMm' | 'depthMm' | 'diameterMm'> {
  const whole = measures.filter(({ of }) => of === undefined || ofWhole.test(of))
  const only = (kind: Kind): number | undefined => {
    const values = new Set(whole.filter(measure => measure.kind === kind).map(({ mm }) => mm))
    return values.size === 1 ? [...values][0] : undefined
  }
  const [height, length, width] = [only('height'), only('length'), only('width')]
  const lying = height === undefined && length !== undefined && width !== undefined
  const across = length ?? width
  const behind =
    only('depth') ?? only('thickness') ?? (height !== undefined && length !== undefined ? width : undefined)
  const diameter = only('diameter')
  return {
    ...(height !== undefined && { heightMm: height }),
    ...(!lying && across !== undefined && { widthMm: across }),
    ...(behind !== undefined && { depthMm: behind }),
    ...(diameter !== undefined && { diameterMm: diameter }),
  }
}
