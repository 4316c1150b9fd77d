import type { ByteSource } from '../../storage/storage.js'

/** bytes of one read at most, a few tiles: threads that read are not held for long. */
const LONGEST = 512 * 1024

/** Reads under way at once for one picture: the threads for it are few, and others wait for tiles. */
const AT_ONCE = 2

/** Tiles that stand one behind the other, in the file and in memory: `tiles` are their places, `target` all of them. */
type Run = Readonly<{ offset: number; target: Buffer; tiles: readonly Buffer[] }>

/**
 * Reads tiles to their places, neighbours in the file at one go.
 * @param offsets where each tile stands in the file
 * @param places the same tiles' in one piece of memory, without gaps
 * @param check is shown each tile that has been read; what it throws ends the reading
 */
export async function readTiles(
  source: ByteSource,
  offsets: readonly number[],
  places: readonly Buffer[],
  check: (tile: Buffer) => void,
): Promise<void> {
  const waiting = runsOf(offsets, places).values()
  const read = async (): Promise<void> => {
    for (const { offset, target, tiles } of waiting) {
      await source.readInto(target, offset)
      for (const tile of tiles) check(tile)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, read))
}

function runsOf(offsets: readonly number[], places: readonly Buffer[]): readonly Run[] {
  const runs: Run[] = []
  for (const [index, place] of places.entries()) {
    const offset = offsets[index] ?? 0
    const run = runs.at(-1)
    const length = run?.target.length ?? 0
    if (run && run.offset + length === offset && length + place.length <= LONGEST)
      runs[runs.length - 1] = { ...run, target: extended(run.target, place.length), tiles: [...run.tiles, place] }
    else runs.push({ offset, target: place, tiles: [place] })
  }
  return runs
}

const extended = (target: Buffer, bytes: number): Buffer =>
  Buffer.from(target.buffer, target.byteOffset, target.length + bytes)
