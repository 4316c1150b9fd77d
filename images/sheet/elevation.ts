import { between, type Chance, times } from '../chance.js'
import type { Motif, Point } from '../mark.js'
import { blob, oval, plate, strokes, sweep } from '../pen.js'
import { trace } from '../trace.js'
import { freehand, hatch } from './hatch.js'
import { INK, WASH } from './ink.js'

const storeys = [
  { half: 250, top: 2120, bottom: 2680 },
  { half: 222, top: 1560, bottom: 2120 },
  { half: 192, top: 1060, bottom: 1560 },
] as const

const AXIS = 1180

export function elevation(roll: Chance): Motif {
  const box = (half: number, top: number, bottom: number): Point[][] => [
    [
      [AXIS - half, bottom],
      [AXIS - half, top],
      [AXIS + half, top],
      [AXIS + half, bottom],
    ],
  ]
  const arch = (x: number, y: number, half: number, height: number): Point[] => [
    [x - half, y],
    [x - half, y - height * 0.7],
    [x - half * 0.6, y - height * 0.92],
    [x, y - height],
    [x + half * 0.6, y - height * 0.92],
    [x + half, y - height * 0.7],
    [x + half, y],
  ]
  return [
    ...storeys.map(({ half, top, bottom }) =>
      plate(
        [
          [AXIS - half, top],
          [AXIS, top],
          [AXIS - 20, bottom],
          [AXIS - half, bottom],
        ],
        { fill: WASH, opacity: 0.3 },
      ),
    ),
    plate(
      [
        [AXIS - 180, 1060],
        [AXIS, 330],
        [AXIS, 1060],
      ],
      { fill: WASH, opacity: 0.36 },
    ),
    ...storeys.flatMap(({ half, top, bottom }) => [
      ...freehand(roll, box(half, top, bottom), INK, 7),
      ...freehand(
        roll,
        [
          [
            [AXIS - half - 26, top],
            [AXIS + half + 26, top],
          ],
          [
            [AXIS - half - 18, top + 26],
            [AXIS + half + 18, top + 26],
          ],
        ],
        INK,
        6,
      ),
      hatch(roll, { x: AXIS - half + 4, y: top + 30, width: half * 0.62, height: bottom - top - 40 }, 13, INK),
      hatch(roll, { x: AXIS - half + 4, y: top + 30, width: half * 0.34, height: bottom - top - 40 }, 15, INK, 3, -0.6),
      strokes(
        times((bottom - top) / 24, i => {
          const y = top + 36 + i * 24
          const a = AXIS + between(roll, 20, half * 0.6)
          return [
            [a, y],
            [a + between(roll, 20, 70), y],
          ] as const
        }).filter(([a]) => a[1] < bottom - 8),
        { stroke: INK, width: 2.6, opacity: 0.6 },
      ),
    ]),
    ...freehand(roll, [arch(AXIS, 2680, 96, 330), arch(AXIS, 2680, 74, 290)], INK, 6),
    blob(arch(AXIS, 2676, 60, 260), { fill: '#5b3f28', opacity: 0.55 }),
    ...[-110, 110].flatMap(dx => [
      ...freehand(roll, [arch(AXIS + dx, 2430, 34, 150)], INK, 5),
      hatch(roll, { x: AXIS + dx - 30, y: 2300, width: 60, height: 126 }, 9, INK),
    ]),
    ...[-108, 0, 108].flatMap(dx => [
      ...freehand(roll, [arch(AXIS + dx, 1480, 42, 300)], INK, 5),
      hatch(roll, { x: AXIS + dx - 36, y: 1200, width: 72, height: 276 }, 9, INK),
      ...smallBells(AXIS + dx, 1260),
    ]),
    oval(AXIS, 1830, 150, 150, { stroke: INK, width: 7 }),
    oval(AXIS, 1830, 122, 122, { stroke: INK, width: 3.4 }),
    oval(AXIS, 1830, 12, 12, { fill: INK }),
    strokes(
      times(
        12,
        i =>
          [
            [AXIS + Math.sin(i * 0.5236) * 124, 1830 - Math.cos(i * 0.5236) * 124],
            [AXIS + Math.sin(i * 0.5236) * 148, 1830 - Math.cos(i * 0.5236) * 148],
          ] as const,
      ),
      { stroke: INK, width: 6 },
    ),
    ...freehand(
      roll,
      [
        [
          [AXIS, 1830],
          [AXIS - 96, 1776],
        ],
        [
          [AXIS, 1830],
          [AXIS + 40, 1790],
        ],
      ],
      INK,
      7,
    ),
    ...freehand(
      roll,
      [
        [
          [AXIS - 184, 1060],
          [AXIS - 150, 900],
          [AXIS - 70, 720],
          [AXIS, 330],
        ],
        [
          [AXIS + 184, 1060],
          [AXIS + 150, 900],
          [AXIS + 70, 720],
          [AXIS, 330],
        ],
      ],
      INK,
      7,
    ),
    hatch(roll, { x: AXIS - 120, y: 830, width: 110, height: 220 }, 11, INK),
    hatch(roll, { x: AXIS - 56, y: 560, width: 50, height: 260 }, 10, INK),
    ...[-1, 1].flatMap(side =>
      freehand(
        roll,
        [
          [
            [AXIS + side * 160, 1060],
            [AXIS + side * 160, 880],
            [AXIS + side * 190, 700],
            [AXIS + side * 220, 880],
            [AXIS + side * 220, 1060],
          ],
          [
            [AXIS + side * 150, 884],
            [AXIS + side * 230, 884],
          ],
        ],
        INK,
        5,
      ),
    ),
    ...dragonSketch(roll),
    ...ground(roll),
  ]
}

const smallBells = (x: number, y: number): Motif =>
  times(3, i =>
    sweep(
      [
        [x - 8, y + i * 66],
        [x - 12, y + 20 + i * 66],
        [x - 22, y + 34 + i * 66],
        [x + 22, y + 34 + i * 66],
        [x + 12, y + 20 + i * 66],
        [x + 8, y + i * 66],
      ],
      { stroke: INK, width: 4.4 },
    ),
  )

const dragonSketch = (roll: Chance): Motif => [
  ...freehand(
    roll,
    [
      [
        [AXIS, 330],
        [AXIS, 262],
      ],
      [
        [AXIS - 84, 236],
        [AXIS - 50, 262],
        [AXIS, 246],
        [AXIS + 40, 262],
        [AXIS + 62, 226],
        [AXIS + 104, 216],
        [AXIS + 70, 246],
      ],
      [
        [AXIS - 10, 246],
        [AXIS - 40, 186],
        [AXIS - 14, 198],
        [AXIS, 172],
        [AXIS + 16, 200],
        [AXIS + 28, 250],
      ],
    ],
    INK,
    5,
  ),
  oval(AXIS + 74, 226, 4, 4, { fill: INK }),
]

const ground = (roll: Chance): Motif => [
  ...freehand(roll, [trace('560,2690 900,2684 1500,2688 2300,2680')], INK, 6),
  hatch(roll, { x: 620, y: 2696, width: 420, height: 60 }, 12, INK, 3, -2.4),
  hatch(roll, { x: 1480, y: 2694, width: 700, height: 46 }, 15, INK, 3, -2.4),
]
