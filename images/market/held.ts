import { darker, lighter } from '../colour.js'
import type { Motif } from '../mark.js'
import { bar, blob, limb, oval, ovals, plate, stroke, strokes, sweep, sweeps } from '../pen.js'
import { trace } from '../trace.js'
import { INK } from './perspective.js'

/** What people carry; the hand is at the origin. */
const line = (width = 0.5) => ({ stroke: INK, width })

export const loaf: Motif = [
  blob(trace('-9,1 -7,-4 0,-6 8,-4 10,1 0,3'), { fill: '#b97a3a', ...line() }),
  strokes([trace('-4,-4 -2,1'), trace('0,-5 2,1'), trace('4,-4 6,0')], { stroke: '#ecc98f', width: 0.9 }),
]

export const basket: Motif = [
  sweep(trace('-8,4 -6,-7 6,-7 8,4'), { stroke: '#6b4a2a', width: 1.4 }),
  ovals(trace('-5,3 -1,1.6 4,2.6 7,4'), 3, 3, { fill: '#a4452f', ...line(0.35) }),
  blob(trace('-10,4 10,4 8,14 0,15.4 -8,14'), { fill: '#b98f4f', ...line() }),
  sweeps(
    [
      trace('-9.4,7 0,8.6 9.4,7'),
      trace('-8.8,10 0,11.8 8.8,10'),
      trace('-5,4 -4.4,14'),
      trace('0,4 0,15'),
      trace('5,4 4.4,14'),
    ],
    { stroke: '#6b4a2a', width: 0.5 },
  ),
]

export const jug: Motif = [
  sweep(trace('4,-2 9,1 5,7'), { stroke: '#6c7d86', width: 1.5 }),
  blob(trace('-3,-5 3,-5 3,-1 6,4 4,10 -4,10 -6,4 -3,-1'), { fill: '#8a9aa0', ...line() }),
  sweeps([trace('-5,2 0,3.6 5,2'), trace('-5,5.6 0,7.2 5,5.6')], { stroke: '#2f4356', width: 0.7 }),
]

export const tulips: Motif = [
  strokes([trace('0,4 -5,-12'), trace('0,4 0,-15'), trace('0,4 5,-12'), trace('0,4 9,-8')], {
    stroke: '#5d6b38',
    width: 1,
  }),
  ...(
    [
      [-5, -14, '#b5382c'],
      [0, -18, '#d9a441'],
      [5, -15, '#c46a5a'],
      [9.5, -11, '#efe0c4'],
    ] as const
  ).flatMap(
    ([x, y, fill]): Motif => [
      blob(
        [
          [x - 2.6, y - 3],
          [x, y - 1.2],
          [x + 2.6, y - 3],
          [x + 2.2, y + 3],
          [x, y + 4],
          [x - 2.2, y + 3],
        ],
        { fill, ...line(0.35) },
      ),
    ],
  ),
  blob(trace('-3,2 -8,-4 -4,0 0,6 6,-3 3,4'), { fill: '#6d7b45', ...line(0.35) }),
]

export const fish: Motif = [
  blob(trace('0,-4 4,2 3,12 0,17 -3,12 -4,2'), { fill: '#9fb0b3', ...line() }),
  plate(trace('0,15 4,22 0,20 -4,22'), { fill: '#7f9296', ...line(0.4) }),
  oval(1.2, 0, 0.8, 0.8, { fill: INK }),
  sweeps([trace('-2.6,4 0,5.6 2.6,4'), trace('-2.6,8 0,9.6 2.6,8')], { stroke: '#5c7585', width: 0.4 }),
]

export const cheese: Motif = [
  oval(0, 2, 9, 6, { fill: '#d9aa4b', ...line() }),
  oval(0, 0, 9, 5, { fill: '#e6c06a', ...line(0.4) }),
  ovals(trace('-3,-1 2,1 4,-2'), 0.9, 0.6, { fill: '#b5853a' }),
]

export const pinwheel: Motif = [
  stroke(trace('0,8 0,-20'), { stroke: '#6b4a2a', width: 0.9 }),
  plate(trace('0,-20 7,-27 7,-21'), { fill: '#b5382c', ...line(0.35) }),
  plate(trace('0,-20 7,-13 1,-13'), { fill: '#efe6d2', ...line(0.35) }),
  plate(trace('0,-20 -7,-13 -7,-19'), { fill: '#43596b', ...line(0.35) }),
  plate(trace('0,-20 -7,-27 -1,-27'), { fill: '#d0a552', ...line(0.35) }),
]

export const fiddle: Motif = [
  limb(trace('-14,6 -26,-4'), [2, 1.4], { fill: '#3b281b', ...line(0.35) }),
  blob(trace('-14,6 -10,0 -6,2 0,-1 3,4 -1,10 -7,8 -11,11'), { fill: '#8f4f24', ...line() }),
  strokes([trace('-25,-3 0,6'), trace('-24.6,-4 0.6,5')], { stroke: '#efe6d2', width: 0.3 }),
  stroke(trace('-18,18 2,-6'), { stroke: '#4a3220', width: 0.8 }),
]

export const fife: Motif = [
  limb(trace('-9,4 16,-4'), [1.9, 1.5], { fill: '#6b4a2a', ...line(0.35) }),
  ovals(trace('2,0.4 6,-0.9 10,-2.2'), 0.4, 0.4, { fill: INK }),
]

export const bagpipe: Motif = [
  limb(trace('-14,-8 -22,-34'), [2, 2.6], { fill: '#4a3220', ...line(0.35) }),
  limb(trace('-10,-8 -13,-30'), [1.6, 2.2], { fill: '#4a3220', ...line(0.35) }),
  blob(trace('-18,2 -16,-8 -6,-11 2,-4 0,6 -8,10'), { fill: '#a4713f', ...line() }),
  sweeps([trace('-15,1 -8,5 0,1'), trace('-13,-5 -6,-1 0,-4')], { stroke: '#5b3a20', width: 0.5 }),
  limb(trace('0,2 4,18'), [1.6, 2.6], { fill: '#3b281b', ...line(0.35) }),
]

export const drum: Motif = [
  bar(-19, 4, 22, 14, { fill: '#8e3427', ...line() }),
  oval(-8, 18, 11, 3.4, { fill: '#8e3427', ...line() }),
  strokes([trace('-19,5 -15,18 -11,5 -7,19 -3,5 1,18 3,5')], { stroke: '#efe0b8', width: 0.7 }),
  oval(-8, 4, 11, 3.4, { fill: '#efe3c8', ...line() }),
  strokes([trace('0,0 -8,3'), trace('-14,-2 -6,4')], { stroke: '#5b3f28', width: 1 }),
]

export const trumpet: Motif = [
  limb(trace('-8,3 22,-12'), [1, 1.4], { fill: '#d0a552', ...line(0.35) }),
  blob(trace('20,-12 26,-20 29,-13 23,-10'), { fill: '#d9b45c', ...line(0.4) }),
  plate(trace('4,-3 16,-9 18,8 12,5 8,11'), { fill: '#8e3427', ...line(0.4) }),
]

export const banner = (field: string, charge: string): Motif => [
  limb(trace('0,40 0,-92'), [1.6, 1.2], { fill: '#5b3f28', ...line(0.35) }),
  blob(trace('0,-90 14,-87 28,-91 42,-87 40,-72 43,-56 28,-58 14,-53 0,-56'), { fill: field, ...line() }),
  sweeps([trace('14,-87 13,-70 14,-54'), trace('28,-90 27,-74 28,-58')], { stroke: darker(field, 0.3), width: 0.6 }),
  plate(trace('16,-60 16,-74 18,-74 18,-79 21,-85 24,-79 24,-74 26,-74 26,-60'), { fill: charge, ...line(0.35) }),
  oval(0, -93, 1.8, 2.2, { fill: '#d0a552', ...line(0.35) }),
]

export const torch: Motif = [
  limb(trace('0,14 0,-18'), [1.2, 1.8], { fill: '#6b4a2a', ...line(0.35) }),
  blob(trace('-6,-20 6,-20 7,-33 0,-36 -7,-33'), { fill: '#e3c27a', ...line() }),
  strokes([trace('-2.4,-20 -2.6,-35'), trace('2.4,-20 2.6,-35')], { stroke: '#8a6233', width: 0.6 }),
  blob(trace('-3,-24 0,-31 3,-24 0,-22'), { fill: '#f6e7b4' }),
]

export const sausages: Motif = [
  ...[0, 1, 2, 3].map(i =>
    limb(
      [
        [i * 5 - 2, i * 6],
        [i * 5 + 1, i * 6 + 3.6],
        [i * 5 + 3, i * 6 + 5.6],
      ],
      [3, 4, 3],
      { fill: i % 2 ? '#8f3a2b' : '#a4452f', ...line(0.4) },
    ),
  ),
]

export const goose: Motif = [
  limb(trace('8,2 14,-6 13,-14'), [5, 3.6, 3], { fill: lighter('#e8dcc1', 0.3), ...line(0.4) }),
  blob(trace('-12,4 -4,-3 8,0 11,6 2,12 -8,10 -17,6'), { fill: '#efe6d2', ...line() }),
  plate(trace('13,-16 19,-14.4 13,-13'), { fill: '#c4772f', ...line(0.3) }),
  oval(13.4, -15, 0.6, 0.6, { fill: INK }),
  sweeps([trace('-8,4 0,8 8,4')], { stroke: '#a89a7d', width: 0.6 }),
]
