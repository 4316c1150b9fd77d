/** What repeated measurements come to; every one counts, none is thrown away. */
export type Spread = Readonly<{ median: number; lowest: number; highest: number }>

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other)
  return { median: quantile(sorted, 0.5), lowest: quantile(sorted, 0), highest: quantile(sorted, 1) }
}

/** Each value over its neighbour of the same round, so that what slows a whole round cancels out. */
export function ratiosOf(values: readonly number[], references: readonly number[]): Spread {
  if (values.length !== references.length)
    throw new RangeError(`Expected as many references as values but received ${references.length}.`)
  return spreadOf(values.map((value, round) => value / (references[round] ?? Number.NaN)))
}

/** Between the two nearest values in proportion. @param sorted lowest first, at least one */
export function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new RangeError('Expected at least one measurement.')
  return below + (above - below) * (place - Math.floor(place))
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
