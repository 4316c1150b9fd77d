/** ICC profiles of version 2, made from their published numbers: three primaries, a white point, a tone curve. */

type Chromaticity = readonly [x: number, y: number]
type Space = Readonly<{
  name: string
  white: Chromaticity
  red: Chromaticity
  green: Chromaticity
  blue: Chromaticity
  curve: Curve
}>
/** A gamma, or light from value, both 0 to 1. */
type Curve = number | ((value: number) => number)

const d50: Chromaticity = [0.3457, 0.3585]
const d65: Chromaticity = [0.3127, 0.329]
const srgbCurve = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
/** CIE L*, as eciRGB v2 has it. */
const lightness = (v: number): number => (v <= 0.08 ? (v * 100) / 903.3 : ((v + 0.16) / 1.16) ** 3)

export const spaces = {
  srgb: { name: 'Space one', white: d65, red: [0.64, 0.33], green: [0.3, 0.6], blue: [0.15, 0.06], curve: srgbCurve },
  adobeRgb: {
    name: 'Adobe RGB',
    white: d65,
    red: [0.64, 0.33],
    green: [0.21, 0.71],
    blue: [0.15, 0.06],
    curve: 2.19921875,
  },
  eciRgb2: {
    name: 'eciRGB v2',
    white: d50,
    red: [0.67, 0.33],
    green: [0.21, 0.71],
    blue: [0.14, 0.08],
    curve: lightness,
  },
  proPhoto: {
    name: 'ProPhoto RGB',
    white: d50,
    red: [0.7347, 0.2653],
    green: [0.1596, 0.8404],
    blue: [0.0366, 0.0001],
    curve: 1.8,
  },
  displayP3: {
    name: 'Display P3',
    white: d65,
    red: [0.68, 0.32],
    green: [0.265, 0.69],
    blue: [0.15, 0.06],
    curve: srgbCurve,
  },
} as const satisfies Record<string, Space>

type Vector = readonly [number, number, number]
type Matrix = readonly [Vector, Vector, Vector]

export function rgbProfile(space: Space): Buffer {
  const [red, green, blue] = primariesAtD50(space)
  const curve = curveTag(space.curve)
  return profile('RGB ', space.name, [
    ['rXYZ', xyzTag(red)],
    ['gXYZ', xyzTag(green)],
    ['bXYZ', xyzTag(blue)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ])
}

export const greyProfile = (curve: Curve): Buffer => profile('GRAY', 'Grey', [['kTRC', curveTag(curve)]])

const xyz = ([x, y]: Chromaticity): Vector => [x / y, 1, (1 - x - y) / y]

/** Columns of the matrix from linear RGB to XYZ, by Bradford's adaptation from the space's white to D50. */
function primariesAtD50({ white, red, green, blue }: Space): Matrix {
  const columns = transpose([xyz(red), xyz(green), xyz(blue)])
  const scale = times(inverse(columns), xyz(white))
  const bradford: Matrix = [
    [0.8951, 0.2664, -0.1614],
    [-0.7502, 1.7135, 0.0367],
    [0.0389, -0.0685, 1.0296],
  ]
  const [from, to] = [times(bradford, xyz(white)), times(bradford, xyz(d50))]
  const adapt = (colour: Vector): Vector => {
    const [a, b, c] = times(bradford, colour)
    return times(inverse(bradford), [(a * to[0]) / from[0], (b * to[1]) / from[1], (c * to[2]) / from[2]])
  }
  const scaled = (primary: Chromaticity, by: number): Vector => {
    const [x, y, z] = xyz(primary)
    return adapt([x * by, y * by, z * by])
  }
  return [scaled(red, scale[0]), scaled(green, scale[1]), scaled(blue, scale[2])]
}

const times = (matrix: Matrix, [a, b, c]: Vector): Vector =>
  matrix.map(([x, y, z]) => x * a + y * b + z * c) as unknown as Vector

const transpose = ([a, b, c]: Matrix): Matrix => [
  [a[0], b[0], c[0]],
  [a[1], b[1], c[1]],
  [a[2], b[2], c[2]],
]

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

function inverse(matrix: Matrix): Matrix {
  const [a, b, c] = transpose(matrix)
  const [p, q, r] = [cross(b, c), cross(c, a), cross(a, b)]
  const determinant = a[0] * p[0] + a[1] * p[1] + a[2] * p[2]
  return [p, q, r].map(row => row.map(value => value / determinant)) as unknown as Matrix
}

const word = (value: number): Buffer => {
  const buffer = Buffer.alloc(4)
  buffer.writeInt32BE(value)
  return buffer
}

const fixed = (value: number): Buffer => word(Math.round(value * 65_536))
const named = (type: string): Buffer => Buffer.concat([Buffer.from(type, 'latin1'), word(0)])
const xyzTag = (colour: Vector): Buffer => Buffer.concat([named('XYZ '), ...colour.map(fixed)])

function curveTag(curve: Curve): Buffer {
  const values = typeof curve === 'number' ? [curve * 256] : sampled(curve)
  const body = Buffer.alloc(values.length * 2 + (values.length % 2) * 2)
  for (const [index, value] of values.entries()) body.writeUInt16BE(Math.round(value), index * 2)
  return Buffer.concat([named('curv'), word(values.length), body])
}

const sampled = (curve: (value: number) => number): readonly number[] =>
  Array.from({ length: 1024 }, (_, index) => curve(index / 1023) * 65_535)

function descriptionTag(text: string): Buffer {
  const ascii = Buffer.from(`${text}\0`, 'latin1')
  const length = 12 + ascii.length + 78
  return Buffer.concat([named('desc'), word(ascii.length), ascii, Buffer.alloc(78 + ((4 - (length % 4)) % 4))])
}

function profile(colours: 'RGB ' | 'GRAY', name: string, own: readonly (readonly [string, Buffer])[]): Buffer {
  const tags = [
    ['desc', descriptionTag(name)],
    ['cprt', Buffer.concat([named('text'), Buffer.from('none\0\0\0\0', 'latin1')])],
    ['wtpt', xyzTag([0.9642, 1, 0.8249])],
    ...own,
  ] as const
  const start = 128 + 4 + tags.length * 12
  let at = start
  const table = tags.map(([tag, bytes]) => {
    const entry = Buffer.concat([Buffer.from(tag, 'latin1'), word(at), word(bytes.length)])
    at += bytes.length
    return entry
  })
  const header = Buffer.alloc(128)
  header.writeUInt32BE(at, 0)
  header.writeUInt32BE(0x02400000, 8)
  header.write(`mntr${colours}XYZ `, 12, 'latin1')
  header.write('acsp', 36, 'latin1')
  xyzTag([0.9642, 1, 0.8249]).copy(header, 68, 8)
  return Buffer.concat([header, word(tags.length), ...table, ...tags.map(([, bytes]) => bytes)])
}
