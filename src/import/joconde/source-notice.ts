import type { Notice } from '../../catalogue/model.js'
import { type Code, codeOf } from './fields.js'
import { mended } from './mending.js'

/** One notice of a file: its fields verbatim and in order, empty ones too; `line` is where it begins. */
export type SourceNotice = Readonly<{
  line: number
  fields: Notice['fields']
  /** The file ends before the notice does. */
  unterminated?: boolean
  /** The row has more cells than the header; nobody can tell which belongs where. */
  overlong?: boolean
}>

/** What stands between two occurrences: ` ; ` by the rules, or the comma that a table was saved with instead. */
export type Separator = 'semicolon' | 'comma'

/** The fields of one notice by code, as they are to be read: line breaks and wrong encodings resolved. */
export type Values = Readonly<{
  separator: Separator
  /** The first filled value of a field, trimmed; empty where there is none. */
  text(code: Code): string
  /** The occurrences of a field, over all its values; a separator inside parentheses does not part them. */
  list(code: Code): readonly string[]
}>

export function valuesOf(notice: Notice['fields'], separator: Separator): Values {
  const texts = new Map<Code, string[]>()
  for (const [name, value] of notice) {
    const code = value === '' ? undefined : codeOf(name)
    if (code === undefined) continue
    const text = readable(value)
    if (text === '') continue
    const known = texts.get(code)
    if (known === undefined) texts.set(code, [text])
    else if (!known.includes(text)) known.push(text)
  }
  return {
    separator,
    text: code => texts.get(code)?.[0] ?? '',
    list: code => {
      const known = texts.get(code)
      return known === undefined ? [] : [...new Set(known.flatMap(text => occurrences(text, separator)))]
    },
  }
}

/** A line that ends in ` -` goes on in the next one; a tab is a space. */
export function readable(value: string): string {
  const joined = /[\n\t\u00a0]/.test(value) ? value.replace(/ -\r?\n/g, ' ').replace(/[\t\u00a0]/g, ' ') : value
  return mended(joined).trim().normalize('NFC')
}

/** `;` parts occurrences wherever it stands; of commas only those that were semicolons once, which no space follows. */
export function occurrences(text: string, separator: Separator): readonly string[] {
  const found: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '(') depth += 1
    else if (character === ')') depth = Math.max(depth - 1, 0)
    else if (depth === 0 && parts(text, at, separator)) {
      found.push(text.slice(start, at))
      start = at + 1
    }
  }
  found.push(text.slice(start))
  return found.map(part => part.trim()).filter(part => part !== '')
}

function parts(text: string, at: number, separator: Separator): boolean {
  const character = text[at]
  if (separator === 'semicolon') return character === ';'
  return character === ',' && text[at + 1] !== ' '
}
