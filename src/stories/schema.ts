import { layerKinds } from '../catalogue/model.js'
import { type blockKinds, comparisonModes } from '../catalogue/story.js'

/** The shape of stories as JSON Schema (2020-12): what the writing API takes and files are turned into. */

/** px: no picture is larger. */
const mostPixels = 2_000_000
const longestText = 20_000

/** Names of stories and of their parts: they stand in addresses. */
export const namePattern = '^[a-z0-9]+(-[a-z0-9]+)*$'
const name = { type: 'string', pattern: namePattern, maxLength: 80 } as const
/** Identifiers of works and views, as the catalogue has them. */
const key = { type: 'string', minLength: 1, maxLength: 200 } as const

const texts = {
  type: 'object',
  propertyNames: { pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' },
  additionalProperties: { type: 'string', minLength: 1, maxLength: longestText },
  minProperties: 1,
  maxProperties: 40,
} as const

const pixel = { type: 'integer', minimum: 0, maximum: mostPixels } as const
const side = { type: 'integer', minimum: 1, maximum: mostPixels } as const
const position = { type: 'number', minimum: -mostPixels, maximum: mostPixels } as const
const length = { type: 'number', exclusiveMinimum: 0, maximum: mostPixels } as const

const box = shape({ x: pixel, y: pixel, width: side, height: side })
const picture = shape({ width: side, height: side })
const point = shape({ x: position, y: position })
const layer = { enum: layerKinds } as const

const place = { view: key, region: box, picture } as const

function shape(required: Record<string, object>, optional: Record<string, object> = {}) {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  }
}

const list = (items: object, minItems: number, maxItems: number) => ({ type: 'array', items, minItems, maxItems })

/** One of several shapes, told apart by `kind`, so that mistakes name the field and not every shape. */
const byKind = (shapes: Record<string, object>) => ({
  type: 'object',
  required: ['kind'],
  properties: { kind: { enum: Object.keys(shapes) } },
  allOf: Object.entries(shapes).map(([kind, schema]) => ({
    if: { properties: { kind: { const: kind } }, required: ['kind'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: schema,
  })),
})

const drawn = (kind: string, required: Record<string, object>, optional = {}) =>
  shape({ kind: { const: kind }, id: name, ...required }, { label: texts, ...optional })
const angle = { type: 'number', minimum: -360, maximum: 360 } as const
const parts = { type: 'integer', minimum: 1, maximum: 40 } as const

const mark = byKind({
  line: drawn('line', { points: list(point, 2, 200) }),
  arrow: drawn('arrow', { points: list(point, 2, 200) }),
  polygon: drawn('polygon', { points: list(point, 3, 200) }),
  ellipse: drawn('ellipse', { center: point, radiusX: length, radiusY: length }, { angle }),
  grid: drawn('grid', { box, columns: parts, rows: parts }),
})

const marks = list(mark, 0, 50)
const detail = shape({ work: key }, place)
const counterpart = shape({ work: key }, { ...place, caption: texts })

const step = shape(
  { id: name },
  { ...place, title: texts, text: texts, marks, layer, counterpart, alternativeText: texts },
)

const blocks: Record<(typeof blockKinds)[number], object> = {
  work: shape({ kind: { const: 'work' }, id: name, work: key }, { view: key, text: texts, layer }),
  detail: shape(
    { kind: { const: 'detail' }, id: name, work: key },
    { ...place, title: texts, text: texts, alternativeText: texts, marks },
  ),
  text: shape({ kind: { const: 'text' }, id: name, text: texts }, { title: texts }),
  comparison: shape(
    { kind: { const: 'comparison' }, id: name, mode: { enum: comparisonModes }, sides: list(detail, 2, 4) },
    { title: texts, text: texts },
  ),
  analysis: shape({ kind: { const: 'analysis' }, id: name, analysis: name }, { text: texts }),
  quotation: shape({ kind: { const: 'quotation' }, id: name, text: texts }, { source: texts }),
}

const section = shape({ id: name, title: texts, blocks: list(byKind(blocks), 0, 100) }, { text: texts })

const day = { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' } as const
const person = { type: 'string', minLength: 1, maxLength: 300 } as const

const head = {
  required: { slug: name, title: texts, languages: { ...list(texts.propertyNames, 1, 40), uniqueItems: true } },
  optional: {
    subtitle: texts,
    summary: texts,
    authors: list(person, 0, 50),
    credits: list(shape({ role: texts, names: list(person, 1, 50) }), 0, 50),
    cover: detail,
    rights: shape({}, { uri: { type: 'string', pattern: '^https?://', maxLength: 500 }, credit: texts }),
  },
}

export const analysisSchema = shape(
  { kind: { const: 'analysis' }, ...head.required, work: key, steps: list(step, 1, 200) },
  head.optional,
)

export const exhibitionSchema = shape(
  { kind: { const: 'exhibition' }, ...head.required, sections: list(section, 1, 60) },
  { ...head.optional, dates: shape({}, { from: day, to: day }), place: texts },
)

export const storySchema = byKind({ analysis: analysisSchema, exhibition: exhibitionSchema })
