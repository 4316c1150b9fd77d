import type { ListEntry } from './list.js'
import type { Candidate } from './walk.js'

/** The lines of a list by the file that each one names. */
export const entriesByCandidate = (
  list: readonly ListEntry[],
  candidates: readonly Candidate[],
): ReadonlyMap<Candidate, ListEntry> => {
  const found = finder(list, candidates)
  return new Map(list.flatMap(entry => found(entry).map(candidate => [candidate, entry] as const)))
}

/** Lines of a list that no file, or more than one, answers to: `[line, sentence]`. */
export function strayEntries(
  list: readonly ListEntry[],
  candidates: readonly Candidate[],
): readonly (readonly [line: number, sentence: string])[] {
  const found = finder(list, candidates)
  return list.flatMap(entry => {
    const { length } = found(entry)
    if (length === 1) return []
    const why =
      length === 0 ? 'is not among the files given.' : `is ${length} of the files given; write it with its folder.`
    return [[entry.line, `"${entry.file}" ${why}`] as const]
  })
}

/** Names agree without regard to capitals; a name with folders agrees with the end of a path. */
function finder(list: readonly ListEntry[], candidates: readonly Candidate[]) {
  const byBase = new Map<string, Candidate[]>()
  if (list.length > 0)
    for (const candidate of candidates) {
      const base = baseOf(candidate.path)
      const alike = byBase.get(base)
      if (alike) alike.push(candidate)
      else byBase.set(base, [candidate])
    }
  return ({ file }: ListEntry): readonly Candidate[] =>
    (byBase.get(baseOf(file)) ?? []).filter(({ path }) => `/${folded(path)}`.endsWith(`/${folded(file)}`))
}

const folded = (path: string): string => path.normalize('NFC').replaceAll('\\', '/').toLowerCase()

const baseOf = (path: string): string => folded(path).split('/').at(-1) ?? ''
