import type { Limits } from '../../config.js'
import { type Dimensions, overlap } from '../geometry.js'
import { storedSize } from '../ladder.js'
import { decodingAllowance } from '../plan.js'
import type { ImageRecord } from '../record.js'
import type { PlacedPicture } from './composition.js'
import type { LaidPicture } from './drawing.js'
import type { View } from './view.js'

/** What must be read of a laid picture for what a view shows of it, and where that goes; undefined where it shows nothing. */
export function placePicture(
  { image, at, window = at }: LaidPicture,
  picture: number,
  { region, output, across, down }: View,
  { limits, drawing }: Readonly<{ limits: Limits; drawing: Dimensions }>,
): PlacedPicture | undefined {
  const shown = overlap(at, window)
  if (!shown) return undefined
  const right = shown.x + shown.width
  const bottom = shown.y + shown.height
  // With the last px of a level a view may reach beyond the drawing; what ends there, or goes on, fills it
  const columns = wholePixels(
    (shown.x - region.x) / across,
    right >= drawing.width ? output.width : (right - region.x) / across,
    output.width,
  )
  const rows = wholePixels(
    (shown.y - region.y) / down,
    bottom >= drawing.height ? output.height : (bottom - region.y) / down,
    output.height,
  )
  if (!columns || !rows) return undefined
  const pixelsAcross = (across * image.width) / at.width
  const pixelsDown = (down * image.height) / at.height
  const level = levelFor(image, pixelsAcross, pixelsDown, columns.length * rows.length, limits)
  const factor = 2 ** level
  const size = storedSize(image, level)
  const x = axis(columns, (region.x - at.x) / across, pixelsAcross / factor, size.width)
  const y = axis(rows, (region.y - at.y) / down, pixelsDown / factor, size.height)
  return {
    picture,
    reading: {
      level,
      extract: { x: x.start, y: y.start, width: x.length, height: y.length },
      tileSize: image.tileSize,
    },
    size: { width: x.drawn, height: y.drawn },
    cut: { x: x.cut, y: y.cut, width: columns.length, height: rows.length },
    at: { x: columns.start, y: rows.start },
  }
}

type Span = Readonly<{ start: number; length: number }>

/** The px of the output between two places, which go to the nearest. */
function wholePixels(start: number, end: number, most: number): Span | undefined {
  const from = Math.max(0, Math.round(start))
  const to = Math.min(most, Math.round(end))
  return to > from ? { start: from, length: to - from } : undefined
}

/** The smallest level with a px for each of the output, or one whose reading the limits can bear. */
function levelFor(image: ImageRecord, across: number, down: number, area: number, { maxArea }: Limits): number {
  let level = 0
  while (level + 1 < image.levels) {
    const factor = 2 ** (level + 1)
    const affordable = (area * across * down) / 4 ** level <= decodingAllowance * maxArea
    if (affordable && Math.min(across, down) < factor) break
    level += 1
  }
  return level
}

/** px: as far as resizing looks beside what it makes. */
const least = 3
const most = 10

/**
 * Along one axis: which px of the level are read, how many px of the output they become, and where in those the wanted
 * ones begin. A little more is read at either side, so much that it begins and ends nearly on a whole px: else what is
 * drawn would jump by a part of a px from one tile to the next. Where each px is one of the level's, no more is needed.
 *
 * @param offset px of the output from the picture's edge to the view's
 * @param step px of the level for one of the output
 */
function axis({ start, length }: Span, offset: number, step: number, edge: number) {
  const from = (offset + start) * step
  const to = (offset + start + length) * step
  const same = step === 1 && Number.isInteger(from)
  const before = same ? 0 : margin(extra => from - extra * step, edge)
  const after = same ? 0 : margin(extra => to + extra * step, edge)
  const first = Math.min(edge - 1, Math.max(0, Math.round(from - before * step)))
  const last = Math.max(first + 1, Math.min(edge, Math.round(to + after * step)))
  return { start: first, length: last - first, drawn: before + length + after, cut: before }
}

/** How many px more: none where that would lie beyond the picture. */
function margin(place: (extra: number) => number, edge: number): number {
  const off = (extra: number): number => Math.abs(place(extra) - Math.round(place(extra)))
  const inside = Array.from({ length: most - least + 1 }, (_, nth) => least + nth).filter(
    extra => place(extra) >= 0 && place(extra) <= edge,
  )
  return inside.toSorted((one, other) => off(one) - off(other))[0] ?? 0
}
