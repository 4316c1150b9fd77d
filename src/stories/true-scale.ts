import type { Work } from '../catalogue/model.js'
import { millimetresPerPixel } from '../catalogue/physical-scale.js'
import { type Box, type Dimensions, longestSide } from '../image/geometry.js'
import { type FoundPlace, rescaling } from './places.js'

/** One of the pictures that hang together: px of what is shown of it, and how large that is in the world, where known. */
export type Side = Dimensions & Readonly<{ widthMm?: number; heightMm?: number }>

/**
 * Where pictures hang beside each other. `places` are in the order of the sides, in the unit of the room that was given,
 * within `size`; at true scale `mmPerUnit` says how many millimetres one of those units is. Where somebody stands beside
 * them, `person` is that person's whole box, of which the part below `size` is not seen.
 */
export type ComparisonLayout = Readonly<{
  size: Dimensions
  places: readonly Box[]
  true: boolean
  mmPerUnit?: number
  person?: Box
}>

/** mm from the floor: the height at which museums hang the middle of a picture, at the eyes of those who look. */
const eyeLevel = 1550

/** mm: somebody of middle height, and the room that this person takes. */
export const personSize: Dimensions = { width: 520, height: 1700 }

/** mm: works whose lower edge is no further from the floor are shown with it, so that whoever stands there has feet. */
const nearFloor = 800

/** mm: beside works smaller than this a person would take all the room. */
const smallestBesidePerson = 250

/** Part of the room's width between two pictures. */
const gapShare = 0.05

type Options = Readonly<{
  /** Whether somebody stands beside the works, where their scale is known and they are not too small for it. */
  person?: boolean
}>

/** Hangs pictures in a room, as large as it allows: at one scale where all sizes are known, else at one height. */
export function comparisonLayout(
  sides: readonly Side[],
  room: Dimensions,
  { person = false }: Options = {},
): ComparisonLayout {
  const measured = sides.flatMap(({ widthMm = 0, heightMm = 0 }) =>
    widthMm > 0 && heightMm > 0 ? [{ width: widthMm, height: heightMm }] : [],
  )
  return measured.length === sides.length && sides.length > 0
    ? atOneScale(measured, room, person && Math.max(...measured.map(longestSide)) >= smallestBesidePerson)
    : atOneHeight(sides, room)
}

function atOneScale(works: readonly Dimensions[], room: Dimensions, person: boolean): ComparisonLayout {
  const wall = works.map(({ width, height }) => ({ width, height, bottom: Math.max(0, eyeLevel - height / 2) }))
  const lowest = Math.min(...wall.map(({ bottom }) => bottom))
  const top = Math.max(...wall.map(({ bottom, height }) => bottom + height), person ? personSize.height * 1.02 : 0)
  const floor = person && lowest < nearFloor ? 0 : lowest
  const gap = room.width * gapShare
  const standing = person ? [...wall, { ...personSize, bottom: 0 }] : wall
  const across = standing.reduce((sum, { width }) => sum + width, 0)
  const scale = Math.min((room.width - gap * (standing.length - 1)) / across, room.height / (top - floor))
  let x = 0
  const boxes = standing.map(({ width, height, bottom }) => {
    const box = { x, y: (top - bottom - height) * scale, width: width * scale, height: height * scale }
    x += box.width + gap
    return box
  })
  const standsLast = person ? boxes.at(-1) : undefined
  return {
    size: { width: x - gap, height: (top - floor) * scale },
    places: boxes.slice(0, works.length),
    true: true,
    mmPerUnit: 1 / scale,
    ...(standsLast && { person: standsLast }),
  }
}

function atOneHeight(sides: readonly Dimensions[], room: Dimensions): ComparisonLayout {
  const gap = room.width * gapShare
  const ratios = sides.map(({ width, height }) => width / height)
  const gaps = gap * Math.max(0, sides.length - 1)
  const height = Math.min((room.width - gaps) / ratios.reduce((sum, ratio) => sum + ratio, 0), room.height)
  let x = 0
  const places = ratios.map(ratio => {
    const box = { x, y: 0, width: ratio * height, height }
    x += box.width + gap
    return box
  })
  return { size: { width: Math.max(0, x - gap), height }, places, true: false }
}

/** What a place shows as a side: in mm where the catalogue's dimensions and the picture agree (3 %). */
export function sideOf({ view, image, region }: FoundPlace, work: Work): Side {
  const first = work.views[0]
  const firstImage = first?.layers[0]?.image
  // The back of a sheet is as large as its front; other views have a scale of their own.
  const alike = firstImage && (view === first || rescaling(firstImage, image) !== undefined)
  const perPixel = first && alike ? millimetresPerPixel(work, first, 0) : undefined
  const size = { width: region.width, height: region.height }
  if (perPixel === undefined || !firstImage) return size
  const mm = (perPixel * firstImage.width) / image.width
  return { ...size, widthMm: region.width * mm, heightMm: region.height * mm }
}

export type ScaleBar = Readonly<{ mm: number; units: number }>

/** A round length, 1, 2 or 5 of a power of ten, that takes at most a part of a width. */
export function scaleBar(mmPerUnit: number, width: number, part = 0.25): ScaleBar {
  const most = mmPerUnit * width * part
  const power = 10 ** Math.floor(Math.log10(most))
  const mm = ([5, 2, 1].find(step => step * power <= most) ?? 1) * power
  return { mm, units: mm / mmPerUnit }
}
