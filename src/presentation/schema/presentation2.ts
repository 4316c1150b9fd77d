import { imageContext2, presentationContext2 } from '../v2/types.js'
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
    exactly({ ...picture, format: constant('image/jpeg') }, { service: ownService, label: ref('texts') }),
    exactly(picture, { format: mediaType, service: foreignService, label: ref('texts') }),
  ],
}

const choice = exactly(
  { '@type': constant('oa:Choice'), default: ref('image'), item: listOf(ref('image')) },
  { service: { anyOf: [ownService, foreignService] } },
)
const resource = choiceOr('@type', 'oa:Choice', choice, ref('image'))

const annotation = named('oa:Annotation')
const painting = { ...annotation, motivation: constant('sc:painting'), resource, on: address }
const shapedTarget = exactly({
  '@type': constant('oa:SpecificResource'),
  full: address,
  selector: exactly({
    '@type': constant('oa:Choice'),
    default: exactly({
      '@type': constant('oa:FragmentSelector'),
      value: { type: 'string', pattern: '^xywh=\\d+,\\d+,[1-9]\\d*,[1-9]\\d*$' },
    }),
    item: exactly({ '@type': constant('oa:SvgSelector'), value: { type: 'string', pattern: '^<svg .*</svg>$' } }),
  }),
})
const comment = {
  ...annotation,
  motivation: constant('oa:commenting'),
  resource: exactly({ '@type': constant('dctypes:Text'), format: constant('text/html'), chars: text, language }),
  on: choiceOr('@type', 'oa:SpecificResource', shapedTarget, address),
}
const list = named('sc:AnnotationList')
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
  images: listOf(ref('painting'), 0),
}
const canvasMore = {
  description: ref('texts'),
  metadata: listOf(ref('labelled')),
  attribution: ref('texts'),
  thumbnail: ref('image'),
  service: scale,
  otherContent: listOf(exactly({ ...list, label: ref('texts') })),
}
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
const search = exactly({
  '@context': constant('http://iiif.io/api/search/1/context.json'),
  '@id': address,
  profile: constant('http://iiif.io/api/search/1/search'),
  label: text,
})
const context = { '@context': constant(presentationContext2) }

export const presentation2: Profile = {
  typeKey: '@type',
  definitions: {
    texts,
    image,
    labelled,
    links,
    reference: anyReference,
    painting: exactly(painting),
    comment: exactly(comment),
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
        service: search,
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
      ...list,
      resources: listOf(byType('motivation', ref('painting'), ref('comment')), 0),
    }),
    'oa:Annotation': byType('motivation', exactly({ ...context, ...painting }), exactly({ ...context, ...comment })),
    'sc:Range': exactly({ ...context, ...range, within: ref('reference') }, rangeMore),
  },
}
