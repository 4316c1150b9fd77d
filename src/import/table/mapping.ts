import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Ajv, type ErrorObject } from 'ajv'
import type { FromSchema } from 'json-schema-to-ts'
import { DomainError } from '../../errors.js'
import { encodings } from './encoding.js'
import { type TransformName, transforms } from './transforms.js'

const name = { type: 'string', minLength: 1, maxLength: 200 } as const
const target = { type: 'string', pattern: '^[A-Za-z]+(@[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$', maxLength: 60 } as const

/** One use of a column. */
const use = {
  type: 'object',
  additionalProperties: false,
  required: ['field'],
  properties: {
    field: target,
    separator: { type: 'string', minLength: 1, maxLength: 10 },
    transform: { type: 'string', enum: Object.keys(transforms) as TransformName[] },
    role: name,
    where: {
      type: 'object',
      minProperties: 1,
      maxProperties: 10,
      additionalProperties: { type: 'array', minItems: 1, maxItems: 100, items: { type: 'string', maxLength: 200 } },
    },
  },
} as const

/** What a mapping file may say; docs/importing.md explains it key by key. */
export const mappingSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'columns'],
  properties: {
    kind: { type: 'string', enum: ['works', 'museums'], default: 'works' },
    source: { ...name, default: 'CSV' },
    delimiter: { type: 'string', minLength: 1, maxLength: 1 },
    quote: { type: 'string', maxLength: 1, default: '"' },
    encoding: { type: 'string', enum: ['auto', ...encodings], default: 'auto' },
    sheet: name,
    records: { ...name, pattern: '^[^.]+(\\.[^.]+){0,4}$' },
    language: { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$', default: 'fr' },
    id: {
      type: 'object',
      additionalProperties: false,
      required: ['column'],
      properties: { column: name, padTo: { type: 'integer', minimum: 1, maximum: 50 } },
    },
    museum: {
      type: 'object',
      additionalProperties: false,
      properties: { column: name, pattern: { type: 'string', maxLength: 200 }, code: { ...name, maxLength: 50 } },
    },
    columns: {
      type: 'object',
      minProperties: 1,
      maxProperties: 1000,
      additionalProperties: { anyOf: [use, { type: 'array', minItems: 1, maxItems: 20, items: use }] },
    },
    constants: { type: 'object', maxProperties: 100, additionalProperties: { type: 'string', minLength: 1 } },
    ignore: { type: 'array', maxItems: 1000, items: name },
  },
} as const

export type Mapping = FromSchema<typeof mappingSchema>

/** A mapping with the text it was read from, so that errors can say where. */
export type MappingFile = Readonly<{ mapping: Mapping; name: string; text: string }>

/** What errors need to say where. */
type Origin = Pick<MappingFile, 'name' | 'text'>

/** @throws DomainError with the file's name, the line and the place in it */
export async function readMapping(path: string): Promise<MappingFile> {
  const text = await readFile(path, 'utf8').catch(cause => {
    throw new DomainError('not-found', `There is no readable mapping file ${basename(path)}.`, { cause })
  })
  return parseMapping(text, basename(path))
}

export function parseMapping(text: string, name: string): MappingFile {
  const origin = { name, text }
  const mapping = spelledOut(parseJson(origin))
  const validate = new Ajv({ useDefaults: true }).compile<Mapping>(mappingSchema)
  if (!validate(mapping)) throw mistake(validate.errors?.[0], origin)
  checkMuseum(mapping, origin)
  return { ...origin, mapping }
}

/** The refusal of one place in a mapping file. @param pointer such as `/columns/titre` */
export const mappingError = ({ name, text }: Origin, pointer: string, sentence: string): DomainError =>
  new DomainError('refused', `${name}, line ${lineOf(pointer, text)}, ${pointer || '/'}: ${sentence}.`)

function parseJson({ name, text }: Origin): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new DomainError('refused', `Expected JSON in ${name}: ${(cause as Error).message}.`, { cause })
  }
}

/** `"titre": "title@fr"` is short for `"titre": { "field": "title@fr" }`. */
function spelledOut(mapping: unknown): unknown {
  if (!isObject(mapping) || !isObject(mapping.columns)) return mapping
  const columns = Object.entries(mapping.columns).map(([column, value]) => [
    column.normalize('NFC'),
    Array.isArray(value) ? value.map(useOf) : useOf(value),
  ])
  return { ...mapping, columns: Object.fromEntries(columns) }
}

const useOf = (value: unknown): unknown => (typeof value === 'string' ? { field: value } : value)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the schema cannot say of `museum`. */
function checkMuseum({ museum, kind }: Mapping, origin: Origin): void {
  if (!museum) return
  const { column, pattern, code } = museum
  const wrong = [
    [kind === 'museums', 'a mapping of museums has no "museum"'],
    [column === undefined && code === undefined, 'expected a "column", a "code", or both'],
    [column === undefined && pattern !== undefined, 'a "pattern" needs the "column" that it reads'],
    [column !== undefined && pattern === undefined && code !== undefined, 'a "column" with a "code" needs a "pattern"'],
    [pattern !== undefined && code === undefined, 'a "pattern" needs the "code" that it gives, such as "M$1"'],
    [!isRegularExpression(pattern ?? ''), `expected a regular expression but received "${pattern}"`],
  ] as const
  for (const [fails, sentence] of wrong) if (fails) throw mappingError(origin, '/museum', sentence)
}

function isRegularExpression(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern, 'u'))
  } catch {
    return false
  }
}

function mistake(error: ErrorObject | undefined, origin: Origin): DomainError {
  const params: { additionalProperty?: string; allowedValues?: readonly string[] } = error?.params ?? {}
  const pointer = error?.instancePath ?? ''
  if (params.additionalProperty !== undefined)
    return mappingError(origin, `${pointer}/${params.additionalProperty}`, 'there is no such key')
  const allowed = params.allowedValues ? `: ${params.allowedValues.join(', ')}` : ''
  return mappingError(origin, pointer, `the value ${error?.message ?? 'is not valid'}${allowed}`)
}

/** The line where a pointer leads: its keys are looked for one after the other. */
function lineOf(pointer: string, text: string): number {
  let position = 0
  for (const part of pointer.split('/').slice(1)) {
    const key = JSON.stringify(part.replaceAll('~1', '/').replaceAll('~0', '~'))
    position = Math.max(position, text.indexOf(key, position))
  }
  return text.slice(0, position).split('\n').length
}
