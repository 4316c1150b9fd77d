import { type Box, type Dimensions, longestSide, pixels } from '../geometry.js'
import type { Buffers, Lent } from './buffers.js'
import type { Coding } from './coding.js'
import { type MappedTile, openSplicer } from './splice.js'

/** Which MCUs of a level are taken, counted across its tiles; `width` and `height` are px of the JPEG that shows them. */
export type Cut = Dimensions & Readonly<{ left: number; top: number; right: number; bottom: number }>

/** libjpeg's. */
const LARGEST_SIDE = 65_500

/** For each px, of a picture of much detail. */
const LIKELY_BYTES = 1 / 2

/** A subsampled colour is smoothed with its neighbours, so those of the outermost px are needed too. */
const NEIGHBOURS = 2

/** Whole MCUs around a box, though no further than the tiles that it touches. @returns undefined where no JPEG is so large */
export function cutAround({ x, y, width, height }: Box, { mcu, across, down }: Coding): Cut | undefined {
  const [columns, left, right] = span(x, width, mcu.width, across)
  const [rows, top, bottom] = span(y, height, mcu.height, down)
  const size = { width: columns * mcu.width, height: rows * mcu.height }
  return longestSide(size) > LARGEST_SIDE ? undefined : { left, top, right, bottom, ...size }
}

function span(start: number, length: number, side: number, tile: number): readonly [number, number, number] {
  const reach = side > 8 ? NEIGHBOURS : 0
  const [first, last] = [Math.floor(start / side / tile) * tile, Math.ceil((start + length) / side / tile) * tile]
  const from = Math.max(first, Math.floor((start - reach) / side))
  const to = Math.min(last, Math.ceil((start + length + reach) / side))
  return [to - from, from, to]
}

/** Just a box. @returns undefined where it does not begin at an MCU's corner, or no JPEG is so large */
export function cutAt({ x, y, width, height }: Box, { mcu }: Coding): Cut | undefined {
  if (x % mcu.width !== 0 || y % mcu.height !== 0 || Math.max(width, height) > LARGEST_SIDE) return undefined
  const [left, top] = [x / mcu.width, y / mcu.height]
  const [right, bottom] = [Math.ceil((x + width) / mcu.width), Math.ceil((y + height) / mcu.height)]
  return { left, top, right, bottom, width, height }
}

/** Some tiles of a row, in order, as far as rows of their MCUs go, `from` to just before `to`. */
export type Lines = Readonly<{ row: number; columns: readonly number[]; from: number; to: number }>

/** Lends the tiles to `use`. @returns false where they are not coded as their level is */
export type Lend = (lines: Lines, use: (tiles: readonly MappedTile[]) => void) => Promise<boolean>

/** Makes one JPEG of parts of tiles, row of tiles by row of tiles. */
export async function cutOut(coding: Coding, cut: Cut, lend: Lend, buffers: Buffers): Promise<Lent | undefined> {
  const { across, down } = coding
  const splicer = openSplicer(coding, cut, pixels(cut) * LIKELY_BYTES, buffers)
  const first = Math.floor(cut.left / across)
  const columns = Array.from({ length: Math.ceil(cut.right / across) - first }, (_, index) => first + index)
  for (let row = Math.floor(cut.top / down); row * down < cut.bottom; row += 1) {
    const [from, to] = [Math.max(0, cut.top - row * down), Math.min(down, cut.bottom - row * down)]
    const lent = await lend({ row, columns, from, to }, tiles => {
      for (let line = from; line < to; line += 1)
        for (const [index, tile] of tiles.entries()) {
          const start = (first + index) * across
          const [left, right] = [Math.max(cut.left - start, 0), Math.min(cut.right - start, across)]
          splicer.append({ tile, from: line * across + left, to: line * across + right })
        }
    })
    if (!lent) return undefined
  }
  return splicer.finish()
}
