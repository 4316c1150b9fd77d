import type { ErrorObject } from 'ajv'

/** A path into what somebody sent or wrote: names of fields and places in lists, from the outside in. */
export type At = readonly (string | number)[]

/** What is wrong, and where: what was expected, and what came. */
export type Mistake = Readonly<{ at: At; sentence: string }>

/** Lists longer than this say enough. */
export const mostMistakes = 100

/** What a schema found wrong, the first of each field. The validator must be `verbose`, so that its errors hold what came. */
export function mistakesIn(errors: readonly ErrorObject[]): readonly Mistake[] {
  const byPlace = new Map<string, Mistake>()
  for (const error of errors) {
    if (byPlace.size === mostMistakes) break
    if (repeating.includes(error.keyword)) continue
    const at = placeOf(error)
    const place = at.join('/')
    if (!byPlace.has(place)) byPlace.set(place, { at, sentence: sentenceOf(error) })
  }
  return [...byPlace.values()]
}

/** They only say again what the field or the name itself says. */
const repeating: readonly string[] = ['discriminator', 'propertyNames']

function placeOf({ instancePath, params, propertyName }: ErrorObject): At {
  const name = propertyName ?? params.missingProperty ?? params.additionalProperty
  const path = instancePath.split('/').slice(1).map(unescaped).map(asPlace)
  return typeof name === 'string' ? [...path, name] : path
}

const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~')
const asPlace = (step: string): string | number => (/^\d+$/.test(step) ? Number(step) : step)

const sentenceOf = (error: ErrorObject): string => {
  const whole = wholes[error.keyword]
  if (whole !== undefined) return whole
  const expected = expectations[error.keyword]?.(error.params)
  return `Expected ${expected ?? `a value that ${error.message ?? 'is valid'}`} but found ${shown(error.data)}.`
}

const wholes: Readonly<Record<string, string>> = {
  required: 'Expected, but it is missing.',
  additionalProperties: 'There is no such field here; check its spelling, or leave it out.',
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  object: 'fields with names',
  array: 'a list',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
}

type Params = ErrorObject['params']

const expectations: Readonly<Record<string, (params: Params) => string>> = {
  type: ({ type }) =>
    [type]
      .flat()
      .map(each => kinds[each] ?? each)
      .join(' or '),
  enum: ({ allowedValues }) => `one of ${allowedValues.join(', ')}`,
  const: ({ allowedValue }) =>
    typeof allowedValue === 'boolean' ? `${allowedValue}, or no such field,` : JSON.stringify(allowedValue),
  minLength: ({ limit }) => `at least ${counted(limit, 'character', 'characters')}, or no such field,`,
  maxLength: ({ limit }) => `at most ${counted(limit, 'character', 'characters')}`,
  minItems: ({ limit }) => `at least ${counted(limit, 'entry', 'entries')}`,
  maxItems: ({ limit }) => `at most ${counted(limit, 'entry', 'entries')}`,
  uniqueItems: () => 'each entry once',
  minProperties: ({ limit }) => `at least ${counted(limit, 'field', 'fields')}`,
  maxProperties: ({ limit }) => `at most ${counted(limit, 'field', 'fields')}`,
  minimum: ({ limit }) => `a number of at least ${limit}`,
  maximum: ({ limit }) => `a number of at most ${limit}`,
  exclusiveMinimum: ({ limit }) => `a number above ${limit}`,
  pattern: ({ pattern }) => patterns[pattern] ?? `a text that matches ${pattern}`,
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** What the patterns of the schemas mean. */
const patterns: Readonly<Record<string, string>> = {
  '^https?://': 'an address that begins with http:// or https://',
  '^M\\d{4}$': 'a Muséofile code, M and four digits,',
  '^[a-z0-9](?:[a-z0-9._-]{0,158}[a-z0-9])?$': 'an id of small letters and digits, with . _ and - between them alone,',
  '^[^\\u0000-\\u001f\\u007f]+$': 'no control characters',
  '^(none|[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8})$': 'a language tag such as fr, en or nl, or "none",',
  '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$': 'a language such as fr, en or nl',
  '^[a-z0-9]+(-[a-z0-9]+)*$': 'small letters, digits and single hyphens',
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}$': 'a day such as 2026-03-01',
}

const longestShown = 60

/** What came, in a few words, however large it is. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'fields with names'
  if (typeof value === 'string')
    return value.length > longestShown ? `${JSON.stringify(value.slice(0, longestShown))}…` : JSON.stringify(value)
  return String(value)
}
