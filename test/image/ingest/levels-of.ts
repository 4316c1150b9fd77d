import { join } from 'node:path'
import { levelSize } from '../../../src/image/geometry.js'
import { sharp } from '../../../src/image/loaders.js'
import type { ImageRecord } from '../../../src/image/record.js'

export type Raster = Readonly<{ data: Buffer; width: number; height: number }>

/** A level of a pyramid as any reader of TIFF sees it. */
export async function levelOf(dataDirectory: string, image: ImageRecord, level: number): Promise<Raster> {
  const { data, info } = await sharp(join(dataDirectory, image.pyramid), { page: level })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** What a level must be: each pixel the mean of its square of the picture, whose edges go on for ever. */
export function boxFiltered({ data, width, height }: Raster, level: number): Raster {
  const size = levelSize({ width, height }, level)
  const span = 2 ** level
  const out = Buffer.alloc(size.width * size.height * 3)
  for (let y = 0; y < size.height; y += 1)
    for (let x = 0; x < size.width; x += 1)
      for (let channel = 0; channel < 3; channel += 1) {
        let sum = 0
        for (let dy = 0; dy < span; dy += 1)
          for (let dx = 0; dx < span; dx += 1) {
            const row = Math.min(y * span + dy, height - 1)
            sum += data[(row * width + Math.min(x * span + dx, width - 1)) * 3 + channel] ?? 0
          }
        out[(y * size.width + x) * 3 + channel] = Math.round(sum / span ** 2)
      }
  return { data: out, ...size }
}

/** The largest and the mean difference of two rasters of one size. */
export function difference(a: Raster, b: Raster): Readonly<{ largest: number; mean: number }> {
  let largest = 0
  let sum = 0
  for (let index = 0; index < a.data.length; index += 1) {
    const step = Math.abs((a.data[index] ?? 0) - (b.data[index] ?? 0))
    largest = Math.max(largest, step)
    sum += step
  }
  return { largest, mean: sum / a.data.length }
}

export function pixelAt({ data, width }: Raster, x: number, y: number): readonly number[] {
  return [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)]
}
