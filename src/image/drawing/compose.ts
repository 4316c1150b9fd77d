import { decoding } from '../decoding.js'
import type { Dimensions } from '../geometry.js'
import { sharp } from '../loaders.js'
import type { Part } from '../parts.js'
import { finished, sized } from '../render.js'
import { type Composition, type PlacedPicture, transformOf } from './composition.js'
import { type Drawing, shapesAt } from './drawing.js'
import { svgOf } from './ink.js'

/**
 * Carries out a composition on the parts of the pyramids that it needs, in the order of its pictures.
 * @throws DomainError `damaged` where a tile cannot be decoded
 */
export async function compose(plan: Composition, drawing: Drawing, parts: readonly Part[]): Promise<Buffer> {
  const { output, pictures, ink } = plan
  const laid = await Promise.all(
    pictures.map(async (placed, index) => ({
      ...(await decoding(pixelsOf(placed, parts[index] as Part))),
      left: placed.at.x,
      top: placed.at.y,
    })),
  )
  const [first, ...others] = laid
  const covered = first !== undefined && others.length === 0 && covers(pictures[0], output)
  const base = covered ? sharp(first.input, { raw: first.raw, ...unlimited }) : groundOf(plan)
  const drawn = ink
    ? [{ input: svgOf(ink, shapesAt(drawing, ink.from).shapes), left: ink.at.x, top: ink.at.y, ...unlimited }]
    : []
  const { data, info } = await base
    .composite([...(covered ? [] : laid), ...drawn])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return finished(sharp(data, { raw: rawOf(info), ...unlimited }), plan)
}

/** Plans and their cost bound what is made. */
const unlimited = { limitInputPixels: false }

const groundOf = ({ output, ground }: Composition) =>
  sharp({ create: { ...output, channels: 3, background: ground }, ...unlimited })

const covers = (placed: PlacedPicture | undefined, { width, height }: Dimensions): boolean =>
  placed?.cut.width === width && placed.cut.height === height

/** In colour, whatever the picture is. */
async function pixelsOf(placed: PlacedPicture, part: Part) {
  const { x, y, width, height } = placed.cut
  const image = await sized(transformOf(placed), part)
  const cut = width === placed.size.width && height === placed.size.height
  const { data, info } = await (cut ? image : image.extract({ left: x, top: y, width, height }))
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { input: data, raw: rawOf(info) }
}

const rawOf = ({ width, height }: Dimensions) => ({ width, height, channels: 3 as const })
