/** A region of the picture, px of the picture as served whole, from the upper left corner. */
export type Region = Readonly<{ x: number; y: number; width: number; height: number }>

/** Media Fragments 1.0 §4.2.2: `xywh=x,y,w,h` in an address's hash. */
export function readRegion(hash: string): Region | undefined {
  const found = /^#xywh=(?:pixel:)?(\d{1,7}),(\d{1,7}),(\d{1,7}),(\d{1,7})$/.exec(hash)
  if (!found) return undefined
  const [x = 0, y = 0, width = 0, height = 0] = found.slice(1).map(Number)
  return width > 0 && height > 0 ? { x, y, width, height } : undefined
}

/** The part of a region that lies on the picture, in whole pixels, never empty. */
export function onPicture(region: Region, picture: Readonly<{ width: number; height: number }>): Region {
  const clamp = (value: number, most: number) => Math.min(Math.max(Math.round(value), 0), most)
  const x = clamp(region.x, picture.width - 1)
  const y = clamp(region.y, picture.height - 1)
  const width = Math.max(1, clamp(region.x + region.width, picture.width) - x)
  const height = Math.max(1, clamp(region.y + region.height, picture.height) - y)
  return { x, y, width, height }
}
