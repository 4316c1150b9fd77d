import { DomainError } from '../errors.js'
import type { ByteSource } from '../storage/storage.js'
import { sameSize } from './geometry.js'
import { storedSize } from './ladder.js'
import type { ImageRecord } from './record.js'
import { checkTile, obstacleOf } from './tiff/jpeg.js'
import { readLevels, type TiledLevel } from './tiff/levels.js'

/** What a record claims of its pyramid. */
export type Claimed = Pick<ImageRecord, 'width' | 'height' | 'tileSize' | 'levels' | 'levelSizes'>

/** Reads the directory of a pyramid. @returns its levels, or how it differs from what its record says */
export async function soundLevels(
  source: ByteSource,
  claimed: Claimed,
): Promise<Readonly<{ levels: readonly TiledLevel[] }> | Readonly<{ flaw: string }>> {
  try {
    const levels = (await readLevels(source)).slice(0, claimed.levels)
    const flaw = flawIn(levels, claimed)
    return flaw === undefined ? { levels } : { flaw }
  } catch (error) {
    return { flaw: sentenceOf(error) }
  }
}

function flawIn(levels: readonly TiledLevel[], claimed: Claimed): string | undefined {
  if (levels.length < claimed.levels) return `it has ${levels.length} levels instead of ${claimed.levels}`
  for (const [index, level] of levels.entries()) {
    const exact = storedSize(claimed, index)
    if (!sameSize(level, exact))
      return `level ${index} has ${level.width} × ${level.height} px instead of ${exact.width} × ${exact.height}`
    if (level.tileWidth !== claimed.tileSize || level.tileHeight !== claimed.tileSize)
      return `level ${index} has tiles of ${level.tileWidth} × ${level.tileHeight} px instead of ${claimed.tileSize}`
    const obstacle = obstacleOf(level)
    if (obstacle !== undefined) return `level ${index} cannot be served: ${obstacle}`
    if (level.byteCounts.some(bytes => bytes === 0)) return `level ${index} has not all its tiles`
  }
  return undefined
}

/** Looks at each tile without decoding it. @returns the first that is no whole tile, or undefined */
export async function tileFlaw(source: ByteSource, levels: readonly TiledLevel[]): Promise<string | undefined> {
  for (const [index, level] of levels.entries())
    for (let tile = 0; tile < level.offsets.length; tile += 1)
      try {
        checkTile(level, await source.read(level.offsets[tile] ?? 0, level.byteCounts[tile] ?? 0))
      } catch (error) {
        return `level ${index}, tile ${tile}: ${sentenceOf(error)}`
      }
  return undefined
}

const sentenceOf = (error: unknown): string => {
  if (error instanceof DomainError) return error.message
  throw error
}
