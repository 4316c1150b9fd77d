import { coloursOf, isSrgb } from '../icc.js'
import { damaged } from './directory.js'
import { compression, photometric, type TiledLevel } from './levels.js'
import { frameOf, isFrame, isMetadata, marker, type Segment, segment, segmentsOf } from './markers.js'

const startOfImage = Buffer.from([0xff, marker.startOfImage])

/** How many channels the tiles of a level have, by the colours that JPEG files of browsers can hold. */
const channels: Readonly<Record<number, number>> = {
  [photometric.minIsBlack]: 1,
  [photometric.rgb]: 3,
  [photometric.ycbcr]: 3,
}

type Colours = Pick<TiledLevel, 'photometric' | 'jpegTables' | 'iccProfile'>

/** @returns why the tiles of a level cannot be served as they are stored, or undefined where they can */
export function obstacleOf(level: TiledLevel): string | undefined {
  if (level.compression !== compression.jpeg) return 'its tiles are not JPEG'
  if (level.bitsPerSample !== 8) return `its samples have ${level.bitsPerSample} bits`
  if (level.planesApart) return 'its channels stand apart'
  if (channels[level.photometric] !== level.samplesPerPixel) return 'its tiles are neither grey nor RGB nor YCbCr'
  if (level.orientation !== 1) return 'it is not stored upright'
  return undefined
}

/** The profile that decides how a level looks: none where it is sRGB, or is not one of pictures with such channels. */
export function profileThatCounts({ iccProfile, photometric: colours }: Colours): Buffer | undefined {
  if (!iccProfile || coloursOf(iccProfile) !== (colours === photometric.minIsBlack ? 'GRAY' : 'RGB ')) return undefined
  return isSrgb(iccProfile) ? undefined : iccProfile
}

/** Everything that stands before a tile's own bytes in a whole JPEG file: made once for each level. */
export function jpegPrefix(level: Colours): Buffer {
  const profile = profileThatCounts(level)
  return Buffer.concat([
    startOfImage,
    ...(level.photometric === photometric.minIsBlack ? [] : [adobe(level.photometric === photometric.ycbcr ? 1 : 0)]),
    ...(profile ? [segment(marker.application2, Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), profile)] : []),
    ...(level.jpegTables ? withoutMetadata(level.jpegTables, segmentsOf(level.jpegTables)) : []),
  ])
}

/**
 * Adobe's APP14 marker says whether three components are YCbCr (transform 1) or RGB (0);
 * without it some browsers guess wrong and show RGB tiles in pink and green.
 */
const adobe = (transform: 0 | 1): Buffer =>
  segment(marker.application14, Buffer.from([...Buffer.from('Adobe', 'latin1'), 0, 100, 0, 0, 0, 0, transform]))

/**
 * A whole JPEG file from a tile as it is stored, not decoded. The directory has the say about colours, as for every
 * reader of TIFF, so markers of the tile's own (JFIF, Adobe, EXIF) are left out.
 * @throws DomainError `damaged` where the bytes are not a whole tile of this level
 */
export function wholeJpeg(prefix: Buffer, level: TiledLevel, tile: Buffer): Buffer {
  const segments = checkTile(level, tile)
  return Buffer.concat([prefix, ...withoutMetadata(tile, segments), tile.subarray(segments.at(-1)?.end)])
}

/** @throws DomainError `damaged` unless the bytes begin and end as a tile of this level does */
export function checkTile(level: TiledLevel, tile: Buffer): readonly Segment[] {
  if (tile.length === 0) throw damaged('a tile is missing')
  const segments = segmentsOf(tile)
  const start = segments.find(({ code }) => isFrame(code))
  const frame = start && frameOf(tile, start)
  if (!frame || segments.at(-1)?.code !== marker.startOfScan) throw damaged('a tile holds no picture')
  if (
    frame.bits !== 8 ||
    frame.components !== level.samplesPerPixel ||
    frame.width !== level.tileWidth ||
    frame.height !== level.tileHeight
  )
    throw damaged('a tile is not what its level says')
  // Writers may pad a tile to an even or aligned length.
  if (tile.lastIndexOf('\xff\xd9', undefined, 'latin1') < tile.length - 16) throw damaged('a tile ends too early')
  return segments
}

const withoutMetadata = (jpeg: Buffer, segments: readonly Segment[]): readonly Buffer[] =>
  segments.filter(({ code }) => !isMetadata(code)).map(({ start, end }) => jpeg.subarray(start, end))
