import type { Limits } from '../config.js'
import type { Dimensions } from './geometry.js'

/** One digitised picture with its pyramid; keyed by a stable id, versioned by content. */
export type ImageRecord = Readonly<{
  id: string
  /** Changes whenever the bytes served may change. */
  version: string
  /** px of level 0, upright */
  width: number
  height: number
  tileSize: number
  /** How many levels, level 0 included; level n has ceil(width/2ⁿ) × ceil(height/2ⁿ) px. */
  levels: number
  /** px of each stored level, where a pyramid that was taken as it came rounds otherwise. */
  levelSizes?: readonly Dimensions[]
  /** The largest image served of it, where that is less than the server's own limits. */
  limits?: Partial<Limits>
  /** Where the pyramid stands, relative to the data directory. */
  pyramid: string
  /**
   * SHA-256 of the pyramid's file, in hexadecimal; absent where it was ingested before these were kept and nobody has checked
   * it since. Nothing that is served depends on it.
   */
  pyramidSha256?: string
  master: Master
}>

/** What is kept of the file that a pyramid was made from. */
export type Master = Readonly<{
  fileName: string
  format: string
  bytes: number
  sha256: string
  /** px as stored, before EXIF orientation */
  width: number
  height: number
  /** Description of the embedded ICC profile. */
  profile?: string
  pixelsPerMm?: number
  /** Which page of the file, where it has several; the first is 0. */
  page?: number
}>
