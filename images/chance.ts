/** Seeded chance: the same name always throws the same dice, so that every run draws the same picture. */
export type Chance = () => number

export function chance(name: string): Chance {
  let state = [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619), 2166136261)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const between = (roll: Chance, low: number, high: number): number => low + (high - low) * roll()

export const whole = (roll: Chance, low: number, high: number): number => Math.floor(between(roll, low, high + 1))

export function pick<T>(roll: Chance, choices: readonly T[]): T {
  const chosen = choices[Math.floor(roll() * choices.length)]
  if (chosen === undefined) throw new RangeError('Expected something to pick from but received an empty list')
  return chosen
}

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: Math.max(0, Math.round(count)) }, (_, index) => make(index))
