import sharp from 'sharp'
import type { Box, Placed } from './mark.js'
import { type Air, svg } from './svg.js'

/** Pixels with straight alpha, four bytes each. */
export type Layer = Readonly<{ width: number; height: number; data: Buffer }>

// librsvg renders at most 2000 x 2000 pixels a pass and walks the whole document again for each pass.
const PASS = 2000

export async function raster(
  scene: readonly Placed[],
  window: Box,
  width: number,
  height: number,
  air: Air,
): Promise<Layer> {
  if (width > PASS || height > PASS)
    throw new RangeError(`Expected at most ${PASS} pixels a side but received ${width} x ${height}`)
  const document = Buffer.from(svg(scene, window, width, height, air))
  const data = await sharp(document, { unlimited: true }).ensureAlpha().raw().toBuffer()
  return { width, height, data }
}
