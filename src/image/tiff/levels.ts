import { type ByteSource, openFile } from '../../storage/storage.js'
import type { Dimensions } from '../geometry.js'
import { type Directory, damaged, type Numbers, readDirectories, type ValuePlace } from './directory.js'

/** Tags of TIFF 6 and its supplements that pictures are read and written by. */
export const tag = {
  newSubfileType: 254,
  imageWidth: 256,
  imageLength: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  orientation: 274,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  xResolution: 282,
  planarConfiguration: 284,
  resolutionUnit: 296,
  predictor: 317,
  tileWidth: 322,
  tileLength: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  extraSamples: 338,
  sampleFormat: 339,
  jpegTables: 347,
  ycbcrSubSampling: 530,
  iccProfile: 34675,
} as const

export const compression = { none: 1, jpeg: 7 } as const
export const photometric = { minIsWhite: 0, minIsBlack: 1, rgb: 2, ycbcr: 6 } as const
const planes = { together: 1, apart: 2 } as const

/** One level of a tiled TIFF: where each tile stands, and what it takes to make a JPEG of it. */
export type TiledLevel = Dimensions &
  Readonly<{
    tileWidth: number
    tileHeight: number
    compression: number
    photometric: number
    samplesPerPixel: number
    /** The most that any sample has. */
    bitsPerSample: number
    /** Whether each channel has tiles of its own (PlanarConfiguration 2). */
    planesApart: boolean
    /** 1 to 8, as EXIF's */
    orientation: number
    /** Bit 0: a reduced version of another page. */
    newSubfileType: number
    /** 1 is none. */
    predictor: number
    /** Horizontal and vertical, for YCbCr. */
    subSampling: readonly [number, number]
    /** Row by row; as many as the grid of the level has tiles. */
    offsets: Numbers
    /** 0 where a tile was never written. */
    byteCounts: Numbers
    /** Quantisation and Huffman tables that all tiles share (TIFF Technical Note 2). */
    jpegTables?: Buffer
    /** Its own, or that of the first page, whose reduction it is. */
    iccProfile?: Buffer
    places: Readonly<{ width: ValuePlace; height: ValuePlace }>
  }>

/**
 * Bounds on what one file makes a reader hold: tiles of all its levels, bytes of tables, and of a profile, which goes
 * with every tile that is passed on and must fit in one segment of JPEG.
 */
export const most = { levels: 64, tiles: 2 ** 20, tables: 8192, profile: 65_519 } as const

/** The levels of a tiled TIFF, one a page, as they stand in the file. @throws DomainError `damaged` */
export async function readLevels(source: ByteSource): Promise<readonly TiledLevel[]> {
  const levels: TiledLevel[] = []
  let tilesLeft: number = most.tiles
  const directories = await readDirectories(source)
  if (directories.length > most.levels) throw damaged('it has too many levels')
  for (const directory of directories) {
    const level = await readLevel(directory, source.bytes, tilesLeft, levels[0]?.iccProfile)
    tilesLeft -= level.offsets.length
    levels.push(level)
  }
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

async function readLevel(
  directory: Directory,
  fileBytes: number,
  tilesLeft: number,
  firstProfile: Buffer | undefined,
): Promise<TiledLevel> {
  const one = async (code: number, absent: number) => (await directory.numbers(code))[0] ?? absent
  const grid = await readGrid(directory)
  const samplesPerPixel = await one(tag.samplesPerPixel, 1)
  const planesApart = samplesPerPixel > 1 && (await one(tag.planarConfiguration, planes.together)) === planes.apart
  const tiles = grid.tiles * (planesApart ? samplesPerPixel : 1)
  if (tiles > tilesLeft) throw damaged('it claims too many tiles')
  const [horizontal = 2, vertical = 2] = await directory.numbers(tag.ycbcrSubSampling)
  const jpegTables = await directory.bytes(tag.jpegTables, most.tables)
  const iccProfile = await readProfile(directory, firstProfile)
  return {
    ...grid.shape,
    compression: await one(tag.compression, compression.none),
    photometric: await one(tag.photometric, photometric.rgb),
    samplesPerPixel,
    bitsPerSample: Math.max(1, ...(await directory.numbers(tag.bitsPerSample))),
    planesApart,
    orientation: await one(tag.orientation, 1),
    newSubfileType: await one(tag.newSubfileType, 0),
    predictor: await one(tag.predictor, 1),
    subSampling: [horizontal, vertical],
    ...(await readTiles(directory, tiles, fileBytes)),
    ...(jpegTables ? { jpegTables } : {}),
    ...(iccProfile ? { iccProfile } : {}),
  }
}

async function readGrid(directory: Directory) {
  const [width = 0] = await directory.numbers(tag.imageWidth)
  const [height = 0] = await directory.numbers(tag.imageLength)
  const [tileWidth = 0] = await directory.numbers(tag.tileWidth)
  const [tileHeight = 0] = await directory.numbers(tag.tileLength)
  const widthPlace = directory.place(tag.imageWidth)
  const heightPlace = directory.place(tag.imageLength)
  if (!width || !height || !tileWidth || !tileHeight || !widthPlace || !heightPlace)
    throw damaged('a page is not tiled')
  const places = { width: widthPlace, height: heightPlace }
  return {
    shape: { width, height, tileWidth, tileHeight, places },
    tiles: Math.ceil(width / tileWidth) * Math.ceil(height / tileHeight),
  }
}

async function readTiles(directory: Directory, tiles: number, fileBytes: number) {
  const offsets = await directory.numbers(tag.tileOffsets, tiles)
  const byteCounts = await directory.numbers(tag.tileByteCounts, tiles)
  if (offsets.length !== tiles || byteCounts.length !== tiles)
    throw damaged('a page has not the tiles its size asks for')
  for (let index = 0; index < tiles; index += 1)
    if ((offsets[index] ?? 0) + (byteCounts[index] ?? 0) > fileBytes) throw damaged('it ends too early')
  return { offsets, byteCounts }
}

/** One buffer for all levels of a file that repeat the same profile. */
async function readProfile(directory: Directory, first: Buffer | undefined): Promise<Buffer | undefined> {
  const own = await directory.bytes(tag.iccProfile, most.profile)
  return own === undefined || first?.equals(own) ? first : own
}
