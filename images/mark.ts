/** A drawing is a list of motifs set down in order; a motif is a list of marks in its own small coordinates. */
export type Point = readonly [x: number, y: number]
export type Box = readonly [left: number, top: number, right: number, bottom: number]

export type Mark = Readonly<{
  path: string
  box: Box
  fill?: string
  stroke?: string
  width?: number
  opacity?: number
}>

export type Motif = readonly Mark[]

export type Placed = Readonly<{
  motif: Motif
  x: number
  y: number
  scale: number
  mirror: boolean
  haze: number
  box: Box
}>

export type Placing = Readonly<{ x: number; y: number; scale?: number; mirror?: boolean; haze?: number }>

export function place(motif: Motif, { x, y, scale = 1, mirror = false, haze = 0 }: Placing): Placed {
  const [left, top, right, bottom] = around(motif.map(mark => mark.box))
  const sides = mirror ? ([-right, -left] as const) : ([left, right] as const)
  const box: Box = [x + sides[0] * scale, y + top * scale, x + sides[1] * scale, y + bottom * scale]
  return { motif, x, y, scale, mirror, haze, box }
}

export const around = (boxes: readonly Box[]): Box =>
  boxes.reduce<Box>(
    (whole, box) => [
      Math.min(whole[0], box[0]),
      Math.min(whole[1], box[1]),
      Math.max(whole[2], box[2]),
      Math.max(whole[3], box[3]),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  )

export const meets = (a: Box, b: Box): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]

export const moved = (motif: Motif, dx: number, dy: number, scale = 1, mirror = false): Motif =>
  motif.map(mark => transformed(mark, dx, dy, scale, mirror))

// Paths hold only absolute commands with x y pairs, which is what lets a motif be moved as text.
function transformed(mark: Mark, dx: number, dy: number, scale: number, mirror: boolean): Mark {
  let isX = false
  const across = mirror ? -scale : scale
  const path = mark.path.replace(/-?\d+(\.\d+)?/g, number => {
    isX = !isX
    return String(Math.round((Number(number) * (isX ? across : scale) + (isX ? dx : dy)) * 100) / 100)
  })
  const [left, top, right, bottom] = mark.box
  const sides = mirror ? ([-right, -left] as const) : ([left, right] as const)
  const box: Box = [sides[0] * scale + dx, top * scale + dy, sides[1] * scale + dx, bottom * scale + dy]
  return { ...mark, path, box, ...(mark.width === undefined ? {} : { width: mark.width * scale }) }
}
