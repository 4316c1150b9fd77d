import { DomainError } from '../../errors.js'
import { jp2File } from './boxes.js'
import { inThread } from './thread.js'

/** 8 bits a sample, channels interleaved: grey, sRGB, or sRGB with alpha that is not multiplied in. */
export type Jpeg2000Pixels = Readonly<{ data: Buffer; width: number; height: number; channels: 1 | 3 | 4 }>

/** Of the samples' bytes to the file's, at most; the eye sees no loss, and PSNR stays above 40 dB in photographs. */
const RATIO = 10
/** px; smaller pictures are kept without loss, since headers would take the room of their samples. */
const LOSSLESS_BELOW = 256 * 256
/** What the codec takes for each sample at its peak, measured, and before the first. */
const BYTES_PER_SAMPLE = 14
const BASE_BYTES = 64e6
const MOST_BYTES = 2e9

/** Memory that the encoder may take, in bytes. */
export const encodingBytes = ({ width, height, channels }: Omit<Jpeg2000Pixels, 'data'>): number =>
  BASE_BYTES + width * height * channels * BYTES_PER_SAMPLE

/**
 * Writes a .jp2 file, in a thread of its own whose start takes some 60 ms.
 * @throws DomainError `too-large` where it would take more than 2 GB or too long
 */
export async function encodeJpeg2000(pixels: Jpeg2000Pixels, signal?: AbortSignal): Promise<Buffer> {
  const { data, ...size } = pixels
  const { width, height } = size
  const mostBytes = encodingBytes(size)
  if (mostBytes > MOST_BYTES)
    throw new DomainError('too-large', `JPEG 2000 is not written at ${width} × ${height} px; ask for a smaller image.`)
  const codestream = await inThread(
    {
      kind: 'encode',
      mostBytes,
      samples: { ...size, bits: 8, data },
      decompositions: Math.min(5, Math.floor(Math.log2(Math.min(width, height)))),
      ratio: width * height < LOSSLESS_BELOW ? 1 : RATIO,
    },
    { seconds: 60 + Math.ceil((width * height) / 1e6), ...(signal ? { signal } : {}) },
  )
  if (!codestream) throw new Error(`The JPEG 2000 encoder failed at ${width} × ${height} px.`)
  return jp2File({ ...size, codestream })
}
