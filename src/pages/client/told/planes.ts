import type OpenSeadragon from 'openseadragon'
import type { Plane } from '../../told.js'
import { tileSourceOf } from '../tile-source.js'
import { prefersCalm } from '../viewer.js'

/** The pictures of a stage, laid over each other, the first one at the bottom. */
export type Planes = Readonly<{
  /** Brings one to sight, over another that shows through where one is named. */
  show(plane: number, under?: number): Promise<OpenSeadragon.TiledImage | undefined>
  /** How much is seen of the upper one, 0 to 1. */
  blend(opacity: number): void
}>

/** ms that one picture takes to give way to another */
const fading = 700

export function planesOf(viewer: OpenSeadragon.Viewer, planes: readonly Plane[]): Planes {
  const laid = new Map<number, Promise<OpenSeadragon.TiledImage>>()
  const base = viewer.world.getItemAt(0)
  laid.set(0, Promise.resolve(base))
  let top: OpenSeadragon.TiledImage = base
  let asked = 0

  const lay = (plane: number): Promise<OpenSeadragon.TiledImage> => {
    const known = laid.get(plane)
    if (known) return known
    const adding = new Promise<OpenSeadragon.TiledImage>((resolve, reject) => {
      viewer.addTiledImage({
        tileSource: tileSourceOf(planes[plane]?.source),
        x: 0,
        y: 0,
        width: 1,
        opacity: 0,
        success: event => resolve((event as unknown as { item: OpenSeadragon.TiledImage }).item),
        error: () => {
          laid.delete(plane)
          reject(new Error('The picture cannot be shown.'))
        },
      })
    })
    laid.set(plane, adding)
    return adding
  }

  return {
    async show(plane, under) {
      asked += 1
      const turn = asked
      const item = await lay(plane)
      const below = under === undefined ? undefined : await lay(under)
      if (turn !== asked) return undefined
      const before = top
      top = item
      below?.setOpacity(1)
      if (item === before) return item
      const others = itemsOf(viewer.world).filter(each => each !== item && each !== below)
      const isAbove = viewer.world.getIndexOfItem(item) > viewer.world.getIndexOfItem(before)
      if (isAbove) {
        // What it lies over goes only when it is there, so that the dark never shows between
        await fade(item, 1, () => turn === asked)
        if (turn === asked) for (const each of others) each.setOpacity(0)
      } else {
        item.setOpacity(1)
        await Promise.all(others.map(each => fade(each, 0, () => turn === asked)))
      }
      return item
    },
    blend(opacity) {
      top.setOpacity(opacity)
    },
  }
}

const itemsOf = (world: OpenSeadragon.World): readonly OpenSeadragon.TiledImage[] =>
  Array.from({ length: world.getItemCount() }, (_, index) => world.getItemAt(index))

function fade(item: OpenSeadragon.TiledImage, to: number, holds: () => boolean): Promise<void> {
  const from = item.getOpacity()
  if (prefersCalm() || from === to) {
    item.setOpacity(to)
    return Promise.resolve()
  }
  return new Promise(resolve => {
    const start = performance.now()
    const go = (now: number): void => {
      const part = Math.min(1, Math.max(0, (now - start) / fading))
      if (holds()) item.setOpacity(from + (to - from) * part)
      if (part < 1 && holds()) requestAnimationFrame(go)
      else resolve()
    }
    requestAnimationFrame(go)
  })
}
