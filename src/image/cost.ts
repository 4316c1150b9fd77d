import { formats } from './formats.js'
import { pixels, turnedSize } from './geometry.js'
import type { Plan, Reading } from './plan.js'

/** What carrying out a plan takes, known before anything is read: pixels, pixels, pixels, bytes, and where it waits. */
export type Cost = Readonly<{
  /** px of the tiles that are decoded, whole */
  decoded: number
  resized: number
  /** px of the picture after rotation */
  encoded: number
  peakBytes: number
  lane: 'light' | 'heavy'
}>

/** Work of a light plan at most: so many pixels decoded, resized or encoded as JPEG. Viewers ask for less while zooming. */
const LIGHT_WORK = 12_000_000

export function costOf(plan: Plan): Cost {
  if (plan.kind === 'stored-tile') return passed
  const decoded = pixelsOfTiles(plan)
  const resized = pixels(plan.output)
  const encoded = pixels(turnedSize(plan.output, plan.degrees))
  const work = decoded + resized + encoded * formats[plan.format].weight
  return { decoded, resized, encoded, peakBytes: 0, lane: work <= LIGHT_WORK ? 'light' : 'heavy' }
}

function pixelsOfTiles({ extract, tileSize }: Reading): number {
  const spanned = (start: number, length: number) =>
    Math.ceil((start + length) / tileSize) - Math.floor(start / tileSize)
  return spanned(extract.x, extract.width) * spanned(extract.y, extract.height) * tileSize ** 2
}

/** A tile is read and sent as it is stored. */
const passed: Cost = { decoded: 0, resized: 0, encoded: 0, peakBytes: 1_000_000, lane: 'light' }
