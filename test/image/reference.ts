import type { Box, Dimensions } from '../../src/image/geometry.js'

/** A picture as plain numbers: red, green, blue, alpha of each pixel, row by row. */
export type Raster = Dimensions & Readonly<{ data: Float64Array }>

const CHANNELS = 4

type At = (x: number, y: number) => readonly number[]

const drawn = (width: number, height: number, at: At): Raster => {
  const data = new Float64Array(width * height * CHANNELS)
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) data.set(at(x, y), (y * width + x) * CHANNELS)
  return { width, height, data }
}

export const pixelAt = ({ width, data }: Raster, x: number, y: number): readonly number[] =>
  Array.from({ length: CHANNELS }, (_, channel) => data[(y * width + x) * CHANNELS + channel] ?? 0)

/** The slow and obvious way: region, then size, then mirror, then rotation, then quality. */
export const cropped = (from: Raster, box: Box): Raster =>
  drawn(box.width, box.height, (x, y) => pixelAt(from, box.x + x, box.y + y))

/** Each new pixel is the mean of what lies under it; where that is less than a pixel, the nearest. */
export function scaled(from: Raster, { width, height }: Dimensions): Raster {
  const [across, down] = [from.width / width, from.height / height]
  return drawn(width, height, (x, y) => {
    const columns = under(x * across, (x + 1) * across, from.width)
    const rows = under(y * down, (y + 1) * down, from.height)
    const sum = [0, 0, 0, 0]
    let weight = 0
    for (const [column, w] of columns) {
      for (const [row, h] of rows) {
        weight += w * h
        for (const [channel, value] of pixelAt(from, column, row).entries())
          sum[channel] = (sum[channel] ?? 0) + value * w * h
      }
    }
    return sum.map(value => value / weight)
  })
}

/** Which pixels an interval covers, and how much of each. */
const under = (start: number, end: number, length: number): readonly (readonly [index: number, weight: number])[] => {
  const found: [number, number][] = []
  for (let index = Math.floor(start); index < Math.min(length, Math.ceil(end)); index += 1)
    found.push([index, Math.max(1e-9, Math.min(end, index + 1) - Math.max(start, index))])
  return found
}

export const mirrored = (from: Raster): Raster =>
  drawn(from.width, from.height, (x, y) => pixelAt(from, from.width - 1 - x, y))

/** Clockwise about the centre, to the nearest pixel; clear outside. */
export function turned(from: Raster, degrees: number, { width, height }: Dimensions): Raster {
  const radians = (degrees * Math.PI) / 180
  const [sin, cos] = [Math.sin(radians), Math.cos(radians)]
  return drawn(width, height, (x, y) => {
    const [dx, dy] = [x + 0.5 - width / 2, y + 0.5 - height / 2]
    const column = Math.floor(cos * dx + sin * dy + from.width / 2)
    const row = Math.floor(cos * dy - sin * dx + from.height / 2)
    const inside = column >= 0 && row >= 0 && column < from.width && row < from.height
    return inside ? pixelAt(from, column, row) : [0, 0, 0, 0]
  })
}

/** CIE luminance of sRGB, written as sRGB again. */
export const gray = (from: Raster): Raster =>
  drawn(from.width, from.height, (x, y) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixelAt(from, x, y)
    const tone = coded(0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue))
    return [tone, tone, tone, alpha]
  })

const linear = (value: number): number => {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

const coded = (light: number): number => 255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055)

export const bitonal = (from: Raster): Raster =>
  drawn(from.width, from.height, (x, y) => {
    const [tone = 0, , , alpha = 0] = pixelAt(gray(cropped(from, { x, y, width: 1, height: 1 })), 0, 0)
    const side = tone >= 128 ? 255 : 0
    return [side, side, side, alpha]
  })
