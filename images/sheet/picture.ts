import { onEasel } from '../easel.js'
import { noise, sample } from '../noise.js'
import type { Picture } from '../picture.js'
import { type Layer, raster } from '../raster.js'
import { openFinish } from '../varnish.js'
import { recto } from './recto.js'
import { verso } from './verso.js'

export const sheetSize = { width: 4000, height: 3000, bandHeight: 750 } as const

const { width, height } = sheetSize
const AIR = { colour: '#e6d8b6' }
const COARSE = 4

/** A sheet of laid paper: the design in front, its history and its ghost behind. */
export async function openSheet(side: 'recto' | 'verso'): Promise<Picture> {
  const paper = openPaper(side === 'recto' ? [231, 217, 184] : [222, 206, 170])
  const ground = side === 'recto' ? paper : showThrough(paper, await ghost())
  const scene = side === 'recto' ? recto() : verso()
  return onEasel({ width, scene, air: AIR, ground, look: openFinish('sheet', 0.8), varnish: [1, 1, 1] })
}

/** Laid lines close together, chain lines far apart, fibres, and the brown of the edges. */
function openPaper([red, green, blue]: readonly [number, number, number]): (x: number, y: number) => number {
  const fibre = noise('sheet/fibre', 512, [
    [256, 0.5],
    [90, 0.4],
    [20, 0.3],
  ])
  const damp = noise('sheet/damp', 512, [
    [3, 0.6],
    [8, 0.4],
    [30, 0.2],
  ])
  return (x, y) => {
    const laid = Math.sin(y * 0.52) * 0.012 + (Math.abs(((x + 130) % 400) - 200) < 3 ? -0.03 : 0)
    const rim = Math.min(x, y, width - x, height - y)
    const brown = rim < 260 ? ((260 - rim) / 260) ** 2 * 0.2 : 0
    const tone = 1 + laid + sample(fibre, x, y) * 0.03 + sample(damp, x >> 3, y >> 3) * 0.06 - brown
    const torn = rim < 10 + sample(fibre, x >> 1, y >> 1) * 9 ? 0.42 : 1
    return pack(red * tone * torn, green * tone * (1 - brown * 0.2) * torn, blue * tone * (1 - brown * 0.7) * torn)
  }
}

const pack = (red: number, green: number, blue: number): number =>
  (Math.min(255, red) << 16) | (Math.min(255, green) << 8) | Math.min(255, blue)

const ghost = (): Promise<Layer> => raster(recto(), [0, 0, width, height], width / COARSE, height / COARSE, AIR)

/** The ink of the front, mirrored, blurred by the thickness of the paper. */
function showThrough(paper: (x: number, y: number) => number, front: Layer): (x: number, y: number) => number {
  const ink = (x: number, y: number) =>
    front.data[(Math.min(front.height - 1, y) * front.width + Math.min(front.width - 1, x)) * 4 + 3] ?? 0
  return (x, y) => {
    const [u, v] = [(width - 1 - x) / COARSE, y / COARSE]
    const [i, j] = [Math.floor(u), Math.floor(v)]
    const [fx, fy] = [u - i, v - j]
    const dark =
      (ink(i, j) * (1 - fx) + ink(i + 1, j) * fx) * (1 - fy) + (ink(i, j + 1) * (1 - fx) + ink(i + 1, j + 1) * fx) * fy
    const left = 1 - (dark / 255) * 0.17
    const under = paper(x, y)
    return pack(((under >> 16) & 255) * left, ((under >> 8) & 255) * left, (under & 255) * left)
  }
}
