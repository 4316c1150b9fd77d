import type { LanguageMap, TextField, WorkRecord } from '../../catalogue/model.js'
import type { Code } from './fields.js'
import { occurrences, type Values } from './source-notice.js'

/**
 * How a field is written: terms one by one, terms that make one line together, groups of terms with `#` between them, or
 * prose whose lines end in `#`.
 */
type Writing = 'terms' | 'line' | 'groups' | 'prose'

/** What fills the descriptive texts, in the order in which it is read. */
const sources: readonly (readonly [TextField, Code, Writing])[] = [
  ['domain', 'DOMN', 'terms'],
  ['type', 'DENO', 'terms'],
  ['commonName', 'APPL', 'terms'],
  ['makerNotes', 'PAUT', 'prose'],
  ['formerAttributions', 'ATTR', 'terms'],
  ['materials', 'TECH', 'groups'],
  ['subject', 'REPR', 'groups'],
  ['subject', 'PREP', 'prose'],
  ['subject', 'DREP', 'prose'],
  ['subject', 'SREP', 'line'],
  ['inscriptions', 'INSC', 'terms'],
  ['inscriptions', 'PINS', 'prose'],
  ['persons', 'ONOM', 'terms'],
  ['school', 'ECOL', 'terms'],
  ['period', 'PERI', 'terms'],
  ['period', 'EPOQ', 'terms'],
  ['place', 'LIEUX', 'groups'],
  ['place', 'PLIEUX', 'prose'],
  ['genesis', 'GENE', 'terms'],
  ['genesis', 'PEOC', 'terms'],
  ['use', 'UTIL', 'terms'],
  ['use', 'PUTI', 'prose'],
  ['use', 'PERU', 'terms'],
  ['use', 'MILU', 'terms'],
  ['discovery', 'DECV', 'line'],
  ['discovery', 'PDEC', 'prose'],
  ['history', 'HIST', 'prose'],
  ['history', 'GEOHI', 'prose'],
  ['condition', 'ETAT', 'prose'],
  ['legalStatus', 'STAT', 'line'],
  ['acquisition', 'DACQ', 'line'],
  ['deposit', 'DEPO', 'line'],
  ['deposit', 'DDPT', 'line'],
  ['provenance', 'APTN', 'prose'],
  ['provenance', 'ADPT', 'prose'],
  ['exhibitions', 'EXPO', 'prose'],
  ['bibliography', 'BIBL', 'prose'],
  ['comments', 'COMM', 'prose'],
]

/** The codes that become a descriptive text. */
export const textCodes: readonly Code[] = sources.map(([, code]) => code)

export function textsFrom(values: Values): NonNullable<WorkRecord['texts']> {
  const texts: Partial<Record<TextField, LanguageMap>> = {}
  const otherTitles = titlesOf(values).slice(1)
  if (otherTitles.length > 0) texts.otherTitles = { fr: otherTitles }
  for (const [field, code, writing] of sources) {
    const written = writtenAs(writing, code, values)
    if (written.length > 0) texts[field] = { fr: [...new Set([...(texts[field]?.fr ?? []), ...written])] }
  }
  return texts
}

/** The titles of a work, the first one first; where commas took the place of semicolons, nobody can part them. */
export function titlesOf(values: Values): readonly string[] {
  const text = values.text('TITR')
  const titles = values.separator === 'comma' ? [text] : occurrences(text, values.separator)
  return titles.map(title => linesOf(title).join(' ')).filter(title => title !== '')
}

function writtenAs(writing: Writing, code: Code, values: Values): readonly string[] {
  const { separator } = values
  if (writing === 'terms') return values.list(code).flatMap(linesOf)
  if (writing === 'prose') return linesOf(values.text(code))
  if (writing === 'line') return values.list(code).length > 0 ? [values.list(code).join(', ')] : []
  const text = values.text(code)
  // Without `#` the terms of one group are the values; several values of a list are so already
  if (!text.includes('#')) return values.list(code)
  return text
    .split('#')
    .map(group => occurrences(group, separator).join(', '))
    .filter(group => group !== '')
}

/** `#` ends a line, as line breaks do. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/[#\n]/)
    .map(line => line.trim())
    .filter(line => line !== '')
