/** What images can be had as; the keys are the suffixes of Image API 3 §4.5. */
export const formats = {
  jpg: { mediaType: 'image/jpeg' },
  png: { mediaType: 'image/png' },
  webp: { mediaType: 'image/webp' },
} as const satisfies Record<string, { mediaType: string }>

export type Format = keyof typeof formats

/** Image API 3 §4.4; every picture is kept in colour, so `default` is `color`. */
export const qualities = ['default', 'color', 'gray', 'bitonal'] as const
export type Quality = (typeof qualities)[number]
