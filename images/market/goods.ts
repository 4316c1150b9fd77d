import { between, type Chance, pick, times } from '../chance.js'
import { darker, lighter } from '../colour.js'
import { type Motif, moved, type Point } from '../mark.js'
import { bar, blob, limb, oval, ovals, strokes, sweep, sweeps } from '../pen.js'
import { trace } from '../trace.js'
import { line, row } from './counter.js'
import { fish } from './held.js'

export function fishmonger(roll: Chance): Motif {
  const laid = row(13, -78, 78).flatMap(x => moved(fish, x, -9 + between(roll, -1, 1), 0.74))
  return [
    bar(-80, -10, 160, 12, { fill: '#cfd3c8', ...line() }),
    ...laid,
    ...row(5, -60, 60).flatMap(x => [
      oval(x, 3, 4, 3, { fill: '#8f8a78', ...line(0.35) }),
      sweep(
        [
          [x - 3, 2],
          [x, 4.6],
          [x + 3, 2],
        ],
        { stroke: '#e9dcc0', width: 0.5 },
      ),
    ]),
  ]
}

export const wedge = (): Motif => [
  blob(trace('-10,0 6,-7 12,-1 12,5 -8,6'), { fill: '#ecd08a', ...line() }),
  ovals(trace('0,0 6,1 -4,3 8,-3'), 1, 0.8, { fill: '#b5853a' }),
]

export const lace = (x: number): Motif => [
  blob(
    [
      [x - 16, -10],
      [x + 16, -10],
      [x + 15, 20],
      [x + 8, 26],
      [x, 22],
      [x - 8, 26],
      [x - 15, 20],
    ],
    { fill: '#f3ecdc', ...line(0.4) },
  ),
  sweeps(
    times(6, i => [
      [x - 14, -5 + i * 4.4],
      [x - 7, -2 + i * 4.4],
      [x, -5 + i * 4.4],
      [x + 7, -2 + i * 4.4],
      [x + 14, -5 + i * 4.4],
    ]),
    { stroke: '#9a8a6c', width: 0.5 },
  ),
  ovals(
    times(12, i => [x - 12 + (i % 4) * 8, 0 + Math.floor(i / 4) * 8]),
    1.6,
    1.6,
    { stroke: '#8a7a5c', width: 0.5 },
  ),
  ovals(
    times(5, i => [x - 12 + i * 6, 20]),
    0.8,
    0.8,
    { fill: '#7a2b26' },
  ),
]

export function cabbage(roll: Chance, x: number, y: number, size: number): Motif {
  const green = pick(roll, ['#7d8c56', '#6a7a48', '#93a06a', '#7d5a6c'])
  const leaf = (turn: number): Point[] => [
    [x, y],
    [x + Math.cos(turn - 0.5) * size, y + Math.sin(turn - 0.5) * size * 0.8],
    [x + Math.cos(turn) * size * 1.1, y + Math.sin(turn) * size * 0.9],
    [x + Math.cos(turn + 0.5) * size, y + Math.sin(turn + 0.5) * size * 0.8],
  ]
  return [
    ...times(6, i => blob(leaf(i * 1.05), { fill: i % 2 ? darker(green, 0.15) : green, ...line(0.35) })),
    oval(x, y - 1, size * 0.66, size * 0.6, { fill: lighter(green, 0.25), ...line(0.35) }),
    sweeps(
      [
        [
          [x - 4, y - 2],
          [x, y + 1],
          [x + 3, y - 4],
        ],
        [
          [x, y + 4],
          [x + 1, y],
          [x + 5, y - 1],
        ],
        [
          [x - 2, y - 5],
          [x, y - 2],
          [x + 1, y + 2],
        ],
      ],
      { stroke: lighter(green, 0.65), width: 0.5 },
    ),
  ]
}

export const roots = (): Motif =>
  times(6, i =>
    limb(
      [
        [i * 5, -4],
        [i * 5 + 3, 6],
        [i * 5 + 2, 13],
      ],
      [4, 2.6, 0.6],
      { fill: i % 2 ? '#c4772f' : '#d8cbb0', ...line(0.35) },
    ),
  )

export const pot = (x: number, height: number, fill: string): Motif => [
  blob(
    [
      [x - 4, -height],
      [x + 4, -height],
      [x + 4, -height * 0.8],
      [x + 8.4, -height * 0.4],
      [x + 5, 1],
      [x - 5, 1],
      [x - 8.4, -height * 0.4],
      [x - 4, -height * 0.8],
    ],
    { fill, ...line() },
  ),
  sweep(
    [
      [x + 4, -height * 0.9],
      [x + 12, -height * 0.7],
      [x + 7, -height * 0.3],
    ],
    { stroke: darker(fill, 0.3), width: 1.6 },
  ),
  sweeps(
    [
      [
        [x - 7.6, -height * 0.5],
        [x, -height * 0.4],
        [x + 7.6, -height * 0.5],
      ],
      [
        [x - 7, -height * 0.3],
        [x, -height * 0.2],
        [x + 7, -height * 0.3],
      ],
    ],
    { stroke: darker(fill, 0.5), width: 0.7 },
  ),
]

export const ham = (x: number): Motif => [
  blob(
    [
      [x - 13, -2],
      [x - 6, -9],
      [x + 6, -8],
      [x + 14, -3],
      [x + 8, 3],
      [x - 8, 3],
    ],
    { fill: '#a85a48', ...line() },
  ),
  oval(x - 8, -3, 4, 3.4, { fill: '#e3b8a2', ...line(0.35) }),
  oval(x - 8, -3, 1.4, 1.2, { fill: '#f3ecdc' }),
]

export function book(roll: Chance, x: number, index: number): Motif {
  const fill = pick(roll, ['#8e3427', '#43596b', '#4f5b3a', '#6a4a35'])
  return index % 3 === 0
    ? [
        bar(x - 9, -24, 18, 24, { fill: '#efe3c8', ...line() }),
        oval(x, -15, 4, 5, { fill: '#b9795a', ...line(0.3) }),
        strokes(
          times(4, i => [
            [x - 6, -7 + i * 1.6],
            [x + 6, -7 + i * 1.6],
          ]),
          { stroke: '#5b4630', width: 0.4 },
        ),
      ]
    : [
        bar(x - 8, -6, 17, 6, { fill, ...line() }),
        bar(x - 7, -11, 15, 5, { fill: lighter(fill, 0.25), ...line() }),
        strokes(
          [
            [
              [x - 5, -5],
              [x - 5, -1],
            ],
            [
              [x + 5, -5],
              [x + 5, -1],
            ],
          ],
          { stroke: '#d0a552', width: 0.7 },
        ),
      ]
}
