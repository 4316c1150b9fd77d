import { open } from 'node:fs/promises'
import { openFile } from '../../storage/storage.js'
import { type Dimensions, levelSize } from '../geometry.js'
import { sharp } from '../loaders.js'
import { type Claimed, soundLevels } from '../soundness.js'
import { readLevelsOf, type TiledLevel } from '../tiff/levels.js'
import { writeSize } from './overwrite.js'
import { tileSizeFor } from './recipe.js'

/** Tiles an extended sheet, each level averaging four pixels of the one above, and gives each level its exact size. */
export async function writeLevels(
  sheet: string,
  size: Dimensions,
  quality: number,
  pyramid: string,
  seconds: number,
): Promise<void> {
  const tileSize = tileSizeFor(size)
  await sharp(sheet, { limitInputPixels: false, sequentialRead: true, failOn: 'error' })
    .tiff({
      tile: true,
      pyramid: true,
      tileWidth: tileSize,
      tileHeight: tileSize,
      compression: 'jpeg',
      quality,
      // Classic TIFF ends at 4 GiB; JPEG of 3 bytes a pixel and a third more for the levels cannot pass it below this.
      bigtiff: size.width * size.height * 4 > 2 ** 32,
    })
    .timeout({ seconds })
    .toFile(pyramid)
  await trimLevels(pyramid, size)
}

/** Sets ImageWidth and ImageLength of each directory to ceil(size / 2ⁿ); the tiles stay as they are. */
async function trimLevels(pyramid: string, size: Dimensions): Promise<void> {
  const levels = await readLevelsOf(pyramid)
  const handle = await open(pyramid, 'r+')
  try {
    for (const [index, level] of levels.entries()) await writeSize(handle, level, levelSize(size, index))
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Reads a pyramid again as a server will. @returns what is wrong with it, or undefined */
export async function flawOf(pyramid: string, claimed: Claimed): Promise<string | undefined> {
  const source = await openFile(pyramid)
  const sound = await soundLevels(source, claimed).finally(() => source.close())
  if ('flaw' in sound) return sound.flaw
  for (const [index, level] of sound.levels.entries())
    if (!(await decodes(pyramid, index, level))) return `level ${index} cannot be decoded`
  return undefined
}

/** Decodes the first and the last tile of a level. */
async function decodes(
  pyramid: string,
  page: number,
  { width, height, tileWidth: tile }: TiledLevel,
): Promise<boolean> {
  const corner = (length: number) => Math.floor((length - 1) / tile) * tile
  const [left, top] = [corner(width), corner(height)]
  const part = (area: { left: number; top: number; width: number; height: number }) =>
    sharp(pyramid, { page, limitInputPixels: false, failOn: 'error' }).extract(area).raw().toBuffer()
  try {
    await part({ left: 0, top: 0, width: Math.min(width, tile), height: Math.min(height, tile) })
    if (left > 0 || top > 0) await part({ left, top, width: width - left, height: height - top })
    return true
  } catch {
    return false
  }
}
