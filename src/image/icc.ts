/** What little of ICC profiles (ICC.1:2022) decides whether a picture looks right without its profile. */

/** The colours that a profile describes, such as `RGB ` or `GRAY` (§7.2.6); undefined for what is no profile. */
export const coloursOf = (profile: Buffer): string | undefined =>
  profile.length >= 132 && profile.toString('latin1', 36, 40) === 'acsp'
    ? profile.toString('latin1', 16, 20)
    : undefined

/** Primaries of sRGB, adapted to D50. */
const primaries: readonly (readonly [tag: string, x: number, y: number, z: number])[] = [
  ['rXYZ', 0.4361, 0.2225, 0.0139],
  ['gXYZ', 0.3851, 0.7169, 0.0971],
  ['bXYZ', 0.1431, 0.0606, 0.7142],
]

/** Far below what an eye tells apart, above what the many profiles called sRGB differ by. */
const near = { primary: 0.003, curve: 0.004 } as const
const samples = Array.from({ length: 33 }, (_, index) => index / 32)

/** Whether a profile says what browsers assume where there is none. Told by its numbers: names of profiles lie. */
export function isSrgb(profile: Buffer): boolean {
  // Tables of a profile come before its matrix, whatever that says (§8.10).
  if (coloursOf(profile) !== 'RGB ' || tagOf(profile, 'A2B0') || tagOf(profile, 'A2B1')) return false
  const matrix = primaries.every(([name, ...expected]) => {
    const found = tagOf(profile, name)
    return (
      found !== undefined &&
      found.length >= 20 &&
      expected.every((value, axis) => Math.abs(fixed(found, 8 + axis * 4) - value) < near.primary)
    )
  })
  return (
    matrix &&
    ['rTRC', 'gTRC', 'bTRC'].every(name => {
      const curve = curveOf(tagOf(profile, name))
      return curve !== undefined && samples.every(x => Math.abs(curve(x) - srgbCurve(x)) < near.curve)
    })
  )
}

const srgbCurve = (x: number): number => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)

const fixed = (buffer: Buffer, offset: number): number => buffer.readInt32BE(offset) / 65_536

/** What stands in a profile under a name of four letters (§7.3). */
export function tagOf(profile: Buffer, name: string): Buffer | undefined {
  if (profile.length < 132) return undefined
  const count = Math.min(profile.readUInt32BE(128), 100)
  for (let entry = 132; entry < 132 + count * 12 && entry + 12 <= profile.length; entry += 12) {
    if (profile.toString('latin1', entry, entry + 4) !== name) continue
    const offset = profile.readUInt32BE(entry + 4)
    const end = offset + profile.readUInt32BE(entry + 8)
    return end <= profile.length ? profile.subarray(offset, end) : undefined
  }
  return undefined
}

type Curve = (x: number) => number

/** Tone curves (§10.6 `curv`, §10.18 `para`) of the forms that profiles like sRGB have. */
function curveOf(tag: Buffer | undefined): Curve | undefined {
  if (!tag || tag.length < 12) return undefined
  const type = tag.toString('latin1', 0, 4)
  return type === 'curv' ? sampledCurve(tag) : type === 'para' ? parametricCurve(tag) : undefined
}

function sampledCurve(tag: Buffer): Curve | undefined {
  const count = tag.readUInt32BE(8)
  if (count < 2 || tag.length < 12 + count * 2) return undefined
  const at = (index: number) => tag.readUInt16BE(12 + index * 2) / 65_535
  return x => {
    const place = x * (count - 1)
    const below = Math.min(Math.floor(place), count - 2)
    return at(below) + (at(below + 1) - at(below)) * (place - below)
  }
}

/** Function type 3, the form of sRGB itself: a power above `d`, a straight line below. */
function parametricCurve(tag: Buffer): Curve | undefined {
  if (tag.readUInt16BE(8) !== 3 || tag.length < 32) return undefined
  const [g = 0, a = 0, b = 0, c = 0, d = 0] = [12, 16, 20, 24, 28].map(offset => fixed(tag, offset))
  return x => (x >= d ? (a * x + b) ** g : c * x)
}
