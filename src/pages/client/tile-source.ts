import type OpenSeadragon from 'openseadragon'
import type { StageSource } from '../stage.js'
import type { Region } from '../told.js'

/** A source as OpenSeadragon opens it, which asks for no tile that the source says is not given. */
export function tileSourceOf(source: StageSource | undefined): string {
  // The types know addresses alone, which the program opens beside plain pictures and descriptions
  if (typeof source !== 'object' || !('within' in source)) return (source ?? '') as string
  const { regions, overview } = source.within
  const described = {
    ...source,
    tileExists(this: OpenSeadragon.TileSource, level: number, column: number, row: number): boolean {
      const factor = 2 ** (this.maxLevel - level)
      const { x: columns, y: rows } = this.getNumTiles(level)
      if (column < 0 || row < 0 || column >= columns || row >= rows) return false
      if (Math.max(this.dimensions.x, this.dimensions.y) / factor <= overview) return true
      const side = this.getTileWidth(level) * factor
      return regions.some(region => touches(region, { x: column * side, y: row * side, width: side, height: side }))
    },
  }
  return described as unknown as string
}

const touches = (one: Region, other: Region): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height
