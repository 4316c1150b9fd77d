import type { DrawnShape } from '../../image/drawing/drawing.js'
import type { Box } from '../../image/geometry.js'

/** Something that is as high as it needs to be, in a box at most. */
export type Stacked = Readonly<{
  /** px above it, where something stands there */
  gap: number
  set(box: Box): Readonly<{ shapes: readonly DrawnShape[]; height: number }>
}>

/** One below the other in a box, each with the room that those before it leave; a little above the middle together. */
export function stack(parts: readonly Stacked[], box: Box): readonly DrawnShape[] {
  const measured: Readonly<{ room: number; height: number }>[] = []
  let used = 0
  for (const { gap, set } of parts) {
    const before = used > 0 ? gap : 0
    const room = box.height - used - before
    const { height } = set({ ...box, height: room })
    measured.push({ room, height })
    used += height > 0 ? before + height : 0
  }
  const top = box.y + Math.max(0, (box.height - used) * opticalMiddle)
  let y = top
  return parts.flatMap(({ gap, set }, index) => {
    const { room = 0, height = 0 } = measured[index] ?? {}
    if (height === 0) return []
    if (y > top) y += gap
    const { shapes } = set({ ...box, y, height: room })
    y += height
    return shapes
  })
}

const opticalMiddle = 0.46
