import { type FileHandle, open } from 'node:fs/promises'
import { type Dimensions, sameSize, tileGrid } from '../geometry.js'
import { sharp } from '../loaders.js'
import { readLevelsOf, type TiledLevel } from '../tiff/levels.js'
import type { Inspection } from './inspect.js'
import { writeSize } from './overwrite.js'
import { extendedSize, tileSizeFor } from './recipe.js'

const CHANNELS = 3

/** A page of a file that sharp reads, with what was found of the master in it. */
export type Readable = Pick<Inspection, 'upright' | 'reducedTo'> & Readonly<{ path: string; page: number }>

/**
 * Unpacks a master into a sheet: upright, sRGB (by the perceptual intent), 8 bits, opaque, in uncompressed tiles on disc, whose last column and
 * row are repeated until every level of the pyramid has whole pixels. Read row by row, so memory stays small however
 * large the picture; sharp's own `extend` would hold all of it.
 */
export async function writeSheet(
  { path, page, upright, reducedTo }: Readable,
  sheet: string,
  seconds: number,
): Promise<void> {
  const tileSize = tileSizeFor(upright)
  const picture = sharp(path, { page, limitInputPixels: false, failOn: 'error', sequentialRead: true })
  await (reducedTo ? picture.pipelineColourspace(reducedTo) : picture)
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .tiff({
      tile: true,
      tileWidth: tileSize,
      tileHeight: tileSize,
      compression: 'none',
      predictor: 'none',
      bigtiff: true,
    })
    .timeout({ seconds })
    .toFile(sheet)
  await extendSheet(sheet, upright)
}

async function extendSheet(sheet: string, size: Dimensions): Promise<void> {
  const extended = extendedSize(size)
  if (sameSize(extended, size)) return
  const [level] = (await readLevelsOf(sheet)) as [TiledLevel]
  const handle = await open(sheet, 'r+')
  try {
    await repeatEdges(handle, level, size)
    await writeSize(handle, level, extended)
  } finally {
    await handle.close()
  }
}

/** Fills what stands beyond the picture in its last tiles, column by column, then row by row. */
async function repeatEdges(handle: FileHandle, level: TiledLevel, size: Dimensions): Promise<void> {
  const side = level.tileWidth
  const { width, height } = size
  const { columns, rows } = tileGrid(size, side)
  const tile = Buffer.alloc(side * side * CHANNELS)
  for (const [index, offset] of level.offsets.entries()) {
    const last = index % columns === columns - 1
    const lowest = index >= (rows - 1) * columns
    if (!last && !lowest) continue
    await handle.read(tile, 0, tile.length, offset)
    if (last) repeatLastColumn(tile, side, width - (columns - 1) * side)
    if (lowest) repeatLastRow(tile, side, height - (rows - 1) * side)
    await handle.write(tile, 0, tile.length, offset)
  }
}

function repeatLastColumn(tile: Buffer, side: number, valid: number): void {
  if (valid === side) return
  for (let row = 0; row < side; row += 1) {
    const start = row * side * CHANNELS
    const edge = start + (valid - 1) * CHANNELS
    tile.fill(tile.subarray(edge, edge + CHANNELS), start + valid * CHANNELS, start + side * CHANNELS)
  }
}

function repeatLastRow(tile: Buffer, side: number, valid: number): void {
  if (valid === side) return
  const rowBytes = side * CHANNELS
  tile.fill(tile.subarray((valid - 1) * rowBytes, valid * rowBytes), valid * rowBytes)
}
