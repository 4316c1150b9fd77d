import { DomainError } from '../errors.js'
import type { ByteSource, Storage } from '../storage/storage.js'
import { type Box, type Dimensions, pixels } from './geometry.js'
import type { Buffers } from './jpeg/buffers.js'
import { type Coding, codingOf } from './jpeg/coding.js'
import { type Cut, cutAround, cutAt, cutOut } from './jpeg/cut.js'
import { type Lender, openLender } from './jpeg/lender.js'
import type { TileMaps } from './jpeg/maps.js'
import { checkTile, jpegPrefix, obstacleOf, wholeJpeg } from './tiff/jpeg.js'
import { readLevels, type TiledLevel } from './tiff/levels.js'
import { coveringTiles, patchwork, positionsIn, type TilePosition, type TileRange } from './tiff/patchwork.js'
import { readTiles } from './tiff/runs.js'

/** A file of stored tiles, or parts of them, put together as they are coded, until it is released; `box` is in px of it. */
export type Gathered = Readonly<{ file: Buffer; box: Box; size: Dimensions; tiles: number; release(): void }>

/** A pyramid open for reading: tiles as they are stored, nothing decoded. */
export interface Pyramid {
  /** A whole JPEG file. */
  tile(level: number, column: number, row: number): Promise<Buffer>
  /** The tiles that cover a box, as one small TIFF. */
  whole(level: number, box: Box): Promise<Gathered>
  /**
   * Little more than a box, as one JPEG of parts of tiles. @returns undefined where that saves a decoder too little, or
   * where tiles are coded each in its own way
   */
  around(level: number, box: Box): Promise<Gathered | undefined>
  /** Just a box, as one JPEG. @returns undefined where it cannot be cut without decoding */
  exactly(level: number, box: Box): Promise<Gathered | undefined>
  close(): Promise<void>
}

/** Cutting pays where it leaves so much of the tiles at most. Measured. */
const WORTH_CUTTING = 3 / 4

/** What all pyramids share to cut their tiles. */
export type Cutting = Readonly<{ maps: TileMaps; buffers: Buffers }>

/** @throws DomainError `damaged` where the file is missing or not a pyramid of JPEG tiles */
export async function openPyramid(storage: Storage, path: string, cutting: Cutting): Promise<Pyramid> {
  const source = await storage.open(path)
  try {
    const levels = (await readLevels(source)).map(passable)
    const levelAt = (index: number) => levels[index] ?? missing('level')
    const stored = (level: TiledLevel, position: TilePosition) => {
      const { offset, bytes } = placeOf(level, position)
      return source.read(offset, bytes)
    }
    const lenders = new Map<number, Lender | undefined>()
    /** Any tile tells how those of a level are coded. */
    const lenderAt = async (index: number) => {
      const level = levelAt(index)
      if (!lenders.has(index)) {
        const tile = await stored(level, [0, 0])
        checkTile(level, tile)
        const coding = codingOf(level, tile)
        const maps = cutting.maps.forPyramid()
        const ports = { source, maps, buffers: cutting.buffers, placeOf: placeOf.bind(undefined, level) }
        lenders.set(index, coding && openLender(level, coding, ports))
      }
      return lenders.get(index)
    }
    const gathered = async (index: number, box: Box, cutOf: (coding: Coding) => Cut | undefined) => {
      const lender = await lenderAt(index)
      const cut = lender && cutOf(lender.coding)
      const lent = cut && (await cutOut(lender.coding, cut, lender.lend, cutting.buffers))
      if (!lent) return undefined
      const { coding } = lender
      const { columns, rows } = coveringTiles(box, levelAt(index))
      const [x, y] = [box.x - cut.left * coding.mcu.width, box.y - cut.top * coding.mcu.height]
      return { file: lent.bytes, box: { ...box, x, y }, size: cut, tiles: columns * rows, release: lent.release }
    }
    return {
      async tile(index, column, row) {
        const level = levelAt(index)
        return wholeJpeg(level.prefix, level, await stored(level, [column, row]))
      },
      async whole(index, box) {
        const level = levelAt(index)
        const range = coveringTiles(box, level)
        const [x, y] = [box.x - range.column * level.tileWidth, box.y - range.row * level.tileHeight]
        const size = { width: range.columns * level.tileWidth, height: range.rows * level.tileHeight }
        const file = await patched(source, level, range)
        return { file, box: { ...box, x, y }, size, tiles: range.columns * range.rows, release() {} }
      },
      around(index, box) {
        const { tileWidth, tileHeight } = levelAt(index)
        const { columns, rows } = coveringTiles(box, levelAt(index))
        const most = columns * tileWidth * rows * tileHeight * WORTH_CUTTING
        return gathered(index, box, coding => {
          const cut = cutAround(box, coding)
          return cut && pixels(cut) <= most ? cut : undefined
        })
      },
      exactly: (index, box) => gathered(index, box, coding => cutAt(box, coding)),
      close: () => source.close(),
    }
  } catch (error) {
    await source.close()
    throw error
  }
}

async function patched(source: ByteSource, level: TiledLevel, range: TileRange): Promise<Buffer> {
  const tiles = positionsIn(range).map(position => placeOf(level, position))
  const [offsets, byteCounts] = [tiles.map(({ offset }) => offset), tiles.map(({ bytes }) => bytes)]
  const { tiff, places } = patchwork(level, range, byteCounts)
  await readTiles(source, offsets, places, place => void checkTile(level, place))
  return tiff
}

/** Where a tile stands in the file. */
function placeOf(level: TiledLevel, [column, row]: TilePosition): Readonly<{ offset: number; bytes: number }> {
  const index = row * Math.ceil(level.width / level.tileWidth) + column
  return {
    offset: level.offsets[index] ?? missing('tile'),
    bytes: level.byteCounts[index] ?? missing('tile'),
  }
}

function passable(level: TiledLevel) {
  const obstacle = obstacleOf(level)
  if (obstacle) throw damaged(obstacle)
  return { ...level, prefix: jpegPrefix(level) }
}

const missing = (what: string): never => {
  throw damaged(`it has not the ${what} that the catalogue says`)
}

const damaged = (what: string): DomainError => new DomainError('damaged', `A pyramid is damaged: ${what}.`)
