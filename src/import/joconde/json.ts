import { DomainError } from '../../errors.js'
import { type JsonForm, recordsOf } from '../table/json/records.js'
import type { SourceNotice } from './source-notice.js'

/** Reads the records of a JSON text one by one, whatever its length; `line` counts records where a text has few lines. */
export async function* jsonNotices(text: AsyncIterable<string>, form: JsonForm): AsyncGenerator<SourceNotice> {
  let line = 1
  for await (const record of recordsOf(text, form)) {
    yield { line, fields: fieldsFrom(parsed(record.text, line)) }
    line += 1
  }
}

function parsed(record: string, number: number): Readonly<Record<string, unknown>> {
  const value = read(record, number)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new DomainError('refused', `Expected an object in braces but record ${number} is none.`)
}

function read(record: string, number: number): unknown {
  try {
    return JSON.parse(record)
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
