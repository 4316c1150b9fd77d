import { openFile } from '../../storage/storage.js'
import { type Dimensions, pixels } from '../geometry.js'
import { channelCount, channelsOf } from './channels.js'
import { decodingBytes } from './decode.js'
import { readJp2Header } from './header.js'

export type Jp2Inspection = Readonly<{
  size: Dimensions
  /** Of all samples, once unpacked. */
  unpackedBytes: number
  /** How much memory decoding takes at once, bytes. */
  residentBytes: number
  icc?: Buffer
  /** What sharp calls the samples once they are unpacked, where they have 16 bits. */
  space?: 'grey16' | 'rgb16'
  /** dots per inch, whole where the file's fraction is as good as whole */
  density?: number
}>

/** Reads the header of a JPEG 2000 file. @throws DomainError `refused` for what will not be decoded */
export async function inspectJpeg2000(path: string): Promise<Jp2Inspection> {
  const source = await openFile(path)
  try {
    const header = await readJp2Header(source)
    const channels = channelsOf(header)
    const { main, pixelsPerMm } = header
    return {
      size: { width: main.width, height: main.height },
      unpackedBytes: (pixels(main) * channelCount(channels) * channels.bits) / 8,
      residentBytes: decodingBytes(header, source.bytes),
      ...(channels.bits === 16 && channels.kind !== 'cmyk' ? { space: `${channels.kind}16` as const } : {}),
      ...(channels.profile ? { icc: channels.profile } : {}),
      ...(pixelsPerMm ? { density: perInch(pixelsPerMm) } : {}),
    }
  } finally {
    await source.close()
  }
}

function perInch(pixelsPerMm: number): number {
  const density = pixelsPerMm * 25.4
  return Math.abs(density - Math.round(density)) < 0.02 ? Math.round(density) : density
}
