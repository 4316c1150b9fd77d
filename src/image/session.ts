import type { Limits } from '../config.js'
import { type Dimensions, levelSize, tileGrid } from './geometry.js'
import { advertisedTile, scaleFactors, sizeLadder } from './ladder.js'
import type { ImageRecord } from './record.js'
import type { ImageRequest, Region } from './request.js'

/** An image that a viewer is shown: what `info.json` says of it. */
export type ViewedImage = Pick<ImageRecord, 'width' | 'height' | 'levels' | 'tileSize' | 'limits'>

/**
 * What viewers ask for that is not a stored tile: every size of the ladder, of which manifests and pages take their
 * thumbnails, and the tiles of every level that reach its right or lower edge.
 */
export const viewerRequests = (image: ViewedImage, limits: Limits): readonly ImageRequest[] => [
  ...sizeLadder(image, limits).map(size => asked({ kind: 'full' }, size)),
  // Limits below a tile leave viewers other tiles than the stored ones: all of a picture, which nobody could keep.
  ...(advertisedTile(image, limits) === image.tileSize
    ? scaleFactors(image).flatMap(factor => edgeTiles(image, factor))
    : []),
]

/** The last tiles of each row and column, as Image API 3 §5.4 says to compute them. A level of one tile is a size of the ladder. */
function edgeTiles(image: ViewedImage, factor: number): readonly ImageRequest[] {
  const { tileSize } = image
  const { columns, rows } = tileGrid(levelSize(image, Math.log2(factor)), tileSize)
  if (columns === 1 && rows === 1) return []
  const span = tileSize * factor
  const tile = (column: number, row: number): ImageRequest | undefined => {
    const [x, y] = [column * span, row * span]
    const [width, height] = [Math.min(span, image.width - x), Math.min(span, image.height - y)]
    if (width === span && height === span) return undefined
    const size = { width: Math.ceil(width / factor), height: Math.ceil(height / factor) }
    return asked({ kind: 'pixels', x, y, width, height }, size)
  }
  const lastColumn = Array.from({ length: rows }, (_, row) => tile(columns - 1, row))
  const lastRow = Array.from({ length: columns - 1 }, (_, column) => tile(column, rows - 1))
  return [...lastColumn, ...lastRow].filter(request => request !== undefined)
}

const asked = (region: Region, size: Dimensions): ImageRequest => ({
  region,
  size: { kind: 'exact', upscale: false, ...size },
  rotation: { mirror: false, degrees: 0 },
  quality: 'default',
  format: 'jpg',
})
