import type { Jpeg2000Pixels } from '../../../src/image/jp2/encode.js'
import { inThread } from '../../../src/image/jp2/thread.js'

/** Smooth waves with a grain, as photographs have them; alpha in two halves. */
export function drawn(width: number, height: number, channels: 1 | 3 | 4): Jpeg2000Pixels {
  const data = Buffer.alloc(width * height * channels)
  for (let index = 0; index < data.length; index += 1) {
    const [channel, pixel] = [index % channels, Math.floor(index / channels)]
    const [x, y] = [pixel % width, Math.floor(pixel / width)]
    const wave = 128 + 60 * Math.sin(x / 30 + channel) + 60 * Math.cos(y / 20) + ((x * 7 + y * 13) % 5)
    data[index] = channel === 3 ? (x < width / 2 ? 255 : 128) : wave
  }
  return { data, width, height, channels }
}

export const largestDifference = (one: Uint8Array, other: Uint8Array): number =>
  one.reduce((largest, value, index) => Math.max(largest, Math.abs(value - (other[index] ?? 0))), 0)

/** A codestream without loss of samples of any depth up to 16 bits; above 8, of one channel. */
export async function codestreamOf(
  width: number,
  height: number,
  channels: number,
  bits: number,
  values: readonly number[],
): Promise<Buffer> {
  const data = new Uint8Array(bits > 8 ? Uint16Array.from(values).buffer : Uint8Array.from(values))
  const samples = { width, height, channels, bits, data }
  const job = { kind: 'encode', samples, decompositions: 2, ratio: 1, mostBytes: 500e6 } as const
  return Buffer.from((await inThread(job, { seconds: 60 })) ?? [])
}
