import { chance } from './chance.js'

/** A seamless patch of cells, such as cobbles or the islands of a cracked varnish. */
export type Cells = Readonly<{ size: number; edge: Float32Array; shade: Uint8Array }>

type Seed = Readonly<{ x: number; y: number; shade: number }>

/** For each point, how far the border of its cell is, and the shade of the cell, leaning with the light. */
export function cells(name: string, size: number, cell: number): Cells {
  const across = size / cell
  const seeds = sow(name, across, cell)
  const edge = new Float32Array(size * size)
  const shade = new Uint8Array(size * size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [near, border] = nearest(seeds, across, cell, size, x, y)
      edge[y * size + x] = border
      shade[y * size + x] = Math.min(255, Math.max(0, near))
    }
  }
  return { size, edge, shade }
}

function sow(name: string, across: number, cell: number): readonly Seed[] {
  const roll = chance(name)
  return Array.from({ length: across * across }, (_, i) => {
    const [column, row] = [i % across, Math.floor(i / across)]
    return {
      x: (column + 0.5 + (roll() - 0.5) * 0.5 + (row % 2 ? 0.25 : -0.25)) * cell,
      y: (row + 0.5 + (roll() - 0.5) * 0.34) * cell,
      shade: roll() * 255,
    }
  })
}

function nearest(
  seeds: readonly Seed[],
  across: number,
  cell: number,
  size: number,
  x: number,
  y: number,
): [number, number] {
  let [first, second, shade] = [Infinity, Infinity, 0]
  const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)]
  for (let j = row - 1; j <= row + 1; j++) {
    for (let i = column - 1; i <= column + 1; i++) {
      const seed = seeds[((j + across) % across) * across + ((i + across) % across)]
      if (!seed) continue
      const dx = shortest(seed.x - x, size)
      const dy = shortest(seed.y - y, size)
      const far = Math.sqrt(dx * dx + dy * dy)
      if (far < first) {
        second = first
        first = far
        shade = 128 + (seed.shade - 128) * 0.8 + dx * 1.3 - dy * 1.8
      } else if (far < second) second = far
    }
  }
  return [shade, second - first]
}

const shortest = (distance: number, size: number): number =>
  distance > size / 2 ? distance - size : distance < -size / 2 ? distance + size : distance
