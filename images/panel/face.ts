import { between, chance, times } from '../chance.js'
import type { Motif, Point } from '../mark.js'
import { blob, oval, strokes, sweep, sweeps } from '../pen.js'
import { soft } from '../svg.js'
import { trace } from '../trace.js'

/** A face seen three quarters from the left, modelled with soft touches over a flat flesh tone. */
export const outline = trace(
  '1440,1640 1560,1280 1900,1150 2260,1260 2440,1600 2420,1980 2290,2300 2080,2490 1880,2520 1690,2410 1530,2190 1440,1930',
)

export function face(): Motif {
  return [
    blob(outline, { fill: '#dfb28d' }),
    touch(2290, 1900, 300, 640, '#7a4a33', 0.75),
    touch(2150, 2380, 340, 220, '#7a4a33', 0.6),
    touch(1760, 1480, 420, 300, '#f4d6b4', 0.85),
    touch(1640, 1990, 260, 200, '#d6806a', 0.55),
    touch(2200, 2020, 220, 180, '#b9604a', 0.45),
    touch(1860, 2440, 150, 90, '#eec6a0', 0.7),
    touch(1470, 1700, 90, 420, '#a86e4e', 0.5),
    ...eye(1680, 1740, 1),
    ...eye(2090, 1735, 0.94),
    ...nose(),
    ...mouth(),
    ...stray(),
  ]
}

const touch = (x: number, y: number, rx: number, ry: number, pigment: string, opacity: number) =>
  oval(x, y, rx, ry, { fill: soft(pigment), opacity })

function eye(x: number, y: number, size: number): Motif {
  const at = (dx: number, dy: number): Point => [x + dx * size, y + dy * size]
  const lid: Point[] = [at(-122, 10), at(-70, -44), at(0, -62), at(74, -38), at(126, 18)]
  const lower: Point[] = [at(126, 18), at(60, 46), at(-10, 54), at(-80, 38), at(-122, 10)]
  return [
    touch(x, y - 20, 210 * size, 150 * size, '#9a6044', 0.6),
    touch(x, y + 96, 150 * size, 60, '#a86e54', 0.45),
    touch(x - 10, y - 105, 150 * size, 60, '#f0cba6', 0.7),
    blob([...lid, ...lower.slice(1, -1)], { fill: '#e9dfcb' }),
    touch(x + 90 * size, y, 70, 60, '#8f7a66', 0.7),
    oval(x - 22 * size, y - 6, 53 * size, 54 * size, { fill: '#5b6a5c', stroke: '#2b261e', width: 7 }),
    strokes(
      times(26, i => {
        const a = i * 0.2417
        return [
          [x - 22 * size + Math.cos(a) * 24, y - 6 + Math.sin(a) * 24],
          [x - 22 * size + Math.cos(a) * 46 * size, y - 6 + Math.sin(a) * 46 * size],
        ]
      }),
      { stroke: '#94a08a', width: 3, opacity: 0.7 },
    ),
    oval(x - 22 * size, y - 6, 24 * size, 25 * size, { fill: '#15110d' }),
    oval(x - 4 * size, y - 26, 11, 13, { fill: '#fffdf4' }),
    oval(x - 40 * size, y + 16, 6, 6, { fill: '#cdd3c4', opacity: 0.7 }),
    sweep(lid, { stroke: '#3a2419', width: 15 }),
    sweep(lower, { stroke: '#9a5f48', width: 6 }),
    sweep([at(-130, -22), at(-70, -84), at(4, -100), at(84, -72), at(136, -14)], { stroke: '#8a5238', width: 8 }),
    sweeps(
      times(11, i => [
        at(-110 + i * 22, -20 - Math.sin((i / 10) * 3.14) * 40),
        at(-120 + i * 23, -38 - Math.sin((i / 10) * 3.14) * 46),
      ]),
      { stroke: '#3a2419', width: 4 },
    ),
    sweeps(
      times(34, i => [
        at(-150 + i * 9, -150 - Math.sin((i / 33) * 2.6) * 56),
        at(-126 + i * 9.2, -166 - Math.sin((i / 33) * 2.6) * 60),
      ]),
      { stroke: '#6b4530', width: 7 },
    ),
    oval(x - 112 * size, y + 12, 11, 9, { fill: '#c98a76' }),
  ]
}

const nose = (): Motif => [
  touch(1935, 1900, 90, 330, '#a86a4a', 0.55),
  touch(1830, 1880, 52, 300, '#f6dcbc', 0.8),
  touch(1850, 2085, 120, 80, '#cf8468', 0.6),
  touch(1835, 2050, 44, 40, '#fbe8cc', 0.9),
  sweep(trace('1905,1760 1880,1880 1800,2040 1770,2090 1800,2130'), { stroke: '#9a5f44', width: 8, opacity: 0.75 }),
  sweep(trace('1790,2120 1850,2138 1900,2120 1950,2130 1985,2090 1960,2040'), { stroke: '#854a36', width: 9 }),
  oval(1815, 2122, 26, 12, { fill: '#5b2a1e' }),
  oval(1930, 2124, 24, 12, { fill: '#5b2a1e' }),
  touch(1860, 2190, 40, 60, '#b57256', 0.6),
]

const mouth = (): Motif => [
  touch(1880, 2380, 200, 70, '#9a5f48', 0.55),
  blob(trace('1680,2272 1780,2240 1852,2250 1890,2242 2000,2252 2080,2272 1990,2286 1860,2290 1760,2286'), {
    fill: '#a8503f',
  }),
  blob(trace('1680,2272 1770,2290 1870,2294 1990,2288 2080,2272 2000,2330 1870,2350 1760,2330'), { fill: '#bf6653' }),
  touch(1850, 2318, 90, 24, '#eab5a0', 0.85),
  sweep(trace('1668,2268 1770,2290 1870,2291 1990,2289 2094,2266'), { stroke: '#5b231a', width: 9 }),
  touch(2100, 2266, 36, 36, '#8a4a36', 0.7),
  touch(1664, 2266, 30, 30, '#8a4a36', 0.6),
]

/** A little hair where the linen begins. */
function stray(): Motif {
  const roll = chance('panel/hair')
  const hairs = times(70, (): Point[] => {
    const turn = Math.PI * between(roll, 1.06, 1.62)
    const [x, y] = [1945 + Math.cos(turn) * 480, 1790 + Math.sin(turn) * 560]
    return [
      [x, y],
      [x + between(roll, 0, 16), y + between(roll, 24, 50)],
      [x - between(roll, 14, 40), y + between(roll, 70, 130)],
    ]
  })
  return [
    sweeps(hairs, { stroke: '#7a5230', width: 4, opacity: 0.7 }),
    sweeps(
      hairs.slice(30).map(hair => hair.map(([x, y]): Point => [x + 9, y + 2])),
      { stroke: '#c39a5e', width: 2.6, opacity: 0.8 },
    ),
  ]
}
