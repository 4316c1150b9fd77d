import { whenAsked } from './when-asked.js'

/**
 * Values in which every mistake is looked for: validators gather mistakes in time that grows with their square. Of what
 * holds more, the first mistake is told.
 */
const mostLookedOver = 10_000

/**
 * The validator for something: one that tells every mistake, or of what is large the first.
 * @param compile makes either when it is first asked for
 */
export function bySize<T extends object>(compile: (allErrors: boolean) => T): (data: unknown) => T {
  const toEveryMistake = whenAsked(() => compile(true))
  const toFirstMistake = whenAsked(() => compile(false))
  return data => (isLarge(data) ? toFirstMistake() : toEveryMistake())
}

/** Lists and objects are counted too. */
function isLarge(value: unknown): boolean {
  const waiting = [value]
  for (let count = 0; waiting.length > 0; count += 1) {
    if (count === mostLookedOver) return true
    const each = waiting.pop()
    if (typeof each === 'object' && each !== null) for (const inner of Object.values(each)) waiting.push(inner)
  }
  return false
}
