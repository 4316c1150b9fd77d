import { times } from '../chance.js'
import { centred } from '../lettering.js'
import type { Motif, Point } from '../mark.js'
import { bar, limb, oval, strokes } from '../pen.js'
import { trace } from '../trace.js'
import { INK } from './perspective.js'
import { STONE } from './stone.js'

/** Twenty to five, for ever. */
export function clock(x: number, y: number, radius: number): Motif {
  const turn = (share: number, reach: number): Point => [
    x + Math.sin(share * Math.PI * 2) * radius * reach,
    y - Math.cos(share * Math.PI * 2) * radius * reach,
  ]
  const hours = ['XII', 'I', 'II', 'III', 'IIII', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI']
  return [
    bar(x - radius * 1.12, y - radius * 1.12, radius * 2.24, radius * 2.24, { fill: STONE, stroke: INK, width: 4 }),
    oval(x, y, radius * 1.06, radius * 1.06, { fill: '#8b6a35', stroke: INK, width: 4 }),
    oval(x, y, radius, radius, { fill: '#2f4356', stroke: '#d0a552', width: 7 }),
    oval(x, y, radius * 0.66, radius * 0.66, { fill: '#3d5366', stroke: '#d0a552', width: 4 }),
    strokes(
      times(60, i => [turn(i / 60, 0.94), turn(i / 60, i % 5 ? 0.9 : 0.87)]),
      { stroke: '#e6c877', width: 3.4 },
    ),
    ...hours.flatMap((hour, i) => {
      const [hx, hy] = turn(i / 12, 0.77)
      return centred(hour, hx, hy - 18, { size: 36, ink: '#ecd08a', weight: 0.9 })
    }),
    strokes(
      times(16, i => [turn(i / 16, 0.2), turn((i + 0.5) / 16, i % 2 ? 0.5 : 0.62)]),
      { stroke: '#d0a552', width: 3 },
    ),
    ...centred('TEMPUS FUGIT', x, y + radius * 0.3, { size: 15, ink: '#ecd08a' }),
    ...centred('BEFFROI ME FECIT MMXXVI', x, y + radius * 0.42, { size: 11, ink: '#d0a552' }),
    limb([turn((4 + 40 / 60) / 12 + 0.5, 0.12), turn((4 + 40 / 60) / 12, 0.52)], [16, 9], {
      fill: '#ecd08a',
      stroke: INK,
      width: 2,
    }),
    limb([turn(40 / 60 + 0.5, 0.16), turn(40 / 60, 0.86)], [13, 6], { fill: '#ecd08a', stroke: INK, width: 2 }),
    oval(x, y, 17, 17, { fill: '#d0a552', stroke: INK, width: 2.4 }),
    ...trace('-1,-1 1,-1 -1,1 1,1').flatMap(([sx = 1, sy = 1]) => [
      oval(x + sx * radius * 0.96, y + sy * radius * 0.96, 34, 34, { fill: '#a5583f', stroke: INK, width: 3 }),
      ...centred('B', x + sx * radius * 0.96, y + sy * radius * 0.96 - 17, { size: 34, ink: '#e9dcc0', weight: 0.9 }),
    ]),
  ]
}
