import { between, type Chance, pick, times } from '../chance.js'
import { darker, mix } from '../colour.js'
import { type Motif, type Placed, place } from '../mark.js'
import { bar, blob, limb, oval, ovals, plate, strokes, sweep } from '../pen.js'
import { trace } from '../trace.js'

/** The flat country behind the town: polders, canals, mills and poplars, pale with distance. */
const HORIZON = 1980
const BOTTOM = 3300

export function land(roll: Chance): Placed[] {
  return [
    place(fields(roll), { x: 0, y: 0 }),
    ...times(26, () => {
      const y = between(roll, HORIZON + 30, 2700)
      return place(mill(roll), {
        x: between(roll, 100, 11900),
        y,
        scale: 0.4 + (y - HORIZON) / 700,
        haze: 0.5 - (y - HORIZON) / 2400,
      })
    }).sort((a, b) => a.y - b.y),
    ...times(150, () => {
      const y = HORIZON + 20 + 900 * roll() ** 1.6
      return place(roll() < 0.5 ? poplar(roll) : willow(roll), {
        x: between(roll, -60, 12060),
        y,
        scale: 0.3 + (y - HORIZON) / 420,
        haze: 0.56 - (y - HORIZON) / 2200,
      })
    }).sort((a, b) => a.y - b.y),
    ...roofs(roll),
  ]
}

function fields(roll: Chance): Motif {
  const greens = ['#a9a878', '#b7ab78', '#98a077', '#c2b27f', '#8d9a78', '#bda46c']
  const strips: Motif[] = []
  for (let y = HORIZON, deep = 12; y < BOTTOM; y += deep, deep *= 1.17) {
    const far = Math.max(0, 0.72 - (y - HORIZON) / 1300)
    for (let x = -200 - between(roll, 0, 600); x < 12200; ) {
      const wide = between(roll, 300, 900) * (0.5 + deep / 60)
      const fill = mix(pick(roll, greens), '#cdd0bd', far)
      strips.push([
        plate(
          [
            [x, y - 2],
            [x + wide, y - 2],
            [x + wide * 0.96 + 30, y + deep + 3],
            [x - 30, y + deep + 3],
          ],
          { fill },
        ),
      ])
      if (deep > 26)
        strips.push([
          strokes(
            times(6, i => [
              [x + 20, y + (deep * i) / 6],
              [x + wide - 20, y + (deep * i) / 6],
            ]),
            { stroke: darker(fill, 0.14), width: 2, opacity: 0.5 },
          ),
        ])
      x += wide
    }
  }
  const canal = blob(
    trace(
      '5200,2000 4700,2060 4900,2180 3900,2330 4300,2600 3300,3000 3700,3000 4900,2600 4500,2340 5350,2190 5050,2070',
    ),
    { fill: '#bfc9c4' },
  )
  const sails = times(5, i =>
    plate(
      [
        [4880 - i * 210, 2090 + i * 95],
        [4880 - i * 210, 2040 + i * 80],
        [4920 - i * 205, 2086 + i * 92],
      ],
      { fill: '#e9dcc0', stroke: '#7d6a55', width: 2 },
    ),
  )
  return [
    bar(0, HORIZON, 12000, BOTTOM - HORIZON + 600, { fill: '#b9a583' }),
    ...strips.flat(),
    canal,
    ...sails,
    bar(0, HORIZON - 8, 12000, 22, { fill: '#9fb0ac', opacity: 0.7 }),
  ]
}

function mill(roll: Chance): Motif {
  const turn = between(roll, 0, 1.5)
  const wing = (quarter: number) => {
    const a = turn + (quarter * Math.PI) / 2
    const [dx, dy] = [Math.cos(a), Math.sin(a)]
    return plate(
      [
        [dx * 6, -80 + dy * 6],
        [dx * 66, -80 + dy * 66],
        [dx * 66 - dy * 15, -80 + dy * 66 + dx * 15],
        [dx * 12 - dy * 15, -80 + dy * 12 + dx * 15],
      ],
      { fill: '#d6c8a6', stroke: '#57442f', width: 1.6 },
    )
  }
  return [
    blob(trace('-40,4 0,-5 40,4 0,10'), { fill: '#7f8560' }),
    plate(trace('-22,0 -15,-76 15,-76 22,0'), { fill: '#8d6a4b', stroke: '#57442f', width: 1.6 }),
    blob(trace('-18,-74 -12,-94 12,-94 18,-74'), { fill: '#6b4a38', stroke: '#57442f', width: 1.6 }),
    bar(-5, -22, 10, 22, { fill: '#3b2c20' }),
    ...[0, 1, 2, 3].map(wing),
  ]
}

const poplar = (roll: Chance): Motif => [
  limb(trace('0,0 0,-40'), [6, 4], { fill: '#57442f' }),
  blob(
    [
      [0, -150 - roll() * 30],
      [14, -110],
      [17, -60],
      [9, -20],
      [-9, -20],
      [-17, -60],
      [-13, -110],
    ],
    { fill: pick(roll, ['#717a4c', '#64704a', '#7f8454']) },
  ),
  ovals(
    times(22, () => [between(roll, -11, 11), between(roll, -130, -26)]),
    4.4,
    6.4,
    { fill: '#8c9160', opacity: 0.8 },
  ),
]

const willow = (roll: Chance): Motif => [
  limb(trace('0,0 -2,-26'), [14, 11], { fill: '#6b5a42' }),
  ovals(
    times(16, () => [between(roll, -32, 32), between(roll, -58, -26)]),
    13,
    10,
    { fill: '#858a58' },
  ),
  ovals(
    times(22, () => [between(roll, -30, 34), between(roll, -62, -30)]),
    6,
    5,
    { fill: '#9ea06c' },
  ),
]

/** Roofs of the streets behind the square, in rows that grow and darken as they come near. */
function roofs(roll: Chance): Placed[] {
  return [2380, 2560, 2760, 2980, 3230].flatMap((y, row) => {
    const scale = 0.55 + row * 0.16
    const placed: Placed[] =
      row === 1 || row === 3
        ? [place(church(), { x: row === 1 ? 2500 : 10150, y: y + 80, scale: scale * 1.5, haze: 0.44 - row * 0.08 })]
        : []
    for (let x = -100; x < 12100; x += between(roll, 150, 240) * scale) {
      placed.push(place(cottage(roll), { x, y: y + between(roll, -30, 30), scale, haze: 0.46 - row * 0.075 }))
    }
    return placed
  })
}

function cottage(roll: Chance): Motif {
  const [half, wall, rise] = [between(roll, 70, 105), between(roll, 70, 130), between(roll, 90, 140)]
  const roof = pick(roll, ['#a2553a', '#8d4a38', '#b0664a', '#74706a', '#96583f'])
  const front = pick(roll, ['#b9795a', '#c9b58d', '#a8654a', '#d2c3a0'])
  return [
    bar(-half, -wall, half * 2, wall + 700, { fill: front, stroke: '#4a382a', width: 2 }),
    plate(
      [
        [-half - 8, -wall],
        [-half * 0.3, -wall - rise],
        [half * 1.1, -wall - rise],
        [half + 8, -wall],
      ],
      { fill: roof, stroke: '#4a382a', width: 2 },
    ),
    strokes(
      times(9, i => [
        [-half - 6 + i * 6 + i * i * 0.1, -wall - (rise * i) / 9],
        [half + 8, -wall - (rise * i) / 9],
      ]),
      { stroke: darker(roof, 0.3), width: 1.8, opacity: 0.6 },
    ),
    bar(half * 0.4, -wall - rise - 34, 22, 60, { fill: darker(front, 0.25), stroke: '#4a382a', width: 2 }),
    ...[-0.55, 0, 0.55].map(share =>
      bar(share * half - 11, -wall + 24, 22, 36, { fill: '#5b5a52', stroke: '#d8c9a6', width: 4 }),
    ),
    ...(roll() < 0.4
      ? [
          sweep(
            [
              [half * 0.4 + 11, -wall - rise - 40],
              [half * 0.4 + 40, -wall - rise - 100],
              [half * 0.4 + 20, -wall - rise - 160],
              [half * 0.4 + 70, -wall - rise - 230],
            ],
            { stroke: '#ece5d2', width: 22, opacity: 0.35 },
          ),
        ]
      : []),
  ]
}

const church = (): Motif => [
  bar(-90, -330, 180, 700, { fill: '#b0826a', stroke: '#4a382a', width: 2.4 }),
  plate(trace('-100,-330 0,-760 100,-330'), { fill: '#6c7574', stroke: '#4a382a', width: 2.4 }),
  bar(90, -190, 420, 500, { fill: '#b98a70', stroke: '#4a382a', width: 2.4 }),
  plate(trace('80,-190 130,-330 470,-330 520,-190'), { fill: '#74706a', stroke: '#4a382a', width: 2.4 }),
  ...[-40, 40, 170, 270, 370, 450].map(x =>
    blob(
      [
        [x - 18, -60],
        [x - 18, -130],
        [x, -165],
        [x + 18, -130],
        [x + 18, -60],
      ],
      { fill: '#4d5a5c', stroke: '#d8c9a6', width: 5 },
    ),
  ),
  oval(0, -240, 34, 34, { fill: '#2f4356', stroke: '#d0a552', width: 6 }),
  limb(trace('0,-750 0,-840'), [6, 3], { fill: '#5b4a2c' }),
]
