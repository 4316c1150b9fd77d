import type { Channels } from './channels.js'
import type { Samples } from './job.js'

/** Components of one decoding, by their numbers in the file. */
export type Decoded = Readonly<{ components: readonly number[]; samples: Samples }>

type Numbers = Uint8Array | Uint16Array

const numbersOf = ({ data, bits }: Samples): Numbers =>
  bits > 8 ? new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2) : data

/** Brings decoded components to whole pixels of 8 or 16 bits: palette, depth and order of channels, sYCC to sRGB. */
export function pixelsOf(decoded: readonly Decoded[], { colours, alpha, ycc, bits }: Channels): Uint8Array {
  const channels = [...colours, ...(alpha ? [alpha] : [])]
  const [first] = decoded
  if (first && decoded.length === 1 && isPlain(first, channels, bits) && !ycc) return first.samples.data
  const length = ((first?.samples.width ?? 0) * (first?.samples.height ?? 0)) | 0
  const out = bits === 16 ? new Uint16Array(length * channels.length) : new Uint8Array(length * channels.length)
  for (const [place, channel] of channels.entries()) {
    const source = decoded.find(({ components }) => components.includes(channel.component))
    if (!source) continue
    const table = tableOf(channel, source.samples.bits, bits)
    const last = table.length - 1
    const numbers = numbersOf(source.samples)
    const step = source.components.length
    for (let from = source.components.indexOf(channel.component), to = place; to < out.length; to += channels.length) {
      out[to] = table[Math.min(numbers[from] ?? 0, last)] ?? 0
      from += step
    }
  }
  if (ycc) toRgb(out, channels.length, 2 ** bits - 1)
  return new Uint8Array(out.buffer, out.byteOffset, out.byteLength)
}

const isPlain = ({ components, samples }: Decoded, channels: Channels['colours'], bits: number): boolean =>
  samples.bits === bits &&
  components.length === channels.length &&
  channels.every(({ component, values }, place) => values === undefined && components[place] === component)

/** What each stored number becomes: the palette's value or itself, spread over all of 8 or 16 bits. */
function tableOf(channel: Channels['colours'][number], stored: number, bits: number): Uint16Array {
  const values = channel.values ?? Array.from({ length: 2 ** stored }, (_, index) => index)
  const most = 2 ** channel.bits - 1
  return Uint16Array.from(values, value => Math.round((value / most) * (2 ** bits - 1)))
}

/** sYCC (IEC 61966-2-1, Amendment 1), in place; channels after the third stay. */
function toRgb(out: Numbers, step: number, most: number): void {
  const middle = (most + 1) / 2
  const fit = (value: number) => Math.min(most, Math.max(0, Math.round(value)))
  for (let at = 0; at < out.length; at += step) {
    const luma = out[at] ?? 0
    const blue = (out[at + 1] ?? 0) - middle
    const red = (out[at + 2] ?? 0) - middle
    out[at] = fit(luma + 1.402 * red)
    out[at + 1] = fit(luma - 0.344136 * blue - 0.714136 * red)
    out[at + 2] = fit(luma + 1.772 * blue)
  }
}
