import type { Box } from '../image/geometry.js'
import type { FragmentSelector } from './types.js'

/** `xywh=…`, px of the canvas or picture that it is said of (Media Fragments 1.0 §4.2.2). */
export const xywh = ({ x, y, width, height }: Box): string => `xywh=${x},${y},${width},${height}`

/** The same as the end of an address. */
export const fragment = (box: Box): string => `#${xywh(box)}`

export const regionSelector = (box: Box): FragmentSelector => ({
  type: 'FragmentSelector',
  conformsTo: 'http://www.w3.org/TR/media-frags/',
  value: xywh(box),
})
