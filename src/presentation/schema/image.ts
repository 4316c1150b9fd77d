import { address, constant, exactly, listOf, only, type Profile, type Schema, side, size, statement } from './shapes.js'

/** `info.json` of versions 3.0 and 2.1 as Beffroi writes it. */

const protocol = constant('http://iiif.io/api/image')
const names = listOf({ type: 'string', pattern: '^\\w+$' })
const limits = { maxWidth: side, maxHeight: side, maxArea: side }
const tiles = only(exactly({ width: side, height: side, scaleFactors: { ...listOf(side), uniqueItems: true } }))

const information3 = exactly(
  {
    '@context': constant('http://iiif.io/api/image/3/context.json'),
    id: address,
    type: constant('ImageService3'),
    protocol,
    profile: constant('level2'),
    width: side,
    height: side,
    ...limits,
    sizes: listOf(size),
    tiles,
    preferredFormats: names,
    extraFormats: names,
    extraQualities: names,
    extraFeatures: names,
  },
  { rights: statement },
)

const profile2: Schema = {
  type: 'array',
  minItems: 2,
  maxItems: 2,
  items: [constant('http://iiif.io/api/image/2/level2.json'), exactly({ formats: names, supports: names, ...limits })],
}

const information2 = exactly(
  {
    '@context': constant('http://iiif.io/api/image/2/context.json'),
    '@id': address,
    protocol,
    width: side,
    height: side,
    sizes: listOf(size),
    tiles,
    profile: profile2,
  },
  { license: statement },
)

/** There is one document each, which version 2 gives no type. */
export const image3: Profile = { typeKey: 'type', definitions: {}, documents: { ImageService3: information3 } }
export const image2: Profile = {
  typeKey: 'protocol',
  definitions: {},
  documents: { 'http://iiif.io/api/image': information2 },
}
