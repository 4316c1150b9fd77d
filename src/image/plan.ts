import type { Limits } from '../config.js'
import { DomainError } from '../errors.js'
import type { Dialect } from './dialect.js'
import type { Format } from './formats.js'
import { type Box, type Dimensions, levelSize, pixels, sameSize } from './geometry.js'
import { scaleFactors } from './ladder.js'
import { formatRotation, type ImageRequest } from './request.js'
import { type PlannedImage, resolveRegion, resolveSize, sizeFacts } from './resolve.js'

/**
 * Everything that is to be done for a request, as plain JSON: cache key, input of the ETag, cost, log line.
 * `output` is px before rotation.
 */
export type Plan = Readonly<{ format: Format; output: Dimensions }> & (StoredTile | Transform)

/** One tile that the pyramid holds just as asked for: its bytes pass through undecoded. */
export type StoredTile = Readonly<{ kind: 'stored-tile'; level: number; column: number; row: number }>

/** `extract` is px of `level`. */
export type Transform = Readonly<{
  kind: 'transform'
  level: number
  extract: Box
  mirror: boolean
  degrees: 0 | 90 | 180 | 270
  colour: 'color' | 'gray' | 'bitonal'
}>

export type Planned = Readonly<{ plan: Plan; canonical: string }>

/**
 * Arithmetic only: from a request to what must be read, decoded and written, and the canonical spelling
 * (`region/size/rotation/quality.format`).
 * @throws DomainError `invalid-request` for what the image or the limits do not allow
 */
export function planImage(request: ImageRequest, image: PlannedImage, limits: Limits, dialect: Dialect): Planned {
  const region = resolveRegion(request.region, image)
  const output = resolveSize(request.size, region, image, limits)
  const { mirror } = request.rotation
  const degrees = quarterTurns(request.rotation.degrees)
  const colour = request.quality === 'default' ? 'color' : request.quality
  const untouched = !mirror && degrees === 0 && colour === 'color' && request.format === 'jpg'
  const stored = untouched ? storedTile(region, output, image) : undefined
  const work = stored ?? { kind: 'transform', ...readable(region, output, image, limits), mirror, degrees, colour }
  return {
    plan: { format: request.format, output, ...work },
    canonical: [
      sameSize(region, image) ? 'full' : `${region.x},${region.y},${region.width},${region.height}`,
      dialect.canonicalSize(output, sizeFacts(output, region, image, limits)),
      formatRotation({ mirror, degrees }),
      `${colour === 'color' ? 'default' : colour}.${request.format}`,
    ].join('/'),
  }
}

/** How many pixels of the pyramid a plan decodes. */
export const pixelsDecoded = (plan: Plan): number => (plan.kind === 'stored-tile' ? 0 : pixels(plan.extract))

function quarterTurns(degrees: number): 0 | 90 | 180 | 270 {
  if (degrees === 0 || degrees === 90 || degrees === 180 || degrees === 270) return degrees
  // Image API 3 §4.3: an unsupported rotation is 400.
  throw invalid(`Expected a rotation of 0, 90, 180 or 270 degrees but received ${degrees}.`)
}

/** Tiles that reach the right or lower edge are padded as stored (TIFF 6 §15), so they are not what is asked for. */
function storedTile(region: Box, output: Dimensions, image: PlannedImage): StoredTile | undefined {
  const { tileSize } = image
  if (!sameSize(output, { width: tileSize, height: tileSize })) return undefined
  const level = scaleFactors(image).findIndex(
    factor => region.width === factor * tileSize && region.height === factor * tileSize,
  )
  if (level < 0) return undefined
  const column = region.x / region.width
  const row = region.y / region.height
  return Number.isInteger(column) && Number.isInteger(row) ? { kind: 'stored-tile', level, column, row } : undefined
}

/** Decoded pixels never exceed this many times the largest area served, however a size distorts a region. */
const decodingAllowance = 4

/** The smallest level with enough pixels for the output, or the smallest that the allowance asks for; the region on it. */
function readable(
  region: Box,
  output: Dimensions,
  image: PlannedImage,
  limits: Limits,
): Readonly<{ level: number; extract: Box }> {
  let chosen = { level: 0, extract: region }
  for (let level = 1; level < image.levels; level += 1) {
    const affordable = pixels(chosen.extract) <= decodingAllowance * limits.maxArea
    if (affordable && sameSize(chosen.extract, output)) break
    const extract = onLevel(region, level, image)
    const enough = extract.width >= output.width && extract.height >= output.height
    if (affordable && !enough) break
    chosen = { level, extract }
  }
  return chosen
}

/** The region in px of a level, to the nearest pixel, never empty. */
function onLevel(region: Box, level: number, image: PlannedImage): Box {
  const factor = 2 ** level
  const size = levelSize(image, level)
  const x = Math.min(Math.round(region.x / factor), size.width - 1)
  const y = Math.min(Math.round(region.y / factor), size.height - 1)
  const right = Math.min(size.width, ends(region.x + region.width, image.width, factor))
  const bottom = Math.min(size.height, ends(region.y + region.height, image.height, factor))
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) }
}

/** Where a region ends on a level; the image's own edge takes in the level's last, partly covered pixel. */
const ends = (edge: number, imageEdge: number, factor: number): number =>
  edge === imageEdge ? Math.ceil(edge / factor) : Math.round(edge / factor)

const invalid = (message: string): DomainError => new DomainError('invalid-request', message)
