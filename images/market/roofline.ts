import { type Chance, times } from '../chance.js'
import { darker } from '../colour.js'
import { type Motif, moved } from '../mark.js'
import { bar, blob, plate, stroke, strokes } from '../pen.js'
import { cat } from './beasts.js'
import { COURSE, STOREY } from './measures.js'
import { INK } from './perspective.js'
import { casement } from './window.js'

export function dormer(roll: Chance, x: number, y: number, brick: string): Motif {
  return [
    plate(
      [
        [x - 20, y],
        [x - 20, y - 34],
        [x, y - 54],
        [x + 20, y - 34],
        [x + 20, y],
      ],
      { fill: brick, stroke: INK, width: 0.6 },
    ),
    ...moved(casement(roll, 20, 26), x, y - 6),
    stroke(
      [
        [x - 24, y - 31],
        [x, y - 56],
        [x + 24, y - 31],
      ],
      { stroke: '#6d4030', width: 4 },
    ),
  ]
}

export function chimneys(roll: Chance, width: number, y: number): Motif {
  return [-0.36, 0.34]
    .filter(() => roll() < 0.85)
    .flatMap(share => {
      const x = share * width
      const smoke = times(5, i =>
        blob(
          [
            [x - 6 - i * 4, y - 80 - i * 22],
            [x + 2 + i * 3, y - 92 - i * 24],
            [x + 14 + i * 9, y - 84 - i * 24],
            [x + 8 + i * 6, y - 68 - i * 20],
          ],
          { fill: '#e8e0cc', opacity: 0.34 - i * 0.05 },
        ),
      )
      return [
        bar(x - 9, y - 66, 18, 100, { fill: '#8d4f3a', stroke: INK, width: 0.6 }),
        strokes(
          times(10, i => [
            [x - 9, y - 60 + i * 9],
            [x + 9, y - 60 + i * 9],
          ]),
          { stroke: '#c7a78a', width: 0.5 },
        ),
        bar(x - 12, y - 70, 24, 7, { fill: '#a8765a', stroke: INK, width: 0.6 }),
        ...(roll() < 0.4 ? moved(cat('#3a322c'), x, y - 70, 1.1) : smoke),
      ]
    })
}

export function sideWall(
  roll: Chance,
  side: -1 | 1,
  width: number,
  eaves: number,
  top: number,
  depth: number,
  brick: string,
): Motif {
  const x = (side * width) / 2
  const [away, up] = [x + side * depth, -depth * 0.85]
  const tile = '#7d4636'
  const rows = times(
    Math.round(-eaves / (COURSE * 2)),
    i =>
      [
        [x, -i * COURSE * 2],
        [away, up - i * COURSE * 2 * 0.82],
      ] as const,
  )
  return [
    plate(
      [
        [x, 0],
        [away, up],
        [away, up + eaves * 0.82],
        [x, eaves],
      ],
      { fill: darker(brick, side === 1 ? 0.12 : 0.42), stroke: INK, width: 0.8 },
    ),
    strokes(rows, { stroke: darker(brick, 0.5), width: 0.6, opacity: 0.6 }),
    plate(
      [
        [x, eaves],
        [away, up + eaves * 0.82],
        [side * depth * 0.9, up + top * 0.86],
        [0, top],
      ],
      { fill: darker(tile, 0.2), stroke: INK, width: 0.8 },
    ),
    strokes(
      times(
        16,
        i =>
          [
            [(x * i) / 16, top + ((eaves - top) * i) / 16],
            [
              side * depth * 0.9 + ((away - side * depth * 0.9) * i) / 16,
              up + top * 0.86 + ((eaves * 0.82 - top * 0.86) * i) / 16,
            ],
          ] as const,
      ),
      { stroke: '#4a2a20', width: 0.9, opacity: 0.7 },
    ),
    ...times(3, i => {
      const share = 0.22 + i * 0.28 + roll() * 0.02
      return times(Math.floor(-eaves / STOREY) - 1, floor => {
        const [wx, wy] = [
          x + side * depth * share,
          up * share + (eaves * (1 - 0.18 * share) * (floor + 0.55)) / Math.floor(-eaves / STOREY) - 20,
        ]
        return plate(
          [
            [wx, wy],
            [wx + side * depth * 0.12, wy + up * 0.12],
            [wx + side * depth * 0.12, wy + up * 0.12 - 44],
            [wx, wy - 46],
          ],
          { fill: '#3a3632', stroke: '#c9ba96', width: 2 },
        )
      })
    }).flat(),
  ]
}
