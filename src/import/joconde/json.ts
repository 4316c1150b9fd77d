import { DomainError } from '../../errors.js'
import type { SourceNotice } from './source-notice.js'

/** A record longer than this is refused. */
const longest = 1_048_576

/** Which brackets stand around each record: an array, `{"results": [...]}` of the API, or none in NDJSON. */
const depthOf = (head: string): number => {
  if (head.trimStart().startsWith('[')) return 1
  return /^\s*\{\s*"(?:total_count|nhits|results|records|parameters)"/.test(head) ? 2 : 0
}

/** Reads the records of a JSON text one by one, whatever its length; `line` counts records where a text has few lines. */
export async function* jsonNotices(text: AsyncIterable<string>): AsyncGenerator<SourceNotice> {
  let line = 1
  for await (const record of objectsOf(text)) {
    yield { line, fields: fieldsFrom(parsed(record, line)) }
    line += 1
  }
}

/** Every object at the depth of records, as text. */
async function* objectsOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let wanted: number | undefined
  const state = { depth: 0, quoted: false, escaped: false, record: '' }
  for await (const piece of text) {
    wanted ??= depthOf(piece)
    let start = state.record === '' ? -1 : 0
    for (let at = 0; at < piece.length; at += 1) {
      const character = piece[at]
      if (state.escaped) state.escaped = false
      else if (state.quoted) {
        if (character === '\\') state.escaped = true
        else if (character === '"') state.quoted = false
      } else if (character === '"') state.quoted = true
      else if (character === '{' || character === '[') {
        if (character === '{' && state.depth === wanted && start < 0) start = at
        state.depth += 1
      } else if (character === '}' || character === ']') {
        state.depth -= 1
        if (start >= 0 && state.depth === wanted) {
          yield state.record + piece.slice(start, at + 1)
          state.record = ''
          start = -1
        }
      }
    }
    if (start >= 0) state.record += piece.slice(start)
    if (state.record.length > longest)
      throw new DomainError('too-large', `A record is longer than ${longest} characters.`)
  }
  if (state.depth !== 0 || state.quoted)
    throw new DomainError('refused', 'Expected JSON that is whole but it ends in the middle of a record.')
}

function parsed(record: string, number: number): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(record) as Record<string, unknown>
  } catch (cause) {
    const sentence = `Expected JSON but record ${number} is not: ${(cause as Error).message}.`
    throw new DomainError('refused', sentence, { cause })
  }
}

/** Older dumps hold the fields one level down; a value that is a list becomes as many fields of one name. */
function fieldsFrom({ fields, ...others }: Readonly<Record<string, unknown>>): SourceNotice['fields'] {
  const inner = typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? Object.entries(fields) : []
  const outer =
    fields === undefined || inner.length > 0 ? Object.entries(others) : Object.entries({ fields, ...others })
  return [...inner, ...outer].flatMap(([name, value]) => textsOf(value).map(text => [name, text] as const))
}

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.length === 0 ? [''] : value.map(scalar)
  return [scalar(value)]
}

function scalar(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
