import { chance } from '../chance.js'
import { type Rgb, rgb } from '../colour.js'
import { noise, sample } from '../noise.js'
import type { Layer } from '../raster.js'

/** A tapestry is built of weft threads that pass over and under hidden warps, each thread of one dyed wool. */
export const RIB = 10
export const THREAD = 5

// Madder, weld, woad, walnut and their mixtures: what a dyer of the North had.
const dyes: readonly Rgb[] = [
  '#1f2a36',
  '#26374a',
  '#34506a',
  '#4d6f86',
  '#7693a0',
  '#a4b8b6',
  '#1f2d28',
  '#2c4236',
  '#3f5a42',
  '#5b7450',
  '#7f9163',
  '#a6ac7c',
  '#5a1f1c',
  '#7d2b25',
  '#9c4033',
  '#b9604a',
  '#cf8a6e',
  '#dfb399',
  '#4a3322',
  '#6b4a2e',
  '#8f693f',
  '#b38d56',
  '#cdae72',
  '#e2cf9f',
  '#efe4c8',
  '#d8cbb0',
  '#b8a78a',
  '#8c7c66',
  '#5d5248',
  '#332a25',
  '#7a5a6a',
  '#c79a3c',
].map(rgb)

/** The cartoon in wool: one dye for each crossing of warp and weft. */
export function dye(cartoon: Layer): Uint8Array {
  const crossings = new Uint8Array(cartoon.width * cartoon.height)
  const roll = chance('tapestry/dye')
  const nearest = new Map<number, readonly [number, number, number]>()
  for (let at = 0; at < crossings.length; at++) {
    const [r, g, b] = [cartoon.data[at * 4] ?? 0, cartoon.data[at * 4 + 1] ?? 0, cartoon.data[at * 4 + 2] ?? 0]
    const key = ((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3)
    const choice = nearest.get(key) ?? match(r, g, b)
    nearest.set(key, choice)
    // Hatching: between two dyes the weaver lets threads of both run into one another.
    crossings[at] = roll() < choice[2] ? choice[1] : choice[0]
  }
  return crossings
}

function match(r: number, g: number, b: number): readonly [number, number, number] {
  const far = dyes.map(
    (dye, index) => [((dye[0] - r) * 0.9) ** 2 + ((dye[1] - g) * 1.2) ** 2 + ((dye[2] - b) * 0.8) ** 2, index] as const,
  )
  far.sort((x, y) => x[0] - y[0])
  const [first, second] = [far[0] ?? [0, 0], far[1] ?? [0, 0]]
  return [first[1], second[1], 0.5 * (first[0] / (first[0] + second[0] + 1)) ** 1.2]
}

export type Loom = Readonly<{ columns: number; rows: number; crossings: Uint8Array }>

/** Every thread in its light: the round of the rib, the twist of the ply, the fading of each dyeing. */
export function weaver({ columns, rows, crossings }: Loom): (top: number, height: number) => Buffer {
  const fuzz = noise('tapestry/fuzz', 512, [
    [512, 0.6],
    [200, 0.4],
  ])
  const fade = noise('tapestry/fade', 512, [
    [4, 0.6],
    [11, 0.4],
    [60, 0.2],
  ])
  const slack = noise('tapestry/slack', 512, [
    [40, 0.6],
    [120, 0.4],
  ])
  const width = columns * RIB
  return (top, height) => {
    const data = Buffer.alloc(width * height * 3)
    let out = 0
    for (let y = top; y < top + height; y++) {
      for (let x = 0; x < width; x++) {
        const drift = sample(slack, x >> 1, y >> 1) * 2.2
        const column = Math.min(columns - 1, Math.max(0, Math.floor((x + drift * 0.6) / RIB)))
        const over = column & 1
        // Neighbouring ribs show alternate threads, half a thread higher.
        const along = y + drift + (over ? THREAD / 2 : 0)
        const row = Math.min(rows - 1, Math.max(0, Math.floor(along / THREAD)))
        const fx = (x + drift * 0.6) / RIB - column - 0.5
        const fy = along / THREAD - row - 0.5
        const dye = dyes[crossings[row * columns + column] ?? 0] ?? [0, 0, 0]
        const round = 1.14 - fx * fx * 1.7 - fy * fy * 1.25 - fy * 0.16 + fx * 0.16
        const twist = Math.sin((x * 0.9 + y * 1.7) * 0.9 + row * 1.3) * 0.05
        const batch = ((row * 7919) % 31) / 31 - 0.5
        const light = round + twist + sample(fuzz, x, y) * 0.13 + sample(fade, x >> 4, y >> 4) * 0.1 + batch * 0.07
        data[out++] = tone(dye[0] * light + 5)
        data[out++] = tone(dye[1] * light + 3)
        data[out++] = tone(dye[2] * light + 1)
      }
    }
    return data
  }
}

const tone = (value: number): number => Math.max(0, Math.min(255, value))
