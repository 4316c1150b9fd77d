/**
 * What images can be had as; the keys are the suffixes of Image API 3 §4.5, AVIF as an extension of it.
 * `weight` says how long a pixel takes to encode, as a multiple of JPEG's; `largestSide` (px) is the format's own limit.
 */
export const formats = {
  jpg: { mediaType: 'image/jpeg', transparency: false, weight: 1, largestSide: 65_500 },
  png: { mediaType: 'image/png', transparency: true, weight: 8, largestSide: 1_000_000 },
  webp: { mediaType: 'image/webp', transparency: true, weight: 8, largestSide: 16_383 },
} as const satisfies Record<string, FormatFacts>

type FormatFacts = Readonly<{ mediaType: string; transparency: boolean; weight: number; largestSide: number }>

export type Format = keyof typeof formats

/** Image API 3 §4.4; every picture is kept in colour, so `default` is `color`. */
export const qualities = ['default', 'color', 'gray', 'bitonal'] as const
export type Quality = (typeof qualities)[number]
