import { createHash } from 'node:crypto'
import type { Limits } from '../../config.js'
import { levelCount } from '../geometry.js'
import { type Drawing, type DrawnImage, onlyPicture } from './drawing.js'

/** px */
const tileSize = 512

/**
 * Changes with whatever changes the pixels of a drawing beside its data: how shapes are drawn, how parts are laid.
 */
const recipe = 1

/** A drawing as an image to serve, with the levels of the picture that it shows whole, where it does. */
export function drawnImage(id: string, drawing: Drawing): DrawnImage {
  const alone = onlyPicture(drawing)
  const limits = narrowest(drawing)
  return {
    id,
    version: versionOf(drawing),
    width: drawing.width,
    height: drawing.height,
    ...(alone
      ? { tileSize: alone.tileSize, levels: alone.levels }
      : { tileSize, levels: levelCount(drawing, tileSize) }),
    ...(limits ? { limits } : {}),
    drawing,
  }
}

/** Of the drawing, and of the versions of its pictures, which its data hold. */
const versionOf = (drawing: Drawing): string =>
  createHash('sha256')
    .update(JSON.stringify([recipe, drawing]))
    .digest('base64url')
    .slice(0, 16)

/** What a picture may not be had in, no drawing of it may be had in. */
function narrowest({ pictures }: Drawing): Partial<Limits> | undefined {
  const all = pictures.flatMap(({ image }) => image.limits ?? [])
  if (all.length === 0) return undefined
  const least = (of: keyof Limits) => {
    const given = all.flatMap(limits => limits[of] ?? [])
    return given.length > 0 ? { [of]: Math.min(...given) } : {}
  }
  return { ...least('maxWidth'), ...least('maxHeight'), ...least('maxArea') }
}
