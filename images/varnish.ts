import { type Noise, noise, sample } from './noise.js'
import type { Layer } from './raster.js'

/** The hand and the ground: edges that tremble, a linen weave, pigment that settled unevenly, old varnish. */
export type Finish = Readonly<{ tremble: Noise; reach: number; grain: Noise; settle: Noise }>

export const MARGIN = 4

export const openFinish = (name: string, reach: number): Finish => ({
  reach,
  tremble: noise(`${name}/tremble`, 512, [
    [64, 0.7],
    [22, 0.7],
  ]),
  grain: linen(
    noise(`${name}/grain`, 512, [
      [512, 0.5],
      [170, 0.35],
      [64, 0.3],
    ]),
  ),
  settle: noise(`${name}/settle`, 512, [
    [5, 0.6],
    [17, 0.4],
    [60, 0.25],
  ]),
})

function linen({ mask, values }: Noise): Noise {
  const woven = values.map((value, at) => {
    const [x, y] = [at & mask, Math.floor(at / (mask + 1))]
    return (
      value +
      (((x >> 1) + (y >> 1)) & 1 ? 0.18 : -0.18) +
      Math.sin((x * Math.PI) / 4) * 0.12 +
      Math.sin((y * Math.PI) / 4) * 0.12
    )
  })
  return { mask, values: woven }
}

export type Tint = readonly [red: number, green: number, blue: number]

/**
 * Lays a rendered tile over its ground into a band of RGB rows. The tile was rendered with MARGIN pixels more on
 * every side, which is what the trembling edge may reach into.
 */
export function finish(
  { grain, reach, settle, tremble }: Finish,
  tile: Layer,
  at: Readonly<{ left: number; top: number; columns: number; rows: number }>,
  band: Readonly<{ data: Buffer; width: number; top: number }>,
  ground: (x: number, y: number) => number,
  varnish: Tint,
  light: (x: number, y: number) => number,
): void {
  const source = tile.data
  for (let row = 0; row < at.rows; row++) {
    const y = at.top + row
    let out = ((y - band.top) * band.width + at.left) * 3
    for (let column = 0; column < at.columns; column++) {
      const x = at.left + column
      const dx = Math.round(sample(tremble, x, y) * reach)
      const dy = Math.round(sample(tremble, x + 211, y + 97) * reach)
      const from = ((row + MARGIN + dy) * tile.width + column + MARGIN + dx) * 4
      const alpha = source[from + 3] ?? 0
      const under = alpha < 255 ? ground(x, y) : 0
      const tone = light(x, y) + sample(grain, x, y) * 0.07 + sample(settle, x >> 2, y >> 2) * 0.09
      for (let channel = 0; channel < 3; channel++) {
        const below = (under >> (16 - channel * 8)) & 255
        const value =
          (((source[from + channel] ?? 0) * alpha + below * (255 - alpha)) / 255) * tone * (varnish[channel] ?? 1)
        band.data[out++] = Math.min(255, value)
      }
    }
  }
}
