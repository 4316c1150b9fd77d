import { between, chance, times } from '../chance.js'
import { letters } from '../lettering.js'
import { type Motif, type Placed, type Point, place } from '../mark.js'
import { bar, blob, oval, plate, stroke, strokes } from '../pen.js'
import { FALL, soft } from '../svg.js'
import { trace } from '../trace.js'
import { collectorsMark, label, stamp, ticket } from './marks.js'

/** The back of the sheet: what owners, dealers, framers and damp have left there. */
export function verso(): Placed[] {
  return [
    place(stains(), { x: 0, y: 0 }),
    place(hinges(), { x: 0, y: 0 }),
    place(label(), { x: 480, y: 420 }),
    place(stamp(), { x: 3080, y: 860 }),
    place(collectorsMark(), { x: 640, y: 2480 }),
    place(pencil(), { x: 0, y: 0 }),
    place(ticket(), { x: 2350, y: 2040 }),
  ]
}

function stains(): Motif {
  const roll = chance('sheet/stains')
  const ring: Point[] = times(18, i => [
    2050 + Math.cos(i * 0.349) * (430 + between(roll, -26, 26)),
    1420 + Math.sin(i * 0.349) * (330 + between(roll, -24, 24)),
  ])
  return [
    oval(2050, 1420, 470, 370, { fill: soft('#b08a54'), opacity: 0.4 }),
    blob(ring, { stroke: '#8f6a3a', width: 15, opacity: 0.3 }),
    blob(ring, { stroke: '#7a5528', width: 5, opacity: 0.4 }),
    oval(3900, 2900, 900, 560, { fill: soft('#a07840'), opacity: 0.55 }),
    oval(0, 0, 700, 500, { fill: soft('#a07840'), opacity: 0.4 }),
    ...times(150, () => {
      const size = between(roll, 3, 19)
      return oval(between(roll, 30, 3970), between(roll, 30, 2970), size, size * 0.9, {
        fill: soft('#8a5a2a'),
        opacity: between(roll, 0.3, 0.75),
      })
    }),
    stroke(trace('2000,0 1994,1500 2003,3000'), { stroke: '#8f774e', width: 7, opacity: 0.55 }),
    stroke(trace('2006,0 2001,1500 2010,3000'), { stroke: '#f6ecd2', width: 5, opacity: 0.7 }),
    stroke(trace('0,1502 2000,1498 4000,1506'), { stroke: '#8f774e', width: 6, opacity: 0.5 }),
    stroke(trace('0,1508 2000,1504 4000,1512'), { stroke: '#f6ecd2', width: 5, opacity: 0.6 }),
  ]
}

const hinges = (): Motif => [
  ...trace('560,0 3080,0').flatMap(([x = 0, y = 0]) => [
    bar(x, y, 330, 190, { fill: '#e4d6b2', stroke: '#a58c5c', width: 4, opacity: 0.9 }),
    bar(x, y, 330, 190, { fill: FALL, opacity: 0.5 }),
    strokes(
      [
        [
          [x + 10, 160],
          [x + 90, 184],
          [x + 190, 170],
          [x + 320, 186],
        ],
      ],
      { stroke: '#b89f70', width: 4 },
    ),
  ]),
  plate(trace('0,2600 140,2560 190,2700 120,2840 0,2820'), { fill: '#d9c598', opacity: 0.8 }),
]

const pencil = (): Motif => {
  const grey = '#5f5a52'
  const write = (text: string, x: number, y: number, size: number) =>
    letters(text, x, y, { size, ink: grey, flowing: true, slant: 0.34, weight: 0.45, opacity: 0.8 })
  return [
    ...write('n° 4', 3420, 300, 74),
    ...write('vient de la maison du guetteur', 2330, 1720, 46),
    ...write('deux plis, une tache de biere', 480, 1500, 44),
    ...write('a encadrer avec le n° 3', 480, 1640, 44),
    ...write('vu', 3560, 2480, 80),
    oval(3640, 2530, 170, 110, { stroke: grey, width: 6, opacity: 0.7 }),
    strokes([trace('470,1700 1420,1690')], { stroke: grey, width: 4, opacity: 0.6 }),
  ]
}
