import { times } from '../chance.js'
import type { Motif, Point } from '../mark.js'
import { blob, limb, oval, plate, sweep, sweeps } from '../pen.js'
import { soft, TURN } from '../svg.js'
import { trace } from '../trace.js'

export function gown(): Motif {
  const shoulders = trace(
    '0,5100 60,4100 420,3420 1080,3080 1560,2920 2360,2930 2900,3120 3420,3520 3760,4300 3840,5100',
  )
  const pleats = times(26, i => {
    const x = 260 + i * 136
    return [
      [1400 + i * 42, 3080 + Math.abs(i - 13) * 26],
      [x + (2000 - x) * 0.28, 3900],
      [x, 5040],
    ] as const
  })
  return [
    blob(shoulders, { fill: '#6d241f' }),
    blob(shoulders, { fill: TURN }),
    sweeps(pleats, { stroke: '#3d120f', width: 34, opacity: 0.5 }),
    sweeps(
      pleats.map(line => line.map(([x, y]): Point => [x + 30, y])),
      { stroke: '#a5483a', width: 12, opacity: 0.55 },
    ),
    oval(900, 3900, 700, 900, { fill: soft('#b0503f'), opacity: 0.5 }),
    oval(3200, 4200, 900, 1200, { fill: soft('#1f0a08'), opacity: 0.85 }),
    ...sleeve(),
    ...brocade(),
  ]
}

function sleeve(): Motif {
  const arm = trace('820,3420 470,3980 600,4600 1240,4640')
  return [
    limb(arm, [420, 700, 620, 400], { fill: '#742822' }),
    limb(arm, [420, 700, 620, 400], { fill: TURN, opacity: 0.8 }),
    oval(820, 3480, 420, 360, { fill: soft('#8a2f28'), opacity: 0.8 }),
    sweep(trace('1010,3640 860,4060 900,4330 1180,4440'), { stroke: '#2e0d0a', width: 16, opacity: 0.6 }),
    sweeps(
      [
        trace('420,3700 300,4150 560,4640'),
        trace('640,3640 520,4100 760,4560'),
        trace('260,3960 240,4300 480,4800'),
        trace('820,4420 1000,4600 1220,4640'),
      ],
      { stroke: '#3d120f', width: 26, opacity: 0.6 },
    ),
    sweeps([trace('480,3720 360,4150 620,4600'), trace('700,3700 580,4080 800,4480')], {
      stroke: '#b65a48',
      width: 12,
      opacity: 0.6,
    }),
    limb(trace('1180,4830 1240,4640 1180,4450'), [190, 220, 190], { fill: '#cdbfa2', stroke: '#3b2a1c', width: 6 }),
    sweeps(
      times(9, i => [
        [1090, 4480 + i * 42],
        [1190, 4470 + i * 42],
        [1300, 4500 + i * 38],
      ]),
      { stroke: '#8c7c62', width: 6 },
    ),
  ]
}

/** A woven ornament of small bells, seen only from near. */
function brocade(): Motif {
  const gold = '#b8924a'
  const stops: Point[] = times(58, i => [
    1440 + (i % 10) * 122 + (Math.floor(i / 10) % 2) * 61,
    3420 + Math.floor(i / 10) * 190,
  ])
  return [
    plate(trace('1400,3200 2560,3200 2680,4420 1360,4420'), { fill: '#54201c', opacity: 0.55 }),
    ...stops.map(([x, y]) =>
      blob(
        [
          [x - 12, y - 30],
          [x + 12, y - 30],
          [x + 19, y + 6],
          [x + 34, y + 26],
          [x - 34, y + 26],
          [x - 19, y + 6],
        ],
        { stroke: gold, width: 5, opacity: 0.85 },
      ),
    ),
    sweeps(
      stops.map(([x, y]) => [
        [x - 58, y - 40],
        [x - 40, y + 40],
        [x, y + 60],
        [x + 40, y + 40],
        [x + 58, y - 40],
      ]),
      { stroke: gold, width: 4, opacity: 0.55 },
    ),
  ]
}
