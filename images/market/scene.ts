import { chance, times } from '../chance.js'
import { type Motif, meets, type Placed } from '../mark.js'
import { blob } from '../pen.js'
import { dog, stolenSausages } from './beasts.js'
import { backs, crowd, isNear, stood, strays } from './crowd.js'
import { figure, someone } from './figure.js'
import {
  blindMansBuff,
  hoop,
  leapfrog,
  pinwheelChild,
  round,
  spinningTop,
  stage,
  stilts,
  table,
  tugOfWar,
} from './games.js'
import { bagpipe } from './held.js'
import { land } from './land.js'
import { HEIGHT, scaleAt, WIDTH } from './perspective.js'
import { poses } from './pose.js'
import { along, procession } from './procession.js'
import { secrets } from './secrets.js'
import { stall } from './stall.js'
import { town } from './town.js'
import { lime } from './tree.js'
import type { Trade } from './wares.js'

/** Everything on the square that stands in one place, so that the crowd can walk round it. */
export const stalls: readonly (readonly [Trade, x: number, y: number])[] = [
  ['cheese', 2700, 4560],
  ['bread', 3350, 4500],
  ['books', 9550, 4500],
  ['pots', 10200, 4560],
  ['fish', 1950, 5450],
  ['lace', 2900, 5250],
  ['tulips', 9750, 5200],
  ['sausage', 2050, 6350],
  ['bread', 10500, 5760],
  ['pots', 1900, 7450],
  ['cabbage', 2650, 8560],
  ['cheese', 9600, 8640],
]

const RING = { x: 9050, y: 6820 } as const

const STAGE = { x: 5650, y: 5150 } as const

const TABLES = [
  [10750, 6750],
  [10900, 7500],
] as const

const PLAYGROUND = { x: 7450, y: 8050 } as const

export function marketScene(): readonly Placed[] {
  const roll = chance('market')
  const people = [
    ...procession(chance('market/procession')),
    ...standing(),
    ...crowd(chance('market/crowd'), 560, free),
    ...strays(chance('market/strays'), 60, free),
  ].sort((a, b) => a.y - b.y)
  const everything = [
    ...land(chance('market/land')),
    ...town(),
    ...people,
    ...secrets(),
    ...lime(roll, 620, 9150),
    ...backs(chance('market/backs')),
  ]
  return everything.filter(({ box }) => meets(box, [0, 0, WIDTH, HEIGHT]))
}

function standing(): Placed[] {
  const roll = chance('market/standing')
  const piper = [
    ...moundOf(),
    ...figure(someone(roll, { skirts: false, pose: poses.pipe, back: false, hat: 'beret' }), true, bagpipe),
  ]
  const play = (game: (roll: () => number, near: boolean) => Motif, x: number, y: number, mirror = false) =>
    stood(game(roll, isNear(y)), x, y, mirror)
  return [
    ...stalls.map(([trade, x, y]) => stood(stall(roll, trade, isNear(y)), x, y)),
    stood(round(roll, true, piper), RING.x, RING.y),
    stood(stage(roll, true), STAGE.x, STAGE.y),
    ...TABLES.map(([x, y]) => play(table, x, y)),
    play(tugOfWar, PLAYGROUND.x + 350, PLAYGROUND.y - 380),
    play(blindMansBuff, PLAYGROUND.x + 700, PLAYGROUND.y + 480),
    play(leapfrog, PLAYGROUND.x - 700, PLAYGROUND.y + 60),
    play(hoop, PLAYGROUND.x - 1300, PLAYGROUND.y + 560),
    play(stilts, PLAYGROUND.x - 450, PLAYGROUND.y - 500),
    play(spinningTop, PLAYGROUND.x - 250, PLAYGROUND.y + 820),
    play(pinwheelChild, PLAYGROUND.x + 1400, PLAYGROUND.y + 120),
    play(stilts, 3300, 6500),
    play(hoop, 8700, 5700, true),
    stood(dog('#b98a55', stolenSausages), 3650, 8790),
    stood(
      figure(
        someone(roll, { skirts: false, pose: poses.point, back: false, hat: 'toque', hatColour: '#efe6d2' }),
        true,
      ),
      3130,
      8740,
    ),
  ]
}

const moundOf = (): Motif => [
  blob(
    [
      [-16, 0],
      [-18, -14],
      [-14, -28],
      [14, -28],
      [18, -14],
      [16, 0],
    ],
    { fill: '#7a5433', stroke: '#33241a', width: 0.6 },
  ),
]

function free(x: number, y: number): boolean {
  const s = scaleAt(y)
  const apart = (px: number, py: number, rx: number, ry: number) => ((x - px) / rx) ** 2 + ((y - py) / ry) ** 2 > 1
  return (
    x > sideAt(y) &&
    x < 12000 - sideAt(y) &&
    routePoints.every(([px, py]) => apart(px, py, 58 * s, 30 * s)) &&
    stalls.every(([, px, py]) => apart(px, py - 8 * scaleAt(py), 112 * scaleAt(py), 34 * scaleAt(py))) &&
    apart(RING.x, RING.y, 265 * scaleAt(RING.y), 115 * scaleAt(RING.y)) &&
    apart(STAGE.x, STAGE.y, 135 * s, 46 * s) &&
    TABLES.every(([px, py]) => apart(px, py, 140 * s, 56 * s)) &&
    apart(PLAYGROUND.x, PLAYGROUND.y, 1500, 1000) &&
    apart(3400, 8760, 700, 130)
  )
}

const routePoints = times(220, i => along(i / 219))

// The side houses and the tree leave less room at the back on both sides.
const sideAt = (y: number): number => (y < 4600 ? 1750 : y < 5450 ? 1150 : 260)
