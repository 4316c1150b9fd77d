import { prosePlain } from '../prose/plain.js'
import type { Prose, Run } from '../prose/prose.js'

/** The first letters of a text, in its form, and whether they are all of it: what is never seen is not set in type. */
export function beginningOf(prose: Prose, letters: number): Readonly<{ prose: Prose; whole: boolean }> {
  let left = letters
  const runs = (all: readonly Run[]): readonly Run[] =>
    all.flatMap((run): readonly Run[] => {
      if (left <= 0) return []
      if (run.kind === 'break') return [run]
      if (run.kind !== 'text') return [{ ...run, runs: runs(run.runs) }]
      const text = run.text.slice(0, left)
      left -= run.text.length
      return [{ ...run, text }]
    })
  const kept = prose.flatMap((paragraph): Prose => {
    if (left <= 0) return []
    if (paragraph.kind === 'paragraph') return [{ ...paragraph, runs: runs(paragraph.runs) }]
    return [{ ...paragraph, items: paragraph.items.flatMap(item => (left > 0 ? [runs(item)] : [])) }]
  })
  return { prose: kept, whole: prosePlain(kept) === prosePlain(prose) }
}
