import { between, type Chance, pick, times } from '../chance.js'
import type { Motif, Placed, Point } from '../mark.js'
import { place } from '../mark.js'
import { blob, limb, ovals, plates, sweeps } from '../pen.js'
import { INK } from './perspective.js'

/** The old lime tree that closes the picture on one side: dark against the lit square. */
export function lime(roll: Chance, x: number, y: number): Placed[] {
  const clumps = times(84, (): Point => {
    const turn = roll() * Math.PI * 2
    const reach = Math.sqrt(roll())
    return [x + 40 + Math.cos(turn) * 1180 * reach, y - 2700 + Math.sin(turn) * 800 * reach]
  }).sort((a, b) => a[1] - b[1])
  return [place(trunk(x, y), { x: 0, y: 0 }), ...clumps.map(([cx, cy]) => place(clump(roll), { x: cx, y: cy }))]
}

function trunk(x: number, y: number): Motif {
  const bark: Point[][] = [-70, -30, 10, 50, 84].map(dx => [
    [x + dx * 1.5, y - 40],
    [x + dx, y - 420],
    [x + dx * 0.9 + 24, y - 900],
    [x + dx * 1.2, y - 1500],
  ])
  return [
    blob(
      [
        [x - 300, y + 30],
        [x + 300, y],
        [x + 260, y + 60],
        [x - 500, y + 120],
        [x - 900, y + 150],
        [x - 820, y + 90],
      ],
      { fill: '#2d2019', opacity: 0.35 },
    ),
    limb(
      [
        [x, y],
        [x + 14, y - 700],
        [x + 20, y - 1500],
        [x - 60, y - 2300],
      ],
      [330, 220, 210, 90],
      { fill: '#5a4632', stroke: INK, width: 6 },
    ),
    ...[
      [-620, -2350, -60],
      [640, -2500, 60],
      [-360, -2900, -40],
      [330, -3050, 40],
    ].map(([dx = 0, dy = 0, lean = 0]) =>
      limb(
        [
          [x + 20, y - 1250],
          [x + dx * 0.4 + lean, y + dy * 0.72],
          [x + dx, y + dy],
        ],
        [150, 90, 34],
        { fill: '#544130', stroke: INK, width: 5 },
      ),
    ),
    sweeps(bark, { stroke: '#3a2a1e', width: 9 }),
    sweeps(
      bark.map(line => line.map(([px, py]): Point => [px + 14, py + 20])),
      { stroke: '#86704f', width: 5 },
    ),
  ]
}

function clump(roll: Chance): Motif {
  const spot = (reach: number): Point => {
    const turn = roll() * Math.PI * 2
    const r = Math.sqrt(roll()) * reach
    return [Math.cos(turn) * r, Math.sin(turn) * r * 0.72]
  }
  const leaves = (count: number, reach: number, lift: number) =>
    times(count, (): Point[] => {
      const [px, py] = spot(reach)
      const turn = between(roll, 0, Math.PI * 2)
      const size = between(roll, 15, 27)
      const tip: Point = [Math.cos(turn) * size, Math.sin(turn) * size]
      return [
        [px + lift, py - lift],
        [px + lift + tip[0] * 0.5 - tip[1] * 0.42, py - lift + tip[1] * 0.5 + tip[0] * 0.42],
        [px + lift + tip[0], py - lift + tip[1]],
        [px + lift + tip[0] * 0.5 + tip[1] * 0.42, py - lift + tip[1] * 0.5 - tip[0] * 0.42],
      ]
    })
  return [
    ovals(
      times(16, () => spot(150)),
      78,
      56,
      { fill: pick(roll, ['#39432b', '#414a2e', '#343d28']) },
    ),
    plates(leaves(130, 230, 0), { fill: '#4a5632' }),
    plates(leaves(110, 215, 14), { fill: '#616c3c' }),
    plates(leaves(70, 180, 34), { fill: '#7f8749' }),
    plates(leaves(26, 140, 60), { fill: '#a9a65e' }),
  ]
}
