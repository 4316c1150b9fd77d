import { between, chance, times } from '../chance.js'
import { centred } from '../lettering.js'
import { type Motif, type Placed, type Point, place } from '../mark.js'
import { bar, blob, oval, plate, strokes, sweep } from '../pen.js'
import { trace } from '../trace.js'
import { banderole, bird, hare, hound, snailOfWool, unicorn } from './menagerie.js'
import { flower, tree } from './plants.js'

export const WIDTH = 6000
export const HEIGHT = 5000
const BORDER = 360

/** What the weavers had behind their warps: the drawing of the verdure at full size. */
export function cartoon(): Placed[] {
  const roll = chance('tapestry/cartoon')
  return [
    place([bar(0, 0, WIDTH, HEIGHT, { fill: '#26374a' }), ...hillocks()], { x: 0, y: 0 }),
    ...meadow(),
    place(tree(roll, '#c79a3c'), { x: 1180, y: 3450, scale: 1.12 }),
    place(tree(roll, '#b9604a'), { x: 4950, y: 3350, scale: 1 }),
    place(distantBelfry(), { x: 3330, y: 1700, scale: 1.55 }),
    place(unicorn(), { x: 2750, y: 3620, scale: 1.02 }),
    place(hare(), { x: 4560, y: 4250, scale: 1.15, mirror: true }),
    place(hare('#8f693f'), { x: 1100, y: 4360, scale: 0.8 }),
    place(hound(), { x: 2150, y: 4430, scale: 0.8 }),
    place(bird('#9c4033'), { x: 2200, y: 1000, scale: 0.9 }),
    place(bird('#7693a0'), { x: 4080, y: 1380, scale: 0.8, mirror: true }),
    place(bird('#c79a3c'), { x: 4920, y: 820, scale: 0.7 }),
    place([...banderole(), ...centred('QVI CHERCHE TROVVE', 0, -34, { size: 84, ink: '#5a1f1c', weight: 1.15 })], {
      x: 3050,
      y: 690,
      scale: 0.9,
    }),
    place(snailOfWool(), { x: 3420, y: 4480, scale: 0.9 }),
    ...border(),
  ]
}

const hillocks = (): Motif => [
  blob(trace('0,2500 1200,2250 2600,2420 3900,2230 6000,2450 6000,5000 0,5000'), { fill: '#1f2d28' }),
  blob(trace('-300,3400 1500,3120 3300,3330 5200,3080 6300,3350 6300,5200 -300,5200'), { fill: '#2c4236' }),
]

function meadow(): Placed[] {
  const roll = chance('tapestry/meadow')
  const spots: Point[] = []
  for (let tries = 0; tries < 9000 && spots.length < 330; tries++) {
    const spot: Point = [
      between(roll, BORDER + 60, WIDTH - BORDER - 60),
      between(roll, BORDER + 320, HEIGHT - BORDER - 30),
    ]
    if (spots.every(([x, y]) => Math.hypot(x - spot[0], y - spot[1]) > 176)) spots.push(spot)
  }
  return spots
    .sort((a, b) => a[1] - b[1])
    .map(([x, y]) => place(flower(roll), { x, y, scale: between(roll, 1.5, 2.3), mirror: roll() < 0.5 }))
}

const distantBelfry = (): Motif => [
  blob(trace('-420,40 -200,-60 0,-80 220,-60 430,40 0,90'), { fill: '#3f5a42' }),
  plate(trace('-70,0 -70,-330 70,-330 70,0'), { fill: '#9c4033', stroke: '#332a25', width: 8 }),
  plate(trace('-86,-330 -86,-356 86,-356 86,-330'), { fill: '#e2cf9f', stroke: '#332a25', width: 6 }),
  plate(trace('-66,-356 0,-520 66,-356'), { fill: '#4d6f86', stroke: '#332a25', width: 8 }),
  oval(0, -250, 42, 42, { fill: '#efe4c8', stroke: '#332a25', width: 6 }),
  strokes([trace('0,-250 0,-280'), trace('0,-250 20,-240')], { stroke: '#332a25', width: 7 }),
  plate(trace('-22,0 -22,-60 0,-84 22,-60 22,0'), { fill: '#332a25' }),
  ...[-210, -130, 110, 180].map((x, i) =>
    plate(
      [
        [x, 10],
        [x, -90 - i * 14],
        [x + 36, -150 - i * 14],
        [x + 72, -90 - i * 14],
        [x + 72, 10],
      ],
      { fill: i % 2 ? '#b9604a' : '#cf8a6e', stroke: '#332a25', width: 6 },
    ),
  ),
]

function border(): Placed[] {
  const roll = chance('tapestry/border')
  const frame = (inset: number, width: number, fill: string): Motif => [
    bar(inset, inset, WIDTH - 2 * inset, width, { fill }),
    bar(inset, HEIGHT - inset - width, WIDTH - 2 * inset, width, { fill }),
    bar(inset, inset, width, HEIGHT - 2 * inset, { fill }),
    bar(WIDTH - inset - width, inset, width, HEIGHT - 2 * inset, { fill }),
  ]
  const middle = BORDER / 2 + 10
  const along: Point[] = [
    ...times(19, (i): Point => [470 + i * 282, middle]),
    ...times(19, (i): Point => [470 + i * 282, HEIGHT - middle]),
    ...times(14, (i): Point => [middle, 560 + i * 298]),
    ...times(14, (i): Point => [WIDTH - middle, 560 + i * 298]),
  ]
  const rosettes = along.flatMap(([x, y], i) =>
    i % 2
      ? [place(flower(roll), { x, y: y + 100, scale: 1.9 })]
      : [
          place(
            [
              ...times(8, k =>
                oval(Math.cos(k * 0.785) * 62, Math.sin(k * 0.785) * 62, 36, 36, {
                  fill: i % 4 ? '#b9604a' : '#dfb399',
                  stroke: '#5a1f1c',
                  width: 7,
                }),
              ),
              oval(0, 0, 40, 40, { fill: '#c79a3c', stroke: '#5a1f1c', width: 7 }),
            ],
            { x, y, scale: 0.95 },
          ),
        ],
  )
  const corners = (
    [
      [0, 0],
      [WIDTH, 0],
      [0, HEIGHT],
      [WIDTH, HEIGHT],
    ] as const
  ).map(([x, y]) => place(cornerBell(), { x: Math.abs(x - middle), y: Math.abs(y - middle), scale: 1 }))
  const mark = place(
    [
      ...centred('BEFFROI', 0, -30, { size: 62, ink: '#e2cf9f', weight: 1.3 }),
      ...centred('2026', 0, 56, { size: 50, ink: '#e2cf9f', weight: 1.3 }),
      sweep(trace('-210,-20 -250,20 -210,60'), { stroke: '#b9604a', width: 16 }),
    ],
    { x: 5180, y: HEIGHT - 40 - 60, scale: 0.62 },
  )
  return [
    place(
      [
        ...frame(0, BORDER, '#5a1f1c'),
        ...frame(0, 34, '#26374a'),
        ...frame(34, 22, '#c79a3c'),
        ...frame(BORDER - 46, 22, '#c79a3c'),
        ...frame(BORDER - 24, 24, '#1f2a36'),
      ],
      { x: 0, y: 0 },
    ),
    ...rosettes,
    ...corners,
    place([bar(4950, HEIGHT - 150, 460, 112, { fill: '#26374a' })], { x: 0, y: 0 }),
    mark,
  ]
}

const cornerBell = (): Motif => [
  bar(-140, -140, 280, 280, { fill: '#34506a', stroke: '#c79a3c', width: 14 }),
  blob(trace('-34,-80 34,-80 52,10 98,74 -98,74 -52,10'), { fill: '#c79a3c', stroke: '#332a25', width: 10 }),
  oval(0, 88, 22, 20, { fill: '#332a25' }),
  sweep(trace('-60,30 0,44 60,30'), { stroke: '#8f693f', width: 10 }),
]
