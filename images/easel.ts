import type { Placed } from './mark.js'
import type { Picture } from './picture.js'
import { raster } from './raster.js'
import type { Air } from './svg.js'
import { type Finish, finish, MARGIN, type Tint } from './varnish.js'

/** A scene, the ground it is painted on, and what makes it look like an object. */
export type Easel = Readonly<{
  width: number
  scene: readonly Placed[]
  air: Air
  ground: (x: number, y: number) => number
  look: Finish
  varnish: Tint
  light?: (x: number, y: number) => number
}>

const TILE = 1500
const evenly = () => 1

export function onEasel({ width, scene, air, ground, look, varnish, light = evenly }: Easel): Picture {
  return {
    async paint(top, rows) {
      const data = Buffer.alloc(width * rows * 3)
      for (let left = 0; left < width; left += TILE) {
        const columns = Math.min(TILE, width - left)
        const window = [left - MARGIN, top - MARGIN, left + columns + MARGIN, top + rows + MARGIN] as const
        const tile = await raster(scene, window, columns + 2 * MARGIN, rows + 2 * MARGIN, air)
        finish(look, tile, { left, top, columns, rows }, { data, width, top }, ground, varnish, light)
      }
      return data
    },
  }
}
