import { type Chance, times } from '../chance.js'
import { darker } from '../colour.js'
import { letters } from '../lettering.js'
import { type Motif, moved, type Point } from '../mark.js'
import { bar, blob, limb, oval, ovals, plate, strokes, sweeps } from '../pen.js'
import { TURN } from '../svg.js'
import { trace } from '../trace.js'
import { bell } from './carillon.js'
import { figure, someone } from './figure.js'
import { trumpet } from './held.js'
import { brickwork, stringCourse, tiling } from './masonry.js'
import { INK } from './perspective.js'
import { poses } from './pose.js'
import { BRICK, SLATE, STONE } from './stone.js'
import { casement } from './window.js'

export const DRAGON: Point = [0, -3640]

export function balcony(roll: Chance): Motif {
  const heralds = times(4, i =>
    moved(
      figure(
        someone(roll, { skirts: false, back: false, pose: poses.pipe, hat: 'beret', hatColour: '#8e3427' }),
        true,
        trumpet,
      ),
      -300 + i * 190,
      -2452,
      1.5,
    ),
  ).flat()
  return [
    ...heralds,
    bar(-480, -2520, 960, 14, { fill: STONE, stroke: INK, width: 3 }),
    ...times(32, i => bar(-470 + i * 30, -2508, 11, 58, { fill: '#bfae88', stroke: '#6f5d40', width: 2 })),
    bar(-490, -2454, 980, 24, { fill: '#d8c9a6', stroke: INK, width: 3 }),
    ...letters('MMXXVI', -60, -2449, { size: 12, ink: '#5b3f28' }),
  ]
}

export function turret(roll: Chance, x: number, y: number): Motif {
  return [
    blob(
      [
        [x - 84, y + 10],
        [x + 84, y + 10],
        [x + 50, y + 120],
        [x, y + 190],
        [x - 50, y + 120],
      ],
      { fill: STONE, stroke: INK, width: 4 },
    ),
    bar(x - 84, y - 300, 168, 310, { fill: '#bfa780', stroke: INK, width: 4 }),
    ...brickwork(roll, () => [x - 84, x + 84], y - 300, y + 6, BRICK, 11),
    bar(x - 84, y - 300, 168, 310, { fill: TURN }),
    bar(x - 16, y - 230, 32, 120, { fill: '#2a211c', stroke: STONE, width: 8 }),
    ...stringCourse(x - 96, y - 316, 192, 20),
    plate(
      [
        [x - 104, y - 316],
        [x, y - 720],
        [x + 104, y - 316],
      ],
      { fill: darker(SLATE, 0.3), stroke: INK, width: 4 },
    ),
    ...tiling(
      roll,
      ty => [x - ((ty - y + 720) / 404) * 104, x + ((ty - y + 720) / 404) * 104],
      y - 700,
      y - 316,
      SLATE,
      17,
    ),
    plate(
      [
        [x - 104, y - 316],
        [x, y - 720],
        [x + 104, y - 316],
      ],
      { fill: TURN },
    ),
    limb(
      [
        [x, y - 700],
        [x, y - 830],
      ],
      [6, 3],
      { fill: '#5b4a2c' },
    ),
    blob(
      [
        [x, y - 826],
        [x + 66, y - 812],
        [x + 50, y - 796],
        [x + 66, y - 780],
        [x, y - 786],
      ],
      { fill: '#d0a552', stroke: INK, width: 2.4 },
    ),
  ]
}

export function spire(roll: Chance): Motif {
  const outline = (y: number): readonly [number, number] => {
    const up = (-2460 - y) / 560
    const half = 360 * (1 - up) ** 1.15 + 120
    return [-half, half]
  }
  const bulb = trace('-150,-3260 -190,-3330 -120,-3400 -30,-3470 0,-3560 30,-3470 120,-3400 190,-3330 150,-3260')
  const roof: Point[] = [
    ...times(12, i => [outline(-2460 - i * 50)[0], -2460 - i * 50] as Point),
    ...times(12, i => [outline(-3010 + i * 50)[1], -3010 + i * 50] as Point),
  ]
  return [
    plate(roof, { fill: darker(SLATE, 0.3), stroke: INK, width: 4 }),
    ...tiling(roll, outline, -3010, -2464, SLATE, 19),
    plate(roof, { fill: TURN }),
    ...[-150, 150].flatMap(x => moved(casement(roll, 24, 34, 'person'), x, -2600, 2.6)),
    bar(-130, -3270, 260, 260, { fill: '#3a2f28', stroke: INK, width: 4 }),
    ...bell(0, -3220, 74),
    ...[-130, -48, 48, 130].map(x => bar(x - 13, -3270, 26, 260, { fill: STONE, stroke: INK, width: 3 })),
    ...stringCourse(-160, -3290, 320, 26),
    ...stringCourse(-160, -3024, 320, 22),
    blob(bulb, { fill: SLATE, stroke: INK, width: 4 }),
    sweeps(
      [-0.5, -0.2, 0.12, 0.44].map(share => [
        [share * 250, -3270],
        [share * 330, -3335],
        [share * 190, -3400],
        [share * 50, -3470],
        [0, -3550],
      ]),
      { stroke: darker(SLATE, 0.4), width: 4 },
    ),
    blob(bulb, { fill: TURN }),
    oval(0, -3560, 20, 20, { fill: '#d0a552', stroke: INK, width: 3 }),
  ]
}

export function dragon(): Motif {
  const [x, y] = DRAGON
  const gold = '#d9b154'
  return [
    limb(
      [
        [x, y + 90],
        [x, y + 20],
      ],
      [8, 5],
      { fill: '#5b4a2c' },
    ),
    limb(
      [
        [x - 140, y - 26],
        [x - 104, y + 10],
        [x - 60, y + 6],
        [x - 10, y + 16],
        [x + 46, y - 6],
        [x + 78, y - 48],
      ],
      [4, 14, 24, 40, 28, 22],
      { fill: gold, stroke: INK, width: 3 },
    ),
    plate(
      [
        [x - 140, y - 26],
        [x - 166, y - 40],
        [x - 150, y - 12],
      ],
      { fill: gold, stroke: INK, width: 3 },
    ),
    blob(
      [
        [x + 66, y - 46],
        [x + 70, y - 76],
        [x + 96, y - 78],
        [x + 138, y - 62],
        [x + 138, y - 50],
        [x + 104, y - 42],
      ],
      { fill: gold, stroke: INK, width: 3 },
    ),
    limb(
      [
        [x + 134, y - 58],
        [x + 156, y - 60],
        [x + 170, y - 50],
      ],
      [5, 4, 2],
      { fill: '#a8322a' },
    ),
    oval(x + 96, y - 63, 4.6, 4.6, { fill: INK }),
    plate(
      [
        [x + 74, y - 74],
        [x + 64, y - 96],
        [x + 86, y - 78],
      ],
      { fill: gold, stroke: INK, width: 2.4 },
    ),
    plate(
      [
        [x - 14, y],
        [x - 66, y - 104],
        [x - 30, y - 84],
        [x - 12, y - 118],
        [x + 8, y - 78],
        [x + 34, y - 92],
        [x + 26, y - 4],
      ],
      { fill: darker(gold, 0.16), stroke: INK, width: 3 },
    ),
    strokes(
      [
        [
          [x - 8, y - 4],
          [x - 30, y - 84],
        ],
        [
          [x + 2, y - 4],
          [x - 12, y - 116],
        ],
        [
          [x + 14, y - 6],
          [x + 10, y - 78],
        ],
      ],
      { stroke: darker(gold, 0.5), width: 2.4 },
    ),
    ovals(
      times(9, i => [x - 76 + i * 15, y + 12 - (i > 6 ? (i - 6) * 8 : 0)]),
      5,
      3.4,
      { fill: darker(gold, 0.3) },
    ),
    limb(
      [
        [x - 20, y + 26],
        [x - 26, y + 48],
      ],
      [8, 5],
      { fill: gold, stroke: INK, width: 2 },
    ),
    limb(
      [
        [x + 24, y + 18],
        [x + 22, y + 42],
      ],
      [8, 5],
      { fill: gold, stroke: INK, width: 2 },
    ),
  ]
}
