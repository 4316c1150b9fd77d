import type { Box } from '../../image/geometry.js'
import { breakLines, type Line } from './lines.js'
import type { Word } from './words.js'

/** A paragraph or an item of a list. `indent` is em, `gap` the room above it in lines. */
export type Paragraph = Readonly<{ words: readonly Word[]; indent: number; gap: number; marker?: readonly Word[] }>

/** em: how far items of a list stand in. */
export const listIndent = 1.3

/** Type of one size, px, in columns of `width` px with `gutter` px between; `step` px from line to line. */
export type Measures = Readonly<{ size: number; step: number; columns: number; width: number; gutter: number }>

/** `x` and `y` are px from the box to the column and to the top of the line; `indent` and `measure` em. */
export type PlacedLine = Readonly<{ line: Line; x: number; y: number; indent: number; measure: number }>

/** `fits` is whether box and measures hold all lines, `all` whether all are there, be it beyond their sides. */
export type Layout = Readonly<{ lines: readonly PlacedLine[]; height: number; fits: boolean; all: boolean }>

/** Lays paragraphs out in columns as even as they can be. Where they do not fit, the lines that do are there. */
export function layOut(paragraphs: readonly Paragraph[], box: Box, measures: Measures): Layout {
  const lines = linesOf(paragraphs, measures)
  const least = lines.length === 0 ? 0 : lines.reduce((sum, { above }) => sum + above + measures.step, 0)
  for (let height = least / measures.columns; height < box.height + nearly; height += measures.step / 2) {
    const even = poured(lines, height, measures)
    if (even.fits && even.height <= box.height + nearly) return even
  }
  return { ...poured(lines, box.height, measures), fits: false }
}

/** px: sums of lengths are not exact. */
const nearly = 0.5

/** Lines one below the other, before they have a place; `above` is px of room above them. */
type Loose = Readonly<{ line: Line; marker?: Line; above: number; indent: number; measure: number }>

const linesOf = (paragraphs: readonly Paragraph[], { size, step, width }: Measures): readonly Loose[] =>
  paragraphs.flatMap(({ words, indent, gap, marker }, nth) => {
    const measure = width / size - indent
    return breakLines(words, measure).map((line, index): Loose => {
      const [mark] = index === 0 && marker ? breakLines(marker, measure) : []
      return { line, ...(mark && { marker: mark }), above: index === 0 && nth > 0 ? gap * step : 0, indent, measure }
    })
  })

function poured(lines: readonly Loose[], height: number, { step, columns, width, gutter }: Measures): Layout {
  const placed: PlacedLine[] = []
  let [column, y, lowest] = [0, 0, 0]
  let fits = true
  for (const { line, marker, above, indent, measure } of lines) {
    if (y > 0) y += above
    if (y + step > height + nearly && (y > 0 || column > 0)) {
      column += 1
      y = 0
    }
    if (column >= columns) return { lines: placed, height: lowest, fits: false, all: false }
    const x = column * (width + gutter)
    if (marker) placed.push({ line: marker, x, y, indent: indent - listIndent, measure })
    placed.push({ line, x, y, indent, measure })
    if (line.width > measure) fits = false
    y += step
    lowest = Math.max(lowest, y)
  }
  return { lines: placed, height: lowest, fits, all: true }
}
