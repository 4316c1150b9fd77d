import { constants, copyFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { fileStorage } from '../../storage/storage.js'
import { type Dimensions, tileGrid } from '../geometry.js'
import { openBuffers } from '../jpeg/buffers.js'
import { openTileMaps } from '../jpeg/maps.js'
import { sharp } from '../loaders.js'
import { openPyramid, type Pyramid } from '../pyramid.js'
import type { ExistingPyramid } from './existing.js'

type Fitting = Extract<ExistingPyramid, { kind: 'fits' }>

/**
 * Copies a pyramid byte for byte, sharing its blocks where the file system can, and decodes all of the copy.
 * @returns whether it can be served; where it cannot, the copy is for the caller to discard
 */
export async function adopt(master: string, fit: Fitting, copy: string, seconds: number): Promise<boolean> {
  await copyFile(master, copy, constants.COPYFILE_FICLONE)
  const pyramid = await openPyramid(fileStorage(dirname(copy)), basename(copy), {
    maps: openTileMaps(0),
    buffers: openBuffers(),
  })
  try {
    for (const level of fit.levelSizes.keys()) {
      await decode(copy, level, seconds)
      if (!(await showAlone(pyramid, copy, level, fit))) return false
    }
    return true
  } catch {
    return false
  } finally {
    await pyramid.close()
  }
}

/** Decodes every tile of a level, in strips, so that memory stays small. */
const decode = (path: string, page: number, seconds: number): Promise<Buffer> =>
  sharp(path, { page, limitInputPixels: false, failOn: 'error', sequentialRead: true })
    .resize(16, 16, { fit: 'fill', kernel: 'linear' })
    .timeout({ seconds })
    .raw()
    .toBuffer()

/** Whether all tiles of a level are JPEG files by themselves, and one of them shows what the level shows there. */
async function showAlone(
  pyramid: Pyramid,
  path: string,
  level: number,
  { tileSize, levelSizes }: Fitting,
): Promise<boolean> {
  const size = levelSizes[level] as Dimensions
  const { columns, rows } = tileGrid(size, tileSize)
  for (let index = 0; index < columns * rows; index += 1)
    await pyramid.tile(level, index % columns, Math.floor(index / columns))
  const [column, row] = [middle(size.width, tileSize), middle(size.height, tileSize)]
  if (column === undefined || row === undefined) return true
  const area = { left: column * tileSize, top: row * tileSize, width: tileSize, height: tileSize }
  const [alone, there] = await Promise.all([
    sharp(await pyramid.tile(level, column, row), { ignoreIcc: true })
      .raw()
      .toBuffer(),
    sharp(path, { page: level, limitInputPixels: false, ignoreIcc: true }).extract(area).raw().toBuffer(),
  ])
  return alike(alone, there)
}

/** The place of the middle one of the tiles that reach no edge, or undefined where there is none. */
function middle(length: number, tileSize: number): number | undefined {
  const whole = Math.floor(length / tileSize)
  return whole === 0 ? undefined : Math.floor(whole / 2)
}

function alike(one: Buffer, other: Buffer): boolean {
  if (one.length !== other.length) return false
  let sum = 0
  for (let index = 0; index < one.length; index += 1) sum += Math.abs((one[index] ?? 0) - (other[index] ?? 0))
  return sum <= 3 * one.length
}
