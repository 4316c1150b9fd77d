/** Longest name of a story or part (`stories/schema.ts`). */
const longestName = 80
const wordsOfId = 5

/** A name for addresses out of words: small letters, digits and hyphens; empty where nothing is left. */
export const nameFrom = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestName)
    .replace(/^-+|-+$/g, '')

/** Gives ids to parts that have none of their own: from their title, or the first words of their text. */
export function openIds(given: Iterable<string>) {
  const taken = new Set(given)
  return (title: string, text: string, otherwise: string): string => {
    const begun = text.split(/\s+/).slice(0, wordsOfId).join(' ')
    const name = nameFrom(title) || nameFrom(begun) || otherwise
    const base = name.slice(0, longestName - 4).replace(/-+$/, '')
    let id = taken.has(name) ? '' : name
    for (let number = 2; id === ''; number += 1) id = taken.has(`${base}-${number}`) ? '' : `${base}-${number}`
    taken.add(id)
    return id
  }
}
