type FormatFacts = Readonly<{
  mediaType: string
  /** Whether corners that a rotation uncovers can be transparent. */
  transparency: boolean
  /** How long a pixel takes to encode, as a multiple of JPEG's. */
  weight: number
  /** Bytes that encoding takes for each pixel, the file included. */
  memory: number
  /** Bytes that encoding takes however small the picture. */
  footing: number
  /** px that a side of the format can have, as its encoder writes it */
  largestSide: number
}>

/** What images can be had as; the keys are the suffixes of Image API 3 §4.5, and AVIF's. */
export const formats = {
  jpg: { mediaType: 'image/jpeg', transparency: false, weight: 1, memory: 0.3, footing: 0, largestSide: 65_500 },
  png: { mediaType: 'image/png', transparency: true, weight: 12, memory: 2.5, footing: 0, largestSide: 65_500 },
  webp: { mediaType: 'image/webp', transparency: true, weight: 12, memory: 4.8, footing: 0, largestSide: 16_383 },
  avif: { mediaType: 'image/avif', transparency: true, weight: 18, memory: 21, footing: 0, largestSide: 16_384 },
  tif: { mediaType: 'image/tiff', transparency: true, weight: 10, memory: 2.2, footing: 0, largestSide: 65_500 },
  gif: { mediaType: 'image/gif', transparency: true, weight: 110, memory: 12.5, footing: 0, largestSide: 65_500 },
  jp2: { mediaType: 'image/jp2', transparency: true, weight: 40, memory: 60, footing: 64e6, largestSide: 60_000 },
  pdf: { mediaType: 'application/pdf', transparency: false, weight: 1, memory: 1, footing: 0, largestSide: 60_000 },
} as const satisfies Record<string, FormatFacts>

export type Format = keyof typeof formats

/** Level 2 has these in both versions; all others are extra. */
const ofLevel2: readonly Format[] = ['jpg', 'png']
export const extraFormats = (Object.keys(formats) as Format[]).filter(format => !ofLevel2.includes(format))

/** Image API 3 §4.4; every picture is kept in colour, so `default` is `color`. */
export const qualities = ['default', 'color', 'gray', 'bitonal'] as const
export type Quality = (typeof qualities)[number]
