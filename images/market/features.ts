import { darker, lighter, mix } from '../colour.js'
import type { Mark, Motif } from '../mark.js'
import { blob, oval, ovals, strokes, sweep, sweeps } from '../pen.js'
import { trace } from '../trace.js'
import { type Face, line } from './face.js'
import { INK } from './perspective.js'

export function features(face: Face): Motif {
  const { skin, look, near } = face
  const dx = look * 2.4
  const outline: Mark = blob(
    [
      [-7.2, -14],
      [-5, -19],
      [1, -20],
      [6.2, -17.5],
      [7.4, -12],
      [6.6, -6],
      [3.2, -1.2],
      [dx * 0.3, 0],
      [-3.6, -1.4],
      [-6.8, -6.5],
    ],
    { fill: skin, ...line() },
  )
  const ear = oval(-7 * Math.sign(look || 1), -10, 1.5, 2.4, { fill: mix(skin, '#b4513a', 0.2), ...line(0.4) })
  return [ear, outline, ...(near ? closeFeatures(face, dx) : farFeatures(face, dx)), ...beard(face, dx)]
}

function farFeatures({ skin, mood }: Face, dx: number): Motif {
  return [
    ovals(
      [
        [dx - 2.8, -10.6],
        [dx + 2.8, -10.6],
      ],
      0.95,
      1.1,
      { fill: INK },
    ),
    strokes(
      [
        [
          [dx, -9.5],
          [dx + 1.2, -6.8],
          [dx - 0.2, -6.5],
        ],
      ],
      { stroke: darker(skin, 0.45), width: 0.6 },
    ),
    sweep(
      [
        [dx - 2, -4.2],
        [dx, -4 + mood],
        [dx + 2, -4.2],
      ],
      { stroke: '#8d3a2c', width: 0.8 },
    ),
  ]
}

function closeFeatures({ skin, hair, mood, look }: Face, dx: number): Motif {
  const shade = darker(skin, 0.42)
  const blush = mix(skin, '#c4573f', 0.55)
  return [
    ovals(
      [
        [dx - 4.2, -7],
        [dx + 4.2, -7],
      ],
      1.9,
      1.5,
      { fill: blush, opacity: 0.55 },
    ),
    blob(trace('-7,-13 -4.6,-6 -1,-0.4 -4.4,-2.2 -6.7,-7'), { fill: shade, opacity: 0.35 }),
    ovals(
      [
        [dx - 2.9, -10.6],
        [dx + 2.9, -10.6],
      ],
      1.6,
      1.1,
      { fill: '#f5ecd9', stroke: shade, width: 0.25 },
    ),
    ovals(
      [
        [dx - 2.9 + look * 0.5, -10.5],
        [dx + 2.9 + look * 0.5, -10.5],
      ],
      0.85,
      0.95,
      { fill: '#33281f' },
    ),
    ovals(
      [
        [dx - 2.6 + look * 0.5, -10.9],
        [dx + 3.2 + look * 0.5, -10.9],
      ],
      0.26,
      0.26,
      { fill: '#fffaf0' },
    ),
    sweeps(
      [
        [
          [dx - 4.8, -11],
          [dx - 2.9, -12],
          [dx - 1.2, -10.9],
        ],
        [
          [dx + 1.2, -10.9],
          [dx + 2.9, -12],
          [dx + 4.8, -11],
        ],
      ],
      { stroke: INK, width: 0.45 },
    ),
    sweeps(
      [
        [
          [dx - 5, -13 - mood * 0.3],
          [dx - 3, -14.1],
          [dx - 1, -13.2],
        ],
        [
          [dx + 1, -13.2],
          [dx + 3, -14.1],
          [dx + 5, -13 - mood * 0.3],
        ],
      ],
      { stroke: darker(hair, 0.2), width: 0.75 },
    ),
    sweep(
      [
        [dx + 0.3, -11.5],
        [dx + 0.9 + look, -8.4],
        [dx + 1.5 + look * 1.2, -7],
        [dx + 0.4, -6.3],
        [dx - 0.9, -6.6],
      ],
      {
        stroke: shade,
        width: 0.55,
      },
    ),
    oval(dx + 0.9 + look, -7.4, 0.9, 0.8, { fill: blush, opacity: 0.6 }),
    blob(
      [
        [dx - 2.3, -4.1],
        [dx, -4.6 + mood * 0.3],
        [dx + 2.3, -4.1],
        [dx, -3.1 + mood],
      ],
      { fill: '#a8483a' },
    ),
    sweep(
      [
        [dx - 2.7, -4.3],
        [dx, -3.9 + mood * 0.6],
        [dx + 2.7, -4.3],
      ],
      { stroke: '#5e251c', width: 0.4 },
    ),
    oval(dx + 4.4, -15.5, 1.6, 1.8, { fill: lighter(skin, 0.6), opacity: 0.35 }),
  ]
}

export function beard({ hair, beard: bearded, back, near }: Face, dx: number): Motif {
  if (!bearded || back) return []
  const body = blob(
    [
      [-6.8, -8],
      [-4, -5.4],
      [dx - 2.6, -5],
      [dx, -5.7],
      [dx + 2.6, -5],
      [5.6, -5.6],
      [7, -8],
      [6, -1],
      [dx + 1, 3.6],
      [-5.4, -0.6],
    ],
    { fill: hair, ...line(0.45) },
  )
  const mouth = oval(dx, -3.9, 1.8, 0.8, { fill: '#8d3a2c' })
  if (!near) return [body, mouth]
  const strands = [-4.4, -2, 0.6, 3, 4.8].map(
    x =>
      [
        [x, -3.6],
        [x * 0.8 + dx * 0.2, 1.2],
      ] as const,
  )
  return [body, mouth, strokes(strands, { stroke: lighter(hair, 0.3), width: 0.4 })]
}
