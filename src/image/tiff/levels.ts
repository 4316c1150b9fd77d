import { type ByteSource, openFile } from '../../storage/storage.js'
import { type Dimensions, tileGrid } from '../geometry.js'
import { type Directory, damaged, readDirectories, type ValuePlace } from './directory.js'

/** Tags of TIFF 6 that tiled pictures are read by. */
export const tag = {
  imageWidth: 256,
  imageLength: 257,
  compression: 259,
  photometric: 262,
  samplesPerPixel: 277,
  tileWidth: 322,
  tileLength: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  jpegTables: 347,
} as const

export const compression = { jpeg: 7 } as const
export const photometric = { rgb: 2, ycbcr: 6 } as const

/** One level of a tiled TIFF: where each tile stands, and what it takes to make a JPEG of it. */
export type TiledLevel = Dimensions &
  Readonly<{
    tileWidth: number
    tileHeight: number
    compression: number
    photometric: number
    samplesPerPixel: number
    /** Row by row; as many as the grid of the level has tiles. */
    offsets: readonly number[]
    byteCounts: readonly number[]
    /** Quantisation and Huffman tables that all tiles share (TIFF Technical Note 2). */
    jpegTables?: Buffer
    places: Readonly<{ width: ValuePlace; height: ValuePlace }>
  }>

/** The levels of a tiled TIFF, one a page, as they stand in the file. @throws DomainError `damaged` */
export async function readLevels(source: ByteSource): Promise<readonly TiledLevel[]> {
  const levels: TiledLevel[] = []
  for (const directory of await readDirectories(source)) levels.push(await readLevel(directory, source))
  if (levels.length === 0) throw damaged('it has no picture')
  return levels
}

/** The same of a file by its path. */
export async function readLevelsOf(path: string): Promise<readonly TiledLevel[]> {
  const source = await openFile(path)
  try {
    return await readLevels(source)
  } finally {
    await source.close()
  }
}

async function readLevel(directory: Directory, source: ByteSource): Promise<TiledLevel> {
  const [width = 0] = await directory.numbers(tag.imageWidth)
  const [height = 0] = await directory.numbers(tag.imageLength)
  const [tileWidth = 0] = await directory.numbers(tag.tileWidth)
  const [tileHeight = 0] = await directory.numbers(tag.tileLength)
  const widthPlace = directory.place(tag.imageWidth)
  const heightPlace = directory.place(tag.imageLength)
  if (!width || !height || !tileWidth || !tileHeight || !widthPlace || !heightPlace)
    throw damaged('a page is not tiled')
  const offsets = await directory.numbers(tag.tileOffsets)
  const byteCounts = await directory.numbers(tag.tileByteCounts)
  const columns = tileGrid({ width, height }, tileWidth).columns
  const tiles = columns * Math.ceil(height / tileHeight)
  if (offsets.length !== tiles || byteCounts.length !== tiles)
    throw damaged('a page has not the tiles its size asks for')
  if (offsets.some((offset, index) => offset + (byteCounts[index] ?? 0) > source.bytes))
    throw damaged('it ends too early')
  const jpegTables = await directory.bytes(tag.jpegTables)
  return {
    width,
    height,
    tileWidth,
    tileHeight,
    compression: (await directory.numbers(tag.compression))[0] ?? 1,
    photometric: (await directory.numbers(tag.photometric))[0] ?? photometric.rgb,
    samplesPerPixel: (await directory.numbers(tag.samplesPerPixel))[0] ?? 1,
    offsets,
    byteCounts,
    ...(jpegTables ? { jpegTables } : {}),
    places: { width: widthPlace, height: heightPlace },
  }
}
