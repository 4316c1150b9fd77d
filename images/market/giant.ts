import { type Chance, pick, times } from '../chance.js'
import { darker, lighter } from '../colour.js'
import { centred } from '../lettering.js'
import { type Motif, moved, type Point } from '../mark.js'
import { blob, limb, oval, ovals, plate, strokes, sweep, sweeps } from '../pen.js'
import { TURN } from '../svg.js'
import { trace } from '../trace.js'
import { castShadow } from './figure.js'
import { head } from './head.js'
import { INK } from './perspective.js'

export type GiantName = 'knight' | 'lady' | 'miller' | 'watchman'

/** The giants of the North: wicker, cloth and a painted head, with bearers' feet below the hem. */
const wardrobe = {
  knight: {
    robe: '#8e3427',
    over: '#d0a552',
    hat: 'crown',
    hatColour: '#d9b154',
    beard: true,
    hair: '#4a3220',
    name: 'REUZE',
  },
  lady: {
    robe: '#43596b',
    over: '#e9dcc0',
    hat: 'coif',
    hatColour: '#efe6d2',
    beard: false,
    hair: '#a97e45',
    name: 'CATHELYNE',
  },
  miller: {
    robe: '#c9b58d',
    over: '#6d7040',
    hat: 'toque',
    hatColour: '#efe6d2',
    beard: false,
    hair: '#6b4a2a',
    name: 'JAN MEEL',
  },
  watchman: {
    robe: '#3f4a3a',
    over: '#a4452f',
    hat: 'felt',
    hatColour: '#33241a',
    beard: true,
    hair: '#8d8577',
    name: 'LE GUETTEUR',
  },
} as const

export const line = (width = 0.8) => ({ stroke: INK, width })

export function giant(roll: Chance, name: GiantName): Motif {
  const { robe, over, hat, hatColour, beard, hair, name: title } = wardrobe[name]
  const skirt = trace('-22,-120 22,-120 36,-80 46,-20 44,-12 20,-8 0,-10 -20,-8 -44,-12 -46,-20 -36,-80')
  const chest = trace('-34,-176 -16,-190 16,-190 34,-176 28,-146 24,-118 0,-114 -24,-118 -28,-146')
  return [
    ...moved([castShadow()], 0, 0, 2.3),
    ovals(trace('-28,-3 -14,-1 6,-2 24,-1'), 6, 3.4, { fill: '#3a2a20', ...line(0.5) }),
    blob(skirt, { fill: robe, ...line() }),
    ...garlands(over),
    blob(skirt, { fill: TURN }),
    ...peephole(robe),
    blob(chest, { fill: robe, ...line() }),
    plate(trace('-10,-189 10,-189 13,-118 -13,-118'), { fill: over, ...line(0.6) }),
    strokes(
      times(6, i => [
        [-9, -180 + i * 10],
        [0, -174 + i * 10],
        [9, -180 + i * 10],
      ]),
      { stroke: darker(over, 0.4), width: 1 },
    ),
    ovals(
      times(6, i => [0, -184 + i * 11]),
      1.8,
      1.8,
      { fill: '#f1dfae', ...line(0.4) },
    ),
    blob(chest, { fill: TURN }),
    ...sleeves(name, robe, over),
    limb(trace('0,-186 0,-196'), [15, 15], { fill: '#cf9b73' }),
    ...moved(ruff(), 0, -190),
    ...moved(
      head({
        skin: '#e2b48f',
        hair,
        hat,
        hatColour,
        look: pick(roll, [-0.6, 0.6]),
        back: false,
        beard,
        near: true,
        mood: 0.9,
      }),
      0,
      -192,
      2.25,
    ),
    ...sash(title),
  ]
}

function garlands(over: string): Motif {
  const bow = (y: number, half: number): Point[][] =>
    times(4, i => {
      const [a, b] = [-half + (i * half) / 2, -half + ((i + 1) * half) / 2]
      return [
        [a, y],
        [(a + b) / 2, y + 8],
        [b, y],
      ]
    })
  return [
    sweeps(bow(-72, 38), { stroke: over, width: 2.6 }),
    ovals(
      times(9, i => [-38 + i * 9.5, -72 + (i % 2 ? 5 : 0)]),
      2.6,
      2.6,
      { fill: '#d98c74', ...line(0.35) },
    ),
    sweeps(bow(-30, 45), { stroke: over, width: 4 }),
    strokes(
      times(15, i => [
        [-42 + i * 6, -17],
        [-42 + i * 6, -10],
      ]),
      { stroke: over, width: 2.6 },
    ),
    ...times(5, i =>
      plate(
        [
          [-30 + i * 15, -52],
          [-25 + i * 15, -60],
          [-20 + i * 15, -52],
          [-25 + i * 15, -44],
        ],
        { fill: lighter(over, 0.2), ...line(0.4) },
      ),
    ),
  ]
}

const peephole = (robe: string): Motif => [
  oval(0, -86, 7.5, 5.4, { fill: '#2a1d15', stroke: darker(robe, 0.5), width: 1 }),
  ovals(trace('-2.4,-86.6 2.4,-86.6'), 1.3, 1, { fill: '#efe6d2' }),
  ovals(trace('-2.1,-86.5 2.7,-86.5'), 0.6, 0.7, { fill: '#201712' }),
]

function sleeves(name: GiantName, robe: string, over: string): Motif {
  const left = trace('-29,-172 -46,-148 -30,-126')
  const right = name === 'knight' ? trace('29,-172 50,-160 52,-190') : trace('29,-172 46,-148 30,-128')
  const hand = right[2] ?? [0, 0]
  const tool: Motif =
    name === 'knight'
      ? [
          limb(
            [
              [hand[0], hand[1] + 22],
              [hand[0] + 4, hand[1] - 66],
            ],
            [3, 4],
            { fill: '#b9c0bd', ...line(0.6) },
          ),
          plate(
            [
              [hand[0] - 12, hand[1] - 4],
              [hand[0] + 14, hand[1] - 4],
              [hand[0] + 14, hand[1]],
              [hand[0] - 12, hand[1]],
            ],
            { fill: '#d0a552', ...line(0.5) },
          ),
        ]
      : name === 'watchman'
        ? [
            limb(
              [
                [hand[0], -60],
                [hand[0] + 6, -250],
              ],
              [3, 3],
              { fill: '#5b3f28', ...line(0.6) },
            ),
            plate(
              [
                [hand[0] - 6, -246],
                [hand[0] + 6, -284],
                [hand[0] + 18, -246],
              ],
              { fill: '#b9c0bd', ...line(0.6) },
            ),
          ]
        : [
            blob(
              [
                [hand[0] - 10, -122],
                [hand[0] + 10, -122],
                [hand[0] + 14, -98],
                [hand[0], -90],
                [hand[0] - 14, -98],
              ],
              { fill: name === 'miller' ? '#e9dcc0' : '#b98f4f', ...line(0.6) },
            ),
          ]
  return [
    ...tool,
    ...[left, right].flatMap(path => [
      limb(path, [17, 18, 12], { fill: robe, ...line() }),
      limb(path, [17, 18, 12], { fill: TURN }),
      oval(path[2]?.[0] ?? 0, path[2]?.[1] ?? 0, 7.4, 6.8, { fill: over, ...line(0.5) }),
      oval((path[2]?.[0] ?? 0) + 1, (path[2]?.[1] ?? 0) + 1, 5.4, 5, { fill: '#e2b48f', ...line(0.5) }),
    ]),
  ]
}

const ruff = (): Motif => [
  oval(0, -1, 24, 7.6, { fill: '#f1e8d5', ...line(0.7) }),
  strokes(
    times(17, i => [
      [-23 + i * 2.9, -1],
      [-19 + i * 2.4, 5.6 - Math.abs(i - 8) * 0.3],
    ]),
    { stroke: '#a89a7d', width: 0.7 },
  ),
]

const sash = (title: string): Motif => [
  sweep(trace('-27,-160 0,-142 26,-122'), { stroke: '#efe6d2', width: 8 }),
  blob(trace('-40,-112 0,-107 40,-112 40,-101 0,-96 -40,-101'), { fill: '#efe6d2', ...line(0.6) }),
  ...centred(title, 0, -108, { size: 6.4, ink: '#5e251c', weight: 1 }),
]
