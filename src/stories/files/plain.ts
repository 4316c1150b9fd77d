import type { Pieces } from './pieces.js'

/** A text without headings of steps: each of its paragraphs is a step, whose region is still to be found. */
export function stepsOfPlain(pieces: Pieces): Pieces {
  const lines = pieces.text.split('\n')
  const starts = lines.flatMap((line, index) =>
    line.trim() !== '' && (lines[index - 1] ?? '').trim() === '' ? [index] : [],
  )
  const parts = starts.map((start, index) => {
    const line = pieces.textLine + start
    const text = lines
      .slice(start, starts[index + 1])
      .join('\n')
      .trimEnd()
    return { level: 2, line, title: '', text, textLine: line }
  })
  return { ...pieces, text: '', parts }
}
