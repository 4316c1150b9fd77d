import { formats } from './formats.js'
import { pixels } from './geometry.js'
import type { Plan } from './plan.js'

/** What carrying out a plan takes, known before anything is read: pixels, pixels, pixels, bytes, and where it waits. */
export type Cost = Readonly<{
  decoded: number
  resized: number
  encoded: number
  peakBytes: number
  lane: 'light' | 'heavy'
}>

/** Up to here a plan is what a viewer asks for while zooming: so many pixels decoded, or encoded as JPEG. */
const LIGHT_WORK = 8_000_000

const BYTES = { decoded: 2, resized: 4, encoded: 8, base: 4_000_000 }

export function costOf(plan: Plan): Cost {
  if (plan.kind === 'stored-tile') return passed
  const decoded = pixels(plan.extract)
  const resized = pixels(plan.output)
  const encoded = resized
  const work = decoded + resized + encoded * formats[plan.format].weight
  return {
    decoded,
    resized,
    encoded,
    peakBytes: BYTES.base + BYTES.decoded * decoded + BYTES.resized * resized + BYTES.encoded * encoded,
    lane: work <= LIGHT_WORK ? 'light' : 'heavy',
  }
}

/** A tile is read and sent as it is stored. */
const passed: Cost = { decoded: 0, resized: 0, encoded: 0, peakBytes: 1_000_000, lane: 'light' }
