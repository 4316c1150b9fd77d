import { between, chance, times } from '../chance.js'
import type { Motif } from '../mark.js'
import { bar, limb, oval, ovals, plate, stroke, strokes } from '../pen.js'
import { FALL, soft } from '../svg.js'
import { trace } from '../trace.js'

export function view(): Motif {
  const roll = chance('panel/view')
  const frame = { fill: '#6b4a2e', stroke: '#1b1510', width: 8 }
  return [
    bar(2900, 460, 820, 1240, { fill: '#a9bcc0' }),
    oval(3310, 1250, 400, 300, { fill: soft('#f3e6c6') }),
    ...trace('3080,700 3420,620 3530,820').map(([x = 0, y = 0]) => oval(x, y, 150, 54, { fill: soft('#f4ead2') })),
    plate(trace('2930,1340 3080,1300 3240,1325 3460,1292 3690,1318 3690,1440 2930,1440'), { fill: '#8fa39a' }),
    plate(trace('2930,1410 3200,1385 3690,1405 3690,1690 2930,1690'), { fill: '#8b9160' }),
    plate(
      trace('3060,1690 3150,1560 3240,1490 3222,1440 3270,1400 3290,1402 3268,1444 3300,1494 3230,1570 3250,1690'),
      { fill: '#c9d0c4' },
    ),
    ...belfryFarOff(3480, 1440),
    ...times(40, () => {
      const [x, y] = [between(roll, 2950, 3670), between(roll, 1450, 1660)]
      return oval(x, y, between(roll, 8, 24), between(roll, 8, 18), {
        fill: roll() < 0.5 ? '#5d6b45' : '#74804f',
        stroke: '#3b4630',
        width: 2,
      })
    }),
    ...times(9, i =>
      limb(
        [
          [2960 + i * 26, 1440],
          [2960 + i * 26, 1375 - (i % 3) * 14],
        ],
        [10, 4],
        { fill: '#4d5a3c' },
      ),
    ),
    stroke(trace('3310,490 3310,1670'), { stroke: '#4a3220', width: 26 }),
    stroke(trace('2930,930 3690,930'), { stroke: '#4a3220', width: 22 }),
    strokes(
      times(5, i => [
        [2930 + i * 190, 490],
        [2930 + i * 190, 925],
      ]),
      { stroke: '#33302a', width: 4 },
    ),
    strokes(
      times(4, i => [
        [2930, 580 + i * 90],
        [3690, 580 + i * 90],
      ]),
      { stroke: '#33302a', width: 4 },
    ),
    bar(2860, 420, 900, 70, frame),
    bar(2860, 420, 70, 1320, frame),
    bar(3690, 420, 70, 1320, frame),
    bar(2820, 1670, 980, 110, { fill: '#7d5a38', stroke: '#1b1510', width: 8 }),
    bar(2820, 1670, 980, 110, { fill: FALL }),
    oval(2790, 1100, 90, 760, { fill: soft('#14120e'), opacity: 0.5 }),
  ]
}

const belfryFarOff = (x: number, y: number): Motif => [
  ...[-150, -96, 64, 118].map((dx, i) =>
    plate(
      [
        [x + dx, y],
        [x + dx, y - 50 - i * 6],
        [x + dx + 26, y - 86 - i * 6],
        [x + dx + 52, y - 50 - i * 6],
        [x + dx + 52, y],
      ],
      { fill: i % 2 ? '#a86a52' : '#b98a6a', stroke: '#4a382a', width: 3 },
    ),
  ),
  plate(
    [
      [x - 34, y],
      [x - 34, y - 250],
      [x + 34, y - 250],
      [x + 34, y],
    ],
    { fill: '#a5634a', stroke: '#4a382a', width: 4 },
  ),
  plate(
    [
      [x - 38, y - 250],
      [x, y - 350],
      [x + 38, y - 250],
    ],
    { fill: '#5c6e78', stroke: '#4a382a', width: 4 },
  ),
  oval(x, y - 190, 20, 20, { fill: '#e9dcc0', stroke: '#4a382a', width: 3 }),
  strokes(
    [
      [
        [x, y - 190],
        [x, y - 203],
      ],
      [
        [x, y - 190],
        [x - 9, y - 186],
      ],
    ],
    { stroke: '#33241a', width: 3 },
  ),
  ovals(
    [
      [x - 10, y - 228],
      [x + 10, y - 228],
    ],
    6,
    10,
    { fill: '#33241a' },
  ),
]
