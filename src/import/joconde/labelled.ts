import { DomainError } from '../../errors.js'
import { type Code, fields } from './fields.js'
import type { SourceNotice } from './source-notice.js'

/** A notice longer than this is no notice: an end `//` must be missing. */
const longest = 1_048_576

type Open = { line: number; fields: [string, string[]][]; characters: number }

/**
 * Reads the *ajout piloté* of the Ministry: a line with a field's code, the lines of its value, `//` after each notice.
 * Values keep their lines as they stand.
 */
export async function* labelledNotices(text: AsyncIterable<string>): AsyncGenerator<SourceNotice> {
  let open: Open | undefined
  let line = 0
  for await (const content of linesOf(text)) {
    line += 1
    const word = content.trim()
    if (word === '//') {
      if (open) yield closed(open)
      open = undefined
    } else if (isLabel(word)) {
      open ??= { line, fields: [], characters: 0 }
      open.fields.push([word, []])
    } else if (open) {
      open.fields.at(-1)?.[1].push(content)
      open.characters += content.length
      if (open.characters > longest) throw endless(open.line)
    } else if (word !== '') throw stray(line)
  }
  if (open) yield { ...closed(open), unterminated: true }
}

/** Only codes of the schema are labels: a value may be a word in capitals. */
const isLabel = (word: string): word is Code => Object.hasOwn(fields, word)

const closed = ({ line, fields }: Open): SourceNotice => ({
  line,
  fields: fields.map(([label, lines]) => [label, lines.join('\n').trim()] as const),
})

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of text) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    if (rest.length > longest) throw new DomainError('too-large', `Expected lines of at most ${longest} characters.`)
    yield* lines
  }
  if (rest !== '') yield rest.replace(/\r$/, '')
}

const stray = (line: number): DomainError =>
  new DomainError('refused', `Expected the code of a field, such as REF, on line ${line} but received other text.`)

const endless = (line: number): DomainError =>
  new DomainError('too-large', `The notice that begins on line ${line} never ends; a line "//" must be missing.`)
