import { type Entry, LONG, type Page, SHORT, UNDEFINED } from './tiff/write.js'

/** px; patches are whole blocks of JPEG, so that one does not colour the next. */
export const PATCH = 16
const COLUMNS = 16

export type Samples = readonly number[]

/** Every combination of `steps` values in so many channels, each from 0 to 1. */
export function grid(channels: number, steps: number): readonly Samples[] {
  return Array.from({ length: steps ** channels }, (_, index) =>
    Array.from({ length: channels }, (_, channel) => (Math.floor(index / steps ** channel) % steps) / (steps - 1)),
  )
}

export const chartSize = (patches: readonly Samples[]) => ({
  width: COLUMNS * PATCH,
  height: Math.ceil(patches.length / COLUMNS) * PATCH,
})

/** A page of a TIFF with a patch for each colour, row by row, uncompressed. */
export function chart(
  patches: readonly Samples[],
  { bits, photometric, profile, more = [], apart = false }: ChartForm,
): Page {
  const { width, height } = chartSize(patches)
  const channels = patches[0]?.length ?? 0
  const own = new Set(more.map(([tag]) => tag))
  const planes = apart ? Array.from({ length: channels }, (_, index) => [index]) : [[...Array(channels).keys()]]
  const data = planes.map(plane => raster(patches, plane, width, height, bits))
  const entries: readonly Entry[] = [
    [256, LONG, [width]],
    [257, LONG, [height]],
    [258, SHORT, Array<number>(channels).fill(bits)],
    [259, SHORT, [1]],
    [262, SHORT, [photometric]],
    [277, SHORT, [channels]],
    [278, LONG, [height]],
    [279, LONG, data.map(({ length }) => length)],
    [284, SHORT, [apart ? 2 : 1]],
    ...(profile ? [[34675, UNDEFINED, profile] as const] : []),
  ]
  return { entries: [...entries.filter(([tag]) => !own.has(tag)), ...more], data, tiled: false }
}

export type ChartForm = Readonly<{
  bits: 8 | 16
  photometric: number
  profile?: Buffer
  more?: readonly Entry[]
  /** PlanarConfiguration 2 */
  apart?: boolean
}>

/** Little-endian samples of some channels. */
function raster(patches: readonly Samples[], plane: readonly number[], width: number, height: number, bits: 8 | 16) {
  const bytes = bits / 8
  const most = 2 ** bits - 1
  const data = Buffer.alloc(width * height * plane.length * bytes)
  let at = 0
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const patch = patches[Math.floor(y / PATCH) * COLUMNS + Math.floor(x / PATCH)]
      for (const channel of plane) {
        data.writeUIntLE(Math.round((patch?.[channel] ?? 0) * most), at, bytes)
        at += bytes
      }
    }
  return data
}

/** The middle of each patch of a picture in sRGB. */
export function patchesOf(rgb: Readonly<{ data: Buffer; width: number }>, count: number) {
  return Array.from({ length: count }, (_, index) => {
    const x = (index % COLUMNS) * PATCH + PATCH / 2
    const y = Math.floor(index / COLUMNS) * PATCH + PATCH / 2
    const at = (y * rgb.width + x) * 3
    return [rgb.data[at] ?? 0, rgb.data[at + 1] ?? 0, rgb.data[at + 2] ?? 0] as const
  })
}
