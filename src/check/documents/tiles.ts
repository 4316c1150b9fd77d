import { DomainError } from '../../errors.js'
import { type Dialect, version2, version3 } from '../../image/dialect.js'
import type { ServedImage } from '../../image/drawing/drawing.js'
import { planServed } from '../../image/drawing/plan.js'
import { type Dimensions, levelSize, tileGrid } from '../../image/geometry.js'
import type { Serving } from '../../image/plan.js'
import { type ImagePath, parseImageRequest } from '../../image/request.js'

/** The part of an `info.json` that viewers compute addresses from. */
export type Information = Dimensions &
  Readonly<{
    sizes: readonly Dimensions[]
    tiles: readonly Readonly<{ width: number; height: number; scaleFactors: readonly number[] }>[]
  }>

/** `of` is the region's own size. */
type Asked = Readonly<{ path: ImagePath; of: Dimensions; expected: Dimensions }>

/**
 * Every tile of every scale factor and every size that an `info.json` offers, as viewers spell them (Image API §5, notes
 * for implementers).
 */
export function* offered(information: Information, version: 2 | 3): Iterable<Asked> {
  const spelt = ({ width, height }: Dimensions): string => (version === 3 ? `${width},${height}` : `${width},`)
  const asked = (region: string, of: Dimensions, expected: Dimensions): Asked => ({
    path: { region, size: spelt(expected), rotation: '0', file: 'default.jpg' },
    of,
    expected,
  })
  for (const size of information.sizes) yield asked('full', information, size)
  for (const { width: side, scaleFactors } of information.tiles)
    for (const factor of scaleFactors) {
      const { columns, rows } = tileGrid(information, side * factor)
      for (let row = 0; row < rows; row += 1)
        for (let column = 0; column < columns; column += 1) {
          const [x, y] = [column * side * factor, row * side * factor]
          const region = {
            width: Math.min(side * factor, information.width - x),
            height: Math.min(side * factor, information.height - y),
          }
          yield asked(`${x},${y},${region.width},${region.height}`, region, levelSize(region, Math.log2(factor)))
        }
    }
}

/** How much of what is offered was planned, and the first that cannot be: its address below the service, and why. */
export type Planned = Readonly<{ planned: number; flaw?: string }>

/** Arithmetic only: nothing is read or rendered. */
export function planOffered(information: Information, image: ServedImage, serving: Serving, version: 2 | 3): Planned {
  const dialect = version === 3 ? version3 : version2
  let planned = 0
  for (const asked of offered(information, version)) {
    const flaw = flawOf(asked, image, serving, dialect)
    if (flaw !== undefined) return { planned, flaw: `${spell(asked.path)}: ${flaw}` }
    planned += 1
  }
  return { planned }
}

function flawOf({ path, of, expected }: Asked, image: ServedImage, serving: Serving, dialect: Dialect) {
  try {
    const { plan } = planServed(parseImageRequest(path, dialect), image, serving, dialect)
    const { width, height } = plan.output
    const allowed = dialect.version === 2 ? drift(of) : 0
    if (width === expected.width && Math.abs(height - expected.height) <= allowed) return undefined
    return `it comes out as ${width},${height}`
  } catch (error) {
    if (error instanceof DomainError) return error.message
    throw error
  }
}

/** Viewers of version 2 say the width alone, rounded up: what is taller than wide comes out higher by so much, px. */
const drift = ({ width, height }: Dimensions): number => (height > width ? height / width + 1 : 0)

const spell = ({ region, size, rotation, file }: ImagePath): string => `${region}/${size}/${rotation}/${file}`
