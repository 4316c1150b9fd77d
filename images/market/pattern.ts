import { darker, lighter } from '../colour.js'
import type { Motif, Point } from '../mark.js'
import { ovals, strokes, sweep, sweeps } from '../pen.js'

export type Pattern = 'plain' | 'stripes' | 'checks' | 'dots' | 'hem' | 'lozenges'

export function facing(pattern: Pattern, colour: string): Motif {
  const columns = [-9, -5.4, 5.4, 9]
  if (pattern === 'dots') {
    return [
      ovals(
        columns.flatMap((x, i) => [-70, -63, -56, -42].map((y): Point => [x, y + (i % 2) * 3])),
        0.8,
        0.8,
        { fill: colour },
      ),
    ]
  }
  if (pattern === 'checks') {
    return [
      strokes(
        [
          ...columns.map((x): Point[] => [
            [x, -73],
            [x, -34],
          ]),
          ...[-68, -61, -54, -40].map((y): Point[] => [
            [-10.6, y],
            [10.6, y],
          ]),
        ],
        { stroke: colour, width: 0.7, opacity: 0.75 },
      ),
    ]
  }
  return [
    strokes(
      columns.map((x): Point[] => [
        [x, -73.5],
        [x * 1.02, -50],
        [x * 1.2, -34],
      ]),
      { stroke: colour, width: 1.2, opacity: 0.8 },
    ),
  ]
}

export function ornament(pattern: Pattern, colour: string, sway: number, near: boolean): Motif {
  const spread = [-0.86, -0.6, -0.34, -0.1, 0.14, 0.38, 0.62, 0.86]
  const along = (share: number, down: number): Point => [share * (9 + down * 9.4) + sway * down, -49 + down * 45]
  switch (pattern) {
    case 'stripes':
      return [
        sweeps(
          spread.map(share => [along(share, 0), along(share, 0.5), along(share, 0.97)]),
          { stroke: colour, width: 1.5, opacity: 0.85 },
        ),
      ]
    case 'checks':
      return [
        sweeps(
          spread.map(share => [along(share, 0), along(share, 0.5), along(share, 0.97)]),
          { stroke: colour, width: 0.8, opacity: 0.8 },
        ),
        strokes(
          [0.2, 0.4, 0.6, 0.8].map(down => [along(-0.98, down), along(0.98, down)]),
          { stroke: colour, width: 0.8, opacity: 0.8 },
        ),
      ]
    case 'dots':
      return near
        ? [
            ovals(
              spread.flatMap((share, i) => [0.2, 0.42, 0.64, 0.86].map(down => along(share, down - (i % 2) * 0.1))),
              0.9,
              0.9,
              { fill: lighter(colour, 0.3) },
            ),
          ]
        : []
    case 'lozenges':
      return near
        ? [
            strokes(
              spread.slice(1).flatMap((share, i) => [
                [along(spread[i] ?? 0, 0.1), along(share, 0.5), along(spread[i] ?? 0, 0.9)],
                [along(share, 0.1), along(spread[i] ?? 0, 0.5), along(share, 0.9)],
              ]),
              { stroke: lighter(colour, 0.3), width: 0.6, opacity: 0.8 },
            ),
          ]
        : []
    case 'hem':
      return [
        sweep([along(-0.96, 0.9), [sway, -6.4], along(0.96, 0.9)], { stroke: colour, width: 2.6 }),
        ...(near ? [sweep([along(-0.95, 0.8), [sway, -10.4], along(0.95, 0.8)], { stroke: colour, width: 0.9 })] : []),
      ]
    case 'plain':
      return near
        ? [
            sweeps(
              [-0.5, 0.02, 0.55].map(share => [along(share, 0.1), along(share, 0.6), along(share * 1.1, 0.95)]),
              { stroke: darker(colour, 0.4), width: 0.5, opacity: 0.7 },
            ),
          ]
        : []
  }
}
