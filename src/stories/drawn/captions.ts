import type { Work } from '../../catalogue/model.js'
import type { DrawnShape } from '../../image/drawing/drawing.js'
import type { Box } from '../../image/geometry.js'
import { flowed } from '../prose/flow.js'
import type { Prose, Run } from '../prose/prose.js'
import { setProse } from '../typesetting/set.js'
import { ink, quiet } from './colours.js'
import type { Caption, DrawingContext } from './context.js'
import { detailWord } from './phrases.js'

/** px between two captions */
const gap = 120
const widest = 1500

/** A label below each work, at its left edge where the labels have room for that. */
export function captionShapes(
  hung: readonly Readonly<{ work: Work; place: Box; detail: boolean }>[],
  room: Box,
  context: DrawingContext,
): readonly DrawnShape[] {
  const width = Math.min(widest, (room.width - gap * (hung.length - 1)) / hung.length)
  const wanted = hung.map(({ place }) => place.x)
  return apart(wanted, width + gap, room.x, room.x + room.width - width).flatMap((x, index) => {
    const each = hung[index]
    if (!each) return []
    const caption = context.captionOf(each.work, context.language)
    return label({ ...caption, detail: each.detail }, { ...room, x, width }, context)
  })
}

/** Places in ascending order, each at least a step from the last, as near to those wanted as the ends allow. */
function apart(wanted: readonly number[], step: number, first: number, last: number): readonly number[] {
  const places = [...wanted]
  for (const index of places.keys())
    places[index] = Math.max(places[index] ?? first, index === 0 ? first : (places[index - 1] ?? first) + step)
  for (let index = places.length - 1; index >= 0; index -= 1)
    places[index] = Math.min(places[index] ?? last, last - (places.length - 1 - index) * step)
  return places
}

/** Maker, title and date; below them dimensions and keeper. */
function label(
  { maker, title, date, dimensions, keeper, detail }: Caption & Readonly<{ detail: boolean }>,
  box: Box,
  { language, fonts }: DrawingContext,
): readonly DrawnShape[] {
  const name: readonly Run[] = maker ? [text(maker), { kind: 'break' }] : []
  const dated: readonly Run[] =
    date || detail ? [text([date && `, ${date}`, detail && ` (${detailWord(language)})`].filter(Boolean).join(''))] : []
  const heading = setProse(
    paragraph([...name, { kind: 'emphasis', runs: [text(title)] }, ...dated]),
    { ...box, height: box.height * 0.6 },
    {
      family: 'serif',
      language,
      fonts,
      sizes: [88, 80, 72, 64],
      leading: 1.24,
      colour: ink,
    },
  )
  const rest = [dimensions, keeper].flatMap((line, index) =>
    line ? [...(index > 0 && dimensions ? [{ kind: 'break' } as const] : []), text(line)] : [],
  )
  const y = box.y + heading.height + 22
  const facts = setProse(
    paragraph(rest),
    { ...box, y, height: box.y + box.height - y },
    {
      family: 'sans',
      language,
      fonts,
      sizes: [58, 52, 46],
      leading: 1.36,
      colour: quiet,
    },
  )
  return [...heading.shapes, ...facts.shapes]
}

const text = (words: string): Run => ({ kind: 'text', text: flowed(words) })
const paragraph = (runs: readonly Run[]): Prose => (runs.length > 0 ? [{ kind: 'paragraph', runs }] : [])
