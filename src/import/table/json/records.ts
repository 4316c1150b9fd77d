import { DomainError } from '../../../errors.js'
import { limits } from '../row.js'

/** How the records of a JSON text stand: one a line, whole objects one after the other, or in a list below some keys. */
export type JsonForm =
  | Readonly<{ form: 'lines' }>
  | Readonly<{ form: 'objects' }>
  | Readonly<{ form: 'list'; below: readonly string[] }>

/** One record as text, and where it begins; lines and columns count from 1. */
export type RecordText = Readonly<{ text: string; line: number; column: number }>

export const recordsOf = (text: AsyncIterable<string>, form: JsonForm): AsyncGenerator<RecordText> =>
  form.form === 'lines' ? linesOf(text) : elementsOf(text, form)

/** Every line that is not blank: a record that is broken cannot spoil the next. */
async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<RecordText> {
  let line = 1
  let rest = ''
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const whole of lines) {
      if (whole.trim() !== '') yield { text: bounded(whole, line), line, column: 1 }
      line += 1
    }
    bounded(rest, line)
  }
  if (rest.trim() !== '') yield { text: rest, line, column: 1 }
}

/** Every object at the depth of records, whatever stands around them. */
async function* elementsOf(
  text: AsyncIterable<string>,
  form: Exclude<JsonForm, { form: 'lines' }>,
): AsyncGenerator<RecordText> {
  const below = form.form === 'list' ? form.below : []
  const depth = form.form === 'list' ? below.length + 1 : 0
  const scanner = openScanner(form.form === 'list' ? [...below, '[]'] : [])
  for await (const piece of text) yield* scanner.read(piece, depth)
  scanner.end()
}

type Brackets = '{' | '['

/**
 * Follows strings and brackets through the pieces of a text, and cuts records out where the path of keys is the wanted one.
 * Only as much is understood as cutting needs; each record is parsed by itself.
 */
export function openScanner(wanted: readonly string[]) {
  const open: { bracket: Brackets; key: string }[] = []
  let record: { text: string; line: number; column: number } | undefined
  let [line, column] = [1, 0]
  let [quoted, escaped] = [false, false]
  let word = ''

  const isWanted = (): boolean =>
    open.length === wanted.length &&
    open.every(({ bracket, key }, at) => (bracket === '[' ? wanted[at] === '[]' : wanted[at] === key))

  function* read(piece: string, depth: number): Generator<RecordText> {
    let start = record ? 0 : -1
    for (let at = 0; at < piece.length; at += 1) {
      const character = piece[at]
      column += 1
      if (character === '\n') [line, column] = [line + 1, 0]
      if (!record && !quoted && isStray(character) && isWanted()) throw strayed(line, column, piece[at])
      if (quoted) {
        if (escaped) escaped = false
        else if (character === '\\') escaped = true
        else if (character === '"') quoted = false
        if (quoted && !record && word.length < 200) word += character
      } else if (character === '"') {
        quoted = true
        word = ''
      } else if (character === ':') {
        const inner = open.at(-1)
        if (!record && inner) inner.key = word
      } else if (character === '{' || character === '[') {
        if (!record && isWanted()) {
          record = { text: '', line, column }
          start = at
        }
        open.push({ bracket: character, key: '' })
      } else if (character === '}' || character === ']') {
        open.pop()
        if (!record || open.length !== depth) continue
        yield { ...record, text: bounded(record.text + piece.slice(start, at + 1), record.line) }
        record = undefined
        start = -1
      }
    }
    if (record) record.text = bounded(record.text + piece.slice(start), record.line)
  }
  const end = (): void => {
    if (open.length > 0 || quoted)
      throw new DomainError('refused', `Expected JSON that is whole but it ends in the middle, at line ${line}.`)
  }
  return { read, end }
}

/** What stands where records do and is neither one nor between them would be lost in silence. */
const isStray = (character = ''): boolean => !/[\s,[\]{}]/.test(character)

const strayed = (line: number, column: number, found = ''): DomainError =>
  new DomainError(
    'refused',
    `Expected records in braces but found ${JSON.stringify(found)} at line ${line}, column ${column}. Nothing was imported.`,
  )

function bounded(text: string, line: number): string {
  if (text.length <= limits.jsonRecordCharacters) return text
  const most = limits.jsonRecordCharacters
  throw new DomainError('too-large', `The record at line ${line} is longer than ${most} characters.`)
}
