import type { WorkDate } from '../../catalogue/model.js'
import { wordsOf } from '../html.js'
import type { RemarkKind } from '../remarks.js'
import { type Sides, sidesFrom } from './sides.js'

/** What a cell says: the words to show, if any, and the years they mean. */
export type Reading = Readonly<{
  words?: string
  /** The words are of no language, as a number is. */
  neutral?: boolean
  years?: Readonly<Omit<WorkDate, 'words'>>
  sides?: Sides
  remark?: RemarkKind
}>

/** The ways to read a value that a mapping can name. */
export const transforms = {
  /** As it stands. */
  text: words => ({ words }),

  /** Words with tags and entities of HTML, which are taken out of them; paragraphs stay. */
  html: markup => {
    const words = wordsOf(`<p>${markup}</p>`)
    return words === '' ? {} : { words }
  },

  /** Words, and the sides in them where they are certain: height, width, depth in this order, or by their names. */
  'height-width': words => ({ words, sides: sidesFrom(words) }),

  /** `1620` and `1620-1625` are understood, everything else is words alone. */
  years: words => {
    const [, first, last] = /^(\d{3,4})(?:\s*[-–]\s*(\d{3,4}))?$/.exec(words) ?? []
    if (first === undefined) return { words }
    const [earliest, latest] = [Number(first), Number(last ?? first)]
    if (earliest > latest) return { words, remark: 'years-reversed' }
    const edtf = last === undefined ? edtfYear(earliest) : `${edtfYear(earliest)}/${edtfYear(latest)}`
    return { words, neutral: true, years: { earliest, latest, edtf } }
  },

  /** A date of Wikidata's query service, which gives centuries and decades as the first of January of some year. */
  'wikidata-year': value => {
    const [, sign, digits, month, day] = /^(-?)(\d{4,6})-(\d\d)-(\d\d)T00:00:00Z$/.exec(value) ?? []
    const year = Number(`${sign}${digits}`)
    if (digits === undefined || year > 2100) return { remark: 'not-a-year' }
    const firstOfJanuary = month === '01' && day === '01'
    // Rodin's marble of the 20th century comes as the year 20: up to the 21st, nobody can tell.
    if (firstOfJanuary && Math.abs(year) <= 21) return { remark: 'century-as-year' }
    const round = year < 0 || year % 10 === 0 || year % 25 === 0
    const uncertain = firstOfJanuary && round
    const edtf = `${edtfYear(year)}${uncertain ? '?' : ''}`
    const dated = { words: String(year), neutral: true, years: { earliest: year, latest: year, edtf } }
    return uncertain ? { ...dated, remark: 'precision-lost' } : dated
  },

  /** A label of Wikidata's query service; persons without a name come as the name of a blank node. */
  'wikidata-label': value =>
    /^(t\d+|_:\w+|Q\d+|https?:\/\/www\.wikidata\.org\/.*)$/.test(value)
      ? { remark: 'unnamed-person' }
      : { words: value },
} as const satisfies Record<string, (value: string) => Reading>

export type TransformName = keyof typeof transforms

/** EDTF level 1: four digits, or `Y` before longer years. */
function edtfYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0')
  return `${digits.length > 4 ? 'Y' : ''}${year < 0 ? '-' : ''}${digits}`
}
