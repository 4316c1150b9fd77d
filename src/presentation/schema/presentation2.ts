import { imageContext2, presentationContext2 } from '../v2/types.js'
import {
  address,
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
  text,
} from './shapes.js'

/** Version 2.1 in the profile that Beffroi writes. */

const one: Schema = {
  anyOf: [
    text,
    exactly({ '@value': text, '@language': { type: 'string', pattern: '^[a-zA-Z]{2,8}(?:-[a-zA-Z]{1,8})*$' } }),
  ],
}
/** §4.3: a lone text stands alone. */
const texts: Schema = { anyOf: [one, { ...listOf(one), minItems: 2 }] }
const labelled = exactly({ label: ref('texts'), value: ref('texts') })

const named = (type: string) => ({ '@id': address, '@type': constant(type) })

const ownService = exactly({
  '@context': constant(imageContext2),
  '@id': address,
  profile: constant('http://iiif.io/api/image/2/level2.json'),
  width: side,
  height: side,
  sizes: listOf(size),
})
const foreignService = exactly({ '@context': address, '@id': address, profile: address }, { sizes: listOf(size) })

const picture = { ...named('dctypes:Image'), width: side, height: side }
const image: Schema = {
  anyOf: [
    exactly({ ...picture, format: constant('image/jpeg'), service: ownService }, { label: ref('texts') }),
    exactly(picture, { format: mediaType, service: foreignService, label: ref('texts') }),
  ],
}

const choice = exactly(
  { '@type': constant('oa:Choice'), default: ref('image'), item: listOf(ref('image')) },
  { service: { anyOf: [ownService, foreignService] } },
)
const resource = choiceOr('@type', 'oa:Choice', choice, ref('image'))

const annotation = {
  ...named('oa:Annotation'),
  motivation: constant('sc:painting'),
  resource,
  on: address,
}
const scale = exactly({
  '@context': constant('http://iiif.io/api/annex/services/physdim/1/context.json'),
  profile: constant('http://iiif.io/api/annex/services/physdim'),
  physicalScale: { type: 'number', exclusiveMinimum: 0 },
  physicalUnits: constant('mm'),
})
const canvas = {
  ...named('sc:Canvas'),
  label: ref('texts'),
  width: side,
  height: side,
  images: listOf(ref('annotation'), 0),
}
const canvasMore = { description: ref('texts'), thumbnail: ref('image'), service: scale }
const sequence = {
  ...named('sc:Sequence'),
  viewingHint: constant('individuals'),
  canvases: listOf(ref('canvas')),
}
const sequenceMore = { startCanvas: address }
const range = { ...named('sc:Range'), label: ref('texts') }
const rangeMore = { viewingHint: constant('top'), canvases: listOf(address), ranges: listOf(address) }

const reference = (type: Schema): Schema =>
  exactly({ '@id': address, '@type': type, label: ref('texts') }, { thumbnail: ref('image') })
const anyReference = reference({ enum: ['sc:Collection', 'sc:Manifest'] })
const within: Schema = { anyOf: [ref('reference'), listOf(ref('reference'))] }

const links = listOf(exactly({ '@id': address, format: mediaType }, { label: ref('texts'), profile: address }))
const context = { '@context': constant(presentationContext2) }

export const presentation2: Profile = {
  typeKey: '@type',
  definitions: {
    texts,
    image,
    labelled,
    links,
    reference: anyReference,
    annotation: exactly(annotation),
    canvas: exactly(canvas, canvasMore),
  },
  documents: {
    'sc:Manifest': exactly(
      {
        ...context,
        ...named('sc:Manifest'),
        label: ref('texts'),
        metadata: listOf(ref('labelled')),
        attribution: ref('texts'),
        related: ref('links'),
        seeAlso: ref('links'),
        rendering: ref('links'),
        within,
        viewingHint: constant('individuals'),
        sequences: only(exactly(sequence, sequenceMore)),
      },
      {
        description: ref('texts'),
        license: address,
        thumbnail: ref('image'),
        navDate: moment,
        structures: listOf(exactly(range, rangeMore)),
      },
    ),
    'sc:Collection': exactly(
      { ...context, ...named('sc:Collection'), label: ref('texts') },
      {
        description: ref('texts'),
        related: ref('links'),
        thumbnail: ref('image'),
        within,
        collections: listOf(reference(constant('sc:Collection'))),
        manifests: listOf(reference(constant('sc:Manifest')), 0),
      },
    ),
    'sc:Sequence': exactly({ ...context, ...sequence }, sequenceMore),
    'sc:Canvas': exactly({ ...context, ...canvas, within: ref('reference') }, canvasMore),
    'sc:AnnotationList': exactly({
      ...context,
      ...named('sc:AnnotationList'),
      resources: listOf(ref('annotation'), 0),
    }),
    'oa:Annotation': exactly({ ...context, ...annotation }),
    'sc:Range': exactly({ ...context, ...range, within: ref('reference') }, rangeMore),
  },
}
