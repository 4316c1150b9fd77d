import { type Composition, type ServedPlan, transformOf } from './drawing/composition.js'
import { formats } from './formats.js'
import { pixels, turnedSize } from './geometry.js'
import type { Finish, Plan, Reading, Transform } from './plan.js'

/** What carrying out a plan takes, known before anything is read, and where it waits its turn. */
export type Cost = Readonly<{
  /** px of the tiles that are decoded, whole */
  decoded: number
  /** px before rotation */
  resized: number
  /** px of the picture after rotation */
  encoded: number
  peakBytes: number
  lane: 'light' | 'heavy'
}>

/** A light plan's work at most, in px decoded, resized or written as JPEG: 60 ms of one core. Zooming asks for less. */
const LIGHT_WORK = 8_000_000

export function costOf(plan: ServedPlan): Cost {
  if (plan.kind === 'stored-tile') return passed
  return plan.kind === 'composition' ? composed(plan) : transformed(plan)
}

/** The sum of its parts, and what laying and drawing takes. */
function composed(plan: Composition): Cost {
  const parts = plan.pictures.map(placed => transformed(transformOf(placed)))
  const sum = (of: (part: Cost) => number): number => parts.reduce((total, part) => total + of(part), 0)
  const { work, resized, encoded } = finishing(plan)
  const ink = plan.ink ? pixels(plan.ink.at) + INK * plan.ink.characters : 0
  const read = sum(({ decoded }) => decoded)
  const total = read + sum(part => part.resized) + 2 * resized + ink + work
  const { memory, footing } = formats[plan.format]
  const whole = COMPOSING * resized + (plan.ink ? RGBA * pixels(plan.ink.at) + 20 * plan.ink.characters : 0)
  return {
    decoded: read,
    resized,
    encoded,
    peakBytes: Math.round(sum(({ peakBytes }) => peakBytes) + whole + footing + memory * encoded),
    lane: total <= LIGHT_WORK ? 'light' : 'heavy',
  }
}

/** px of work that a character of path data is worth: drawing a card of text takes as long as encoding it. */
const INK = 20
const RGBA = 4
/** Bytes for each px: what lies below, what is laid on it, and both together. */
const COMPOSING = 14

function finishing({ output, degrees, format }: Finish & Pick<Plan, 'format' | 'output'>) {
  const resized = pixels(output)
  const encoded = pixels(turnedSize(output, degrees))
  const interpolated = isQuarter(degrees) ? 0 : 2 * encoded
  return { resized, encoded, work: interpolated + encoded * formats[format].weight }
}

function transformed(plan: Plan & Transform): Cost {
  const decoded = pixelsOfTiles(plan)
  const { resized, encoded, work: rest } = finishing(plan)
  const work = decoded + resized + rest
  const lane = work <= LIGHT_WORK ? 'light' : 'heavy'
  return { decoded, resized, encoded, peakBytes: bytesOf(plan, decoded, resized, encoded), lane }
}

/** A tile is read and sent as it is stored. */
const passed: Cost = { decoded: 0, resized: 0, encoded: 0, peakBytes: 1_000_000, lane: 'light' }

function pixelsOfTiles({ extract, tileSize }: Reading): number {
  const spanned = (start: number, length: number) =>
    Math.ceil((start + length) / tileSize) - Math.floor(start / tileSize)
  return spanned(extract.x, extract.width) * spanned(extract.y, extract.height) * tileSize ** 2
}

/** RGB. */
const PIXEL = 3

/**
 * Fitted to the growth of resident memory in a fresh process for each of 38 plans of a 16,001 × 12,003 px pyramid:
 * between two thirds and twice what was measured (bitonal PNG 2.2 times).
 */
function bytesOf(plan: Transform & Plan, decoded: number, resized: number, encoded: number): number {
  const pipeline = 3_000_000
  // Tiles as stored, in the TIFF that is handed to the decoder.
  const compressed = 0.3 * decoded
  // A row of tiles, and the next.
  const rows = 2 * PIXEL * plan.extract.width * plan.tileSize
  // Turning needs the whole picture at once; repeating copies it besides.
  const whole = (plan.degrees === 0 ? 0 : PIXEL * resized) + (plan.repeat ? 2 * PIXEL * resized : 0)
  const { memory, footing } = formats[plan.format]
  return Math.round(pipeline + compressed + rows + whole + footing + memory * encoded)
}

const isQuarter = (degrees: number): boolean => degrees % 90 === 0
