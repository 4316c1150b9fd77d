import type { Sharp } from 'sharp'
import { encoders } from './encode/encoders.js'
import { type Box, type Dimensions, sameSize } from './geometry.js'
import { sharp } from './loaders.js'
import type { Plan, Reading, Transform } from './plan.js'

/** Carries out a plan on the part of the pyramid that it needs; no decisions are left. @param box px within `tiff` */
export async function render(plan: Plan & Transform, tiff: Buffer, box: Box): Promise<Buffer> {
  const part = sharp(tiff, unlimited).extract(rectangle(box))
  const sized = plan.repeat ? await repeated(part, plan.repeat) : resized(part, box, plan.output)
  return encoders[plan.format](coloured(turned(sized, plan), plan.colour))
}

/** Plans and their cost bound what is read. */
const unlimited = { limitInputPixels: false }

const rectangle = ({ x, y, width, height }: Box) => ({ left: x, top: y, width, height })

const resized = (image: Sharp, from: Dimensions, to: Dimensions): Sharp =>
  sameSize(from, to)
    ? image
    : image.resize(to.width, to.height, { fit: 'fill', kernel: 'lanczos3', fastShrinkOnLoad: false })

/** A pipeline of its own, since sharp would turn before it extends. */
async function repeated(image: Sharp, { right, bottom }: NonNullable<Reading['repeat']>): Promise<Sharp> {
  const extended = image.extend({ right, bottom, extendWith: 'copy' })
  const { data, info } = await extended.raw().toBuffer({ resolveWithObject: true })
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels }, ...unlimited })
}

/** Image API 3 §4.6: mirrored, then rotated, after sizing; sharp keeps this order where `rotate` is called last. */
function turned(image: Sharp, { mirror, degrees, background }: Transform): Sharp {
  const mirrored = mirror ? image.flop() : image
  return degrees === 0 ? mirrored : mirrored.rotate(degrees, { background: background ?? transparent })
}

const transparent = { r: 0, g: 0, b: 0, alpha: 0 }

function coloured(image: Sharp, colour: Transform['colour']): Sharp {
  if (colour === 'color') return image
  const gray = image.grayscale()
  return colour === 'gray' ? gray.toColourspace('b-w') : gray.threshold(128).toColourspace('b-w')
}
