/** Integer arithmetic of pictures and pyramids, in one place, so that planner, pyramids and info.json cannot disagree. */

/** px */
export type Dimensions = Readonly<{ width: number; height: number }>

/** px of the level or image that the context names; `x`, `y` from the upper left corner. */
export type Box = Readonly<{ x: number; y: number; width: number; height: number }>

/** Level n of a pyramid has exactly ceil(w/2ⁿ) × ceil(h/2ⁿ) pixels. */
export const levelSize = ({ width, height }: Dimensions, level: number): Dimensions => ({
  width: Math.ceil(width / 2 ** level),
  height: Math.ceil(height / 2 ** level),
})

/** Levels until one fits in a tile, never more than a power of two that a tile holds (so that edges never cross a tile). */
export function levelCount(size: Dimensions, tileSize: number): number {
  const longest = longestSide(size)
  let level = 0
  while (Math.ceil(longest / 2 ** level) > tileSize && 2 ** level < tileSize) level += 1
  return level + 1
}

/** How many tiles cover a level. */
export const tileGrid = (
  { width, height }: Dimensions,
  tileSize: number,
): Readonly<{ columns: number; rows: number }> => ({
  columns: Math.ceil(width / tileSize),
  rows: Math.ceil(height / tileSize),
})

export const pixels = ({ width, height }: Dimensions): number => width * height

export const longestSide = ({ width, height }: Dimensions): number => Math.max(width, height)

export const sameSize = (one: Dimensions, other: Dimensions): boolean =>
  one.width === other.width && one.height === other.height

/** The part of a box that lies inside `size`, or undefined where nothing does. */
export function intersect(box: Box, size: Dimensions): Box | undefined {
  const width = Math.min(box.x + box.width, size.width) - box.x
  const height = Math.min(box.y + box.height, size.height) - box.y
  return width > 0 && height > 0 ? { x: box.x, y: box.y, width, height } : undefined
}

/** What two boxes have in common. */
export function overlap(one: Box, other: Box): Box | undefined {
  const [x, y] = [Math.max(one.x, other.x), Math.max(one.y, other.y)]
  const width = Math.min(one.x + one.width, other.x + other.width) - x
  const height = Math.min(one.y + one.height, other.y + other.height) - y
  return width > 0 && height > 0 ? { x, y, width, height } : undefined
}

/** The bounding box of a size turned by degrees (Image API 3 §4.3: no space between its corners and the box). */
export function turnedSize({ width, height }: Dimensions, degrees: number): Dimensions {
  if (degrees % 180 === 0) return { width, height }
  if (degrees % 90 === 0) return { width: height, height: width }
  const radians = (degrees * Math.PI) / 180
  const [across, along] = [Math.abs(Math.sin(radians)), Math.abs(Math.cos(radians))]
  return {
    width: Math.max(1, Math.round(width * along + height * across)),
    height: Math.max(1, Math.round(width * across + height * along)),
  }
}
