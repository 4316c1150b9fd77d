import { readLevels, type TiledLevel } from '../../../src/image/tiff/levels.js'
import { marker, segment, segmentsOf } from '../../../src/image/tiff/markers.js'
import { gradient } from '../gradient.js'
import { inMemory } from './in-memory.js'
import { type Entry, LONG, type Page, SHORT, UNDEFINED } from './write.js'

/** px; what the fixtures of these tests are made of: 3 by 2 tiles. */
export const fixture = { width: 300, height: 200, tile: 128 } as const

export type Colours = 'rgb' | 'ycbcr' | 'grey'

export const photometricOf = { grey: 1, rgb: 2, ycbcr: 6 } as const satisfies Record<Colours, number>

/** One level of JPEG tiles as libvips writes it: RGB from quality 90 on, grey from a grey picture, tables apart. */
export async function madeLevel(colours: Colours): Promise<Readonly<{ level: TiledLevel; tiles: readonly Buffer[] }>> {
  const picture = gradient(fixture.width, fixture.height)
  const file = await (colours === 'grey' ? picture.toColourspace('b-w') : picture)
    .tiff({
      tile: true,
      tileWidth: fixture.tile,
      tileHeight: fixture.tile,
      compression: 'jpeg',
      quality: colours === 'ycbcr' ? 85 : 95,
    })
    .toBuffer()
  const [level] = await readLevels(inMemory(file))
  if (!level) throw new Error('no level')
  const tiles = [...level.offsets].map((offset, index) =>
    file.subarray(offset, offset + (level.byteCounts[index] ?? 0)),
  )
  return { level, tiles }
}

/** A page of tiles, with the tags that a level of these colours has. */
export function pageOf(colours: Colours, tiles: readonly Buffer[], more: readonly Entry[] = []): Page {
  const samples = colours === 'grey' ? 1 : 3
  const own = new Set(more.map(([tag]) => tag))
  const entries: readonly Entry[] = [
    [256, LONG, [fixture.width]],
    [257, LONG, [fixture.height]],
    [258, SHORT, Array<number>(samples).fill(8)],
    [259, SHORT, [7]],
    [262, SHORT, [photometricOf[colours]]],
    [277, SHORT, [samples]],
    [284, SHORT, [1]],
    [322, SHORT, [fixture.tile]],
    [323, SHORT, [fixture.tile]],
    [325, LONG, tiles.map(tile => tile.length)],
    ...(colours === 'ycbcr' ? [[530, SHORT, [2, 2]] as const] : []),
  ]
  return { entries: [...entries.filter(([tag]) => !own.has(tag)), ...more], data: tiles }
}

export const tables = (bytes: Buffer | undefined): readonly Entry[] => (bytes ? [[347, UNDEFINED, bytes]] : [])

/** A tile that brings the tables of its level, after segments of its own. */
export function withTables(tile: Buffer, levelTables: Buffer | undefined, ...own: readonly Buffer[]): Buffer {
  const shared = levelTables ? levelTables.subarray(2, -2) : Buffer.alloc(0)
  return Buffer.concat([tile.subarray(0, 2), ...own, shared, tile.subarray(2)])
}

export const own = {
  jfif: segment(marker.application0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
  adobe: (transform: 0 | 1) =>
    segment(marker.application14, Buffer.from(`Adobe\0d\0\0\0\0${String.fromCharCode(transform)}`, 'latin1')),
  comment: segment(marker.comment, Buffer.from('made by a scanner')),
}

/** The codes of a JPEG's markers before its picture. */
export const markersOf = (jpeg: Buffer): readonly number[] => segmentsOf(jpeg).map(({ code }) => code)
