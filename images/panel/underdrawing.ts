import { between, chance, times } from '../chance.js'
import { letters } from '../lettering.js'
import { type Motif, type Placed, type Point, place } from '../mark.js'
import { blob, oval, ovals, stroke, strokes, sweep, sweeps } from '../pen.js'
import { soft } from '../svg.js'
import { trace } from '../trace.js'
import { outline } from './face.js'

const CHARCOAL = '#262626'
const line = (width = 11, opacity = 0.85) => ({ stroke: CHARCOAL, width, opacity })

/** What lies under the paint: the first thoughts, and those that were given up. */
export function underdrawing(): Placed[] {
  const sheets: readonly Motif[] = [firstContour(), hatching(), firstHand(), child(), firstBelfry(), notes()]
  return sheets.map(motif => place(motif, { x: 0, y: 0 }))
}

const shifted = (points: readonly Point[], dx: number, dy: number): Point[] => points.map(([x, y]) => [x + dx, y + dy])

/** The head was begun a little higher and turned further. */
const firstContour = (): Motif => [
  blob(shifted(outline, -64, -52), line(9, 0.7)),
  blob(shifted(outline, -50, -40), line(5, 0.5)),
  sweeps(
    [
      trace('1560,1660 1660,1620 1760,1660'),
      trace('1930,1650 2030,1612 2130,1650'),
      trace('1820,1660 1740,1990 1700,2040 1790,2060'),
      trace('1600,2200 1760,2224 1980,2200'),
    ],
    line(10),
  ),
  ovals(trace('1648,1680 2030,1672'), 44, 44, line(8)),
  sweep(trace('1200,2300 1130,1500 1330,860 1780,560 2330,600 2740,980 2900,1600 2860,2400'), line(13)),
  sweeps([trace('60,4200 300,3440 1000,3000 1500,2850'), trace('2420,2860 3000,3000 3560,3420 3900,4300')], line(12)),
]

function hatching(): Motif {
  const roll = chance('panel/hatching')
  const shade = (x: number, y: number, width: number, height: number, count: number) =>
    times(count, (): Point[] => {
      const [px, py] = [x + between(roll, 0, width), y + between(roll, 0, height)]
      return [
        [px, py],
        [px - 50, py + 70],
        [px - 120, py + between(roll, 120, 190)],
      ]
    })
  return [
    sweeps(
      [
        ...shade(2240, 1700, 200, 560, 60),
        ...shade(2150, 2500, 280, 260, 34),
        ...shade(2800, 3300, 700, 900, 110),
        ...shade(700, 3900, 400, 500, 60),
        ...shade(2500, 1300, 240, 900, 50),
      ],
      line(6, 0.6),
    ),
  ]
}

/** At first the hand lay lower and held a tulip. */
const firstHand = (): Motif => {
  const fingers: Point[][] = times(4, i => [
    [2060 + i * 10, 4330 + i * 84],
    [2250 + i * 16, 4250 + i * 84],
    [2440, 4300 + i * 82],
    [2470, 4360 + i * 76],
  ])
  return [
    oval(2250, 4380, 420, 360, { fill: soft('#4a4a4a'), opacity: 0.55 }),
    sweeps(fingers, line(12)),
    sweeps(
      fingers.map(finger => shifted(finger, 12, 62)),
      line(9, 0.75),
    ),
    sweep(trace('1700,4720 1820,4480 2020,4290 2160,4200 2230,4240 2160,4380'), line(13)),
    sweep(trace('2300,4660 2360,4000 2300,3640'), line(11)),
    blob(trace('2210,3640 2230,3440 2270,3520 2310,3400 2350,3520 2400,3440 2400,3640 2306,3700'), line(12)),
    sweeps([trace('2340,4200 2480,3960 2520,3760 2440,3900 2352,4080')], line(10)),
  ]
}

/** A child who stood on the left and looked up, painted over with the wall. */
const child = (): Motif => [
  oval(620, 2420, 420, 640, { fill: soft('#505050'), opacity: 0.5 }),
  blob(trace('440,1900 520,1690 720,1650 880,1780 900,2010 800,2200 640,2230 500,2110'), line(13)),
  sweeps(
    [
      trace('560,1900 620,1870 680,1900'),
      trace('750,1880 800,1856 850,1880'),
      trace('720,1900 770,2010 710,2030'),
      trace('640,2110 710,2130 780,2104'),
    ],
    line(10),
  ),
  ovals(trace('624,1906 804,1886'), 24, 24, { fill: CHARCOAL }),
  sweep(trace('400,1960 400,1660 620,1500 860,1560 960,1800 930,1960'), line(14)),
  sweeps(
    [trace('440,1800 380,1960 420,2140'), trace('470,1720 420,1880 450,2060'), trace('900,1800 960,1940 920,2080')],
    line(8, 0.7),
  ),
  sweeps(
    [
      trace('560,2230 300,2420 180,2860 160,3400'),
      trace('780,2220 1010,2400 1120,2700 1080,3080'),
      trace('400,2560 560,2900 860,2960 1180,2780'),
      trace('640,2240 680,2360 760,2230'),
    ],
    line(12),
  ),
  sweeps(
    [
      trace('1150,2790 1230,2740 1290,2680'),
      trace('1160,2830 1260,2810 1330,2760'),
      trace('1170,2870 1270,2870 1340,2840'),
    ],
    line(10),
  ),
]

/** The belfry of the window stood in the middle, and the window was wider. */
const firstBelfry = (): Motif => [
  sweeps([trace('2640,380 2636,1000 2650,1760'), trace('2640,380 3300,372 3850,384')], line(12)),
  strokes([trace('3120,1500 3120,880 3240,880 3240,1500'), trace('3104,880 3180,640 3256,880')], line(10)),
  oval(3180, 1000, 44, 44, line(8)),
  stroke(trace('3180,640 3180,540'), line(8)),
]

const notes = (): Motif => [
  ...letters('rouge', 700, 3800, { size: 90, ink: CHARCOAL, flowing: true, slant: 0.25 }),
  ...letters('vert', 300, 900, { size: 90, ink: CHARCOAL, flowing: true, slant: 0.25 }),
  ...letters('blanc', 2560, 2560, { size: 70, ink: CHARCOAL, flowing: true, slant: 0.25 }),
]
