import { constants, copyFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { fileStorage } from '../../storage/storage.js'
import type { Dimensions } from '../geometry.js'
import { sharp } from '../loaders.js'
import { openPyramid } from '../pyramid.js'
import type { ExistingPyramid } from './existing.js'

type Fitting = Extract<ExistingPyramid, { kind: 'fits' }>

/**
 * Copies a pyramid byte for byte, sharing its blocks where the file system can, and decodes all of the copy.
 * @returns whether it can be served; where it cannot, the copy is for the caller to discard
 */
export async function adopt(master: string, fit: Fitting, copy: string, seconds: number): Promise<boolean> {
  await copyFile(master, copy, constants.COPYFILE_FICLONE)
  for (const level of fit.levelSizes.keys())
    if (!(await decodes(copy, level, seconds)) || !(await passes(copy, level, fit))) return false
  return true
}

/** Reads every tile of a level, in strips, so that memory stays small. */
async function decodes(path: string, page: number, seconds: number): Promise<boolean> {
  try {
    await sharp(path, { page, limitInputPixels: false, failOn: 'error', sequentialRead: true })
      .resize(16, 16, { fit: 'fill', kernel: 'linear' })
      .timeout({ seconds })
      .raw()
      .toBuffer()
    return true
  } catch {
    return false
  }
}

/** Whether a tile of a level, taken by itself as a JPEG file, shows what the level shows there: not so where its colours are mislabelled. */
async function passes(path: string, level: number, { tileSize, levelSizes }: Fitting): Promise<boolean> {
  const { width, height } = levelSizes[level] as Dimensions
  const [column, row] = [middle(width, tileSize), middle(height, tileSize)]
  if (column === undefined || row === undefined) return true
  const pyramid = await openPyramid(fileStorage(dirname(path)), basename(path))
  try {
    const area = { left: column * tileSize, top: row * tileSize, width: tileSize, height: tileSize }
    const [alone, there] = await Promise.all([
      sharp(await pyramid.tile(level, column, row), { ignoreIcc: true })
        .raw()
        .toBuffer(),
      sharp(path, { page: level, limitInputPixels: false, ignoreIcc: true }).extract(area).raw().toBuffer(),
    ])
    return alike(alone, there)
  } catch {
    return false
  } finally {
    await pyramid.close()
  }
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
