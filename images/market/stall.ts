import { type Chance, times } from '../chance.js'
import { darker } from '../colour.js'
import { centred, measure } from '../lettering.js'
import { type Motif, moved, type Point } from '../mark.js'
import { bar, blob, limb, plate, sweeps } from '../pen.js'
import { FALL } from '../svg.js'
import { trace } from '../trace.js'
import { figure, someone } from './figure.js'
import { INK, SHADOW } from './perspective.js'
import { poses } from './pose.js'
import { type Trade, trades, wares } from './wares.js'

/** A market stall seen from the buyers' side; the middle of its front stands on the origin. */
export function stall(roll: Chance, trade: Trade, near: boolean): Motif {
  const { sign, cloth } = trades[trade]
  const keeper = {
    back: false,
    hat: trade === 'bread' ? ('toque' as const) : ('coif' as const),
    hatColour: '#efe6d2',
    pose: poses.carry,
  }
  return [
    blob(trace('-90,4 86,0 80,10 -120,30 -190,40 -180,26'), { fill: SHADOW, opacity: 0.32 }),
    ...[-78, 78].map(x =>
      limb(
        [
          [x, -8],
          [x, -142],
        ],
        [4, 3.4],
        { fill: '#5b3f28', stroke: INK, width: 0.5 },
      ),
    ),
    ...moved(figure(someone(roll, keeper), near).slice(1), -34, -14, 0.96),
    ...moved(figure(someone(roll, { ...keeper, skirts: false }), near).slice(1), 36, -14, 0.98),
    plate(trace('-84,-42 84,-42 88,-34 -88,-34'), { fill: '#a8814f', stroke: INK, width: 0.6 }),
    ...moved(wares(roll, trade), 0, -41),
    ...skirt(cloth),
    ...awning(cloth),
    ...board(sign),
    ...[-86, 86].map(x =>
      limb(
        [
          [x, 0],
          [x * 0.98, -126],
        ],
        [4.4, 3.6],
        { fill: '#6b4a2f', stroke: INK, width: 0.5 },
      ),
    ),
  ]
}

function skirt(cloth: string): Motif {
  const folds: Point[][] = times(12, i => [
    [-82 + i * 15, -32],
    [-84 + i * 15.3, -16],
    [-83 + i * 15.2, -3],
  ])
  return [
    blob(trace('-88,-35 88,-35 87,-16 89,-2 60,-4 30,-1 0,-4 -30,-1 -60,-4 -89,-2 -87,-16'), {
      fill: cloth,
      stroke: INK,
      width: 0.6,
    }),
    sweeps(folds, { stroke: darker(cloth, 0.4), width: 0.9 }),
    blob(trace('-88,-35 88,-35 87,-16 89,-2 -89,-2 -87,-16'), { fill: FALL }),
  ]
}

function awning(cloth: string): Motif {
  const count = 12
  const stripe = (i: number): Point[] => {
    const [a, b] = [-78 + (i * 156) / count, -78 + ((i + 1) * 156) / count]
    const [c, d] = [-94 + (i * 188) / count, -94 + ((i + 1) * 188) / count]
    return [
      [a, -160],
      [b, -160],
      [d, -124],
      [(c + d) / 2, -115],
      [c, -124],
    ]
  }
  return [
    ...times(count, i => plate(stripe(i), { fill: i % 2 ? '#e9dcc0' : cloth, stroke: INK, width: 0.45 })),
    plate(trace('-78,-160 78,-160 94,-124 -94,-124'), { fill: FALL, opacity: 0.8 }),
    bar(-80, -162, 160, 3.6, { fill: '#6b4a2f', stroke: INK, width: 0.5 }),
  ]
}

const board = (sign: string): Motif => {
  const half = measure(sign, 6.5) / 2 + 6
  return [
    bar(-half, -115, half * 2, 13, { fill: '#efe3c8', stroke: INK, width: 0.6 }),
    ...centred(sign, 0, -111.8, { size: 6.5, ink: '#5e251c', weight: 0.95 }),
  ]
}
