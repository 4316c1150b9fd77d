import sharp, { type Sharp } from 'sharp'

/** A picture of 10 × 10 squares of 100 px, each of a colour of its own, so that a region that is wrong shows at once. */
export const side = 1000
export const square = 100

export type Colour = readonly [red: number, green: number, blue: number]

export const colourOf = (column: number, row: number): Colour => [
  20 + column * 23,
  20 + row * 23,
  (column * 7 + row * 3) % 10 < 5 ? 40 : 200,
]

export function drawSquares(): Sharp {
  const data = Buffer.alloc(side * side * 3)
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      data.set(colourOf(Math.floor(x / square), Math.floor(y / square)), (y * side + x) * 3)
    }
  }
  return sharp(data, { raw: { width: side, height: side, channels: 3 } })
}

export type Pixels = Readonly<{ width: number; height: number; at(x: number, y: number): Colour }>

/** Decodes an answer; gray pictures read as red = green = blue. */
export async function pixelsOf(body: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(body)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return {
    width,
    height,
    at(x, y) {
      const start = (Math.floor(y) * width + Math.floor(x)) * channels
      return [data[start] ?? -1, data[start + 1] ?? -1, data[start + 2] ?? -1]
    },
  }
}

/** 0 where an answer is clear, 255 where it is not. */
export async function alphaAt(body: Buffer, x: number, y: number): Promise<number | undefined> {
  const { data, info } = await sharp(body).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return data[(y * info.width + x) * info.channels + info.channels - 1]
}

/** Within what JPEG with halved colour leaves in the middle of a square. */
export const near = (one: Colour, other: Colour): boolean =>
  one.every((value, index) => Math.abs(value - (other[index] ?? 0)) <= 16)
