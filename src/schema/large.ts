/**
 * Values in which every mistake is looked for: validators gather mistakes in time that grows with their square. Of what
 * holds more, the first mistake is told.
 */
const mostLookedOver = 10_000

/** Whether something holds so many values, lists and objects counted too, that it is validated up to its first mistake. */
export function isLarge(value: unknown): boolean {
  const waiting = [value]
  for (let count = 0; waiting.length > 0; count += 1) {
    if (count === mostLookedOver) return true
    const each = waiting.pop()
    if (typeof each === 'object' && each !== null) for (const inner of Object.values(each)) waiting.push(inner)
  }
  return false
}
