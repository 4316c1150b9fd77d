/** How different two colours look: CIEDE2000 (CIE 142-2001), where 1 is about the least that can be seen. */

type Colour = readonly [number, number, number]

/** @param rgb sRGB, 0 to 255 */
export function labOf([red, green, blue]: Colour): Colour {
  const [r, g, b] = [red, green, blue].map(value => {
    const v = value / 255
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  const f = (value: number) => (value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value) / 116 + 16 / 116)
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const degrees = (radians: number): number => ((radians * 180) / Math.PI + 360) % 360
const cosine = (angle: number): number => Math.cos((angle * Math.PI) / 180)
const sine = (angle: number): number => Math.sin((angle * Math.PI) / 180)

export function deltaE2000([l1, a1, b1]: Colour, [l2, a2, b2]: Colour): number {
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const g = 1.5 - 0.5 * Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7))
  const [c1, c2] = [Math.hypot(a1 * g, b1), Math.hypot(a2 * g, b2)]
  const [h1, h2] = [c1 && degrees(Math.atan2(b1, a1 * g)), c2 && degrees(Math.atan2(b2, a2 * g))]
  const turn = c1 * c2 === 0 ? 0 : h2 - h1
  const dh = turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn
  const sum = h1 + h2
  const h = c1 * c2 === 0 ? sum : Math.abs(h1 - h2) <= 180 ? sum / 2 : sum < 360 ? sum / 2 + 180 : sum / 2 - 180
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2]
  const t = 1 - 0.17 * cosine(h - 30) + 0.24 * cosine(2 * h) + 0.32 * cosine(3 * h + 6) - 0.2 * cosine(4 * h - 63)
  const dl = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2))
  const dc = (c2 - c1) / (1 + 0.045 * c)
  const dH = (2 * Math.sqrt(c1 * c2) * sine(dh / 2)) / (1 + 0.015 * c * t)
  const rotation = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * sine(60 * Math.exp(-(((h - 275) / 25) ** 2)))
  return Math.sqrt(dl ** 2 + dc ** 2 + dH ** 2 + rotation * dc * dH)
}
