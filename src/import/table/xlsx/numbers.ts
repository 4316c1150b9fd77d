/** How a number of a cell is to be spelled, as its number format says. */
export type Spelling =
  | 'number'
  | 'percent'
  | 'date'
  | 'year'
  | Readonly<{ before: string; digits: number; after: string }>

/** The formats that Office knows by number; all others are spelled out in the file (ECMA-376 part 1, 18.8.30). */
const builtInDates = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58 && id !== 48 && id !== 49)

export function spellingOf(id: number, code?: string): Spelling {
  if (code === undefined) return builtInDates(id) ? 'date' : id === 9 || id === 10 ? 'percent' : 'number'
  const [positive = ''] = code.split(';')
  const bare = positive.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (/^\s*y+\s*$/i.test(bare)) return 'year'
  if (/[ymdhs]/i.test(bare) && !/^general$/i.test(bare)) return 'date'
  if (bare.includes('%')) return 'percent'
  const [, before = '', zeros = '', after = ''] =
    /^((?:"[^"]*"|\\.)*)(0+|#?General|0\.0+)((?:"[^"]*"|\\.)*)$/i.exec(positive) ?? []
  if (zeros === '') return 'number'
  const padded = { before: literal(before), digits: /^0+$/.test(zeros) ? zeros.length : 1, after: literal(after) }
  return padded.before === '' && padded.after === '' && padded.digits === 1 ? 'number' : padded
}

const literal = (code: string): string => code.replace(/"([^"]*)"|\\(.)/g, '$1$2')

/** The text of a number: all its digits, with the zeros and words before and after it that its format shows. */
export function spelled(raw: string, spelling: Spelling, epoch1904: boolean): string {
  const number = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(number)) return raw
  if (spelling === 'date' || spelling === 'year') return dateFrom(number, spelling, epoch1904) ?? plain(raw, number)
  if (spelling === 'percent') return `${plain(raw, Number((number * 100).toPrecision(15)))}%`
  if (spelling === 'number') return plain(raw, number)
  const [whole = '', fraction] = plain(raw, number).split('.')
  const sign = whole.startsWith('-') ? '-' : ''
  const digits = whole.slice(sign.length).padStart(spelling.digits, '0')
  return `${sign}${spelling.before}${digits}${fraction === undefined ? '' : `.${fraction}`}${spelling.after}`
}

/** Spreadsheets count with 15 digits: 45.200000000000003 is their way of storing 45.2. */
function plain(raw: string, number: number): string {
  if (/^-?\d{1,15}$/.test(raw)) return raw
  const rounded = Number(number.toPrecision(15))
  return Math.abs(rounded) < 1e21 && Math.abs(rounded) >= 1e-6 ? String(rounded) : number === 0 ? '0' : raw
}

const dayMs = 86_400_000

/** `1876-05-01`, with its time where it has one; a time alone is `14:30:00`. */
function dateFrom(serial: number, spelling: 'date' | 'year', epoch1904: boolean): string | undefined {
  if (serial < 0 || serial > 2_958_466) return undefined
  const seconds = Math.round((serial % 1) * 86_400)
  const time = new Date(seconds * 1000).toISOString().slice(11, 19)
  if (serial < 1 && !epoch1904) return time
  const iso = new Date(
    firstDay(serial, epoch1904) + Math.floor(serial) * dayMs + (seconds === 86_400 ? dayMs : 0),
  ).toISOString()
  if (spelling === 'year') return String(Number(iso.slice(0, 4)))
  return seconds % 86_400 === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)}T${time}`
}

/** Day 0, in milliseconds: the system of 1900 counts a 29 February 1900 that never was, as day 60. */
function firstDay(serial: number, epoch1904: boolean): number {
  if (epoch1904) return Date.UTC(1904, 0, 1)
  return serial < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30)
}
