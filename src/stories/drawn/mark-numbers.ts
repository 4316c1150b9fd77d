import type { Mark } from '../../catalogue/story.js'

/** The number on each mark that has a label, from 1, by the mark's id; a label that stands alone needs none. */
export function markNumbers(marks: readonly Mark[]): ReadonlyMap<string, number> {
  const labelled = marks.filter(({ label }) => label && Object.keys(label).length > 0)
  return new Map(labelled.length < 2 ? [] : labelled.map(({ id }, index) => [id, index + 1]))
}
