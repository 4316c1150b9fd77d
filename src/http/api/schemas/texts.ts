import { listOf, objectOf, refTo } from '../../../schema/shapes.js'

/** What the schemas of the catalogue's things have in common. */

const longestText = 100_000

export const text = { type: 'string', minLength: 1, maxLength: longestText } as const
export const line = { type: 'string', minLength: 1, maxLength: 1000 } as const
export const year = { type: 'integer', minimum: -1_000_000, maximum: 9999 } as const
export const millimetres = { type: 'number', exclusiveMinimum: 0, maximum: 1e9 } as const
export const moment = { type: 'string', format: 'date-time' } as const
export const webAddress = {
  type: 'string',
  pattern: '^https?://',
  maxLength: 4000,
  description: 'An http address',
} as const
export const languageMap = refTo('LanguageMap')

/** Without control characters, which no catalogue number has. */
export const id = { type: 'string', minLength: 1, maxLength: 200, pattern: '^[^\\u0000-\\u001f\\u007f]+$' } as const
export const viewKey = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._~-]{0,99}$', maxLength: 100 } as const

export const textSchemas = [
  {
    $id: 'LanguageMap',
    description: 'Texts by BCP 47 language tag; "none" for texts without a language.',
    type: 'object',
    propertyNames: { type: 'string', pattern: '^(none|[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8})$' },
    additionalProperties: listOf({ type: 'string', maxLength: longestText }, 1000, 1),
    maxProperties: 100,
    examples: [{ fr: ['Vue de Cassel'], en: ['View of Cassel'] }],
  },
  {
    $id: 'Notice',
    description: 'A source record as it came: every field verbatim and in order, as pairs of name and value.',
    ...objectOf(
      {
        source: { type: 'string', maxLength: 1000 },
        fields: listOf(listOf({ type: 'string', maxLength: 1_000_000 }, 2, 2), 10_000),
      },
      ['source', 'fields'],
    ),
  },
] as const
