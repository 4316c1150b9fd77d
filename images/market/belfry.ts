import { type Chance, times } from '../chance.js'
import type { Motif } from '../mark.js'
import { bar, blob, stroke, strokes } from '../pen.js'
import { TURN } from '../svg.js'
import { carillon } from './carillon.js'
import { clock } from './clock.js'
import { brickwork, quoins, stringCourse } from './masonry.js'
import { INK } from './perspective.js'
import { lancets, portal } from './portal.js'
import { balcony, dragon, spire, turret } from './steeple.js'
import { BRICK, STONE } from './stone.js'

const stages = [
  { half: 560, top: -980, bottom: 0 },
  { half: 500, top: -1720, bottom: -980 },
  { half: 430, top: -2440, bottom: -1720 },
] as const

export function belfry(roll: Chance): Motif {
  return [
    ...stages.flatMap(stage => shaft(roll, stage)),
    ...portal(roll),
    ...lancets(roll),
    ...clock(0, -1390, 300),
    ...carillon(),
    ...balcony(roll),
    ...spire(roll),
    ...turret(roll, -470, -2440),
    ...turret(roll, 470, -2440),
    ...dragon(),
  ]
}

function shaft(roll: Chance, { half, top, bottom }: (typeof stages)[number]): Motif {
  const outline = () => [-half, half] as const
  return [
    bar(-half, top, half * 2, bottom - top, { fill: '#bfa780' }),
    ...brickwork(roll, outline, top, bottom, BRICK, 11),
    bar(-half, top, half * 2, bottom - top, { fill: TURN }),
    ...quoins(roll, -half, top, bottom, 38, 1),
    ...quoins(roll, half, top, bottom, 38, -1),
    ...[-0.34, 0.34].flatMap(share => [
      bar(share * half * 2 - 26, top, 52, bottom - top, { fill: STONE, stroke: '#8d7a58', width: 3 }),
      strokes(
        times((bottom - top) / 44, i => [
          [share * half * 2 - 26, top + i * 44],
          [share * half * 2 + 26, top + i * 44],
        ]),
        { stroke: '#9a8763', width: 2 },
      ),
    ]),
    stroke(
      [
        [-half, bottom],
        [-half, top],
        [half, top],
        [half, bottom],
      ],
      { stroke: INK, width: 4 },
    ),
    ...stringCourse(-half - 26, top - 14, half * 2 + 52, 34),
    ...corbels(half, top + 20),
  ]
}

const corbels = (half: number, y: number): Motif => [
  ...times(half / 26, i => {
    const x = -half + 26 + i * 52
    return blob(
      [
        [x - 18, y],
        [x + 18, y],
        [x + 14, y + 22],
        [x, y + 34],
        [x - 14, y + 22],
      ],
      { fill: STONE, stroke: '#6f5d40', width: 2.4 },
    )
  }),
]
