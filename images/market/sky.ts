import { noise, sample } from '../noise.js'
import { WIDTH } from './perspective.js'

const STEP = 16
const COLUMNS = WIDTH / STEP + 2
const ROWS = Math.ceil(2600 / STEP) + 2

/** A Flemish sky: clouds in ranks, flatter and warmer towards the horizon. Painted small, then spread smoothly. */
export function openSky(): (x: number, y: number) => number {
  const small = paintSmall()
  const mixed = new Uint8Array(3)
  return (x, y) => {
    const [u, v] = [x / STEP, y / STEP]
    const [i, j] = [Math.floor(u), Math.floor(v)]
    const [fx, fy] = [u - i, v - j]
    const at = (j * COLUMNS + i) * 3
    for (let c = 0; c < 3; c++) {
      const high = (small[at + c] ?? 0) * (1 - fx) + (small[at + 3 + c] ?? 0) * fx
      const low = (small[at + COLUMNS * 3 + c] ?? 0) * (1 - fx) + (small[at + COLUMNS * 3 + 3 + c] ?? 0) * fx
      mixed[c] = high * (1 - fy) + low * fy
    }
    return ((mixed[0] ?? 0) << 16) | ((mixed[1] ?? 0) << 8) | (mixed[2] ?? 0)
  }
}

function paintSmall(): Float32Array {
  const puffs = noise('market/clouds', 1024, [
    [6, 0.5],
    [14, 0.32],
    [34, 0.2],
    [80, 0.1],
    [190, 0.05],
  ])
  const small = new Float32Array(COLUMNS * ROWS * 3)
  for (let j = 0; j < ROWS; j++) {
    const height = Math.min(1, (j * STEP) / 2050)
    // Ranks of cloud lie closer together the further they are.
    const rank = Math.floor(330 / (1.3 - height * 0.95))
    for (let i = 0; i < COLUMNS; i++) {
      const wide = Math.floor((i - COLUMNS / 2) * (0.9 + height * 1.1)) + 4096
      const here = sample(puffs, wide, rank)
      const above = sample(puffs, wide + 6, rank - 5)
      const cover = ease((here + 0.06) / 0.34)
      const lit = 0.5 + Math.min(0.5, Math.max(-0.5, (here - above) * 2.2))
      paintAt(small, (j * COLUMNS + i) * 3, height, cover * (1 - height * 0.45), lit)
    }
  }
  return small
}

function paintAt(small: Float32Array, at: number, height: number, cover: number, lit: number): void {
  const warm = height ** 1.4
  const clear = [126 + 108 * warm, 152 + 66 * warm, 163 + 22 * warm]
  const cloud = [196 + 56 * lit, 190 + 50 * lit, 178 + 38 * lit]
  for (let c = 0; c < 3; c++) small[at + c] = (clear[c] ?? 0) * (1 - cover) + (cloud[c] ?? 0) * cover
}

const ease = (t: number): number => {
  const held = Math.min(1, Math.max(0, t))
  return held * held * (3 - 2 * held)
}
