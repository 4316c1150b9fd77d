/** A JSON Schema (draft 7), as data. */
export type Schema = Readonly<Record<string, unknown>>
type Properties = Readonly<Record<string, Schema>>

/** Definitions that documents are made of, and the documents by the type that each says it is of. */
export type Profile = Readonly<{ typeKey: string; definitions: Properties; documents: Properties }>

/** An object with all of the first properties, any of the second, and no others. */
export const exactly = (required: Properties, optional: Properties = {}): Schema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(required),
  properties: { ...required, ...optional },
})

export const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` })
export const constant = (value: string): Schema => ({ const: value })
export const listOf = (items: Schema, least = 1): Schema => ({ type: 'array', minItems: least, items })
export const only = (item: Schema): Schema => ({ type: 'array', minItems: 1, maxItems: 1, items: item })

/** One of several objects, told apart by what `key` says. */
export const byType = (key: string, ...shapes: readonly Schema[]): Schema => ({
  type: 'object',
  required: [key],
  discriminator: { propertyName: key },
  oneOf: shapes,
})

/** A choice of several things, else one: they have `key` in common, but a thing has several shapes of its own. */
export const choiceOr = (key: string, type: string, choice: Schema, other: Schema): Schema => ({
  if: { type: 'object', properties: { [key]: constant(type) } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: choice,
  else: other,
})

/** One thing where it has `key`, another where it has not. */
export const having = (key: string, one: Schema, other: Schema): Schema => ({
  if: { type: 'object', required: [key] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: one,
  else: other,
})

/** A language by its tag (BCP 47). */
export const language: Schema = { type: 'string', pattern: '^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*$' }

/** Something that is written, more than blanks. */
export const text: Schema = { type: 'string', pattern: '\\S' }

/** An http(s) address in the characters of RFC 3986. */
export const address: Schema = {
  type: 'string',
  pattern: "^https?://(?:[\\w.~:/?#[\\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$",
}

/** px */
export const side: Schema = { type: 'integer', minimum: 1 }
export const size = exactly({ width: side, height: side })
export const mediaType: Schema = { type: 'string', pattern: '^[a-z]+/[\\w.+-]+$' }

/** The first moment of a year, a day or a second in UTC. */
export const moment: Schema = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' }

/** `rights` and `license`, where they are a statement that viewers know. */
export const statement: Schema = {
  type: 'string',
  pattern: '^http://(?:creativecommons\\.org/(?:licenses|publicdomain)|rightsstatements\\.org/vocab)/.+/$',
}
