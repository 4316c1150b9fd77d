import { DomainError } from '../errors.js'
import type { Storage } from '../storage/storage.js'
import type { Box } from './geometry.js'
import { checkTile, jpegPrefix, obstacleOf, wholeJpeg } from './tiff/jpeg.js'
import { readLevels, type TiledLevel } from './tiff/levels.js'
import { coveringTiles, patchwork, positionsIn, type TilePosition, type TileRange } from './tiff/patchwork.js'
import { readTiles } from './tiff/runs.js'

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
    const patched = async (level: TiledLevel, range: TileRange, positions: readonly TilePosition[]) => {
      const tiles = positions.map(position => placeOf(level, position))
      const { tiff, places } = patchwork(
        level,
        range,
        tiles.map(({ bytes }) => bytes),
      )
      await readTiles(
        source,
        tiles.map(({ offset }) => offset),
        places,
        place => void checkTile(level, place),
      )
      return tiff
    }
    return {
      async tile(index, column, row) {
        const level = levelAt(index)
        const { offset, bytes } = placeOf(level, [column, row])
        return wholeJpeg(level.prefix, level, await source.read(offset, bytes))
      },
      async part(index, box) {
        const level = levelAt(index)
        const range = coveringTiles(box, level)
        const positions = positionsIn(range)
        const x = box.x - range.column * level.tileWidth
        const y = box.y - range.row * level.tileHeight
        return { tiff: await patched(level, range, positions), box: { ...box, x, y }, tiles: positions.length }
      },
      async column(index, positions) {
        const level = levelAt(index)
        const range = { column: 0, row: 0, columns: 1, rows: positions.length }
        return patched(level, range, positions)
      },
      close: () => source.close(),
    }
  } catch (error) {
    await source.close()
    throw error
  }
}

/** Where a tile stands in the file. */
function placeOf(level: TiledLevel, [column, row]: TilePosition): Readonly<{ offset: number; bytes: number }> {
  const index = row * Math.ceil(level.width / level.tileWidth) + column
  return {
    offset: level.offsets[index] ?? missing('tile'),
    bytes: level.byteCounts[index] ?? missing('tile'),
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
