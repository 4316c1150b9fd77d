import { type Box, pixels } from './geometry.js'
import type { Reading } from './plan.js'
import type { Pyramid } from './pyramid.js'

/**
 * What is read of a pyramid: tiles, or parts of them, as they are coded, in one file, and the box in it, px. Released when
 * it was read; where reading fails, a decoder may still be at it.
 */
export type Part = Readonly<{ file: Buffer; box: Box; release(): void }>

/** Fetches parts of pyramids. */
export interface Parts {
  gather(pyramid: Pyramid, reading: Reading): Promise<Part>
  /** Just what is read, as a JPEG of its own. @returns undefined where it cannot be cut without decoding */
  cut(pyramid: Pyramid, reading: Reading): Promise<Buffer | undefined>
  /** Tiles handed to a decoder so far, whole or in part, and px of them. */
  readonly tilesDecoded: number
  readonly pixelsDecoded: number
  readonly tilesCut: number
}

export function openParts(): Parts {
  let [tilesDecoded, pixelsDecoded, tilesCut] = [0, 0, 0]
  return {
    get tilesDecoded() {
      return tilesDecoded
    },
    get pixelsDecoded() {
      return pixelsDecoded
    },
    get tilesCut() {
      return tilesCut
    },
    async gather(pyramid, { level, extract }) {
      const cut = await pyramid.around(level, extract)
      if (cut) tilesCut += cut.tiles
      const { file, box, size, tiles, release } = cut ?? (await pyramid.whole(level, extract))
      tilesDecoded += tiles
      pixelsDecoded += pixels(size)
      return { file, box, release }
    },
    async cut(pyramid, { level, extract }) {
      const cut = await pyramid.exactly(level, extract)
      if (!cut) return undefined
      tilesCut += cut.tiles
      const answer = Buffer.from(cut.file)
      cut.release()
      return answer
    },
  }
}
