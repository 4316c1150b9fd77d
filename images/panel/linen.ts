import { times } from '../chance.js'
import type { Motif, Point } from '../mark.js'
import { blob, limb, oval, ovals, sweep, sweeps } from '../pen.js'
import { FALL, soft, TURN } from '../svg.js'
import { trace } from '../trace.js'

export function collar(): Motif {
  const linen = trace('1380,2760 1760,2620 2200,2640 2560,2800 2700,3180 2380,3420 2010,3560 1600,3400 1240,3140')
  const rim = trace('1240,3140 1600,3400 2010,3560 2380,3420 2700,3180')
  const lace = times(4, ring =>
    times(34, i => {
      const at = (i / 33) * 4
      const [a, b] = [rim[Math.floor(at)] ?? [0, 0], rim[Math.min(4, Math.floor(at) + 1)] ?? [0, 0]]
      const t = at - Math.floor(at)
      return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t + 14 - ring * 40] as Point
    }),
  )
  return [
    limb(trace('1970,2250 1950,2800'), [500, 600], { fill: '#d9ab86' }),
    oval(2160, 2560, 360, 420, { fill: soft('#6d3c26'), opacity: 0.85 }),
    oval(1980, 2430, 420, 190, { fill: soft('#5b2f1e'), opacity: 0.75 }),
    blob(linen, { fill: '#e6dcc4', stroke: '#5b4a36', width: 6 }),
    blob(linen, { fill: TURN, opacity: 0.75 }),
    oval(1960, 2700, 480, 150, { fill: soft('#6d5a42'), opacity: 0.6 }),
    sweeps([trace('1400,2790 1760,2690 2200,2710 2540,2830'), trace('1950,2720 1960,3040 2000,3520')], {
      stroke: '#a4957a',
      width: 9,
    }),
    sweeps(
      times(14, i => [
        [1500 + i * 76, 2760 + Math.abs(i - 6.5) * 8],
        [1420 + i * 86, 2960 + Math.abs(i - 6.5) * 12],
        [1370 + i * 92, 3130],
      ]),
      { stroke: '#bcae90', width: 9, opacity: 0.6 },
    ),
    ...lace.map((ring, k) => ovals(ring, 20 - k * 3, 20 - k * 3, { stroke: k % 2 ? '#f6f0e0' : '#a4957a', width: 5 })),
    ovals(lace[0] ?? [], 6, 6, { fill: '#5b4a36' }),
    ...pearls(),
  ]
}

const pearls = (): Motif =>
  times(21, i => {
    const t = i / 20 - 0.5
    const [x, y] = [1950 + t * 760, 3120 - (t * 2) ** 2 * 220]
    return [
      oval(x, y + 6, 27, 27, { fill: '#3b2a1c', opacity: 0.4 }),
      oval(x, y, 25, 25, { fill: '#d8cfbd', stroke: '#7d705c', width: 3 }),
      oval(x, y, 25, 25, { fill: TURN }),
      oval(x + 8, y - 9, 7, 6, { fill: '#fffdf4' }),
    ]
  }).flat()

export function headdress(): Motif {
  const cap = trace(
    '1300,2130 1250,1500 1420,980 1780,720 2220,740 2580,1040 2740,1560 2700,2120 2580,2500 2500,2150 2440,1600 2220,1290 1880,1200 1580,1310 1440,1640 1400,2060 1340,2380',
  )
  const wing = trace('2560,1100 2860,1380 2990,1900 2940,2480 2760,2820 2560,2700 2560,2300 2660,1800')
  const folds: readonly (readonly Point[])[] = [
    trace('2880,1600 2900,2000 2860,2500'),
    trace('1340,1960 1330,1500 1500,1090 1820,870'),
    trace('1420,1500 1580,1180 1860,1040'),
    trace('2200,860 2480,1110 2620,1560 2620,2060'),
    trace('2100,1050 2400,1250 2540,1640'),
    trace('2760,1460 2850,1900 2790,2460'),
    trace('2680,1400 2740,1900 2660,2500'),
  ]
  return [
    blob(wing, { fill: '#cfc3a6', stroke: '#5b4a36', width: 6 }),
    blob(wing, { fill: FALL }),
    blob(cap, { fill: '#efe7d3', stroke: '#5b4a36', width: 6 }),
    blob(cap, { fill: TURN, opacity: 0.55 }),
    oval(2640, 1900, 180, 560, { fill: soft('#7a6a50'), opacity: 0.5 }),
    sweeps(folds, { stroke: '#a3957a', width: 16, opacity: 0.75 }),
    sweeps(
      folds.map(fold => fold.map(([x, y]): Point => [x - 14, y - 8])),
      { stroke: '#fffaf0', width: 10, opacity: 0.85 },
    ),
    sweep(trace('1400,2060 1440,1640 1580,1310 1880,1200 2220,1290 2440,1600 2500,2150'), {
      stroke: '#b9ab8c',
      width: 26,
    }),
    sweeps(
      times(40, i => {
        const a = Math.PI * (1.02 + i * 0.0245)
        return [
          [1945 + Math.cos(a) * 505, 1800 + Math.sin(a) * 590],
          [1945 + Math.cos(a) * 545, 1800 + Math.sin(a) * 632],
        ]
      }),
      { stroke: '#8c7c62', width: 4 },
    ),
    ovals(trace('1302,2080 2600,2460'), 24, 24, { fill: '#c79a3c', stroke: '#4a3320', width: 5 }),
  ]
}
