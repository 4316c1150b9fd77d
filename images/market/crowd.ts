import { between, type Chance, pick, times } from '../chance.js'
import { type Motif, moved, type Placed, type Point, place } from '../mark.js'
import { dog, hen, pigeon } from './beasts.js'
import { figure, someone } from './figure.js'
import { basket, cheese, fiddle, fish, goose, jug, loaf, pinwheel, tulips } from './held.js'
import { FAR, hazeAt, SHADOW, scaleAt } from './perspective.js'
import { poses } from './pose.js'

/** Figures nearer than this have eyelids, fingers and buttons. */
const CLOSE = 1.9

export const isNear = (y: number): boolean => scaleAt(y) > CLOSE

export const stood = (motif: Motif, x: number, y: number, mirror = false, size = 1): Placed =>
  place(mirror ? shadowsStay(motif) : motif, { x, y, scale: scaleAt(y) * size, haze: hazeAt(y), mirror })

// The sun does not turn round with the figure.
const shadowsStay = (motif: Motif): Motif =>
  motif.flatMap(mark => (mark.fill === SHADOW ? moved([mark], 0, 0, 1, true) : [mark]))

const errands: readonly (readonly [Motif, (typeof poses)[keyof typeof poses]])[] = [
  [basket, poses.idle],
  [loaf, poses.carry],
  [jug, poses.hold],
  [tulips, poses.hold],
  [fish, poses.hold],
  [cheese, poses.carry],
  [goose, poses.carry],
  [pinwheel, poses.wave],
  [fiddle, poses.hold],
  [[], poses.akimbo],
  [[], poses.point],
  [[], poses.wave],
  [[], poses.idle],
  [[], poses.walk],
  [[], poses.cheer],
]

export type Keep = (x: number, y: number) => boolean

/** People who came to look, to buy and to talk: mostly in twos and threes, nobody on another's feet. */
export function crowd(roll: Chance, wanted: number, free: Keep): Placed[] {
  const taken: Point[] = []
  const placed: Placed[] = []
  for (let tries = 0; placed.length < wanted && tries < wanted * 40; tries++) {
    const y = FAR + 60 + (8950 - FAR - 60) * roll() ** 1.25
    const x = between(roll, 200, 11800)
    const s = scaleAt(y)
    if (!free(x, y) || taken.some(([tx, ty]) => Math.abs(tx - x) < 70 * s && Math.abs(ty - y) < 22 * s)) continue
    taken.push([x, y])
    times(pick(roll, [1, 2, 2, 3]), i => {
      const [held, pose] = pick(roll, errands)
      const young = roll() < 0.22
      const py = y + between(roll, -5, 5) * s
      placed.push(
        stood(
          figure(someone(roll, { pose, ...(young ? { beard: false } : {}) }), isNear(py), held),
          x + (i - 0.5) * 33 * s,
          py,
          roll() < 0.5,
          young ? 0.66 : between(roll, 0.92, 1.04),
        ),
      )
    })
  }
  return placed
}

/** Those who stand nearest to us have their backs turned: they look where we should look. */
export function backs(roll: Chance): Placed[] {
  const places = [380, 700, 1010, 1330, 1720, 3960, 4270, 4590, 7000, 7330, 7660, 10380, 10700, 11030, 11360, 11700]
  return places.map(x => {
    const y = between(roll, 9240, 9420)
    const [held, pose] = pick(roll, errands)
    return stood(figure(someone(roll, { back: true, pose, beard: false }), true, held), x, y, roll() < 0.5, 1.06)
  })
}

export function strays(roll: Chance, wanted: number, free: Keep): Placed[] {
  return times(wanted * 3, () => [between(roll, 300, 11700), FAR + 150 + 4700 * roll()] as const)
    .filter(([x, y]) => free(x, y))
    .slice(0, wanted)
    .map(([x, y]) =>
      stood(
        pick(roll, [dog('#a8814f'), dog('#5b4630'), hen('#b9794a'), hen('#e6d9bd'), pigeon, pigeon, pigeon, pigeon]),
        x,
        y,
        roll() < 0.5,
      ),
    )
}
