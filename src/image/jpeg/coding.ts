import type { Dimensions } from '../geometry.js'
import { jpegPrefix } from '../tiff/jpeg.js'
import type { TiledLevel } from '../tiff/levels.js'
import { isMetadata, marker, type Segment, segmentsOf } from '../tiff/markers.js'
import { type Coder, coderOf, type Decoder, decoderOf, type HuffmanTable, tablesOf } from './huffman.js'
import { type Steps, stepsOf } from './steps.js'

/** One component of a scan: differences of DC are read, and written anew where what stands before them changes. */
export type Component = Readonly<{
  /** Its blocks in a minimum coded unit (MCU). */
  blocks: number
  /** Entries are a code's length × 16 + the bits of the difference behind it. */
  dc: Decoder
  /** Entries are the bits of code and value × 256 + how far the next coefficient is. */
  ac: Decoder
  /** The same for as many coefficients at once as a few bits tell. */
  steps: Steps
  differences: Coder
}>

/** How all tiles of a level are coded: in one scan, by tables of the level, so that their data can be put together. */
export type Coding = Readonly<{
  components: readonly Component[]
  /** px */
  mcu: Dimensions
  /** MCUs */
  across: number
  down: number
  /** What stands before the frame of a whole file. */
  prefix: Buffer
  /** Segments that each tile has, SOF0 and SOS. */
  frame: Buffer
  scan: Buffer
}>

/** T.81 F.1.2.1.1: bits that a difference of DC may have; where tiles are joined any may come. */
const EVERY_CATEGORY = Array.from({ length: 12 }, (_, category) => category)

const BASELINE = 0xc0
const HUFFMAN_TABLES = 0xc4

/** @returns undefined where the tiles of a level are coded otherwise: then they can only be decoded */
export function codingOf(level: TiledLevel, tile: Buffer): Coding | undefined {
  const own = segmentsOf(tile).filter(({ code }) => !isMetadata(code))
  const [start, scanStart] = own
  if (own.length !== 2 || start?.code !== BASELINE || scanStart?.code !== marker.startOfScan || !level.jpegTables)
    return undefined
  const [frame, scan] = [copyOf(tile, start), copyOf(tile, scanStart)]
  const tables = huffmanTables(level.jpegTables)
  const count = level.samplesPerPixel
  if (tables === undefined || frame.length !== 10 + 3 * count || scan.length !== 8 + 2 * count) return undefined
  const factors = Array.from({ length: count }, (_, index) => frame.readUInt8(11 + 3 * index))
  // T.81 A.2.2: a component by itself is not interleaved, whatever its factors.
  const sides = factors.map(factor => (count === 1 ? [1, 1] : [factor >> 4, factor & 15]) as readonly [number, number])
  const mcu = { width: 8 * Math.max(...sides.map(([h]) => h)), height: 8 * Math.max(...sides.map(([, v]) => v)) }
  if (level.tileWidth % mcu.width !== 0 || level.tileHeight % mcu.height !== 0) return undefined
  const components = sides.map(([h, v], index) => {
    const chosen = scan.readUInt8(6 + 2 * index)
    const [dc, ac] = [tables.get(chosen >> 4), tables.get(0x10 + (chosen & 15))]
    return dc && ac && EVERY_CATEGORY.every(category => dc.symbols.includes(category))
      ? componentOf(h * v, dc, ac)
      : undefined
  })
  if (!components.every(component => component !== undefined)) return undefined
  const [across, down] = [level.tileWidth / mcu.width, level.tileHeight / mcu.height]
  return { components, mcu, across, down, prefix: jpegPrefix(level), frame, scan }
}

const copyOf = (tile: Buffer, { start, end }: Segment): Buffer => Buffer.from(tile.subarray(start, end))

/** @returns undefined where the tables say more than what Huffman codes and quantisation are */
function huffmanTables(tables: Buffer): ReadonlyMap<number, HuffmanTable> | undefined {
  const segments = segmentsOf(tables).filter(({ code }) => !isMetadata(code))
  if (segments.some(({ code }) => code !== HUFFMAN_TABLES && code !== QUANTISATION_TABLES)) return undefined
  const found = segments.filter(({ code }) => code === HUFFMAN_TABLES)
  return new Map(found.flatMap(({ start, end }) => [...tablesOf(tables.subarray(start + 4, end))]))
}

const QUANTISATION_TABLES = 0xdb

function componentOf(blocks: number, dc: HuffmanTable, ac: HuffmanTable): Component {
  const coefficients = decoderOf(ac, (symbol, length) => ((length + (symbol & 15)) << 8) | ahead(symbol))
  return {
    blocks,
    dc: decoderOf(dc, (category, length) => (length << 4) | (category & 15)),
    ac: coefficients,
    steps: stepsOf(coefficients),
    differences: coderOf(dc),
  }
}

/** T.81 F.1.2.2: so many zeroes, then a coefficient; or that all others of the block are zero. */
const ahead = (symbol: number): number => ((symbol & 15) === 0 && symbol !== ZEROES ? 64 : (symbol >> 4) + 1)

const ZEROES = 0xf0

/** Where the entropy-coded data of a tile begin. @returns undefined where it is not coded as its level is */
export function startOfData({ frame, scan }: Coding, tile: Buffer): number | undefined {
  const [start, scanStart, ...others] = segmentsOf(tile).filter(({ code }) => !isMetadata(code))
  if (!start || !scanStart || others.length > 0) return undefined
  const same =
    frame.equals(tile.subarray(start.start, start.end)) && scan.equals(tile.subarray(scanStart.start, scanStart.end))
  return same ? scanStart.end : undefined
}
