import { navPlaceContext, presentationContext } from '../types.js'
import { annotationDefinitions, annotationDocuments, box, pictureBody, textBody } from './annotations3.js'
import {
  address,
  byType,
  choiceOr,
  constant,
  exactly,
  language,
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
const languages = listOf(language)

const ownService = exactly({
  id: address,
  type: constant('ImageService3'),
  // Level 0 in sites of plain files
  profile: { enum: ['level2', 'level0'] },
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
/** Ours say all, a detail being a picture without a service; of others' pictures we know what their owners say. */
const image: Schema = {
  anyOf: [
    exactly(
      { ...pictureType, format: constant('image/jpeg'), width: side, height: side },
      { service: only(ownService), label: ref('words') },
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
  {
    id: address,
    type: { enum: ['Text', 'Dataset', 'Manifest', 'Collection'] },
    label: ref('words'),
    format: mediaType,
  },
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

const canvas = {
  id: address,
  type: constant('Canvas'),
  label: ref('words'),
  width: side,
  height: side,
  items: only(ref('paintingPage')),
}
const canvasMore = {
  summary: ref('words'),
  metadata: listOf(ref('labelled')),
  requiredStatement: ref('labelled'),
  homepage: only(ref('homepage')),
  thumbnail,
  service: only(scale),
  annotations: listOf(ref('comments')),
}
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

const search: Schema = {
  type: 'array',
  minItems: 2,
  maxItems: 2,
  items: [
    exactly({
      '@context': constant('http://iiif.io/api/search/1/context.json'),
      '@id': address,
      '@type': constant('SearchService1'),
      profile: constant('http://iiif.io/api/search/1/search'),
      label: text,
    }),
    exactly({ id: address, type: constant('SearchService2') }),
  ],
}

const context = { '@context': constant(presentationContext) }
const collectionContext: Schema = {
  enum: [presentationContext, [navPlaceContext, presentationContext]],
}
const partOf = listOf(ref('reference'))

const manifest = {
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
}
const manifestMore = {
  summary: ref('words'),
  rights: statement,
  provider: listOf(agent),
  thumbnail,
  navDate: moment,
  start: exactly({ id: address, type: constant('SpecificResource'), source: canvasReference, selector: box }),
  structures: only(ref('range')),
}

const shared = { words, image, labelled, reference, homepage, link, range: exactly(range) }
const sharedDocuments = { Range: exactly({ ...context, ...range, partOf }), Service: scale }

export const presentation3: Profile = {
  typeKey: 'type',
  definitions: { ...shared, ...annotationDefinitions(pictureBody), canvas: exactly(canvas, canvasMore) },
  documents: {
    ...sharedDocuments,
    ...annotationDocuments(context, pictureBody),
    Manifest: exactly(manifest, { ...manifestMore, service: search }),
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
  },
}

const behavior = listOf({ type: 'string', pattern: '^[a-z]+(?:-[a-z0-9]+)*$' })
const theme = exactly({
  id: address,
  type: constant('Service'),
  profile: constant('https://exhibitionviewer.org/iiif/theme-service'),
  label: ref('words'),
  theme: exactly({ version: { const: 1 }, preset: text }),
})
const textOrPicture = choiceOr('type', 'TextualBody', textBody, pictureBody)
const canvasLaidOut = { ...canvas, behavior }

/** The same for exhibition viewers: words of layout, painted texts, a theme. */
export const presentationDelft: Profile = {
  typeKey: 'type',
  definitions: { ...shared, ...annotationDefinitions(textOrPicture), canvas: exactly(canvasLaidOut, canvasMore) },
  documents: {
    ...sharedDocuments,
    ...annotationDocuments(context, textOrPicture),
    Manifest: exactly({ ...manifest, behavior, service: only(theme) }, manifestMore),
    Canvas: exactly({ ...context, ...canvasLaidOut, partOf }, canvasMore),
  },
}
