/** How samples of a TIFF stand for L*, a* and b*: a* and b* with a sign (TIFF 6 §23), or with 128 added (ICCLAB). */
export type CielabForm = Readonly<{ kind: 'cielab' | 'icclab'; bits: 8 | 16 }>

type Triple = readonly [number, number, number]

/** Of D50, to which ICC's own CIELAB and nearly all files refer. */
const white: Triple = [0.9642, 1, 0.8249]

/** XYZ of D50 to linear sRGB, adapted to D65 by Bradford's matrix. */
const toLinear: readonly [Triple, Triple, Triple] = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
]

/** The curve of sRGB (IEC 61966-2-1), by linear light in as many steps as a 16-bit sample has. */
const curve = Uint8Array.from({ length: 65_536 }, (_, step) => {
  const light = step / 65_535
  return Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055))
})

const level = (light: number): number => curve[Math.round(Math.min(1, Math.max(0, light)) * 65_535)] as number

/** The inverse of CIELAB's cube root, with its straight part below 6/29. */
const cube = (value: number): number => (value > 6 / 29 ? value ** 3 : (value - 16 / 116) * (108 / 841))

/**
 * Makes what turns pixels of CIELAB into sRGB in place, colorimetrically: colours beyond sRGB are clipped. Samples keep
 * their width, with 8 bits' worth of colour in them; a fourth of each pixel is its alpha and stays as it is.
 */
export function cielabToSrgb(form: CielabForm): (samples: Uint8Array | Uint16Array, channels: number) => void {
  const lightness = table(form, lightnessOf(form))
  const opponent = table(form, opponentOf(form))
  const width = form.bits === 8 ? 1 : 257
  return (samples, channels) => {
    for (let at = 0; at + 2 < samples.length; at += channels) {
      const fy = ((lightness[samples[at] as number] as number) + 16) / 116
      const x = white[0] * cube(fy + (opponent[samples[at + 1] as number] as number) / 500)
      const y = white[1] * cube(fy)
      const z = white[2] * cube(fy - (opponent[samples[at + 2] as number] as number) / 200)
      for (let channel = 0; channel < 3; channel += 1) {
        const [ofX, ofY, ofZ] = toLinear[channel] as Triple
        samples[at + channel] = width * level(ofX * x + ofY * y + ofZ * z)
      }
    }
  }
}

const table = ({ bits }: CielabForm, value: (sample: number) => number): Float64Array =>
  Float64Array.from({ length: 2 ** bits }, (_, sample) => value(sample))

/** ICCLAB of 16 bits has white at FF00, as ICC's version 2. */
function lightnessOf({ kind, bits }: CielabForm): (sample: number) => number {
  const whole = bits === 8 ? 255 : kind === 'cielab' ? 65_535 : 65_280
  return sample => (sample / whole) * 100
}

function opponentOf({ kind, bits }: CielabForm): (sample: number) => number {
  const count = 2 ** bits
  const unit = count / 256
  return kind === 'icclab'
    ? sample => (sample - count / 2) / unit
    : sample => (sample < count / 2 ? sample : sample - count) / unit
}
