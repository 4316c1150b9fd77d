import { DomainError } from '../errors.js'
import type { Storage } from '../storage/storage.js'
import type { Box } from './geometry.js'
import { checkTile, jpegPrefix, obstacleOf, wholeJpeg } from './tiff/jpeg.js'
import { readLevels, type TiledLevel } from './tiff/levels.js'
import { coveringTiles, patchwork, positionsIn, type TilePosition } from './tiff/patchwork.js'

/** A pyramid open for reading: tiles as they are stored, nothing decoded. */
export interface Pyramid {
  /** A whole JPEG file. */
  tile(level: number, column: number, row: number): Promise<Buffer>
  /** The tiles that cover a box as one small TIFF, and where the box lies in it. */
  part(level: number, box: Box): Promise<Readonly<{ tiff: Buffer; box: Box; tiles: number }>>
  /** Some tiles, whole, one below the other as one small TIFF. */
  column(level: number, positions: readonly TilePosition[]): Promise<Buffer>
  close(): Promise<void>
}

/** @throws DomainError `damaged` where the file is missing or not a pyramid of JPEG tiles */
export async function openPyramid(storage: Storage, path: string): Promise<Pyramid> {
  const source = await storage.open(path)
  try {
    const levels = (await readLevels(source)).map(passable)
    const levelAt = (index: number) => levels[index] ?? missing('level')
    const stored = async (level: TiledLevel, column: number, row: number) => {
      const index = row * Math.ceil(level.width / level.tileWidth) + column
      return source.read(level.offsets[index] ?? missing('tile'), level.byteCounts[index] ?? missing('tile'))
    }
    const checked = async (level: TiledLevel, positions: readonly TilePosition[]) => {
      const tiles = await Promise.all(positions.map(([column, row]) => stored(level, column, row)))
      for (const tile of tiles) checkTile(level, tile)
      return tiles
    }
    return {
      async tile(index, column, row) {
        const level = levelAt(index)
        return wholeJpeg(level.prefix, level, await stored(level, column, row))
      },
      async part(index, box) {
        const level = levelAt(index)
        const range = coveringTiles(box, level)
        const tiles = await checked(level, positionsIn(range))
        const x = box.x - range.column * level.tileWidth
        const y = box.y - range.row * level.tileHeight
        return { tiff: patchwork(level, range, tiles), box: { ...box, x, y }, tiles: tiles.length }
      },
      async column(index, positions) {
        const level = levelAt(index)
        const range = { column: 0, row: 0, columns: 1, rows: positions.length }
        return patchwork(level, range, await checked(level, positions))
      },
      close: () => source.close(),
    }
  } catch (error) {
    await source.close()
    throw error
  }
}

function passable(level: TiledLevel) {
  const obstacle = obstacleOf(level)
  if (obstacle) throw damaged(obstacle)
  return { ...level, prefix: jpegPrefix(level) }
}

const missing = (what: string): never => {
  throw damaged(`it has not the ${what} that the catalogue says`)
}

const damaged = (what: string): DomainError => new DomainError('damaged', `A pyramid is damaged: ${what}.`)
