import sharp, { type Sharp } from 'sharp'
import type { Part } from './requests.js'
import { type Grey, ssim } from './ssim.js'
import { mean } from './statistics.js'

/** Mean over a sample of answers. */
export type Fidelity = Readonly<{ ssim: number; bytes: number }>

/** How much of the master a server's pictures keep, and in how many bytes. */
export async function fidelityOf(
  master: string,
  sample: readonly Part[],
  answer: (part: Part) => Promise<Buffer>,
): Promise<Fidelity> {
  const likenesses: number[] = []
  const weights: number[] = []
  for (const part of sample) {
    const body = await answer(part)
    weights.push(body.length)
    likenesses.push(ssim(await reference(master, part), await brightness(sharp(await fitted(body, part)))))
  }
  return { ssim: mean(likenesses), bytes: mean(weights) }
}

/** Servers may round a side otherwise by a pixel. */
async function fitted(body: Buffer, { width, height }: Part): Promise<Buffer> {
  const size = await sharp(body).metadata()
  if (Math.abs(size.width - width) > 1 || Math.abs(size.height - height) > 1)
    throw new Error(`Expected an answer of ${width} × ${height} px but received ${size.width} × ${size.height}.`)
  return size.width === width && size.height === height
    ? body
    : sharp(body).resize(width, height, { fit: 'fill' }).png().toBuffer()
}

const reference = (master: string, { x, y, w, h, width, height }: Part): Promise<Grey> =>
  brightness(
    sharp(master, { limitInputPixels: false })
      .extract({ left: x, top: y, width: w, height: h })
      .resize(width, height, { fit: 'fill', kernel: 'lanczos3' }),
  )

async function brightness(picture: Sharp): Promise<Grey> {
  const { data, info } = await picture.greyscale().toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  if (info.channels !== 1) throw new Error(`Expected one channel but received ${info.channels}.`)
  return { width: info.width, height: info.height, samples: data }
}
