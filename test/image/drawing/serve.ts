import sharp from 'sharp'
import { version3 } from '../../../src/image/dialect.js'
import type { ServedImage } from '../../../src/image/drawing/drawing.js'
import { planServed } from '../../../src/image/drawing/plan.js'
import { type Dimensions, levelSize, tileGrid } from '../../../src/image/geometry.js'
import type { Images } from '../../../src/image/images.js'
import type { Serving } from '../../../src/image/plan.js'
import { parseImageRequest } from '../../../src/image/request.js'
import { config, pathOf } from '../ask.js'

export type Picture = Dimensions & Readonly<{ data: Buffer; at(x: number, y: number): readonly number[] }>

export const planFor = (address: string, image: ServedImage, serving: Serving = config) =>
  planServed(parseImageRequest(pathOf(address), version3), image, serving, version3)

/** Asks as a viewer does; three channels. */
export async function show(images: Images, image: ServedImage, address: string): Promise<Picture> {
  const { plan, of } = planFor(address, image)
  return pixelsOf(await images.read(of, plan))
}

export async function pixelsOf(file: Buffer): Promise<Picture> {
  const { data, info } = await sharp(file)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)]
  return { data, width: info.width, height: info.height, at }
}

/** All tiles of a level, put side by side. */
export async function stitched(images: Images, image: ServedImage, level: number): Promise<Buffer> {
  const size = levelSize(image, level)
  const canvas = Buffer.alloc(size.width * size.height * 3)
  const { columns, rows } = tileGrid(size, image.tileSize)
  const span = image.tileSize * 2 ** level
  for (let index = 0; index < columns * rows; index += 1) {
    const [column, row] = [index % columns, Math.floor(index / columns)]
    const [x, y] = [column * span, row * span]
    const [width, height] = [Math.min(span, image.width - x), Math.min(span, image.height - y)]
    const out = `${Math.ceil(width / 2 ** level)},${Math.ceil(height / 2 ** level)}`
    const tile = await show(images, image, `${x},${y},${width},${height}/${out}/0/default.png`)
    for (let line = 0; line < tile.height; line += 1) {
      const start = ((row * image.tileSize + line) * size.width + column * image.tileSize) * 3
      tile.data.copy(canvas, start, line * tile.width * 3, (line + 1) * tile.width * 3)
    }
  }
  return canvas
}

/** The largest and the mean difference of two pictures' samples. */
export function difference(one: Buffer, other: Buffer): Readonly<{ largest: number; mean: number }> {
  let [largest, sum] = [0, 0]
  for (let index = 0; index < one.length; index += 1) {
    const off = Math.abs((one[index] ?? 0) - (other[index] ?? 0))
    largest = Math.max(largest, off)
    sum += off
  }
  return { largest, mean: sum / one.length }
}
