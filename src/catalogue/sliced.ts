import type { Slice } from './catalogue.js'

/** What a slice takes of a list that is at hand. */
export const sliced = <T>(all: readonly T[], { offset, limit, step = 1 }: Slice): readonly T[] =>
  all.slice(offset, offset + limit * step).filter((_, index) => index % step === 0)
