import { between, type Chance } from '../chance.js'
import type { Motif, Placed, Point } from '../mark.js'
import { bayard } from './bayard.js'
import { isNear, stood } from './crowd.js'
import { figure, type Person, someone } from './figure.js'
import { giant } from './giant.js'
import { bagpipe, banner, drum, fife, torch, trumpet } from './held.js'
import { scaleAt } from './perspective.js'
import { poses } from './pose.js'

/** The procession winds from the belfry's door down to the spectator. */
const route: readonly Point[] = [
  [7650, 4180],
  [6900, 4400],
  [5500, 4650],
  [4600, 4980],
  [4700, 5350],
  [6200, 5650],
  [7500, 5980],
  [7600, 6450],
  [6200, 6900],
  [4700, 7350],
  [4300, 7900],
  [5200, 8500],
  [6100, 9100],
]

export function along(share: number): Point {
  const at = Math.min(0.9999, Math.max(0, share)) * (route.length - 1)
  const [i, t] = [Math.floor(at), at - Math.floor(at)]
  const p = (k: number): Point => route[Math.min(route.length - 1, Math.max(0, k))] ?? [0, 0]
  const axis = (n: 0 | 1) => {
    const [a, b, c, d] = [p(i - 1)[n], p(i)[n], p(i + 1)[n], p(i + 2)[n]]
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
  }
  return [axis(0), axis(1)]
}

const giants = [
  { share: 0.09, name: 'knight' },
  { share: 0.2, name: 'lady' },
  { share: 0.31, name: 'miller' },
  { share: 0.5, name: 'watchman' },
  { share: 0.74, name: 'miller' },
  { share: 0.835, name: 'knight' },
  { share: 0.925, name: 'lady' },
] as const

const HORSE_AT = 0.635

export function procession(roll: Chance): Placed[] {
  const shares: number[] = []
  for (let share = 0.012; share < 0.985; ) {
    shares.push(share)
    const [[x1, y1], [x2, y2]] = [along(share), along(share + 0.002)]
    share += (0.002 * 46 * scaleAt(y1)) / (Math.hypot(x2 - x1, (y2 - y1) * 1.6) || 1)
  }
  const clear = (share: number) =>
    giants.every(each => Math.abs(each.share - share) > 0.012) && Math.abs(HORSE_AT - share) > 0.026
  const people = shares.filter(clear).flatMap((share, index) => pair(roll, share, index))
  const carried = giants.map(({ share, name }) => {
    const [x, y] = along(share)
    return stood(giant(roll, name), x, y, false, name === 'miller' ? 0.92 : 1)
  })
  const [x, y] = along(HORSE_AT)
  return [...people, ...carried, stood(bayard(roll), x, y, true, 1.15)]
}

const liveries: readonly Person['cloth'][] = [
  { main: '#8e3427', second: '#d0a552', linen: '#efe6d2', pattern: 'stripes' },
  { main: '#2f4356', second: '#e9dcc0', linen: '#efe6d2', pattern: 'lozenges' },
  { main: '#d0a552', second: '#6a2f26', linen: '#efe6d2', pattern: 'checks' },
  { main: '#6d7040', second: '#c9a86a', linen: '#efe6d2', pattern: 'dots' },
]

function pair(roll: Chance, share: number, index: number): Placed[] {
  const guild = liveries[Math.floor(share * 16) % liveries.length] ?? liveries[0]
  if (!guild) return []
  const carried: readonly Motif[] = [
    banner(guild.main, guild.second),
    drum,
    banner(guild.second, guild.main),
    fife,
    torch,
    banner(guild.main, guild.second),
    trumpet,
    bagpipe,
  ]
  return [-1, 1].map(side => {
    const [x, y] = along(share)
    const held = (index + (side === 1 ? 1 : 0)) % 3 === 0 ? (carried[Math.floor(index / 3) % carried.length] ?? []) : []
    const pose =
      held === drum
        ? poses.drum
        : held === fife || held === trumpet || held === bagpipe
          ? poses.pipe
          : held.length
            ? poses.hold
            : poses.walk
    const py = y + side * 9 * scaleAt(y) + between(roll, -2, 2) * scaleAt(y)
    const person = someone(roll, { cloth: guild, pose, back: along(share + 0.004)[1] < y, hatColour: guild.second })
    return stood(figure(person, isNear(py), held), x + side * 5 * scaleAt(y), py)
  })
}
