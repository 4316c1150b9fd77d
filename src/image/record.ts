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
  /** Where the pyramid stands, relative to the data directory. */
  pyramid: string
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
}>
