import { chance } from '../chance.js'
import { type Placed, place } from '../mark.js'
import { belfry } from './belfry.js'
import { type House, house } from './house.js'
import { hazeAt } from './perspective.js'

export const BELFRY_AT = { x: 7650, y: 4130 } as const

const signs = [
  'IN DEN ZWAAN',
  "AU LION D'OR",
  'BAKKER',
  'DE KROON',
  'À LA CLOCHE',
  'APOTHEEK',
  'BRASSERIE',
  "'T SCHIP",
  'LE PÉLICAN',
  'GILDE',
  'CHEZ MARTHE',
  'DE HAAN',
  'LIBRAIRE',
  'HET ANKER',
] as const

const bricks = [
  '#a4583f',
  '#d3c09a',
  '#8f4a38',
  '#c08a62',
  '#b06045',
  '#d9cdb2',
  '#9c5a48',
  '#bfa27a',
  '#a9674c',
  '#7f4436',
] as const

const gables: readonly House['gable'][] = [
  'stepped',
  'bell',
  'eaves',
  'stepped',
  'pointed',
  'bell',
  'eaves',
  'stepped',
  'bell',
  'pointed',
  'stepped',
]

const storeys = [4, 5, 4, 3, 5, 4, 4, 5, 3, 4] as const

export function town(): Placed[] {
  const roll = chance('market/town')
  const front = (index: number, width: number, storeys: number, side: House['side'] = 0, depth = 0) =>
    house(roll, {
      width,
      storeys,
      side,
      depth,
      gable: gables[index % gables.length] ?? 'stepped',
      brick: bricks[index % bricks.length] ?? '#a4583f',
      sign: signs[index % signs.length] ?? '',
    })
  const backRow = [...terrace(1750, 7050, 0), ...terrace(8330, 11000, 9)].map(({ x, width, index }) =>
    place(front(index, width, storeys[index % storeys.length] ?? 4), { x, y: 4120, scale: 2.35, haze: 0.17 }),
  )
  const wing = (x: number, y: number, scale: number, index: number, width: number, side: -1 | 1) =>
    place(front(index, width, 4, side, 74), { x, y, scale, haze: hazeAt(y) * 0.6 })
  return [
    ...backRow,
    place(belfry(chance('market/belfry')), { ...BELFRY_AT, haze: 0.07 }),
    wing(1130, 4560, 3.1, 3, 270, 1),
    wing(11330, 4560, 3.1, 12, 270, -1),
    wing(330, 5300, 4, 6, 290, 1),
    wing(11900, 5400, 4.1, 1, 270, -1),
  ]
}

function terrace(from: number, to: number, first: number): { x: number; width: number; index: number }[] {
  const widths = [210, 250, 190, 230, 200, 260]
  const houses = []
  for (let x = from, index = first; x < to; index++) {
    const width = Math.min(widths[index % widths.length] ?? 220, (to - x) / 2.35)
    if (width > 110) houses.push({ x: x + width * 1.175, width, index })
    x += width * 2.35
  }
  return houses
}
