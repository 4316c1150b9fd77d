import type { Sharp } from 'sharp'
import type { Format } from './formats.js'
import { type Box, type Dimensions, sameSize } from './geometry.js'
import { sharp } from './loaders.js'
import type { Plan, Transform } from './plan.js'

/** How each format is written. Plain Huffman tables double the speed of JPEG for some bytes more. */
const encoders: Readonly<Record<Format, (image: Sharp) => Sharp>> = {
  jpg: image => image.jpeg({ quality: 85, optimiseCoding: false }),
  png: image => image.png({ compressionLevel: 6 }),
  webp: image => image.webp({ quality: 82, effort: 2 }),
}

/** Carries out a plan on the part of the pyramid that it needs; no decisions are left. @param box px within `tiff` */
export async function render(plan: Plan & Transform, tiff: Buffer, box: Box): Promise<Buffer> {
  const cut = resized(sharp(tiff, { limitInputPixels: false }).extract(rectangle(box)), box, plan.output)
  return encoders[plan.format](coloured(await turned(cut, plan), plan.colour)).toBuffer()
}

const rectangle = ({ x, y, width, height }: Box) => ({ left: x, top: y, width, height })

const resized = (image: Sharp, from: Dimensions, to: Dimensions): Sharp =>
  sameSize(from, to)
    ? image
    : image.resize(to.width, to.height, { fit: 'fill', kernel: 'lanczos3', fastShrinkOnLoad: false })

/** Image API 3 §4.6: mirrored, then rotated, after sizing; two pipelines, since sharp would rotate before it resizes. */
async function turned(image: Sharp, { mirror, degrees }: Transform): Promise<Sharp> {
  if (!mirror && degrees === 0) return image
  const { data, info } = await (mirror ? image.flop() : image).raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return sharp(data, { raw: { width, height, channels } }).rotate(degrees)
}

function coloured(image: Sharp, colour: Transform['colour']): Sharp {
  if (colour === 'color') return image
  const gray = image.grayscale()
  return colour === 'gray' ? gray.toColourspace('b-w') : gray.threshold(128).toColourspace('b-w')
}
