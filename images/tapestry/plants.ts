import { between, type Chance, pick, times } from '../chance.js'
import { darker, lighter } from '../colour.js'
import type { Motif, Point } from '../mark.js'
import { blob, limb, oval, ovals, sweep, sweeps } from '../pen.js'
import { trace } from '../trace.js'

/** The thousand flowers of a verdure, a hundred units high, rooted at the origin. */
const greens = ['#5b7450', '#7f9163', '#4d6f56', '#8a9a68', '#3f6a5a'] as const

function leafAt(x: number, y: number, turn: number, size: number, fill: string): Motif {
  const [dx, dy] = [Math.cos(turn) * size, Math.sin(turn) * size]
  return [
    blob(
      [
        [x, y],
        [x + dx * 0.5 - dy * 0.3, y + dy * 0.5 + dx * 0.3],
        [x + dx, y + dy],
        [x + dx * 0.5 + dy * 0.3, y + dy * 0.5 - dx * 0.3],
      ],
      { fill, stroke: '#1f2d28', width: 1.4 },
    ),
    sweep(
      [
        [x, y],
        [x + dx * 0.9, y + dy * 0.9],
      ],
      { stroke: lighter(fill, 0.45), width: 1.6 },
    ),
  ]
}

export function flower(roll: Chance): Motif {
  const kind = pick(roll, [daisy, tulip, bluebell, strawberry, fern, pansy])
  return kind(roll, pick(roll, greens))
}

const petals = (x: number, y: number, count: number, reach: number, size: number, fill: string): Motif => [
  ovals(
    times(count, (i): Point => [x + Math.cos((i / count) * 6.283) * reach, y + Math.sin((i / count) * 6.283) * reach]),
    size,
    size,
    { fill, stroke: darker(fill, 0.5), width: 1 },
  ),
]

function daisy(roll: Chance, green: string): Motif {
  const fill = pick(roll, ['#efe4c8', '#dfb399', '#e2cf9f', '#cf8a6e'])
  const heads = trace('0,-96 -26,-70 28,-76')
  return [
    sweeps(
      heads.map(([x, y]) => [
        [0, 0],
        [x * 0.3, y * 0.5],
        [x, y],
      ]),
      { stroke: green, width: 4 },
    ),
    ...[-2.6, -0.5, -2.2, -0.9].flatMap(turn => leafAt(0, -8, turn, between(roll, 28, 40), green)),
    ...heads.flatMap(([x, y]) => [...petals(x, y, 8, 11, 6, fill), oval(x, y, 6.5, 6.5, { fill: '#c79a3c' })]),
  ]
}

function tulip(roll: Chance, green: string): Motif {
  const fill = pick(roll, ['#b9604a', '#9c4033', '#c79a3c', '#dfb399'])
  return [
    sweep(trace('0,0 3,-40 0,-70'), { stroke: green, width: 5 }),
    ...leafAt(0, 0, -2, 62, green),
    ...leafAt(0, 0, -1.1, 56, darker(green, 0.2)),
    blob(trace('-16,-100 -8,-90 0,-106 8,-90 16,-100 15,-74 0,-64 -15,-74'), { fill, stroke: '#5a1f1c', width: 1.6 }),
    sweeps([trace('-7,-88 -5,-70'), trace('7,-88 5,-70')], { stroke: lighter(fill, 0.5), width: 2 }),
  ]
}

function bluebell(_: Chance, green: string): Motif {
  const bells = trace('14,-88 24,-70 -8,-76 26,-50 -16,-56')
  return [
    sweep(trace('0,0 -2,-50 12,-96'), { stroke: green, width: 4 }),
    ...leafAt(0, 0, -2.3, 50, green),
    ...leafAt(0, 0, -0.7, 44, green),
    ...bells.map(([x, y]) =>
      blob(
        [
          [x - 4, y - 8],
          [x + 4, y - 8],
          [x + 9, y + 8],
          [x, y + 5],
          [x - 9, y + 8],
        ],
        { fill: '#7693a0', stroke: '#26374a', width: 1.4 },
      ),
    ),
  ]
}

function strawberry(roll: Chance, green: string): Motif {
  return [
    ...times(7, i => leafAt(0, -4, -0.2 - i * 0.45, between(roll, 34, 52), i % 2 ? green : darker(green, 0.2))).flat(),
    sweeps([trace('0,0 -20,-40 -34,-34'), trace('0,0 18,-52 36,-42')], { stroke: green, width: 3 }),
    ...trace('-34,-28 36,-36 4,-62').map(([x = 0, y = 0]) =>
      blob(
        [
          [x - 9, y - 8],
          [x, y - 10],
          [x + 9, y - 8],
          [x + 5, y + 6],
          [x, y + 12],
          [x - 5, y + 6],
        ],
        { fill: '#9c4033', stroke: '#5a1f1c', width: 1.4 },
      ),
    ),
    ...petals(-12, -64, 5, 8, 5, '#efe4c8'),
  ]
}

const fern = (_: Chance, green: string): Motif => [
  sweep(trace('0,0 4,-50 22,-100'), { stroke: green, width: 4 }),
  ...times(8, i => [
    ...leafAt(1 + i * i * 0.33, -8 - i * 11.5, -2.7 + i * 0.06, 32 - i * 3, green),
    ...leafAt(1 + i * i * 0.33, -8 - i * 11.5, -0.5 - i * 0.06, 32 - i * 3, green),
  ]).flat(),
]

function pansy(roll: Chance, green: string): Motif {
  const heads = trace('-14,-66 20,-84')
  return [
    sweeps(
      heads.map(([x, y]) => [
        [0, 0],
        [x * 0.4, y * 0.6],
        [x, y],
      ]),
      { stroke: green, width: 4 },
    ),
    ...[-2.7, -0.4, -1.9].flatMap(turn => leafAt(0, -6, turn, between(roll, 30, 46), green)),
    ...heads.flatMap(([x, y]) => [
      ...petals(x, y, 5, 10, 8.5, '#7a5a6a'),
      oval(x, y + 3, 6, 5, { fill: '#c79a3c' }),
      oval(x, y, 2.4, 2.4, { fill: '#332a25' }),
    ]),
  ]
}

/** An oak or orange tree that stands behind the beast. */
export function tree(roll: Chance, fruit: string): Motif {
  const crown = times(150, (): Point => {
    const t = roll() * 6.283
    const r = Math.sqrt(roll())
    return [Math.cos(t) * 500 * r, -1500 + Math.sin(t) * 480 * r]
  }).sort((a, b) => a[1] - b[1])
  return [
    limb(trace('0,0 14,-500 -8,-1050 0,-1500'), [150, 96, 88, 40], { fill: '#8f693f', stroke: '#332a25', width: 8 }),
    limb(trace('0,-900 -160,-1180 -300,-1420'), [60, 44, 20], { fill: '#8f693f', stroke: '#332a25', width: 6 }),
    limb(trace('6,-860 180,-1160 310,-1380'), [60, 44, 20], { fill: '#8f693f', stroke: '#332a25', width: 6 }),
    sweeps([trace('-30,-40 -14,-500 -30,-980'), trace('24,-40 36,-480 10,-960')], { stroke: '#b38d56', width: 12 }),
    oval(0, -1500, 520, 480, { fill: '#2c4236' }),
    ...crown.flatMap(([x, y], i) =>
      [0.3, 1.3, 2.4, 3.6, 4.8].flatMap(turn =>
        leafAt(x, y, turn + i, 88, pick(roll, ['#3f5a42', '#5b7450', '#7f9163', '#4d6f56'])),
      ),
    ),
    ...times(26, i => crown[i * 5] ?? ([0, -1500] as Point)).flatMap(
      ([x, y]): Motif => [
        oval(x, y, 36, 36, { fill: fruit, stroke: '#5a1f1c', width: 5 }),
        oval(x + 10, y - 12, 11, 9, { fill: lighter(fruit, 0.6) }),
      ],
    ),
  ]
}
