import type { Box, Dimensions } from '../geometry.js'
import { scaleFactors } from '../ladder.js'

/** A region of a drawing, the size it is shown at, and px of the drawing that a px of that is. */
export type View = Readonly<{ region: Box; output: Dimensions; across: number; down: number }>

/**
 * Levels round up: where a region ends with the drawing, the last px of the output may reach beyond it, and a px is as
 * large as in every other tile of its level, so that shapes meet at the edges of tiles.
 */
export function viewOf(region: Box, output: Dimensions, image: Dimensions & Readonly<{ levels: number }>): View {
  const step = (start: number, length: number, edge: number, wanted: number): number => {
    const ends = start + length === edge
    const factor = ends && scaleFactors(image).find(each => Math.ceil(length / each) === wanted)
    return factor || length / wanted
  }
  return {
    region,
    output,
    across: step(region.x, region.width, image.width, output.width),
    down: step(region.y, region.height, image.height, output.height),
  }
}
