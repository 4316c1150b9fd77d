import type { DrawnShape } from '../../image/drawing/drawing.js'
import type { Box } from '../../image/geometry.js'
import { flowed } from '../prose/flow.js'
import type { Prose, Run } from '../prose/prose.js'
import { beginningOf } from './beginning.js'
import { type Layout, layOut, listIndent, type Measures, type Paragraph, type PlacedLine } from './layout.js'
import { endedWith } from './lines.js'
import { outline } from './shape.js'
import { type Setting, wordsOf } from './words.js'

/** How text is set: px, the largest size first; the last one is the least, at which what is too long is cut. */
export type TextForm = Setting &
  Readonly<{
    sizes: readonly number[]
    /** Tried where the last size does not hold it. */
    columns?: readonly Readonly<{ columns: number; size: number }>[]
    /** px: no line of a single column is longer. */
    measure?: number
    /** From line to line, in sizes. */
    leading: number
    colour: string
    align?: 'left' | 'center' | 'right'
  }>

/** Text in its place. `height` is that of its lines; `complete` is whether all of it is there. */
export type SetText = Readonly<{
  shapes: readonly DrawnShape[]
  height: number
  size: number
  columns: number
  lines: number
  complete: boolean
}>

const nothing: SetText = { shapes: [], height: 0, size: 0, columns: 0, lines: 0, complete: true }

/** Sets prose from the top of a box, as large as the box allows, then in columns; what is still too long ends with « … ». */
export function setProse(prose: Prose, box: Box, form: TextForm): SetText {
  const tried = [...form.sizes.map(size => ({ size, columns: 1 })), ...(form.columns ?? [])]
  const last = tried.at(-1)
  if (prose.length === 0 || !last) return nothing
  const beginning = beginningOf(prose, mostLetters)
  const paragraphs = paragraphsOf(beginning.prose, form)
  const laid = (each: typeof last) => {
    const measures = measuresOf(each, box, form)
    return { ...layOut(paragraphs, box, measures), measures }
  }
  if (beginning.whole)
    for (const each of tried) {
      const layout = laid(each)
      if (layout.fits) return inked(layout, layout.measures, box, form, true)
    }
  const least = laid(last)
  const kept = beginning.whole && least.all ? least : cut(least, form)
  return inked(kept, least.measures, box, form, false)
}

/** No box here holds more of the smallest type. */
const mostLetters = 9000

/** px between columns, in sizes */
const gutter = 2.2

function measuresOf(tried: Readonly<{ size: number; columns: number }>, { width }: Box, form: TextForm): Measures {
  const { size, columns } = tried
  const between = gutter * size
  const column = columns === 1 ? Math.min(width, form.measure ?? width) : (width - (columns - 1) * between) / columns
  return { size, step: size * form.leading, columns, width: column, gutter: between }
}

const paragraphsOf = (prose: Prose, form: TextForm): readonly Paragraph[] =>
  prose.flatMap(paragraph =>
    paragraph.kind === 'paragraph'
      ? [{ words: wordsOf(paragraph.runs, form), indent: 0, gap: paragraphGap }]
      : paragraph.items.map((item, index) => ({
          words: wordsOf(item, form),
          indent: listIndent,
          gap: index === 0 ? paragraphGap : itemGap,
          marker: wordsOf(textRun(paragraph.ordered ? `${index + 1}.` : '•'), form),
        })),
  )

/** One paragraph of plain text. */
export const setPlain = (text: string, box: Box, form: TextForm): SetText =>
  setProse(text.trim() === '' ? [] : [{ kind: 'paragraph', runs: textRun(flowed(text)) }], box, form)

const textRun = (text: string): readonly Run[] => [{ kind: 'text', text }]

/** In lines. */
const paragraphGap = 0.55
const itemGap = 0.18

/** The last line says that there are more. */
function cut(layout: Layout, form: TextForm): Layout {
  const last = layout.lines.at(-1)
  const [mark] = wordsOf(textRun('…'), form)
  if (!last || !mark) return layout
  const ended = endedWith(last.line, { ...mark, space: 0.15 }, last.measure)
  return { ...layout, lines: [...layout.lines.slice(0, -1), { ...last, line: ended }] }
}

function inked({ lines, height }: Layout, measures: Measures, box: Box, form: TextForm, complete: boolean): SetText {
  const { size, columns } = measures
  return {
    height,
    size,
    columns,
    lines: lines.length,
    complete,
    // Outlines take ten times as long as the rest, and text is often laid out to be measured
    get shapes() {
      return lines.map(placed => shapeOfLine(placed, box, size, form)).filter(({ path }) => path !== '')
    },
  }
}

function shapeOfLine(
  { line, x: column, y, indent, measure }: PlacedLine,
  box: Box,
  size: number,
  form: TextForm,
): DrawnShape {
  const aside = (measure - line.width) * (form.align === 'right' ? 1 : form.align === 'center' ? 0.5 : 0)
  const left = box.x + column + (indent + aside) * size
  const baseline = box.y + y + size * (form.leading / 2 + baselineDrop)
  const path = line.words
    .flatMap(([{ pieces }, x], nth) =>
      pieces.map(({ shaped, x: within, scale, rise, underlined }, index) => {
        const at = left + (x + within) * size
        const end = at + shaped.width * scale * size
        const letters = outline(shaped, at, baseline - rise * size, size * scale)
        if (!underlined) return letters
        const [before, start = 0] = line.words[nth - 1] ?? []
        const goesOn = index === 0 && before?.pieces.at(-1)?.underlined
        return letters + underline(goesOn ? left + (start + before.width) * size : at, end, baseline, size)
      }),
    )
    .join('')
  const bounds = {
    x: left - size * 0.2,
    y: baseline - size * 1.1,
    width: (line.width + 0.4) * size,
    height: size * 1.5,
  }
  return { path, bounds, fill: form.colour }
}

/** em: from the middle of a line to its baseline, where small letters stand in the middle. */
const baselineDrop = 0.27

const underline = (from: number, to: number, baseline: number, size: number): string => {
  const [top, bottom] = [baseline + 0.1 * size, baseline + 0.145 * size].map(y => y.toFixed(1))
  return `M${from.toFixed(1)} ${top}H${to.toFixed(1)}V${bottom}H${from.toFixed(1)}Z`
}
