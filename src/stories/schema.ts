import { layerKinds } from '../catalogue/model.js'
import { type blockKinds, comparisonModes, type MarkKind } from '../catalogue/story.js'
import { byKind, listOf, refTo, shapeOf } from '../schema/shapes.js'

/** The shape of stories as JSON Schema: what the writing API takes and documents, and files are turned into. */

/** px: no picture is larger. */
const mostPixels = 2_000_000
const longestText = 20_000

/** Names of stories and of their parts: they stand in addresses. */
export const storyName = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 } as const
const name = storyName
/** Identifiers of works and views, as the catalogue has them. */
const key = { type: 'string', minLength: 1, maxLength: 200 } as const

const language = { type: 'string', pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' } as const
export const texts = refTo('Texts')

const pixel = { type: 'integer', minimum: 0, maximum: mostPixels } as const
const side = { type: 'integer', minimum: 1, maximum: mostPixels } as const
const position = { type: 'number', minimum: -mostPixels, maximum: mostPixels } as const
const length = { type: 'number', exclusiveMinimum: 0, maximum: mostPixels } as const

const box = shapeOf({ x: pixel, y: pixel, width: side, height: side })
const point = shapeOf({ x: position, y: position })
const layer = { type: 'string', enum: layerKinds } as const

const place = {
  view: { ...key, description: 'Key of the view; the first one where none is named.' },
  region: { ...box, description: 'px of "picture"; the whole where none is named.' },
  picture: {
    ...shapeOf({ width: side, height: side }),
    description: 'px of the view when region and marks were drawn.',
  },
} as const

const drawn = (kind: MarkKind, required: Readonly<Record<string, object>>, optional = {}) =>
  shapeOf({ kind: { const: kind }, id: name, ...required }, { label: texts, ...optional })
const angle = { type: 'number', minimum: -360, maximum: 360, description: 'Degrees, clockwise.' } as const
const parts = { type: 'integer', minimum: 1, maximum: 40 } as const

const marksByKind: Readonly<Record<MarkKind, object>> = {
  line: drawn('line', { points: listOf(point, 200, 2) }),
  arrow: drawn('arrow', { points: listOf(point, 200, 2) }),
  polygon: drawn('polygon', { points: listOf(point, 200, 3) }),
  ellipse: drawn('ellipse', { center: point, radiusX: length, radiusY: length }, { angle }),
  grid: drawn('grid', { box, columns: parts, rows: parts }),
}

const marks = listOf(refTo('Mark'), 50)
const detail = refTo('Detail')

const blocks: Readonly<Record<(typeof blockKinds)[number], object>> = {
  work: shapeOf({ kind: { const: 'work' }, id: name, work: key }, { view: place.view, text: texts, layer }),
  detail: shapeOf(
    { kind: { const: 'detail' }, id: name, work: key },
    { ...place, title: texts, text: texts, alternativeText: texts, marks },
  ),
  text: shapeOf({ kind: { const: 'text' }, id: name, text: texts }, { title: texts }),
  comparison: shapeOf(
    {
      kind: { const: 'comparison' },
      id: name,
      mode: { type: 'string', enum: comparisonModes },
      sides: listOf(detail, 4, 2),
    },
    { title: texts, text: texts },
  ),
  analysis: shapeOf({ kind: { const: 'analysis' }, id: name, analysis: name }, { text: texts }),
  quotation: shapeOf({ kind: { const: 'quotation' }, id: name, text: texts }, { source: texts }),
}

const day = { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' } as const
const person = { type: 'string', minLength: 1, maxLength: 300 } as const

const head = {
  required: {
    slug: name,
    title: texts,
    languages: {
      ...listOf(language, 40, 1),
      uniqueItems: true,
      description: 'The languages it is published in; the title must have the first.',
    },
  },
  optional: {
    subtitle: texts,
    summary: texts,
    authors: listOf(person, 50),
    credits: listOf(shapeOf({ role: texts, names: listOf(person, 50, 1) }), 50),
    cover: detail,
    rights: shapeOf({}, { uri: { type: 'string', pattern: '^https?://', maxLength: 500 }, credit: texts }),
  },
}

/** Every named part, and the two stories themselves. */
export const storySchemas = [
  {
    $id: 'Texts',
    description: 'One text for each language, plain or, where a field says prose, in Markdown without HTML.',
    type: 'object',
    propertyNames: language,
    additionalProperties: { type: 'string', minLength: 1, maxLength: longestText },
    minProperties: 1,
    maxProperties: 40,
    examples: [{ fr: 'La tour', en: 'The tower' }],
  },
  { $id: 'Detail', description: 'A place in a work.', ...shapeOf({ work: key }, place) },
  { $id: 'Mark', description: 'Drawn over the picture, in px of the place’s "picture".', ...byKind(marksByKind) },
  {
    $id: 'Step',
    description: 'One step of a close reading; "text" is prose.',
    ...shapeOf(
      { id: name },
      {
        ...place,
        title: texts,
        text: texts,
        marks,
        layer,
        counterpart: shapeOf({ work: key }, { ...place, caption: texts }),
        alternativeText: texts,
      },
    ),
  },
  { $id: 'Block', description: 'What hangs in a section; "text" is prose.', ...byKind(blocks) },
  {
    $id: 'ExhibitionSection',
    description: 'A room of an exhibition; "text" is prose.',
    ...shapeOf({ id: name, title: texts, blocks: listOf(refTo('Block'), 100) }, { text: texts }),
  },
  {
    $id: 'Analysis',
    description: 'A close reading of one work, step by step; "summary" is prose.',
    ...shapeOf(
      { kind: { const: 'analysis' }, ...head.required, work: key, steps: listOf(refTo('Step'), 200, 1) },
      head.optional,
    ),
  },
  {
    $id: 'Exhibition',
    description: 'A sectioned composition of works, details, texts and analyses; "summary" is prose.',
    ...shapeOf(
      { kind: { const: 'exhibition' }, ...head.required, sections: listOf(refTo('ExhibitionSection'), 60, 1) },
      { ...head.optional, dates: shapeOf({}, { from: day, to: day }), place: texts },
    ),
  },
] as const

export const storySchema = byKind({ analysis: refTo('Analysis'), exhibition: refTo('Exhibition') })
