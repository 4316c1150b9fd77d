import type { Picture } from '../picture.js'
import { raster } from '../raster.js'
import { cartoon, HEIGHT, WIDTH } from './cartoon.js'
import { dye, RIB, THREAD, weaver } from './weave.js'

export const tapestrySize = { width: WIDTH, height: HEIGHT, bandHeight: 1000 } as const

/** A verdure: the whole from afar, and every thread from near. */
export async function openTapestry(): Promise<Picture> {
  const [columns, rows] = [WIDTH / RIB, HEIGHT / THREAD]
  const drawn = await raster(cartoon(), [0, 0, WIDTH, HEIGHT], columns, rows, { colour: '#26374a' })
  const weave = weaver({ columns, rows, crossings: dye(drawn) })
  return { paint: async (top, height) => weave(top, height) }
}
