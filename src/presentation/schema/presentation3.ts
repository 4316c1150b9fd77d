import { navPlaceContext, presentationContext } from '../types.js'
import {
  address,
  byType,
  choiceOr,
  constant,
  exactly,
  listOf,
  mediaType,
  moment,
  only,
  type Profile,
  ref,
  type Schema,
  side,
  size,
  statement,
  text,
} from './shapes.js'

/** Version 3 in the profile that Beffroi writes: narrower than the standard, so that whatever passes is shown by every viewer. */

const words: Schema = {
  type: 'object',
  minProperties: 1,
  propertyNames: { pattern: '^(?:none|[a-zA-Z]{2,8}(?:-[a-zA-Z]{1,8})*)$' },
  additionalProperties: listOf(text),
}
const labelled = exactly({ label: ref('words'), value: ref('words') })
const languages = listOf({ type: 'string', pattern: '^[a-z]{2,8}$' })

const ownService = exactly({
  id: address,
  type: constant('ImageService3'),
  profile: constant('level2'),
  width: side,
  height: side,
  sizes: listOf(size),
})
const level: Schema = { type: 'string', pattern: '^level[012]$' }
const foreignService: Schema = {
  anyOf: [
    exactly({ id: address, type: constant('ImageService3'), profile: level }, { sizes: listOf(size) }),
    exactly(
      { '@id': address, '@type': { enum: ['ImageService1', 'ImageService2'] }, profile: address },
      { sizes: listOf(size) },
    ),
  ],
}

const pictureType = { id: address, type: constant('Image') }
/** Ours say all; of others' pictures we know what their owners say. */
const image: Schema = {
  anyOf: [
    exactly(
      { ...pictureType, format: constant('image/jpeg'), width: side, height: side, service: only(ownService) },
      { label: ref('words') },
    ),
    exactly(pictureType, {
      format: mediaType,
      width: side,
      height: side,
      service: only(foreignService),
      label: ref('words'),
    }),
  ],
}
const thumbnail = only(ref('image'))

const canvasReference = exactly({ id: address, type: constant('Canvas') })
const reference = exactly(
  { id: address, type: { enum: ['Collection', 'Manifest'] }, label: ref('words') },
  { thumbnail },
)

const homepage = exactly(
  { id: address, type: constant('Text'), label: ref('words'), format: constant('text/html') },
  { language: languages },
)
const link = exactly(
  { id: address, type: { enum: ['Text', 'Dataset'] }, label: ref('words'), format: mediaType },
  { profile: address, language: languages },
)
const agent = exactly(
  { id: address, type: constant('Agent'), label: ref('words') },
  { homepage: listOf(ref('homepage')), logo: only(ref('image')) },
)

const scale = exactly({
  '@context': constant('http://iiif.io/api/annex/services/physdim/1/context.json'),
  id: address,
  type: constant('Service'),
  profile: constant('http://iiif.io/api/annex/services/physdim'),
  physicalScale: { type: 'number', exclusiveMinimum: 0 },
  physicalUnits: constant('mm'),
})

const choice = exactly({ type: constant('Choice'), items: { ...listOf(ref('image')), minItems: 2 } })
const body = choiceOr('type', 'Choice', choice, ref('image'))

const annotation = {
  id: address,
  type: constant('Annotation'),
  motivation: constant('painting'),
  body,
  target: address,
}
const annotationPage = { id: address, type: constant('AnnotationPage'), items: listOf(exactly(annotation), 0) }
const canvas = {
  id: address,
  type: constant('Canvas'),
  label: ref('words'),
  width: side,
  height: side,
  items: only(ref('annotationPage')),
}
const canvasMore = { summary: ref('words'), thumbnail, service: only(scale) }
const range = {
  id: address,
  type: constant('Range'),
  label: ref('words'),
  items: listOf(byType('type', canvasReference, ref('range'))),
}

const position: Schema = {
  type: 'array',
  minItems: 2,
  maxItems: 2,
  items: { type: 'number', minimum: -180, maximum: 180 },
}
const navPlace = exactly({
  type: constant('FeatureCollection'),
  features: listOf(
    exactly({
      type: constant('Feature'),
      properties: exactly({ label: ref('words') }),
      geometry: exactly({ type: constant('Point'), coordinates: position }),
    }),
  ),
})

const context = { '@context': constant(presentationContext) }
const collectionContext: Schema = {
  enum: [presentationContext, [navPlaceContext, presentationContext]],
}
const partOf = listOf(ref('reference'))

export const presentation3: Profile = {
  typeKey: 'type',
  definitions: {
    words,
    image,
    labelled,
    reference,
    homepage,
    link,
    annotationPage: exactly(annotationPage),
    canvas: exactly(canvas, canvasMore),
    range: exactly(range),
  },
  documents: {
    Manifest: exactly(
      {
        ...context,
        id: address,
        type: constant('Manifest'),
        label: ref('words'),
        metadata: listOf(ref('labelled')),
        requiredStatement: ref('labelled'),
        homepage: listOf(ref('homepage')),
        seeAlso: listOf(ref('link')),
        rendering: listOf(ref('link')),
        items: listOf(ref('canvas')),
        partOf,
      },
      {
        summary: ref('words'),
        rights: statement,
        provider: listOf(agent),
        thumbnail,
        navDate: moment,
        start: canvasReference,
        structures: only(ref('range')),
      },
    ),
    Collection: exactly(
      {
        '@context': collectionContext,
        id: address,
        type: constant('Collection'),
        label: ref('words'),
        items: listOf(ref('reference'), 0),
      },
      { summary: ref('words'), homepage: listOf(ref('homepage')), thumbnail, navPlace, partOf },
    ),
    Canvas: exactly({ ...context, ...canvas, partOf }, canvasMore),
    AnnotationPage: exactly({ ...context, ...annotationPage }),
    Annotation: exactly({ ...context, ...annotation }),
    Range: exactly({ ...context, ...range, partOf }),
    Service: scale,
  },
}
