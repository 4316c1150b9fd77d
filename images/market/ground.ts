import { cells } from '../cells.js'
import { noise, sample } from '../noise.js'
import { FAR, HEIGHT, scaleAt, WIDTH } from './perspective.js'
import { openSky } from './sky.js'

/** The paving and the sky, which cover too much to be drawn stone by stone: one colour for each pixel. */
export type Ground = (x: number, y: number) => number

const SIZE = 1024
const CELL = 32

export function openGround(): Ground {
  const [sky, paving] = [openSky(), openPaving()]
  return (x, y) => (y < 2600 ? sky(x, y) : paving(x, y))
}

function openPaving(): Ground {
  const cobbles = cells('market/cobbles', SIZE, CELL)
  const wear = noise('market/wear', 512, [
    [3, 0.5],
    [7, 0.35],
    [31, 0.2],
    [90, 0.12],
  ])
  const growth = (scaleAt(HEIGHT) - scaleAt(FAR)) / (HEIGHT - FAR)
  let [row, scale, down] = [-1, 1, 0]
  const walkTo = (y: number) => {
    row = y
    scale = scaleAt(Math.max(FAR, y))
    // Stones keep their shape along the ground and flatten with the view.
    down = Math.floor((Math.log(scale / scaleAt(FAR)) / growth) * (CELL / 4.6))
  }
  return (x, y) => {
    if (y !== row) walkTo(y)
    const u = Math.floor(((x - WIDTH / 2) / scale) * (CELL / 7.2)) + 400000
    const at = (down & (SIZE - 1)) * SIZE + (u & (SIZE - 1))
    const relief = Math.min(1, (cobbles.edge[at] ?? 0) / 7)
    const tint = ((cobbles.shade[at] ?? 128) - 128) / 128
    const worn = Math.min(1, Math.max(0, sample(wear, u >> 4, down >> 4) * 1.9 + 0.34))
    const tone =
      ((0.7 + relief * 0.35 + tint * 0.11) * (1 - worn * 0.6) + 0.99 * worn * 0.6) *
      lightAt(x, y, sample(wear, (x >> 5) + 77, (y >> 5) + 191))
    const red = Math.min(255, (178 + tint * 13 + worn * 20) * tone)
    const green = Math.min(255, (161 + tint * 4 + worn * 16) * tone)
    const blue = Math.min(255, (133 - tint * 5 + worn * 5) * tone)
    return (red << 16) | (green << 8) | blue
  }
}

/** Sun in the middle of the square; the shadow of the houses on the right, and of a cloud in front. */
export function lightAt(x: number, y: number, ripple: number): number {
  const pool = 1.12 - ((x - 6400) / 9000) ** 2 * 0.5 - ((y - 6000) / 6000) ** 2 * 0.3
  const houses = ramp(x - (10250 + (y - FAR) * 0.26), 220) * 0.2
  const cloud = ramp(y - (8120 + Math.sin(x / 1500) * 170 + ripple * 420), 520) * 0.3
  return pool - houses - cloud
}

const ramp = (beyond: number, width: number): number => Math.min(1, Math.max(0, beyond / width))
