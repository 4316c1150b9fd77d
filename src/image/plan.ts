import type { Config, Limits } from '../config.js'
import { DomainError } from '../errors.js'
import type { Dialect } from './dialect.js'
import { type Format, formats } from './formats.js'
import { type Box, type Dimensions, levelSize, pixels, sameSize, turnedSize } from './geometry.js'
import { scaleFactors, storedSize } from './ladder.js'
import { limitsOf } from './limits.js'
import { formatRotation, type ImageRequest, type Rotation } from './request.js'
import { type PlannedImage, resolveRegion, resolveSize, sizeFacts } from './resolve.js'

/**
 * Everything that is to be done for a request, as plain JSON: cache key, input of the ETag, cost, log line.
 * `output` is px before rotation.
 */
export type Plan = Readonly<{ format: Format; output: Dimensions }> & (StoredTile | Transform)

/** One tile that the pyramid holds just as asked for: its bytes pass through undecoded. */
export type StoredTile = Readonly<{ kind: 'stored-tile'; level: number; column: number; row: number }>

/** Read, resize, mirror, turn clockwise, colour. */
export type Transform = Readonly<{ kind: 'transform' }> &
  Reading &
  Finish &
  Readonly<{
    /** Nothing but stored px: they go out as they are coded, where their tiles can be cut and joined without decoding. */
    verbatim?: true
  }>

/** Mirror, turn clockwise, colour. */
export type Finish = Readonly<{
  mirror: boolean
  /** In [0, 360); quarter turns are exact. */
  degrees: number
  /** `#rrggbb` of the corners that a rotation uncovers, where the format has no transparency. */
  background?: string
  colour: 'color' | 'gray' | 'bitonal'
}>

/** What is read of the pyramid. */
export type Reading = Readonly<{
  level: number
  /** px of the stored level */
  extract: Box
  /** px: the side of its tiles, which are decoded whole */
  tileSize: number
  /** The last column and row, repeated so many times, where the stored level has fewer than viewers count. */
  repeat?: Readonly<{ right: number; bottom: number }>
}>

export type Planned = Readonly<{ plan: Plan; canonical: string }>

/** The part of the configuration that planning needs: the server's limits, narrowed by the image's own. */
export type Serving = Pick<Config, 'limits' | 'background'>

/**
 * Arithmetic only: from a request to what must be read, decoded and written, and the canonical spelling
 * (`region/size/rotation/quality.format`).
 * @throws DomainError `invalid-request` for what the image, the limits or the format do not allow
 */
export function planImage(request: ImageRequest, image: PlannedImage, serving: Serving, dialect: Dialect): Planned {
  const { region, output, limits, finish, canonical } = resolve(request, image, serving, dialect)
  const { format } = request
  const untouched = !finish.mirror && finish.degrees === 0 && finish.colour === 'color' && format === 'jpg'
  const stored = untouched ? storedTile(region, output, image) : undefined
  if (stored) return { plan: { format, output, ...stored }, canonical }
  mustHold(format, turnedSize(output, finish.degrees))
  const reading = readable(region, output, image, limits)
  const verbatim = untouched && isWorthKeeping(region, output, image) && isCut(reading, output)
  return {
    plan: { format, output, kind: 'transform', ...reading, ...finish, ...(verbatim ? { verbatim } : {}) },
    canonical,
  }
}

/** A request in px of an image and of the picture asked for, within the limits of both image and server. */
export type Resolved = Readonly<{
  region: Box
  output: Dimensions
  limits: Limits
  finish: Finish
  canonical: string
}>

/** @throws DomainError as `planImage` does, but for what a format cannot hold */
export function resolve(request: ImageRequest, image: PlannedImage, serving: Serving, dialect: Dialect): Resolved {
  const limits = limitsOf(image, serving.limits)
  const region = resolveRegion(request.region, image)
  const output = resolveSize(request.size, region, image, limits, dialect)
  const { rotation, format } = request
  const colour = request.quality === 'default' ? 'color' : request.quality
  const canonical = [
    sameSize(region, image) ? 'full' : `${region.x},${region.y},${region.width},${region.height}`,
    dialect.canonicalSize(output, sizeFacts(output, region, image, limits)),
    formatRotation(rotation),
    `${colour === 'color' ? 'default' : colour}.${format}`,
  ].join('/')
  return { region, output, limits, finish: { ...turn(rotation, format, serving.background), colour }, canonical }
}

/** Tiles can be cut where their MCUs begin (T.81 A.2): those of 4:2:0 have this side, px. */
const CUTTING_GRID = 16

/** px; a whole picture up to here is a thumbnail, made in fewer bytes than what is stored has. */
const THUMBNAIL = 1_000_000

const isWorthKeeping = (region: Box, output: Dimensions, image: Dimensions): boolean =>
  pixels(output) > THUMBNAIL || !sameSize(region, image)

const isCut = ({ extract, repeat }: Reading, output: Dimensions): boolean =>
  extract.x % CUTTING_GRID === 0 && extract.y % CUTTING_GRID === 0 && !repeat && sameSize(extract, output)

/** A quarter turn uncovers nothing; other angles leave corners. */
const turn = ({ mirror, degrees }: Rotation, format: Format, background: string) => ({
  mirror,
  degrees,
  ...(degrees % 90 === 0 || formats[format].transparency ? {} : { background }),
})

/**
 * Limits hold before rotation (Image API 3 §4.2), which may only enlarge so far as the format can be written.
 * @throws DomainError `invalid-request`
 */
export function mustHold(format: Format, { width, height }: Dimensions): void {
  const { largestSide } = formats[format]
  if (width <= largestSide && height <= largestSide) return
  throw new DomainError(
    'invalid-request',
    `Expected a picture of at most ${largestSide} px a side, the most that ${format} can hold, but received one of ${width},${height}.`,
  )
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
  const { width, height } = storedSize(image, level)
  const whole = (column + 1) * tileSize <= width && (row + 1) * tileSize <= height
  return whole && Number.isInteger(column) && Number.isInteger(row)
    ? { kind: 'stored-tile', level, column, row }
    : undefined
}

/** Decoded pixels never exceed this many times the largest area served, however a size distorts a region. */
export const decodingAllowance = 4

/** The smallest level with enough pixels for the output, or the smallest that the allowance asks for; the region on it. */
export function readable(region: Box, output: Dimensions, image: PlannedImage, limits: Limits): Reading {
  let level = 0
  let wanted = region
  for (let next = 1; next < image.levels; next += 1) {
    const affordable = pixels(wanted) <= decodingAllowance * limits.maxArea
    if (affordable && sameSize(wanted, output)) break
    const smaller = onLevel(region, next, image)
    const enough = smaller.width >= output.width && smaller.height >= output.height
    if (affordable && !enough) break
    level = next
    wanted = smaller
  }
  const extract = within(wanted, storedSize(image, level))
  const lacking = { right: wanted.width - extract.width, bottom: wanted.height - extract.height }
  const repeated = sameSize(wanted, output) && lacking.right + lacking.bottom > 0
  return { level, extract, tileSize: image.tileSize, ...(repeated ? { repeat: lacking } : {}) }
}

/** The region in px of a level as viewers count them, to the nearest pixel, never empty. */
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

/** What of a box a stored level has; its last pixel where the box lies beyond it. */
function within(box: Box, size: Dimensions): Box {
  const x = Math.min(box.x, size.width - 1)
  const y = Math.min(box.y, size.height - 1)
  const width = Math.max(1, Math.min(box.x + box.width, size.width) - x)
  const height = Math.max(1, Math.min(box.y + box.height, size.height) - y)
  return { x, y, width, height }
}
