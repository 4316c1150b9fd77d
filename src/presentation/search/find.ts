import type { Dimensions } from '../../image/geometry.js'
import type { Comment, MarkComment } from '../stories/staging.js'

/** A text that can be found: a comment with its own address, and the address and size of its canvas. */
export type Searchable = Readonly<{ comment: Comment | MarkComment; id: string; canvas: string; size: Dimensions }>

/** A word as it was found, with what stands around it. */
export type Match = Readonly<{ before: string; exact: string; after: string }>

export type Found = Searchable & Readonly<{ matches: readonly Match[] }>

/** Words of a question that are looked for, and places of one text that are told. */
const bounds = { words: 20, matches: 50, around: 40 } as const

/**
 * The texts in which every word of a question begins some word, in their order. Accents, case and ligatures make no
 * difference; a question without words finds nothing.
 */
export function findIn(texts: readonly Searchable[], question: string): readonly Found[] {
  const words =
    folded(question)
      .text.match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, bounds.words) ?? []
  if (words.length === 0) return []
  return texts.flatMap(text => {
    const matches = matchesIn(text.comment.plain, [...new Set(words)])
    return matches ? [{ ...text, matches }] : []
  })
}

/** Undefined where a word is missing. */
function matchesIn(text: string, words: readonly string[]): readonly Match[] | undefined {
  const { text: searched, origin } = folded(text)
  // By where they begin: several words of a question may begin the same word
  const found = new Map<number, Readonly<{ start: number; end: number }>>()
  for (const word of words) {
    const places = [...searched.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${word}[\\p{L}\\p{N}]*`, 'gu'))]
    if (places.length === 0) return undefined
    for (const { 0: whole, index } of places) found.set(index, { start: index, end: index + whole.length })
  }
  return [...found.values()]
    .toSorted((a, b) => a.start - b.start)
    .slice(0, bounds.matches)
    .map(({ start, end }) => {
      const [from, to] = [origin[start] ?? 0, origin[end] ?? text.length]
      return {
        before: text.slice(Math.max(0, from - bounds.around), from),
        exact: text.slice(from, to),
        after: text.slice(to, to + bounds.around),
      }
    })
}

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' }

/** Small letters without accents, and for each of their places where it was in the text. */
function folded(text: string): Readonly<{ text: string; origin: readonly number[] }> {
  const origin: number[] = []
  let out = ''
  let at = 0
  for (const character of text) {
    const small = character.toLowerCase()
    const bare = (ligatures[small] ?? small).normalize('NFD').replace(/\p{M}/gu, '')
    for (let index = 0; index < bare.length; index += 1) origin.push(at)
    out += bare
    at += character.length
  }
  origin.push(at)
  return { text: out, origin }
}
