import { type Chance, pick } from '../chance.js'
import { darker, lighter } from '../colour.js'
import type { Motif, Point } from '../mark.js'
import { blob, limb, oval, ovals, strokes, sweep, sweeps } from '../pen.js'
import { FALL, TURN } from '../svg.js'
import { trace } from '../trace.js'
import { facing, ornament, type Pattern } from './pattern.js'
import { INK } from './perspective.js'

export const patterns: readonly Pattern[] = ['plain', 'plain', 'stripes', 'checks', 'dots', 'hem', 'hem', 'lozenges']

export type Cloth = Readonly<{ main: string; second: string; linen: string; pattern: Pattern }>

const wools = [
  '#8e3427',
  '#a4452f',
  '#7a2b26',
  '#b5612f',
  '#c08a35',
  '#a8772f',
  '#d0a552',
  '#6d7040',
  '#4f5b3a',
  '#7d8258',
  '#43596b',
  '#5c7585',
  '#2f4356',
  '#87937f',
  '#6a4a35',
  '#8a6746',
  '#4b3a30',
  '#9c7b62',
  '#b88a7a',
  '#5d3d4a',
] as const

const linens = ['#efe6d2', '#e8dcc1', '#f3ecdc', '#ddd0b4'] as const

export const wool = (roll: Chance): string => pick(roll, wools)

export const cloth = (roll: Chance): Cloth => ({
  main: wool(roll),
  second: wool(roll),
  linen: pick(roll, linens),
  pattern: pick(roll, patterns),
})

const line = (width = 0.55) => ({ stroke: INK, width })

/** A gown: bodice, skirt and apron over shoes that show; sway leans the hem. */
export function gown({ main, second, linen, pattern }: Cloth, sway: number, back: boolean, near: boolean): Motif {
  const skirt: Point[] = [
    [-9, -50],
    [9, -50],
    [14 + sway * 0.3, -28],
    [19 + sway, -4],
    [10 + sway, -1.6],
    [sway, -3],
    [-10 + sway, -1.4],
    [-19 + sway, -4],
    [-14 + sway * 0.3, -28],
  ]
  const bodice = trace('-12.5,-72 -6,-78 6,-78 12.5,-72 10,-60 9.4,-48 0,-46.6 -9.4,-48 -10,-60')
  const apron: Point[] = [
    [-6.5, -49],
    [6.5, -49],
    [9.4 + sway * 0.8, -26],
    [10.4 + sway, -9],
    [sway, -7],
    [-10.4 + sway, -9],
    [-9.4 + sway * 0.8, -26],
  ]
  return [
    oval(-6 + sway * 0.6, -1.2, 4.2, 2, { fill: '#33251d' }),
    oval(7 + sway * 0.6, -1, 4.2, 2, { fill: '#33251d' }),
    blob(skirt, { fill: main, ...line() }),
    ...ornament(pattern, second, sway, near),
    blob(skirt, { fill: TURN }),
    blob(bodice, { fill: second, ...line() }),
    blob(bodice, { fill: TURN }),
    ...(back
      ? [sweep(trace('-5,-50 0,-47 5,-50'), { stroke: linen, width: 1.6 })]
      : [
          blob(trace('-5,-77.6 0,-68 5,-77.6 0,-79.4'), { fill: linen, ...line(0.35) }),
          blob(apron, { fill: linen, ...line(0.45) }),
          blob(apron, { fill: FALL }),
          ...(near
            ? [
                strokes(
                  [
                    trace('-2.4,-68 2.4,-65.5'),
                    trace('2.4,-68 -2.4,-65.5'),
                    trace('-2.4,-64 2.4,-61.5'),
                    trace('2.4,-64 -2.4,-61.5'),
                    trace('-2.4,-60 2.4,-57.5'),
                    trace('2.4,-60 -2.4,-57.5'),
                  ],
                  { stroke: linen, width: 0.5 },
                ),
                sweeps(
                  [-4.4, 0, 4.4].map(x => [
                    [x * 0.9, -46],
                    [x * 1.3 + sway * 0.5, -28],
                    [x * 1.6 + sway, -10],
                  ]),
                  { stroke: darker(linen, 0.25), width: 0.4 },
                ),
                strokes(
                  [
                    [
                      [-10 + sway, -12.4],
                      [10 + sway, -12.4],
                    ],
                  ],
                  { stroke: main, width: 0.7, opacity: 0.7 },
                ),
              ]
            : []),
        ]),
  ]
}

/** A jerkin over hose, the two legs following the pose. */
export function jerkin(
  { main, second, pattern }: Cloth,
  legs: readonly (readonly Point[])[],
  back: boolean,
  near: boolean,
): Motif {
  const body = trace('-13,-72 -6,-78 6,-78 13,-72 11.4,-58 11,-48 14,-33 5,-30.6 -5,-30.6 -14,-33 -11,-48 -11.4,-58')
  return [
    ...legs.flatMap(leg => hose(leg, second, near)),
    blob(body, { fill: main, ...line() }),
    ...(near && pattern !== 'plain' ? facing(pattern, lighter(second, 0.25)) : []),
    blob(body, { fill: TURN }),
    sweep(trace('-11.2,-49 0,-46.8 11.2,-49'), { stroke: '#3b281b', width: 2.1 }),
    ...(back || !near
      ? []
      : [
          strokes([trace('0,-76 0,-50')], { stroke: darker(main, 0.5), width: 0.5 }),
          ovals(trace('1.6,-72 1.6,-66 1.6,-60 1.6,-54'), 0.8, 0.8, { fill: '#d6b66a', ...line(0.25) }),
          oval(0, -47.6, 1.9, 1.6, { fill: '#c9a24a', ...line(0.3) }),
        ]),
    ...(near
      ? [
          sweeps(
            [trace('-7,-44 -8.6,-34'), trace('-2.4,-44 -2.8,-32.6'), trace('3,-44 3.6,-32.6'), trace('7.4,-44 9,-34')],
            { stroke: darker(main, 0.45), width: 0.5 },
          ),
        ]
      : []),
  ]
}

function hose(leg: readonly Point[], fill: string, near: boolean): Motif {
  const foot = leg.at(-1) ?? [0, 0]
  const toe = foot[0] >= 0 ? 1 : -1
  return [
    limb(leg, [8.4, 6.8, 4.6], { fill, ...line() }),
    ...(near ? [limb(leg, [8.4, 6.8, 4.6], { fill: TURN })] : []),
    blob(
      [
        [foot[0] - 2.6 * toe, foot[1] - 3],
        [foot[0] + 2 * toe, foot[1] - 3],
        [foot[0] + 6 * toe, foot[1] - 0.6],
        [foot[0] + 5 * toe, foot[1] + 1],
        [foot[0] - 2.8 * toe, foot[1] + 1],
      ],
      {
        fill: '#3a2a20',
        ...line(0.4),
      },
    ),
  ]
}
