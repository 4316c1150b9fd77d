import { type Chance, times } from '../chance.js'
import type { Motif, Point } from '../mark.js'
import { blob, oval, ovals, strokes, sweep } from '../pen.js'
import { soft } from '../svg.js'
import { trace } from '../trace.js'
import { freehand, hatch } from './hatch.js'
import { INK, WASH } from './ink.js'

export function scaffold(roll: Chance): Motif {
  const poles = [1440, 1540, 1640].map((x): Point[] => [
    [x, 2684],
    [x + 6, 1540],
  ])
  const decks = [2440, 2180, 1900, 1640].map((y): Point[] => [
    [1400, y],
    [1690, y - 6],
  ])
  return [
    ...freehand(roll, [...poles, ...decks], INK, 6),
    ...freehand(
      roll,
      decks.map(deck => deck.map(([x, y]): Point => [x, y + 12])),
      INK,
      3,
    ),
    ...freehand(
      roll,
      [
        trace('1640,2684 1440,2440'),
        trace('1440,2440 1640,2180'),
        trace('1640,2180 1440,1900'),
        trace('1440,1900 1640,1640'),
      ],
      INK,
      3.4,
    ),
    ...freehand(roll, [trace('1590,2684 1560,2440'), trace('1616,2684 1586,2440')], INK, 3.4),
    strokes(
      times(
        9,
        i =>
          [
            [1564 + i * 3.1, 2456 + i * 26],
            [1588 + i * 3.1, 2456 + i * 26],
          ] as const,
      ),
      { stroke: INK, width: 3.4 },
    ),
    ...[
      [1470, 2436, 1],
      [1610, 2176, -1],
      [1500, 1896, 1],
      [1580, 1896, -1],
      [1660, 2684, 1],
      [1820, 2686, -1],
      [1480, 1636, 1],
    ].flatMap(([x = 0, y = 0, side = 1]) => workman(roll, x, y, side)),
  ]
}

const workman = (roll: Chance, x: number, y: number, side: number): Motif => [
  oval(x, y - 92, 11, 13, { stroke: INK, width: 4 }),
  sweep(
    [
      [x - 15, y - 98],
      [x, y - 112],
      [x + 15, y - 98],
    ],
    { stroke: INK, width: 5 },
  ),
  blob(
    [
      [x - 14, y - 78],
      [x + 14, y - 78],
      [x + 18, y - 36],
      [x - 18, y - 36],
    ],
    { fill: WASH, stroke: INK, width: 4, opacity: 0.85 },
  ),
  ...freehand(
    roll,
    [
      [
        [x - 8, y - 36],
        [x - 12, y],
      ],
      [
        [x + 8, y - 36],
        [x + 13, y],
      ],
      [
        [x + side * 12, y - 72],
        [x + side * 36, y - 62],
        [x + side * 48, y - 84],
      ],
    ],
    INK,
    4.4,
  ),
  ovals([[x + side * 4, y - 94]], 1.8, 2, { fill: INK }),
]

export function crane(roll: Chance): Motif {
  const [cx, cy, reach] = [2060, 2380, 190]
  const spokes = times(10, (i): Point[] => [
    [cx, cy],
    [cx + Math.cos(i * 0.628) * reach, cy + Math.sin(i * 0.628) * reach],
  ])
  return [
    oval(cx, cy, reach, reach, { stroke: INK, width: 8 }),
    oval(cx, cy, reach - 22, reach - 22, { stroke: INK, width: 4 }),
    oval(cx, cy, 24, 24, { fill: WASH, stroke: INK, width: 5 }),
    ...freehand(roll, spokes, INK, 4),
    ...workman(roll, cx, cy + reach - 26, 1),
    ...freehand(
      roll,
      [
        trace('1930,2684 2050,2000 2180,2684'),
        trace('2050,2010 1700,1250'),
        trace('2050,2060 1722,1300'),
        trace('2050,2200 1880,1640'),
      ],
      INK,
      7,
    ),
    ...freehand(roll, [trace('1702,1256 1702,1520'), trace('2050,2010 2070,2200')], INK, 3),
    ...freehand(
      roll,
      [trace('1660,1520 1744,1520 1744,1590 1660,1590 1660,1520'), trace('1660,1520 1702,1480 1744,1520')],
      INK,
      5,
    ),
    hatch(roll, { x: 1662, y: 1522, width: 80, height: 66 }, 9, INK),
    oval(1702, 1256, 16, 16, { stroke: INK, width: 5 }),
    oval(2040, 2700, 260, 40, { fill: soft(WASH), opacity: 0.6 }),
  ]
}
