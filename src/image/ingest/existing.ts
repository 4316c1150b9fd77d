import { openFile } from '../../storage/storage.js'
import { type Dimensions, longestSide } from '../geometry.js'
import { coloursOf } from '../icc.js'
import { readDirectories } from '../tiff/directory.js'
import { obstacleOf } from '../tiff/jpeg.js'
import { photometric, readLevels, type TiledLevel, tag } from '../tiff/levels.js'

/** A tiled pyramid that arrived: whether it is served as it is, or why another is made from it. */
export type ExistingPyramid =
  | Readonly<{ kind: 'fits'; tileSize: number; levelSizes: readonly Dimensions[] }>
  | Readonly<{ kind: 'unfit'; why: string }>

/** What viewers are offered as tiles; powers of two, so that halving a tile leaves whole pixels. */
const tileSizes: readonly number[] = [128, 256, 512, 1024]

/** Bytes: it goes out with every tile. */
const MOST_PROFILE_BYTES = 60_000

/**
 * Looks whether a TIFF of one picture is a pyramid that can be served as it is. Its levels are pages; those in SubIFDs
 * are not looked for. @returns undefined where it is no pyramid at all
 */
export async function existingPyramid(path: string): Promise<ExistingPyramid | undefined> {
  const source = await openFile(path)
  try {
    const directories = await readDirectories(source)
    const tiled = ((await directories[0]?.numbers(tag.tileWidth)) ?? []).length > 0
    if (!tiled) return undefined
    const levels = await readLevels(source).catch(() => undefined)
    const fit = levels ? fitOf(levels) : unfit('not every page of it is whole and tiled')
    return fit.kind === 'unfit' && directories.length === 1 ? undefined : fit
  } catch {
    // What cannot be read so is left to the decoder to judge.
    return undefined
  } finally {
    await source.close()
  }
}

function fitOf(levels: readonly TiledLevel[]): ExistingPyramid {
  const why = levels.map(obstacleOf).find(obstacle => obstacle !== undefined) ?? whyNotLevels(levels)
  if (why) return unfit(why)
  const tileSize = (levels[0] as TiledLevel).tileWidth
  const smallest = levels.findIndex(level => longestSide(level) <= tileSize)
  const used = smallest < 0 ? levels : levels.slice(0, smallest + 1)
  return { kind: 'fits', tileSize, levelSizes: used.map(({ width, height }) => ({ width, height })) }
}

function whyNotLevels(levels: readonly TiledLevel[]): string | undefined {
  const [first, last] = [levels[0], levels.at(-1)] as [TiledLevel, TiledLevel]
  const side = first.tileWidth
  if (!tileSizes.includes(side) || levels.some(level => level.tileWidth !== side || level.tileHeight !== side))
    return `its tiles are not squares of ${tileSizes.join(', ')} px`
  if (!levels.every((level, index) => isReduction(level, first, index)))
    return 'its pages are not halvings of each other'
  // The smallest level is decoded for every thumbnail; four tiles are still little.
  if (longestSide(last) > 2 * side) return 'its smallest level is too large'
  if (levels.some(({ byteCounts }) => byteCounts.includes(0))) return 'some of its tiles are missing'
  if (!levels.every(level => sameBytes(level.iccProfile, first.iccProfile)))
    return 'its levels have not one colour profile'
  return servable(first) ? undefined : 'its colour profile cannot go with every tile'
}

/** Levels are rounded down, up or to the nearest, once or from level to level; less would leave tiles short of a column. */
function isReduction({ width, height }: Dimensions, first: Dimensions, level: number): boolean {
  const near = (side: number, whole: number) =>
    side >= Math.max(1, Math.floor(whole / 2 ** level)) && side <= Math.ceil(whole / 2 ** level)
  return near(width, first.width) && near(height, first.height)
}

const sameBytes = (one: Buffer | undefined, other: Buffer | undefined): boolean =>
  one === undefined || other === undefined ? one === other : one.equals(other)

const servable = ({ iccProfile, photometric: colours }: TiledLevel): boolean =>
  iccProfile === undefined ||
  (iccProfile.length <= MOST_PROFILE_BYTES &&
    coloursOf(iccProfile) === (colours === photometric.minIsBlack ? 'GRAY' : 'RGB '))

const unfit = (why: string): ExistingPyramid => ({ kind: 'unfit', why })
