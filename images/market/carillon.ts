import { times } from '../chance.js'
import type { Motif, Point } from '../mark.js'
import { bar, blob, oval, plate, sweep } from '../pen.js'
import { TURN } from '../svg.js'
import { INK } from './perspective.js'
import { STONE } from './stone.js'

export function carillon(): Motif {
  const bays = [-230, 0, 230]
  return bays.flatMap(x => {
    const arch: Point[] = [
      [x - 92, -1790],
      [x - 92, -2190],
      [x - 80, -2262],
      [x - 48, -2320],
      [x, -2352],
      [x + 48, -2320],
      [x + 80, -2262],
      [x + 92, -2190],
      [x + 92, -1790],
    ]
    return [
      plate(arch, { fill: STONE, stroke: INK, width: 4 }),
      plate(
        arch.map(([px, py]): Point => [x + (px - x) * 0.82, -2070 + (py + 2070) * 0.92]),
        { fill: '#2a211c', stroke: '#6f5d40', width: 4 },
      ),
      ...[-2230, -2130, -2040, -1960, -1885].flatMap((y, row) => [
        bar(x - 78, y - 20, 156, 9, { fill: '#5b3f28' }),
        ...times(
          row === 0 ? 2 : 3 + (row > 2 ? 1 : 0),
          (i): Motif =>
            bell(
              x + (i - (row === 0 ? 0.5 : row > 2 ? 1.5 : 1)) * (row > 2 ? 38 : 50),
              y - 12,
              row === 0 ? 26 : row > 2 ? 15 : 20,
            ),
        ).flat(),
      ]),
    ]
  })
}

const bellOutline = (x: number, y: number, size: number): readonly Point[] => [
  [x - size * 0.4, y],
  [x + size * 0.4, y],
  [x + size * 0.6, y + size],
  [x + size, y + size * 1.7],
  [x, y + size * 1.8],
  [x - size, y + size * 1.7],
  [x - size * 0.6, y + size],
]

export const bell = (x: number, y: number, size: number): Motif => [
  blob(bellOutline(x, y, size), { fill: '#9c7b3f', stroke: INK, width: size * 0.07 }),
  blob(bellOutline(x, y, size), { fill: TURN }),
  sweep(
    [
      [x - size * 0.7, y + size * 1.2],
      [x, y + size * 1.34],
      [x + size * 0.7, y + size * 1.2],
    ],
    { stroke: '#5f4a24', width: size * 0.09 },
  ),
  oval(x, y + size * 1.9, size * 0.2, size * 0.2, { fill: '#3b2c1a' }),
]
