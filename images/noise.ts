import { chance } from './chance.js'

/** A square of smooth noise that repeats without a seam; values around 0, between -1 and 1. */
export type Noise = Readonly<{ mask: number; values: Float32Array }>

export function noise(
  name: string,
  size: number,
  octaves: readonly (readonly [cells: number, weight: number])[],
): Noise {
  const values = new Float32Array(size * size)
  octaves.forEach(([cells, weight], octave) => {
    const lattice = Float32Array.from({ length: cells * cells }, rollOf(`${name}/${octave}`))
    add(values, size, lattice, cells, weight)
  })
  return { mask: size - 1, values }
}

function rollOf(name: string): () => number {
  const roll = chance(name)
  return () => roll() * 2 - 1
}

function add(values: Float32Array, size: number, lattice: Float32Array, cells: number, weight: number): void {
  const step = cells / size
  for (let y = 0; y < size; y++) {
    const row = Math.floor(y * step)
    const fy = smooth(y * step - row)
    const [above, below] = [row * cells, ((row + 1) % cells) * cells]
    for (let x = 0; x < size; x++) {
      const column = Math.floor(x * step)
      const fx = smooth(x * step - column)
      const next = (column + 1) % cells
      const high = (lattice[above + column] ?? 0) * (1 - fx) + (lattice[above + next] ?? 0) * fx
      const low = (lattice[below + column] ?? 0) * (1 - fx) + (lattice[below + next] ?? 0) * fx
      values[y * size + x] = (values[y * size + x] ?? 0) + (high * (1 - fy) + low * fy) * weight
    }
  }
}

const smooth = (t: number) => t * t * (3 - 2 * t)

export const sample = ({ mask, values }: Noise, x: number, y: number): number =>
  values[(y & mask) * (mask + 1) + (x & mask)] ?? 0
