import type { Box, Dimensions } from './geometry.js'
import type { TileRange } from './tiff/patchwork.js'

/** 8 bits a sample, channels interleaved, row by row. */
export type Pixels = Dimensions & Readonly<{ data: Buffer; channels: 1 | 3 }>

/** Cuts a box out of the decoded tiles that cover it, given row by row. */
export function cutOut(box: Box, range: TileRange, tileSize: number, tiles: readonly Buffer[]): Pixels {
  const channels = (tiles[0]?.length ?? 0) === tileSize ** 2 ? 1 : 3
  const data = Buffer.allocUnsafeSlow(box.width * box.height * channels)
  for (const [index, tile] of tiles.entries()) {
    const left = (range.column + (index % range.columns)) * tileSize
    const top = (range.row + Math.floor(index / range.columns)) * tileSize
    const [from, to] = [Math.max(box.x, left), Math.min(box.x + box.width, left + tileSize)]
    const bottom = Math.min(box.y + box.height, top + tileSize)
    for (let y = Math.max(box.y, top); y < bottom; y += 1) {
      const row = (y - top) * tileSize - left
      const target = (y - box.y) * box.width + from - box.x
      tile.copy(data, target * channels, (row + from) * channels, (row + to) * channels)
    }
  }
  return { data, width: box.width, height: box.height, channels }
}
