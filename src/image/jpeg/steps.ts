import { bitsAt } from './bits.js'
import { type Decoder, entryAt, shortEntry } from './huffman.js'

/**
 * What the next bits say of AC coefficients, as far as they say it wholly: all their bits × 65536, how far the next
 * coefficient is × 256, and how far the last of these was; 0 where they do not say one wholly.
 */
export type Steps = Uint32Array

/** So many bits; twice as many entries would leave no room in a processor's nearest cache. */
const BITS = 12

export const stepsOf = (ac: Decoder): Steps =>
  Uint32Array.from({ length: 1 << BITS }, (_, bits) => {
    let [taken, ahead, last] = [0, 0, 0]
    while (ahead < 64) {
      const entry = shortEntry(ac, ((bits << taken) << (16 - BITS)) & 0xffff)
      if (entry === 0 || taken + (entry >>> 8) > BITS) break
      taken += entry >>> 8
      last = ahead
      ahead += entry & 0xff
    }
    return (taken << 16) | (ahead << 8) | last
  })

/** Passes over the AC coefficients of a block. @returns where they end, in bits */
export function endOfBlock(steps: Steps, ac: Decoder, bytes: DataView, from: number): number {
  let position = from
  for (let coefficient = 1; coefficient < 64; ) {
    const bits = bitsAt(bytes, position)
    const step = steps[bits >>> (32 - BITS)] as number
    // What follows the last coefficient of a block is of another.
    if (step !== 0 && coefficient + (step & 0xff) < 64) {
      position += step >>> 16
      coefficient += (step >>> 8) & 0xff
      if (coefficient >= 64) break
      // There are bits enough for another, and most of the time goes with fetching them.
      const next = steps[(bits << (step >>> 16)) >>> (32 - BITS)] as number
      if (next === 0 || coefficient + (next & 0xff) >= 64) continue
      position += next >>> 16
      coefficient += (next >>> 8) & 0xff
    } else {
      const entry = entryAt(ac, bits >>> 16)
      position += entry >>> 8
      coefficient += entry & 0xff
    }
  }
  return position
}
