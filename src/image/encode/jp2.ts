import type { Sharp } from 'sharp'
import { encodeJpeg2000 } from '../jp2/encode.js'
import { sharp } from '../loaders.js'

/** JPEG 2000 of grey, RGB or RGBA; grey with corners that are transparent is written as RGBA. */
export async function jp2Of(picture: Sharp): Promise<Buffer> {
  const { data, info } = await samplesOf(picture)
  const { width, height, channels } = info
  if (channels === 1 || channels === 3 || channels === 4) return encodeJpeg2000({ data, width, height, channels })
  return jp2Of(sharp(data, { raw: { width, height, channels }, limitInputPixels: false }).toColourspace('srgb'))
}

const samplesOf = (picture: Sharp) => picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
