import { periodSpan } from './periods.js'
import { centurySpan, ordinalFrom, type Span } from './spans.js'

/** How the dates of a field go together: `1822 ENTRE,1832 ET`, `1803 : date de début ; 1810 : date de fin`. */
export type Bearing = 'between' | 'and' | 'start' | 'end' | 'before' | 'after'

/** One occurrence of a date field, read: its dates, if any, and what is said of them. */
export type Occurrence = Readonly<{
  spans: readonly Span[]
  bearings: ReadonlySet<Bearing>
  about: boolean
  doubted: boolean
}>

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]

/** Words beside a date; those with no bearing on its years are passed over. */
const sayings: readonly (readonly [RegExp, Partial<{ bearing: Bearing; about: true; doubted: true }>])[] = [
  [/date de début|début|debut/, { bearing: 'start' }],
  [/date de fin|fin/, { bearing: 'end' }],
  [/entre|de(?=\s+\d)/, { bearing: 'between' }],
  [/et|à(?=\s+\d)/, { bearing: 'and' }],
  [/avant|ante|antérieure? à/, { bearing: 'before' }],
  [/après|apres|post|postérieure? à|à partir de|depuis/, { bearing: 'after' }],
  [/vers|environ|circa|ca\.?|c\.|env\.?|autour de/, { about: true }],
  [/\?|\(\?\)|incertaine?|probable|probablement|peut-être/, { doubted: true }],
  [
    /achevée? en|achevée?|datée?|daté|signée? et datée?|exécutée? en|date de création|création|en|année|exécution|fabrication|conception|édition|fonte|gravure|salon de|salon/,
    {},
  ],
]
const saying = sayings.map(
  ([pattern, meaning]) => [new RegExp(`^(?:${pattern.source})(?=$|[\\s:(])`), meaning] as const,
)

/** @returns undefined where anything in it is not understood */
export function readOccurrence(text: string): Occurrence | undefined {
  const spans: Span[] = []
  const bearings = new Set<Bearing>()
  let [about, doubted] = [false, false]
  let rest = tidy(text)
  const whole = centurySpan(rest) ?? periodSpan(rest)
  if (whole) return { spans: [whole], bearings, about, doubted }
  while (rest !== '') {
    const date = leadingDate(rest)
    if (date) {
      // A doubt in the middle is that of the date it stands before: `entre vers 1745 et 1750 (?)`
      spans.push({ ...date.span, ...(about && bearings.has('between') && { about }) })
      if (bearings.has('between') && spans.length === 1) about = false
      rest = date.rest
      continue
    }
    const said = saying.find(([pattern]) => pattern.test(rest))
    const word = said?.[0].exec(rest)?.[0]
    if (!said || word === undefined) return undefined
    if (said[1].bearing) bearings.add(said[1].bearing)
    about ||= said[1].about ?? false
    doubted ||= said[1].doubted ?? false
    rest = rest.slice(word.length).replace(/^[\s:]+/, '')
  }
  return { spans, bearings, about, doubted }
}

const tidy = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/^[\s:]+/, '')
    .trim()

const dates: readonly (readonly [RegExp, (groups: readonly string[]) => Span | undefined])[] = [
  [/^(\d{4})-(\d\d)(?:-(\d\d))?(?=$|[\s:(])/, ([year = '', month = '', day]) => daySpan(year, month, day)],
  [/^(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?=$|[\s:(])/, ([day = '', month = '', year = '']) => daySpan(year, month, day)],
  [/^(\d{3,4})\s*[-–/]\s*(\d{3,4})(?=$|[\s:(])/, ([from, to]) => ordered(Number(from), Number(to))],
  [/^(?:années? )(\d{3})0(?=$|[\s:(])/, ([decade]) => decadeSpan(decade)],
  [/^(\d{3})0 années?(?=$|[\s:(])/, ([decade]) => decadeSpan(decade)],
  [
    /^(\d{3,4})\s*(?:av(?:ant)?\.? ?j\.?-? ?c\.?)(?=$|[\s:(])/,
    ([year]) => ({ from: -Number(year), to: -Number(year) }),
  ],
  [/^(-?\d{3,4})(?=$|[\s:?(])/, ([year]) => ({ from: Number(year), to: Number(year) })],
  [/^an (\d{1,2}|[ivx]{1,5})(?=$|[\s:(])/, ([year = '']) => republican(ordinalFrom(year))],
  [
    new RegExp(`^(?:\\d{1,2}(?:er)? )?(${months.join('|')}) (\\d{4})(?=$|[\\s:(])`),
    ([month = '', year = '']) => daySpan(year, String(months.indexOf(month) + 1), undefined),
  ],
  [new RegExp(`^(${months.join('|')})$`), ([month = '']) => ({ edtf: `-${two(months.indexOf(month) + 1)}` })],
]

function leadingDate(text: string): Readonly<{ span: Span; rest: string }> | undefined {
  for (const [pattern, read] of dates) {
    const found = pattern.exec(text)
    const span = found && read(found.slice(1))
    if (span) return { span, rest: text.slice(found[0].length).replace(/^[\s:]+/, '') }
  }
  const [phrase] = /^[^:;,]+?(?:siècles?|millénaires?)(?: ?av(?:ant)?\.? ?j\.?-? ?c\.?)?(?=$|[\s:(?])/.exec(text) ?? []
  const span = phrase === undefined ? undefined : centurySpan(phrase)
  return phrase !== undefined && span ? { span, rest: text.slice(phrase.length).replace(/^[\s:]+/, '') } : undefined
}

const ordered = (from: number, to: number): Span | undefined => (from <= to ? { from, to } : undefined)

const decadeSpan = (decade = ''): Span => ({ from: Number(`${decade}0`), to: Number(`${decade}9`), edtf: `${decade}X` })

function daySpan(year: string, month: string, day: string | undefined): Span | undefined {
  if (Number(month) < 1 || Number(month) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > 31) return undefined
  const edtf = [year, two(Number(month)), ...(day === undefined ? [] : [two(Number(day))])].join('-')
  return { from: Number(year), to: Number(year), edtf }
}

const two = (number: number): string => String(number).padStart(2, '0')

/** The republican year n lies in the years 1791 + n and 1792 + n, from September to September. */
const republican = (year = 0): Span | undefined =>
  year >= 1 && year <= 14 ? { from: 1791 + year, to: 1792 + year } : undefined
