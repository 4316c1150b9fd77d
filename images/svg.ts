import { mix } from './colour.js'
import { type Box, type Mark, meets, type Placed } from './mark.js'

export type Air = Readonly<{ colour: string; ink?: string }>

/** Fills that turn a flat shape into a round one; the light stays on the right when a motif is mirrored. */
export const TURN = 'turn'
export const FALL = 'fall'

const ramps: readonly (readonly [
  id: string,
  x2: number,
  y2: number,
  stops: readonly (readonly [number, string, number])[],
])[] = [
  [
    'turn',
    1,
    0.25,
    [
      [0, '#1d120c', 0.46],
      [0.45, '#1d120c', 0.1],
      [0.62, '#fff4d8', 0],
      [1, '#fff4d8', 0.24],
    ],
  ],
  [
    'fall',
    0.12,
    1,
    [
      [0, '#fff4d8', 0.16],
      [0.35, '#fff4d8', 0],
      [0.55, '#1d120c', 0.06],
      [1, '#1d120c', 0.42],
    ],
  ],
]

/** A fill that fades from its colour in the middle to nothing at the edge: how flesh and shadow are modelled. */
export const soft = (pigment: string): string => `soft-${pigment.slice(1)}`

function softRamps(body: string): string {
  return [...new Set(body.match(/soft-[0-9a-f]{6}/g))]
    .map(id => {
      const stop = (offset: number, opacity: number) =>
        `<stop offset="${offset}" stop-color="#${id.slice(5)}" stop-opacity="${opacity}"/>`
      return `<radialGradient id="${id}">${stop(0, 1)}${stop(0.35, 0.8)}${stop(0.7, 0.25)}${stop(1, 0)}</radialGradient>`
    })
    .join('')
}

function definitions(): string {
  const ramp = (id: string, x1: number, x2: number, y2: number, stops: string) =>
    `<linearGradient id="${id}" x1="${x1}" y1="0" x2="${x2}" y2="${y2}">${stops}</linearGradient>`
  return ramps
    .map(([id, x2, y2, list]) => {
      const stops = list
        .map(
          ([offset, colour, opacity]) => `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
        )
        .join('')
      return ramp(id, 0, x2, y2, stops) + ramp(`${id}-mirrored`, 1, 1 - x2, y2, stops)
    })
    .join('')
}

/** The part of a scene that falls into a window, as one SVG document of width x height pixels. */
export function svg(scene: readonly Placed[], window: Box, width: number, height: number, air: Air): string {
  const [left, top, right, bottom] = window
  const body = scene
    .filter(placed => meets(placed.box, window))
    .map(placed => group(placed, window, air))
    .join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" preserveAspectRatio="none" ` +
    `viewBox="${left} ${top} ${right - left} ${bottom - top}"><defs>${definitions()}${softRamps(body)}</defs>` +
    `<g stroke-linejoin="round" stroke-linecap="round">${body}</g></svg>`
  )
}

function group({ motif, x, y, scale, mirror, haze }: Placed, window: Box, air: Air): string {
  const across = mirror ? -scale : scale
  const seen: Box = mirror
    ? [(x - window[2]) / scale, (window[1] - y) / scale, (x - window[0]) / scale, (window[3] - y) / scale]
    : [(window[0] - x) / scale, (window[1] - y) / scale, (window[2] - x) / scale, (window[3] - y) / scale]
  const marks = motif
    .filter(mark => meets(mark.box, seen))
    .map(mark => element(mark, mirror, haze, air))
    .join('')
  return marks === '' ? '' : `<g transform="matrix(${across} 0 0 ${scale} ${x} ${y})">${marks}</g>`
}

function element({ path, fill, stroke, width = 1, opacity }: Mark, mirror: boolean, haze: number, air: Air): string {
  const line = stroke ? ` stroke="${paint(stroke, mirror, haze, air)}" stroke-width="${width}"` : ''
  const veil = opacity === undefined ? '' : ` opacity="${opacity}"`
  return `<path d="${path}" fill="${fill ? paint(fill, mirror, haze, air) : 'none'}"${line}${veil}/>`
}

function paint(pigment: string, mirror: boolean, haze: number, air: Air): string {
  if (pigment.startsWith('#')) return haze > 0 ? mix(pigment, air.colour, haze) : pigment
  return pigment.startsWith('soft') ? `url(#${pigment})` : `url(#${pigment}${mirror ? '-mirrored' : ''})`
}
