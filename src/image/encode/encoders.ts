import type { JpegOptions, Sharp } from 'sharp'
import type { Format } from '../formats.js'
import { jp2Of } from './jp2.js'
import { pdfOf } from './pdf.js'

/** From the finished picture to a file. */
export type Encoder = (picture: Sharp) => Promise<Buffer>

/**
 * With a cubic kernel, more SSIM in fewer bytes than iipsrv's default in every picture that was tried (docs/performance.md).
 * Plain Huffman tables double the speed for some bytes more.
 */
const jpeg: JpegOptions = { quality: 73, optimiseCoding: false }

/** How each format is written. */
export const encoders: Readonly<Record<Format, Encoder>> = {
  jpg: picture => picture.jpeg(jpeg).toBuffer(),
  png: picture => picture.png({ compressionLevel: 6 }).toBuffer(),
  // No larger than with effort 2, and 2.5 times as quick.
  webp: picture => picture.webp({ quality: 82, effort: 0 }).toBuffer(),
  avif: picture => picture.avif({ quality: 55, effort: 0, chromaSubsampling: '4:2:0' }).toBuffer(),
  // Lossless, and what every reader of TIFF 6 knows.
  tif: picture => picture.tiff({ compression: 'lzw', predictor: 'horizontal' }).toBuffer(),
  gif: picture => picture.gif({ effort: 1 }).toBuffer(),
  jp2: jp2Of,
  pdf: async picture => {
    const { data, info } = await picture.jpeg(jpeg).toBuffer({ resolveWithObject: true })
    return pdfOf(data, info)
  },
}
