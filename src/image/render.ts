import type { Sharp } from 'sharp'
import { decoding } from './decoding.js'
import { encoders } from './encode/encoders.js'
import { type Box, type Dimensions, sameSize } from './geometry.js'
import { sharp } from './loaders.js'
import type { Part } from './parts.js'
import type { Finish, Plan, Reading, Transform } from './plan.js'

/**
 * Carries out a plan on the part of the pyramid that it needs; no decisions are left.
 * @throws DomainError `damaged` where a tile cannot be decoded
 */
export const render = (plan: Plan & Transform, part: Part): Promise<Buffer> => decoding(drawn(plan, part))

const drawn = async (plan: Plan & Transform, part: Part): Promise<Buffer> => finished(await sized(plan, part), plan)

/** What is read, as large as it is asked for. */
export async function sized({ repeat, extract, output }: Reading & { output: Dimensions }, part: Part): Promise<Sharp> {
  const read = opened(part)
  return repeat ? repeated(read, repeat) : resized(read, extract, output)
}

/** Turned and coloured, as a file. */
export const finished = (image: Sharp, plan: Finish & Pick<Plan, 'format'>): Promise<Buffer> =>
  encoders[plan.format](coloured(turned(image, plan), plan.colour))

const opened = ({ file, box }: Part): Sharp => sharp(file, unlimited).extract(rectangle(box))

/** Plans and their cost bound what is read. */
const unlimited = { limitInputPixels: false }

const rectangle = ({ x, y, width, height }: Box) => ({ left: x, top: y, width, height })

/** Cubic keeps as much for its bytes as Lanczos 3, and is quicker. */
const resized = (image: Sharp, from: Dimensions, to: Dimensions): Sharp =>
  sameSize(from, to)
    ? image
    : image.resize(to.width, to.height, { fit: 'fill', kernel: 'cubic', fastShrinkOnLoad: false })

/** A pipeline of its own, since sharp would turn before it extends. */
async function repeated(image: Sharp, { right, bottom }: NonNullable<Reading['repeat']>): Promise<Sharp> {
  const extended = image.extend({ right, bottom, extendWith: 'copy' })
  const { data, info } = await extended.raw().toBuffer({ resolveWithObject: true })
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels }, ...unlimited })
}

/** Image API 3 §4.6: mirrored, then rotated, after sizing; sharp keeps this order where `rotate` is called last. */
function turned(image: Sharp, { mirror, degrees, background }: Finish): Sharp {
  const mirrored = mirror ? image.flop() : image
  return degrees === 0 ? mirrored : mirrored.rotate(degrees, { background: background ?? transparent })
}

const transparent = { r: 0, g: 0, b: 0, alpha: 0 }

function coloured(image: Sharp, colour: Finish['colour']): Sharp {
  if (colour === 'color') return image
  const gray = image.grayscale()
  return colour === 'gray' ? gray.toColourspace('b-w') : gray.threshold(128).toColourspace('b-w')
}
