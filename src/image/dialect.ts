import type { Limits } from '../config.js'
import { extraFormats, qualities } from './formats.js'
import type { Dimensions } from './geometry.js'
import { advertisedTile, scaleFactors, sizeLadder } from './ladder.js'
import { limitsOf } from './limits.js'
import type { PlannedImage } from './resolve.js'

/** Where versions 2.1 and 3.0 of the Image API differ, and nothing else. */
export type Dialect = Readonly<{
  version: 2 | 3
  context: string
  /** Address of the level for `Link: …;rel="profile"`. */
  profile: string
  /** Whether enlarging takes `^` before a size (3.0 §4.2); 2.1 §4.2 lets any size but `max`, `full` and `!w,h` enlarge. */
  caret: boolean
  /** Whether `full` is a size (2.1 §4.2). */
  fullSize: boolean
  sizeForms: string
  /** The canonical size: 3.0 §4.8 writes `w,h`, 2.1 §4.7 `w,` where proportions are kept. */
  canonicalSize(output: Dimensions, facts: SizeFacts): string
  /** `info.json`, 3.0 §5 and 2.1 §5. */
  info(facts: InfoFacts): Readonly<Record<string, unknown>>
}>

export type SizeFacts = Readonly<{ unscaled: boolean; largest: boolean; upscaled: boolean; proportional: boolean }>

/** What `info.json` tells; `id` is the address that serves the image, `limits` are the server's. */
export type InfoFacts = Readonly<{ id: string; image: PlannedImage; limits: Limits; rights?: string }>

const protocol = 'http://iiif.io/api/image'
/** What level 2 of neither version asks for. */
const features = ['canonicalLinkHeader', 'mirroring', 'profileLinkHeader', 'rotationArbitrary'] as const

export const version3: Dialect = {
  version: 3,
  context: `${protocol}/3/context.json`,
  profile: `${protocol}/3/level2.json`,
  caret: true,
  fullSize: false,
  sizeForms: '"max", "w,", ",h", "w,h", "!w,h" or "pct:n", with "^" before it to enlarge',
  canonicalSize: ({ width, height }, { largest, upscaled }) =>
    largest ? (upscaled ? '^max' : 'max') : `${upscaled ? '^' : ''}${width},${height}`,
  info: ({ id, image, limits, rights }) => ({
    '@context': version3.context,
    id,
    type: 'ImageService3',
    protocol,
    profile: 'level2',
    width: image.width,
    height: image.height,
    ...limitsOf(image, limits),
    sizes: sizeLadder(image, limits),
    tiles: tilesOf(image, limits),
    // Tiles are stored as JPEG.
    preferredFormats: ['jpg'],
    ...(rights ? { rights } : {}),
    extraFormats,
    extraQualities: qualities.filter(quality => quality !== 'default'),
    extraFeatures: [...features, 'sizeUpscaling'],
  }),
}

export const version2: Dialect = {
  version: 2,
  context: `${protocol}/2/context.json`,
  profile: `${protocol}/2/level2.json`,
  caret: false,
  fullSize: true,
  sizeForms: '"max", "full", "w,", ",h", "w,h", "!w,h" or "pct:n"',
  canonicalSize: ({ width, height }, { unscaled, proportional }) =>
    unscaled ? 'full' : proportional ? `${width},` : `${width},${height}`,
  info: ({ id, image, limits, rights }) => ({
    '@context': version2.context,
    '@id': id,
    protocol,
    width: image.width,
    height: image.height,
    sizes: sizeLadder(image, limits),
    tiles: tilesOf(image, limits),
    ...(rights ? { license: rights } : {}),
    // Level 2 of version 2 has every quality.
    profile: [
      version2.profile,
      {
        formats: extraFormats,
        supports: [...features, 'regionSquare', 'sizeAboveFull'],
        ...limitsOf(image, limits),
      },
    ],
  }),
}

const tilesOf = (image: PlannedImage, limits: Limits) => {
  const side = advertisedTile(image, limits)
  return [{ width: side, height: side, scaleFactors: scaleFactors(image) }]
}
