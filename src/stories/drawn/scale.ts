import type { DrawnShape } from '../../image/drawing/drawing.js'
import type { Box } from '../../image/geometry.js'
import { personSize, scaleBar } from '../true-scale.js'
import type { Fonts } from '../typesetting/fonts.js'
import { setPlain } from '../typesetting/set.js'
import { quiet } from './colours.js'
import { ellipse, filled, n, stroked } from './paths.js'
import { lengthWords } from './phrases.js'

/** A bar of a round length with its measure beside it, in a box of px. */
export function scaleBarOf(
  mmPerUnit: number,
  { x, y, width, height }: Box,
  { language, fonts }: Readonly<{ language: string; fonts: Fonts }>,
): readonly DrawnShape[] {
  const { mm, units } = scaleBar(mmPerUnit, width, 0.22)
  const middle = y + height / 2
  const ends = `M${n(x)} ${n(middle - 18)}v36M${n(x + units)} ${n(middle - 18)}v36`
  const bar = stroked(
    `${ends}M${n(x)} ${n(middle)}h${n(units)}`,
    { x, y: middle - 18, width: units, height: 36 },
    quiet,
    5,
  )
  const form = { family: 'sans', language, fonts, sizes: [58], leading: height / 58, colour: quiet } as const
  return [bar, ...setPlain(lengthWords(mm, language), { x: x + units + 46, y, width: 900, height }, form).shapes]
}

/** mm, one half of somebody who stands still and looks; the other is its mirror image. */
const outline: readonly (readonly [command: 'L' | 'C', ...points: readonly number[]])[] = [
  ['C', 292, 246, 318, 262, 360, 276],
  ['C', 410, 292, 432, 318, 440, 372],
  ['C', 450, 450, 456, 560, 462, 640],
  ['C', 468, 712, 478, 770, 474, 826],
  ['C', 472, 868, 458, 892, 444, 888],
  ['C', 432, 884, 432, 850, 432, 822],
  ['C', 430, 756, 418, 690, 408, 628],
  ['C', 402, 580, 396, 530, 388, 486],
  ['C', 386, 580, 384, 640, 388, 700],
  ['C', 396, 780, 402, 850, 398, 930],
  ['C', 394, 1040, 382, 1120, 376, 1210],
  ['C', 372, 1320, 358, 1450, 350, 1590],
  ['C', 350, 1622, 380, 1648, 384, 1672],
  ['C', 386, 1692, 372, 1700, 350, 1700],
  ['L', 292, 1700],
  ['C', 282, 1690, 284, 1640, 284, 1590],
  ['C', 280, 1440, 282, 1340, 278, 1230],
  ['C', 274, 1120, 268, 1020, 262, 930],
]

const tone = '#cdc2b1'

/** Somebody in a box of the proportions of `personSize`: two halves and a head, which overlap. */
export function personOf(box: Box): readonly DrawnShape[] {
  const scale = box.height / personSize.height
  const middle = box.x + box.width / 2
  const half = (side: 1 | -1): string => {
    const at = (values: readonly number[]): string =>
      values
        .map((value, index) =>
          n(index % 2 === 0 ? middle + side * (value - personSize.width / 2) * scale : box.y + value * scale),
        )
        .join(' ')
    const curves = outline.map(([command, ...points]) => command + at(points))
    return `M${at([257, 190])}L${at([288, 190])}${curves.join('')}L${at([257, 930])}Z`
  }
  const head = ellipse({ x: middle, y: box.y + 118 * scale }, 80 * scale, 114 * scale)
  return [half(1), half(-1), head].map(path => filled(path, box, tone))
}
