/** Numbers in [0, 1) that come in the same order each time (Park and Miller 1988). */
export function randomFrom(seed: number): () => number {
  let state = (seed * 7919 + 1) % 2147483647
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

export const integerBelow = (random: () => number, limit: number): number => Math.floor(random() * limit)

/** Each doubling from `low` to `high` as likely as any other. */
export const logUniform = (random: () => number, low: number, high: number): number =>
  Math.round(low * (high / low) ** random())
