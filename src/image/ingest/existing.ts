import { openFile } from '../../storage/storage.js'
import type { Dimensions } from '../geometry.js'
import { type Directory, readDirectories } from '../tiff/directory.js'
import { compression, photometric, readLevels, type TiledLevel, tag } from '../tiff/levels.js'

/** A tiled pyramid that arrived: whether it is served as it is, or why another is made from it. */
export type ExistingPyramid =
  | Readonly<{ kind: 'fits'; tileSize: number; levelSizes: readonly Dimensions[] }>
  | Readonly<{ kind: 'unfit'; why: string }>

/** What viewers are offered as tiles; powers of two, so that halving a tile leaves whole pixels. */
const tileSizes: readonly number[] = [128, 256, 512, 1024]

/** It goes out with every tile, in one APP2 segment of at most 65,533 bytes. */
const MOST_PROFILE_BYTES = 60_000

const facts = { bitsPerSample: 258, orientation: 274, planar: 284, extraSamples: 338, profile: 34675 } as const
const BLACK_IS_ZERO = 1
const CHUNKY = 1

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
    const fit: ExistingPyramid = levels
      ? await fitOf(levels, directories)
      : unfit('not every page of it is whole and tiled')
    return fit.kind === 'unfit' && directories.length === 1 ? undefined : fit
  } catch {
    // What cannot be read so is left to the decoder to judge.
    return undefined
  } finally {
    await source.close()
  }
}

async function fitOf(levels: readonly TiledLevel[], directories: readonly Directory[]): Promise<ExistingPyramid> {
  const why = whyNotLevels(levels) ?? (await whyNotSamples(levels, directories))
  if (why) return unfit(why)
  const tileSize = (levels[0] as TiledLevel).tileWidth
  const smallest = levels.findIndex(({ width, height }) => Math.max(width, height) <= tileSize)
  const used = smallest < 0 ? levels : levels.slice(0, smallest + 1)
  return { kind: 'fits', tileSize, levelSizes: used.map(({ width, height }) => ({ width, height })) }
}

function whyNotLevels(levels: readonly TiledLevel[]): string | undefined {
  const [first, last] = [levels[0], levels.at(-1)] as [TiledLevel, TiledLevel]
  const side = first.tileWidth
  if (levels.some(level => level.compression !== compression.jpeg)) return 'its tiles are not JPEG'
  if (!tileSizes.includes(side) || levels.some(level => level.tileWidth !== side || level.tileHeight !== side))
    return `its tiles are not squares of ${tileSizes.join(', ')} px`
  if (!levels.every((level, index) => isReduction(level, first, index)))
    return 'its pages are not halvings of each other'
  // The smallest level is decoded for every thumbnail; four tiles are still little.
  if (Math.max(last.width, last.height) > 2 * side) return 'its smallest level is too large'
  if (levels.some(level => level.byteCounts.some(bytes => bytes < 4) || level.offsets.some(offset => offset < 8)))
    return 'some of its tiles are missing'
  return undefined
}

/** Levels are rounded down, up or to the nearest, once or from level to level; less would leave tiles short of a column. */
function isReduction({ width, height }: Dimensions, first: Dimensions, level: number): boolean {
  const near = (side: number, whole: number) =>
    side >= Math.max(1, Math.floor(whole / 2 ** level)) && side <= Math.ceil(whole / 2 ** level)
  return near(width, first.width) && near(height, first.height)
}

async function whyNotSamples(
  levels: readonly TiledLevel[],
  directories: readonly Directory[],
): Promise<string | undefined> {
  const profile = await directories[0]?.bytes(facts.profile)
  for (const [index, directory] of directories.entries()) {
    const { samplesPerPixel: samples, photometric: colours } = levels[index] as TiledLevel
    const [orientation = 1] = await directory.numbers(facts.orientation)
    const [planar = CHUNKY] = await directory.numbers(facts.planar)
    if (orientation !== 1) return 'it is not stored upright'
    if ((await directory.numbers(facts.bitsPerSample)).some(bits => bits !== 8)) return 'it has not 8 bits a sample'
    if ((await directory.numbers(facts.extraSamples)).length > 0) return 'it has more than its colours'
    if (planar !== CHUNKY) return 'its colours lie in separate planes'
    const grey = samples === 1 && colours === BLACK_IS_ZERO
    const colour = samples === 3 && (colours === photometric.rgb || colours === photometric.ycbcr)
    if (!grey && !colour) return 'it is neither RGB nor grey'
    if (!sameBytes(profile, await directory.bytes(facts.profile))) return 'its levels have not one colour profile'
    if (profile && !servable(profile, grey)) return 'its colour profile cannot go with every tile'
  }
  return undefined
}

const sameBytes = (one: Buffer | undefined, other: Buffer | undefined): boolean =>
  one === undefined || other === undefined ? one === other : one.equals(other)

/** ICC.1 §7.2.6: bytes 16 to 19 of a profile name the colours that it is for. */
const servable = (profile: Buffer, grey: boolean): boolean =>
  profile.length <= MOST_PROFILE_BYTES && profile.toString('latin1', 16, 20) === (grey ? 'GRAY' : 'RGB ')

const unfit = (why: string): ExistingPyramid => ({ kind: 'unfit', why })
