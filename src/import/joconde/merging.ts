import type { Notice } from '../../catalogue/model.js'
import { codeOf } from './fields.js'

type Fields = Notice['fields']
type Spoken = ReadonlySet<string>

/**
 * A notice after an update: fields that the update carries take the place of those of the same code, empty ones delete
 * them, all others stay. @param spoken what the update speaks of, with or without a value
 */
export function mergedFields(before: Fields, update: Fields, spoken: Spoken): Fields {
  if (before.length === 0) return update.filter(([, value]) => value.trim() !== '')
  const filled = new Map<string, Fields[number][]>()
  for (const field of update) {
    if (field[1].trim() === '') continue
    const key = keyOf(field[0])
    const known = filled.get(key)
    if (known) known.push(field)
    else filled.set(key, [field])
  }
  const kept = before.flatMap(field => {
    const key = keyOf(field[0])
    if (!spoken.has(key)) return [field]
    const replacement = filled.get(key) ?? []
    filled.delete(key)
    return replacement
  })
  return [...kept, ...[...filled.values()].flat()]
}

/** The fields of which an update speaks, by their names in the file. */
export const spokenOf = (names: Iterable<string>): Spoken => new Set([...names].map(keyOf))

const keyOf = (name: string): string => codeOf(name) ?? name
