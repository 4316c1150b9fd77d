import { formats } from './formats.js'
import { pixels, turnedSize } from './geometry.js'
import type { Plan, Reading, Transform } from './plan.js'

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

export function costOf(plan: Plan): Cost {
  if (plan.kind === 'stored-tile') return passed
  const decoded = pixelsOfTiles(plan)
  const resized = pixels(plan.output)
  const encoded = pixels(turnedSize(plan.output, plan.degrees))
  const interpolated = isQuarter(plan.degrees) ? 0 : 2 * encoded
  const work = decoded + resized + interpolated + encoded * formats[plan.format].weight
  const lane = work <= LIGHT_WORK ? 'light' : 'heavy'
  // Light plans may be cut out of decoded tiles, which are all in memory then, beside what is cut out.
  const cut = lane === 'light' ? PIXEL * (2 * decoded + pixels(plan.extract)) : 0
  return { decoded, resized, encoded, peakBytes: bytesOf(plan, decoded, resized, encoded) + cut, lane }
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
  // Tiles as stored, once read and once in the TIFF that is handed to the decoder.
  const compressed = 0.6 * decoded
  // A row of tiles, and the next.
  const rows = 2 * PIXEL * plan.extract.width * plan.tileSize
  // Turning needs the whole picture at once; repeating copies it besides.
  const whole = (plan.degrees === 0 ? 0 : PIXEL * resized) + (plan.repeat ? 2 * PIXEL * resized : 0)
  const { memory, footing } = formats[plan.format]
  return Math.round(pipeline + compressed + rows + whole + footing + memory * encoded)
}

const isQuarter = (degrees: number): boolean => degrees % 90 === 0
