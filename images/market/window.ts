import { between, type Chance, pick } from '../chance.js'
import { darker, lighter } from '../colour.js'
import { type Motif, moved, type Point } from '../mark.js'
import { bar, blob, ovals, plate, stroke, strokes, sweep } from '../pen.js'
import { cat } from './beasts.js'
import { wool } from './dress.js'
import { hairTone, skinTone } from './face.js'
import { head } from './head.js'
import { INK } from './perspective.js'

/** A window's sill is centred on the origin; a hundred units make a storey. */
export type Guest = 'nobody' | 'person' | 'couple' | 'cat' | 'flowers' | 'linen'

const guests: readonly Guest[] = [
  'nobody',
  'nobody',
  'nobody',
  'person',
  'person',
  'couple',
  'cat',
  'flowers',
  'flowers',
  'linen',
]

export function casement(roll: Chance, width: number, height: number, guest: Guest = pick(roll, guests)): Motif {
  const left = -width / 2
  const shutter = pick(roll, ['#4f5b3a', '#6a3b2c', '#43596b', '#7a6a48'])
  const open = guest === 'person' || guest === 'couple' || guest === 'cat'
  return [
    bar(left - 3, -height - 5, width + 6, height + 8, { fill: '#d8c9a6', stroke: INK, width: 0.5 }),
    bar(left, -height, width, height, {
      fill: open ? '#2a211c' : pick(roll, ['#4d5a5c', '#3d474b', '#5d6662', '#6b6448']),
    }),
    ...(open ? [] : panes(roll, left, width, height)),
    ...guestAt(roll, guest, width),
    bar(left - 5, 0, width + 10, 4, { fill: '#e2d4b2', stroke: INK, width: 0.5 }),
    bar(left - 4, 4, width + 8, 3, { fill: '#2d2019', opacity: 0.3 }),
    ...(guest === 'flowers' ? flowerBox(roll, width) : []),
    ...(roll() < 0.55
      ? [
          leaf(left - 3, -height, -width * 0.46, height, shutter),
          leaf(-left + 3, -height, width * 0.46, height, shutter),
        ].flat()
      : []),
  ]
}

function panes(roll: Chance, left: number, width: number, height: number): Motif {
  const columns = [0.25, 0.5, 0.75].map((share): Point[] => [
    [left + width * share, -height],
    [left + width * share, 0],
  ])
  const rows = [0.2, 0.4, 0.6, 0.8].map((share): Point[] => [
    [left, -height * share],
    [left + width, -height * share],
  ])
  const glint = between(roll, 0.1, 0.5)
  return [
    plate(
      [
        [left + width * glint, -height],
        [left + width * (glint + 0.3), -height],
        [left + width * glint, 0],
        [left + width * (glint - 0.1), 0],
      ],
      { fill: '#c9d0c4', opacity: 0.3 },
    ),
    strokes([...columns, ...rows], { stroke: '#b9ab8b', width: 0.7 }),
    strokes(
      [
        [
          [0, -height],
          [0, 0],
        ],
        [
          [left, -height * 0.6],
          [left + width, -height * 0.6],
        ],
      ],
      { stroke: '#cbbb96', width: 2.2 },
    ),
  ]
}

function guestAt(roll: Chance, guest: Guest, width: number): Motif {
  switch (guest) {
    case 'person':
      return onlooker(roll, between(roll, -0.12, 0.12) * width)
    case 'couple':
      return [...onlooker(roll, -width * 0.23), ...onlooker(roll, width * 0.23)]
    case 'cat':
      return moved(cat(pick(roll, ['#3a322c', '#b5763a', '#9a8f80'])), 0, 0, 1.4)
    case 'linen':
      return [
        blob(
          [
            [-width * 0.4, -1],
            [width * 0.4, -1],
            [width * 0.36, 24],
            [width * 0.1, 27],
            [-width * 0.3, 23],
          ],
          { fill: '#e9dfc8', stroke: INK, width: 0.5 },
        ),
      ]
    default:
      return []
  }
}

function onlooker(roll: Chance, x: number): Motif {
  const coat = wool(roll)
  const face = {
    skin: skinTone(roll),
    hair: hairTone(roll),
    hat: pick(roll, ['coif', 'beret', 'bare', 'kerchief', 'felt'] as const),
    hatColour: pick(roll, ['#efe6d2', coat, '#8e3427']),
    look: pick(roll, [-1, -0.5, 0.5, 1]),
    back: false,
    beard: false,
    near: true,
    mood: between(roll, 0, 1.2),
  }
  return [
    blob(
      [
        [x - 15, 0],
        [x - 13, -13],
        [x - 5, -18],
        [x + 5, -18],
        [x + 13, -13],
        [x + 15, 0],
      ],
      { fill: coat, stroke: INK, width: 0.5 },
    ),
    ...moved(head(face), x, -16, 0.95),
    ovals(
      [
        [x - 10, -1],
        [x + 9, -1],
      ],
      3,
      2.2,
      { fill: face.skin, stroke: INK, width: 0.4 },
    ),
  ]
}

function flowerBox(roll: Chance, width: number): Motif {
  const spots = (count: number): Point[] =>
    Array.from({ length: count }, () => [between(roll, -0.48, 0.48) * width, between(roll, -9, 4)])
  return [
    ovals(spots(16), 3.4, 2.8, { fill: '#66733f' }),
    ovals(spots(9), 1.9, 1.8, { fill: pick(roll, ['#b5382c', '#d9a441', '#c77a6c']) }),
    ovals(spots(5), 1.5, 1.5, { fill: '#efe0c4' }),
    bar(-width / 2, 1, width, 8, { fill: '#7a5433', stroke: INK, width: 0.5 }),
  ]
}

function leaf(x: number, y: number, width: number, height: number, fill: string): Motif {
  const braces = [0.12, 0.5, 0.88].map((share): Point[] => [
    [x, y + height * share],
    [x + width, y + height * share],
  ])
  const boards = [0.33, 0.66].map((share): Point[] => [
    [x + width * share, y],
    [x + width * share, y + height],
  ])
  return [
    plate(
      [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ],
      { fill, stroke: INK, width: 0.5 },
    ),
    strokes(boards, { stroke: darker(fill, 0.4), width: 0.4 }),
    strokes(braces, { stroke: lighter(fill, 0.25), width: 1 }),
  ]
}

export function door(roll: Chance, width: number, height: number): Motif {
  const fill = pick(roll, ['#5a3a26', '#4f5b3a', '#43596b', '#6a2f26'])
  return [
    blob(
      [
        [-width / 2 - 4, 0],
        [-width / 2 - 4, -height * 0.8],
        [0, -height - 6],
        [width / 2 + 4, -height * 0.8],
        [width / 2 + 4, 0],
      ],
      { fill: '#d3c4a0', stroke: INK, width: 0.6 },
    ),
    blob(
      [
        [-width / 2, 0],
        [-width / 2, -height * 0.78],
        [0, -height],
        [width / 2, -height * 0.78],
        [width / 2, 0],
      ],
      { fill, stroke: INK, width: 0.6 },
    ),
    strokes(
      [-0.25, 0, 0.25].map(share => [
        [share * width, -2],
        [share * width, -height * 0.86],
      ]),
      { stroke: darker(fill, 0.5), width: 0.6 },
    ),
    stroke(
      [
        [-width * 0.4, -height * 0.55],
        [width * 0.4, -height * 0.55],
      ],
      { stroke: darker(fill, 0.5), width: 1 },
    ),
    sweep(
      [
        [width * 0.32, -height * 0.42],
        [width * 0.38, -height * 0.4],
        [width * 0.32, -height * 0.37],
      ],
      { stroke: '#d0a552', width: 1 },
    ),
    bar(-width / 2 - 7, -2, width + 14, 5, { fill: '#c4b592', stroke: INK, width: 0.5 }),
  ]
}
