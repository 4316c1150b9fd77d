import type { Limits } from '../../config.js'
import type { ImageRecord } from '../../image/record.js'

/** Limits as a curator gives them, px: 0 lifts one that an image has, and what is not given stays as it is. */
export type GivenLimits = Partial<Limits>

export const limitNames = ['maxWidth', 'maxHeight', 'maxArea'] as const satisfies readonly (keyof Limits)[]

/** An image with the limits that it had before and those given now. */
export function withLimits(image: ImageRecord, before: GivenLimits | undefined, given: GivenLimits = {}): ImageRecord {
  const { limits: _, ...bare } = image
  const kept = limitNames.flatMap(name => {
    const limit = given[name] ?? before?.[name] ?? 0
    return limit > 0 ? [[name, limit] as const] : []
  })
  return kept.length > 0 ? { ...bare, limits: Object.fromEntries(kept) } : bare
}

export const sameLimits = ({ limits: one }: ImageRecord, { limits: other }: ImageRecord): boolean =>
  limitNames.every(name => one?.[name] === other?.[name])
