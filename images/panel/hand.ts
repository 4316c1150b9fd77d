import { times } from '../chance.js'
import { centred } from '../lettering.js'
import type { Motif, Point } from '../mark.js'
import { blob, limb, oval, sweep, sweeps } from '../pen.js'
import { soft, TURN } from '../svg.js'
import { trace } from '../trace.js'

const SKIN = '#d9a884'

/** The hand that holds the small bell, before the brocade. */
export function bellInHand(): Motif {
  return [...bell(1700, 4080), ...palm(), ...fingers]
}

const bell = (x: number, y: number): Motif => {
  const body: Point[] = [
    [x - 70, y],
    [x + 70, y],
    [x + 130, y + 150],
    [x + 190, y + 330],
    [x + 270, y + 420],
    [x, y + 446],
    [x - 270, y + 420],
    [x - 190, y + 330],
    [x - 130, y + 150],
  ]
  return [
    limb(
      [
        [x, y + 20],
        [x, y - 190],
        [x, y - 420],
      ],
      [66, 54, 74],
      { fill: '#4f3320', stroke: '#1d130c', width: 6 },
    ),
    limb(
      [
        [x, y + 20],
        [x, y - 190],
        [x, y - 420],
      ],
      [66, 54, 74],
      { fill: TURN },
    ),
    oval(x + 24, y + 470, 56, 52, { fill: '#4a3a24', stroke: '#1d130c', width: 6 }),
    blob(body, { fill: '#b08a42', stroke: '#2e2110', width: 8 }),
    blob(body, { fill: TURN }),
    oval(x - 70, y + 210, 60, 200, { fill: soft('#fff0c0'), opacity: 0.75 }),
    oval(x + 110, y + 250, 70, 210, { fill: soft('#3a2810'), opacity: 0.8 }),
    sweeps(
      [60, 110, 330, 372].map(dy => [
        [x - 84 - dy * 0.36, y + dy],
        [x, y + dy + 22],
        [x + 84 + dy * 0.36, y + dy],
      ]),
      { stroke: '#5f4820', width: 8 },
    ),
    sweeps(
      [66, 116, 336].map(dy => [
        [x - 84 - dy * 0.36, y + dy],
        [x, y + dy + 22],
        [x + 84 + dy * 0.36, y + dy],
      ]),
      { stroke: '#e8cf8e', width: 4 },
    ),
    ...centred('BEFFROI', x + 66, y + 216, { size: 30, ink: '#4a3616', weight: 0.8 }),
    ...centred('2026', x + 70, y + 270, { size: 30, ink: '#4a3616', weight: 0.8 }),
  ]
}

const palm = (): Motif => [
  blob(trace('1240,4620 1290,4300 1420,4020 1560,3860 1720,3820 1800,3900 1780,4080 1640,4240 1480,4460 1420,4680'), {
    fill: SKIN,
    stroke: '#7a4a33',
    width: 7,
  }),
  oval(1420, 4300, 210, 330, { fill: soft('#f2d0ac'), opacity: 0.8 }),
  oval(1600, 4200, 130, 210, { fill: soft('#7a4a33'), opacity: 0.6 }),
  sweeps([trace('1400,4120 1380,4300 1330,4500'), trace('1480,4060 1470,4230 1420,4420')], {
    stroke: '#b98465',
    width: 9,
    opacity: 0.6,
  }),
]

/** Four fingers close round the handle; the thumb lies over them. */
const curled: readonly (readonly Point[])[] = [
  trace('1520,3900 1640,3740 1800,3730 1856,3800'),
  trace('1560,3960 1690,3830 1840,3830 1890,3900'),
  trace('1570,4030 1700,3930 1834,3934 1876,3998'),
  trace('1570,4100 1690,4026 1796,4030 1834,4082'),
]

const fingers: Motif = [
  ...curled.flatMap((finger): Motif => {
    const tip = finger[3] ?? [0, 0]
    return [
      limb(finger, [96, 104, 92, 66], { fill: SKIN, stroke: '#7a4a33', width: 7 }),
      limb(finger, [96, 104, 92, 66], { fill: TURN, opacity: 0.6 }),
      oval((finger[1]?.[0] ?? 0) + 10, (finger[1]?.[1] ?? 0) - 12, 60, 40, { fill: soft('#f6dabb'), opacity: 0.9 }),
      ...times(2, i =>
        sweep(
          [
            [(finger[1]?.[0] ?? 0) + i * 16 - 20, (finger[1]?.[1] ?? 0) - 34],
            [(finger[1]?.[0] ?? 0) + i * 16 - 10, (finger[1]?.[1] ?? 0) - 4],
          ],
          { stroke: '#a86e54', width: 5, opacity: 0.7 },
        ),
      ),
      oval(tip[0] - 2, tip[1] - 6, 24, 20, { fill: '#e9c4b0', stroke: '#9a5f48', width: 4 }),
    ]
  }),
  limb(trace('1400,4200 1520,3960 1640,3700 1690,3600'), [150, 124, 104, 70], {
    fill: SKIN,
    stroke: '#7a4a33',
    width: 7,
  }),
  limb(trace('1400,4200 1520,3960 1640,3700 1690,3600'), [150, 124, 104, 70], { fill: TURN, opacity: 0.5 }),
  oval(1540, 3900, 60, 140, { fill: soft('#f6dabb'), opacity: 0.8 }),
  blob(trace('1660,3610 1700,3584 1716,3624 1690,3666 1664,3660'), { fill: '#ecc9b4', stroke: '#9a5f48', width: 4 }),
]
