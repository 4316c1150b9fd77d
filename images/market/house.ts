import { between, type Chance, pick, times } from '../chance.js'
import { darker } from '../colour.js'
import { centred, measure } from '../lettering.js'
import { type Motif, moved, type Point } from '../mark.js'
import { bar, blob, plate, stroke, sweep } from '../pen.js'
import { FALL } from '../svg.js'
import { brickwork, type Outline, quoins, stringCourse, tiling } from './masonry.js'
import { COURSE, GROUND_FLOOR, STOREY } from './measures.js'
import { INK } from './perspective.js'
import { chimneys, dormer, sideWall } from './roofline.js'
import { casement, door } from './window.js'

export type Gable = 'stepped' | 'bell' | 'pointed' | 'eaves'

export type House = Readonly<{
  width: number
  storeys: number
  gable: Gable
  brick: string
  sign: string
  side: -1 | 0 | 1
  depth: number
}>

/** A house front: the middle of its doorstep at the origin, a storey a hundred units high. */
export function house(roll: Chance, { width, storeys, gable, brick, sign, side, depth }: House): Motif {
  const eaves = -(GROUND_FLOOR + (storeys - 1) * STOREY)
  const rise = gable === 'eaves' ? width * 0.42 : width * 0.72
  const top = eaves - rise
  const outline = gableOutline(gable, width, eaves, top)
  return [
    ...(side === 0 ? [] : sideWall(roll, side, width, eaves, top, depth, brick)),
    ...chimneys(roll, width, gable === 'eaves' ? top : eaves - rise * 0.55),
    ...front(roll, outline, width, eaves, top, gable, brick),
    ...floors(roll, width, storeys, outline),
    ...attic(roll, gable, eaves, rise),
    ...shop(roll, width, sign),
  ]
}

function gableOutline(gable: Gable, width: number, eaves: number, top: number): Outline {
  const half = width / 2
  return y => {
    if (y >= eaves || gable === 'eaves') return [-half, half]
    const up = (eaves - y) / (eaves - top)
    if (gable === 'stepped') {
      const step = Math.floor(up * 6) / 6
      return [-half * (1 - step * 0.86), half * (1 - step * 0.86)]
    }
    if (gable === 'pointed') return [-half * (1 - up * 0.97), half * (1 - up * 0.97)]
    const bell =
      up < 0.25
        ? 1 - up * 1.3
        : up < 0.62
          ? 0.675 - Math.sin((up - 0.25) * 4.2) * 0.27
          : 0.4 * Math.sqrt(Math.max(0, 1 - ((up - 0.62) / 0.38) ** 2))
    return [-half * bell, half * bell]
  }
}

function front(
  roll: Chance,
  outline: Outline,
  width: number,
  eaves: number,
  top: number,
  gable: Gable,
  brick: string,
): Motif {
  const edge = silhouette(outline, top)
  if (gable === 'eaves') {
    const tile = pick(roll, ['#a2553a', '#8d4a38', '#6b6b66'])
    const lean: Outline = y => [
      -width / 2 - 6 + ((eaves - y) / (eaves - top)) * 14,
      width / 2 + 6 - ((eaves - y) / (eaves - top)) * 14,
    ]
    return [
      bar(-width / 2, eaves, width, -eaves, { fill: '#c7b48d' }),
      ...brickwork(roll, outline, eaves, 0, brick, COURSE),
      plate(
        [
          [-width / 2 - 6, eaves + 3],
          [-width / 2 + 8, top],
          [width / 2 - 8, top],
          [width / 2 + 6, eaves + 3],
        ],
        { fill: darker(tile, 0.3), stroke: INK, width: 0.8 },
      ),
      ...tiling(roll, lean, top, eaves, tile, 9),
      ...dormer(roll, -width * 0.22, (eaves + top) / 2 + 14, brick),
      ...dormer(roll, width * 0.22, (eaves + top) / 2 + 14, brick),
      bar(-width / 2 - 4, eaves, width + 8, 5, { fill: '#d8c9a6', stroke: INK, width: 0.5 }),
      ...stain(roll, width, eaves),
    ]
  }
  return [
    plate(edge, { fill: '#c7b48d' }),
    ...brickwork(roll, outline, top, 0, brick, COURSE),
    plate(edge, { fill: FALL, opacity: 0.7 }),
    stroke(edge.slice(1, -1), { stroke: '#d8c9a6', width: 5.4 }),
    stroke(edge, { stroke: INK, width: 0.8 }),
    ...quoins(roll, -width / 2, eaves, 0, 11, 1),
    ...quoins(roll, width / 2, eaves, 0, 11, -1),
    ...stain(roll, width, eaves),
  ]
}

const silhouette = (outline: Outline, top: number): Point[] => {
  const heights = times(64, index => top * (1 - index / 63))
  const right = heights.map((y): Point => [outline(y)[1], y]).reverse()
  const left = heights.map((y): Point => [outline(y)[0], y])
  return [...right, ...left]
}

function stain(roll: Chance, width: number, eaves: number): Motif {
  return times(4, () => {
    const [x, y, w] = [between(roll, -0.4, 0.4) * width, between(roll, eaves, -20), between(roll, 12, 40)]
    return blob(
      [
        [x, y],
        [x + w, y + 8],
        [x + w * 0.7, y + 60],
        [x + w * 0.3, y + 44],
        [x - 4, y + 30],
      ],
      { fill: '#2d2019', opacity: 0.09 },
    )
  })
}

function floors(roll: Chance, width: number, storeys: number, outline: Outline): Motif {
  const bays = Math.max(2, Math.round(width / 62))
  return times(storeys - 1, floor => {
    const sill = -(GROUND_FLOOR + floor * STOREY + 20)
    const [left, right] = outline(sill)
    const pitch = (right - left) / bays
    return [
      ...stringCourse(left, sill + 18, right - left, 5),
      ...times(bays, bay => moved(casement(roll, pitch * 0.46, 58), left + pitch * (bay + 0.5), sill)).flat(),
    ]
  }).flat()
}

function attic(roll: Chance, gable: Gable, eaves: number, rise: number): Motif {
  if (gable === 'eaves') return []
  return [
    ...moved(casement(roll, 26, 42), 0, eaves - rise * 0.22),
    ...moved(casement(roll, 15, 22, 'nobody'), 0, eaves - rise * 0.68),
    stroke(
      [
        [0, eaves - rise * 0.52],
        [0, eaves - rise * 0.46],
      ],
      { stroke: INK, width: 2.5 },
    ),
    ...(gable === 'pointed'
      ? []
      : centred(String(1500 + Math.floor(roll() * 270)), 0, eaves - rise * 0.5, {
          size: 9,
          ink: '#e9dcc0',
          weight: 1.2,
        })),
  ]
}

function shop(roll: Chance, width: number, sign: string): Motif {
  const size = Math.min(13, (width * 0.8) / (sign.length || 1))
  const board = measure(sign, size) + 18
  return [
    ...moved(door(roll, 34, 84), -width * 0.24, 0),
    ...moved(casement(roll, width * 0.34, 62), width * 0.2, -26),
    ...(sign === ''
      ? []
      : [
          bar(-board / 2, -116, board, size + 9, { fill: '#3d2f26', stroke: '#c9a86a', width: 1.2 }),
          ...centred(sign, 0, -116 + 4.5, { size, ink: '#ecd9a8', weight: 1 }),
        ]),
    sweep(
      [
        [width * 0.46, -118],
        [width * 0.46 + 18, -121],
        [width * 0.46 + 26, -114],
      ],
      { stroke: INK, width: 1.6 },
    ),
    blob(
      [
        [width * 0.46 + 14, -112],
        [width * 0.46 + 38, -112],
        [width * 0.46 + 36, -90],
        [width * 0.46 + 26, -84],
        [width * 0.46 + 16, -90],
      ],
      { fill: pick(roll, ['#8e3427', '#43596b', '#4f5b3a']), stroke: '#d0a552', width: 1 },
    ),
  ]
}
