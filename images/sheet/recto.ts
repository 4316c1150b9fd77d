import { between, type Chance, chance, times } from '../chance.js'
import { letters } from '../lettering.js'
import { type Motif, type Placed, type Point, place } from '../mark.js'
import { blob, oval, plate, strokes, sweep, sweeps } from '../pen.js'
import { trace } from '../trace.js'
import { elevation } from './elevation.js'
import { freehand, hatch } from './hatch.js'
import { INK, WASH } from './ink.js'
import { crane, scaffold } from './site.js'

/** A builder's design for a belfry: elevation, plan, a crane at work, and his notes. */
export function recto(): Placed[] {
  const roll = chance('sheet/recto')
  const sheets: readonly Motif[] = [
    elevation(roll),
    scaffold(roll),
    crane(roll),
    plan(roll),
    detail(roll),
    notes(roll),
    scale(roll),
  ]
  return sheets.map(motif => place(motif, { x: 0, y: 0 }))
}

function plan(roll: Chance): Motif {
  const [x, y, half] = [2960, 960, 300]
  const square = (side: number): Point[] => [
    [x - side, y - side],
    [x + side, y - side],
    [x + side, y + side],
    [x - side, y + side],
    [x - side, y - side],
  ]
  return [
    plate([...square(half), ...square(half - 76).reverse()], { fill: WASH, opacity: 0.42 }),
    ...freehand(roll, [square(half), square(half - 76)], INK, 6),
    oval(x, y, half * 1.41, half * 1.41, { stroke: INK, width: 2.6, opacity: 0.6 }),
    oval(x, y, half - 76, half - 76, { stroke: INK, width: 3, opacity: 0.7 }),
    strokes(
      [
        [
          [x - 470, y],
          [x + 470, y],
        ],
        [
          [x, y - 470],
          [x, y + 470],
        ],
        [
          [x - half, y - half],
          [x + half, y + half],
        ],
        [
          [x + half, y - half],
          [x - half, y + half],
        ],
      ],
      { stroke: INK, width: 2.4, opacity: 0.55 },
    ),
    ...trace('-1,-1 1,-1 1,1 -1,1').flatMap(([sx = 1, sy = 1]) => [
      oval(x + sx * half, y + sy * half, 74, 74, { fill: '#d9c7a0', stroke: INK, width: 6 }),
      oval(x + sx * half, y + sy * half, 46, 46, { stroke: INK, width: 4 }),
      hatch(roll, { x: x + sx * half - 40, y: y + sy * half - 40, width: 80, height: 80 }, 12, INK, 2.4),
    ]),
    strokes(
      times(
        10,
        i =>
          [
            [x - 190 + i * 22, y + 60],
            [x - 190 + i * 22, y + 150],
          ] as const,
      ),
      { stroke: INK, width: 3.4 },
    ),
    ...letters('A', x - half - 150, y - 30, { size: 44, ink: INK, weight: 0.6 }),
    ...letters('B', x + half + 120, y - 30, { size: 44, ink: INK, weight: 0.6 }),
  ]
}

/** The largest bell, with its measures. */
function detail(roll: Chance): Motif {
  const [x, y] = [2960, 2250]
  const side = (s: number): Point[] => [
    [x + s * 90, y - 300],
    [x + s * 120, y - 180],
    [x + s * 160, y + 20],
    [x + s * 270, y + 170],
  ]
  return [
    blob([...side(-1), ...side(1).reverse()], { fill: WASH, opacity: 0.22 }),
    ...freehand(
      roll,
      [
        side(-1),
        side(1),
        [
          [x - 270, y + 170],
          [x, y + 200],
          [x + 270, y + 170],
        ],
        [
          [x - 90, y - 300],
          [x, y - 318],
          [x + 90, y - 300],
        ],
        [
          [x - 60, y - 312],
          [x - 60, y - 380],
          [x + 60, y - 380],
          [x + 60, y - 312],
        ],
      ],
      INK,
      7,
    ),
    hatch(roll, { x: x - 130, y: y - 240, width: 90, height: 240 }, 11, INK),
    hatch(roll, { x: x - 190, y: y + 10, width: 150, height: 150 }, 12, INK),
    sweeps(
      [-150, -110, 60, 96].map(dy => [
        [x - 126 - Math.max(0, dy) * 0.7, y + dy],
        [x, y + dy + 22],
        [x + 126 + Math.max(0, dy) * 0.7, y + dy],
      ]),
      { stroke: INK, width: 4 },
    ),
    ...letters('VOX VRBIS', x - 118, y - 60, { size: 36, ink: INK, weight: 0.7 }),
    oval(x, y + 226, 34, 32, { fill: '#6b4a2e', stroke: INK, width: 5 }),
    strokes(
      [
        [
          [x - 270, y + 320],
          [x + 270, y + 320],
        ],
        [
          [x - 270, y + 300],
          [x - 270, y + 340],
        ],
        [
          [x + 270, y + 300],
          [x + 270, y + 340],
        ],
        [
          [x + 380, y - 380],
          [x + 380, y + 190],
        ],
      ],
      { stroke: INK, width: 3.4 },
    ),
    ...letters('5 pieds', x - 90, y + 340, { size: 46, ink: INK, flowing: true, slant: 0.3, weight: 0.5 }),
  ]
}

function notes(roll: Chance): Motif {
  const write = (text: string, x: number, y: number, size = 44) =>
    letters(text, x + between(roll, -4, 4), y, { size, ink: INK, flowing: true, slant: 0.32, weight: 0.5 })
  return [
    ...letters('PROJET DE BEFFROI', 2480, 300, { size: 62, ink: INK, weight: 0.62 }),
    ...['que la voix porte', 'jusques aux moulins', 'et que le chat', 'ait son escalier'].flatMap((text, i) =>
      write(text, 180, 900 + i * 92),
    ),
    sweep(trace('600,1260 760,1340 900,1300'), { stroke: INK, width: 4 }),
    ...['brique de la ville', 'pierre blanche', 'ardoise'].flatMap((text, i) => write(text, 190, 1760 + i * 84, 38)),
    ...write('le plan', 2820, 1480, 52),
    ...write('la grosse cloche', 2620, 2690, 46),
    ...write('grue a roue', 1980, 2760, 36),
    ...write('Beffroi inv. 2026', 3330, 2820, 30),
  ]
}

const scale = (roll: Chance): Motif => [
  ...freehand(roll, [trace('240,2790 1140,2790'), trace('240,2810 1140,2810')], INK, 4),
  strokes(
    times(
      10,
      i =>
        [
          [240 + i * 100, 2780],
          [240 + i * 100, 2820],
        ] as const,
    ),
    { stroke: INK, width: 4 },
  ),
  ...times(5, i =>
    plate(
      [
        [240 + i * 200, 2790],
        [340 + i * 200, 2790],
        [340 + i * 200, 2810],
        [240 + i * 200, 2810],
      ],
      { fill: INK, opacity: 0.8 },
    ),
  ).slice(0, 5),
  ...letters('90 pieds', 700, 2840, { size: 34, ink: INK, flowing: true, slant: 0.3, weight: 0.5 }),
]
