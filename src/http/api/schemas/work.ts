import { states, type WorkInput } from '../../../catalogue/editing.js'
import {
  attributions,
  type Dimensions,
  type Maker,
  type Measure,
  measureKinds,
  type Rights,
  situations,
  textFields,
  type WorkDate,
} from '../../../catalogue/model.js'
import { listOf, objectOf, refTo } from '../../../schema/shapes.js'
import { id, languageMap, line, millimetres, text, viewKey, webAddress, year } from './texts.js'

const maker = objectOf(
  {
    name: line,
    readableName: line,
    anonymous: { const: true },
    role: languageMap,
    dates: line,
    born: year,
    died: year,
    attribution: { type: 'string', enum: attributions },
    uncertain: { const: true },
  } satisfies Record<keyof Maker, object>,
  ['name'],
)

const date = objectOf(
  { words: languageMap, earliest: year, latest: year, edtf: line } satisfies Record<keyof WorkDate, object>,
  ['words'],
)

const measure = objectOf(
  {
    kind: { type: 'string', enum: measureKinds },
    mm: millimetres,
    grams: { type: 'number', exclusiveMinimum: 0, maximum: 1e12 },
    of: line,
  } satisfies Record<keyof Measure, object>,
  ['kind'],
)

const dimensions = objectOf({
  words: text,
  heightMm: millimetres,
  widthMm: millimetres,
  depthMm: millimetres,
  diameterMm: millimetres,
  measures: listOf(measure, 1000),
} satisfies Record<keyof Dimensions, object>)

const rights = objectOf({
  uri: webAddress,
  credit: languageMap,
  photograph: languageMap,
  copyright: languageMap,
  artistInCopyright: { type: 'boolean' },
  publicDomainFrom: year,
} satisfies Record<keyof Rights, object>)

const whereabouts = objectOf({ situation: { type: 'string', enum: situations }, note: languageMap }, ['situation'])

const position = { type: 'integer', minimum: -1e9, maximum: 1e9 } as const

export const workSchemas = [
  {
    $id: 'Work',
    description: 'What the catalogue says of a work, and whether it is published.',
    ...objectOf({
      id: { ...id, description: 'May be left out of a body, since the address says it.' },
      state: {
        type: 'string',
        enum: states,
        description: 'As it is, where a body leaves it out; a new work is a draft.',
      },
      museum: { ...line, description: 'The Muséofile code, whether or not that museum is in the catalogue.' },
      inventory: line,
      title: languageMap,
      summary: languageMap,
      alternativeText: { ...languageMap, description: 'What is seen, for those who cannot see it.' },
      makers: listOf(maker, 1000),
      date,
      dimensions,
      rights,
      whereabouts,
      texts: objectOf(Object.fromEntries(textFields.map(field => [field, languageMap]))),
      partOf: objectOf({ work: id, position }, ['work']),
      related: listOf(id, 2000),
      sections: listOf(refTo('Section'), 5000),
      loan: refTo('Loan'),
      notice: refTo('Notice'),
    } satisfies Record<keyof WorkInput, object>),
  },
  {
    $id: 'Section',
    description: 'A part of the table of contents: views by their keys, and sections within it.',
    ...objectOf({ label: languageMap, views: listOf(viewKey, 20_000), sections: listOf({ $ref: '#' }, 5000) }, [
      'label',
    ]),
  },
  { $id: 'WorkPlace', ...objectOf({ work: id }, ['work']) },
  {
    $id: 'ListedWork',
    ...objectOf(
      {
        id,
        state: { type: 'string', enum: states },
        title: languageMap,
        inventory: line,
        museum: line,
        pictured: { type: 'boolean' },
        updatedAt: { type: 'string', format: 'date-time' },
      },
      ['id', 'state', 'pictured', 'updatedAt'],
    ),
  },
] as const
