type RGB = Readonly<{ data: Buffer; width: number }>

/**
 * Where two pictures of a level differ most. Colours are stored at half the size: just beside the border of two tiles they
 * are smoothed with those of the other tile in a picture of both, and cannot be in a picture of one.
 */
export function furthestApart({ data, width }: RGB, other: Buffer, tileSize: number) {
  const apart = { inside: 0, beside: 0 }
  const isBeside = (place: number) => place % tileSize === 0 || place % tileSize === tileSize - 1
  for (let index = 0; index < data.length; index += 1) {
    const [x, y] = [Math.floor(index / 3) % width, Math.floor(index / 3 / width)]
    const place = isBeside(x) || isBeside(y) ? 'beside' : 'inside'
    apart[place] = Math.max(apart[place], Math.abs((data[index] ?? 0) - (other[index] ?? 0)))
  }
  return apart
}
