import type { ErrorObject } from 'ajv'
import type { FieldError } from './failures.js'

/** Errors told at once; a body may have as many as it has values. */
const mostErrors = 20

/** What a schema found wrong, field by field. */
export function fieldErrors(errors: readonly ErrorObject[]): readonly FieldError[] {
  const byField = new Map<string, FieldError>()
  for (const error of errors) {
    const found = { field: fieldOf(error), message: messageOf(error) }
    // The schema of an alternative or a name only says again what the field itself says
    if (!byField.has(found.field)) byField.set(found.field, found)
  }
  return [...byField.values()].slice(0, mostErrors)
}

/** `/makers/0/name` is `makers[0].name`. */
function fieldOf({ instancePath, keyword, params }: ErrorObject): string {
  const inner = keyword === 'required' ? params.missingProperty : params.additionalProperty
  const name = keyword === 'propertyNames' ? params.propertyName : inner
  const steps = [...instancePath.split('/').slice(1).map(unescaped), ...(typeof name === 'string' ? [name] : [])]
  const path = steps
    .map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
    .join('')
  return path.slice(0, 300) || 'body'
}

const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~')

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  object: 'an object',
  array: 'a list',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
}

/** One sentence of what was expected, by what was violated. */
const sentences: Readonly<Record<string, (params: ErrorObject['params']) => string>> = {
  required: () => 'Expected, but it is missing.',
  additionalProperties: () => 'There is no such field here; leave it out, or look up its name at /api/docs.',
  propertyNames: () => 'Expected a language tag such as fr, en or nl, or "none".',
  type: ({ type }) =>
    `Expected ${[type]
      .flat()
      .map(each => kinds[each] ?? each)
      .join(' or ')}.`,
  enum: ({ allowedValues }) => `Expected one of ${allowedValues.join(', ')}.`,
  const: ({ allowedValue }) => `Expected ${JSON.stringify(allowedValue)}, or leave it out.`,
  minLength: ({ limit }) =>
    `Expected at least ${limit} ${limit === 1 ? 'character' : 'characters'}; leave it out where there is nothing to say.`,
  maxLength: ({ limit }) => `Expected at most ${limit} characters.`,
  minItems: ({ limit }) => `Expected at least ${limit} ${limit === 1 ? 'entry' : 'entries'}.`,
  maxItems: ({ limit }) => `Expected at most ${limit} entries.`,
  maxProperties: ({ limit }) => `Expected at most ${limit} fields.`,
  minimum: ({ limit }) => `Expected a number of at least ${limit}.`,
  maximum: ({ limit }) => `Expected a number of at most ${limit}.`,
  exclusiveMinimum: ({ limit }) => `Expected a number above ${limit}.`,
  pattern: ({ pattern }) => patterns[pattern] ?? `Expected a text that matches ${pattern}.`,
}

/** What the patterns of the schemas mean. */
const patterns: Readonly<Record<string, string>> = {
  '^https?://': 'Expected an address that begins with http:// or https://.',
  '^M\\d{4}$': 'Expected a Muséofile code: M and four digits.',
  '^[a-z0-9](?:[a-z0-9._-]{0,158}[a-z0-9])?$':
    'Expected an id of small letters and digits, with . _ and - between them alone.',
  '^[^\\u0000-\\u001f\\u007f]+$': 'Expected no control characters.',
}

const messageOf = ({ keyword, params, message = 'is not valid' }: ErrorObject): string =>
  sentences[keyword]?.(params) ?? `It ${message}.`
