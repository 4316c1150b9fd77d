import type { Word } from './words.js'

/** Words in their places; em. */
export type Line = Readonly<{ words: readonly (readonly [word: Word, x: number])[]; width: number }>

/** Breaks words into lines no wider than `measure` em, ragged right; a word that is wider has a line alone. */
export function breakLines(words: readonly Word[], measure: number): readonly Line[] {
  const lines: Line[] = []
  let line: (readonly [Word, number])[] = []
  let width = 0
  for (const word of words) {
    const x = line.length === 0 ? 0 : width + word.space
    if (line.length > 0 && (word.begins || x + word.width > measure)) {
      lines.push({ words: line, width })
      line = []
      width = 0
    }
    const at = line.length === 0 ? 0 : x
    line.push([word, at])
    width = at + word.width
  }
  if (line.length > 0) lines.push({ words: line, width })
  return lines
}

/** A line that says that more was written: it ends with the mark, as many words giving way as that takes. */
export function endedWith({ words }: Line, mark: Word, measure: number): Line {
  const kept = [...words]
  const end = (): number => {
    const last = kept.at(-1)
    return last ? last[1] + last[0].width : 0
  }
  while (kept.length > 1 && end() + mark.space + mark.width > measure) kept.pop()
  const at = kept.length === 0 ? 0 : end() + mark.space
  return { words: [...kept, [mark, at]], width: at + mark.width }
}
