import sharp, { type Sharp } from 'sharp'

/**
 * A smooth picture in which every place has its own colour: red grows to the right, green downwards, blue along the
 * diagonal. Codecs keep it within a few levels, so that a pixel out of place shows.
 */
export function gradient(width: number, height: number): Sharp {
  const data = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set(colourAt(x, y, width, height), (y * width + x) * 3)
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** The colour of the gradient at a place, which may lie between pixels. */
export const colourAt = (x: number, y: number, width: number, height: number): [number, number, number] => [
  Math.round((255 * x) / Math.max(1, width - 1)),
  Math.round((255 * y) / Math.max(1, height - 1)),
  Math.round(127 * (x / Math.max(1, width - 1) + y / Math.max(1, height - 1))),
]
