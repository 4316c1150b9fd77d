import { type Box, overlap } from '../geometry.js'
import type { Ink } from './composition.js'
import { type Drawing, type DrawnShape, shapesAt } from './drawing.js'
import type { View } from './view.js'

/** The shapes that touch a view, and the least box of its px that holds what is seen of them. */
export function inkOf({ region, output, across, down }: View, drawing: Drawing): Ink | undefined {
  const { from, shapes } = shapesAt(drawing, Math.min(across, down))
  // The edge of a shape is soft: it colours the px beside it
  const seen = grown({ ...region, width: output.width * across, height: output.height * down }, across, down)
  const touching = shapes.flatMap(({ path, bounds }, index) => {
    const part = overlap(bounds, seen)
    return part ? [{ index, part, characters: path.length }] : []
  })
  if (touching.length === 0) return undefined
  const { x, y, width, height } = grown(around(touching.map(({ part }) => part)), across, down)
  const left = Math.max(0, Math.floor((x - region.x) / across))
  const top = Math.max(0, Math.floor((y - region.y) / down))
  const right = Math.min(output.width, Math.ceil((x + width - region.x) / across))
  const bottom = Math.min(output.height, Math.ceil((y + height - region.y) / down))
  const at = { x: left, y: top, width: right - left, height: bottom - top }
  return {
    from,
    shapes: touching.map(({ index }) => index),
    view: { x: region.x + left * across, y: region.y + top * down, width: at.width * across, height: at.height * down },
    at,
    characters: touching.reduce((sum, { characters }) => sum + characters, 0),
  }
}

const grown = ({ x, y, width, height }: Box, across: number, down: number): Box => ({
  x: x - across,
  y: y - down,
  width: width + 2 * across,
  height: height + 2 * down,
})

/** The least box that holds all of these; at least one. */
export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map(box => box.x))
  const y = Math.min(...boxes.map(box => box.y))
  const right = Math.max(...boxes.map(box => box.x + box.width))
  const bottom = Math.max(...boxes.map(box => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** The SVG of some shapes, made of numbers and colours alone: no text, no references. */
export function svgOf({ shapes: touching, view, at }: Ink, shapes: readonly DrawnShape[]): Buffer {
  const paths = touching.flatMap(index => shapes.slice(index, index + 1)).map(pathOf)
  const box = `${view.x} ${view.y} ${view.width} ${view.height}`
  const size = `width="${at.width}" height="${at.height}"`
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="${box}" preserveAspectRatio="none">${paths.join('')}</svg>`,
  )
}

function pathOf({ path, fill, stroke, opacity }: DrawnShape): string {
  const line = stroke
    ? ` stroke="${stroke.colour}" stroke-width="${stroke.width}" stroke-linejoin="round" stroke-linecap="round"`
    : ''
  return `<path d="${path}" fill="${fill ?? 'none'}"${line}${opacity === undefined ? '' : ` opacity="${opacity}"`}/>`
}
