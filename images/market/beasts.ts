import { darker, lighter } from '../colour.js'
import type { Motif, Point } from '../mark.js'
import { blob, limb, oval, ovals, plate, sweep, sweeps } from '../pen.js'
import { TURN } from '../svg.js'
import { trace } from '../trace.js'
import { INK, SHADOW } from './perspective.js'

/** Animals of the square, in the units of the figures: a person is a hundred units tall. */
const line = (width = 0.55) => ({ stroke: INK, width })
const shade = (reach: number) => oval(-reach * 0.35, 1, reach, reach * 0.16, { fill: SHADOW, opacity: 0.3 })

export function dog(coat: string, mouthful: Motif = []): Motif {
  const legs: readonly (readonly Point[])[] = [
    trace('-13,-14 -20,-7 -25,-1'),
    trace('-11,-14 -10,-6 -5,-1'),
    trace('10,-14 17,-8 24,-3'),
    trace('9,-14 9,-7 15,-1'),
  ]
  return [
    shade(26),
    sweep(trace('-16,-19 -24,-26 -27,-33'), { stroke: coat, width: 2.8 }),
    ...legs.map(leg => limb(leg, [5, 3.4, 2.6], { fill: darker(coat, 0.15), ...line(0.45) })),
    blob(trace('-17,-20 -6,-24 8,-24 15,-20 13,-12 2,-12.6 -8,-15 -16,-12'), { fill: coat, ...line() }),
    blob(trace('-17,-20 -6,-24 8,-24 15,-20 13,-12 2,-12.6 -8,-15 -16,-12'), { fill: TURN }),
    ovals(trace('-7,-20 4,-19'), 3.4, 2.4, { fill: lighter(coat, 0.55) }),
    blob(trace('11,-22 14,-31 21,-33 25,-29 33,-27.6 33,-25 24,-22.6 17,-18'), { fill: coat, ...line() }),
    blob(trace('15,-31 12,-36 17,-33.6 17,-26 14,-25'), { fill: darker(coat, 0.35), ...line(0.4) }),
    oval(22.4, -28.8, 0.9, 0.9, { fill: INK }),
    oval(33, -27, 1.3, 1.1, { fill: INK }),
    sweep(trace('17,-19.6 14,-22 12,-24'), { stroke: '#8e3427', width: 1.4 }),
    ...mouthful,
  ]
}

export const stolenSausages: Motif = [0, 1, 2, 3, 4].map(i =>
  limb(
    [
      [30 - i * 7, -23 + i * 2.6],
      [26 - i * 7, -19.4 + i * 2.8],
      [23 - i * 7, -20.4 + i * 2.6],
    ],
    [3, 4.4, 3],
    { fill: i % 2 ? '#8f3a2b' : '#b0553a', ...line(0.4) },
  ),
)

export const cat = (coat: string): Motif => [
  sweep(trace('5,-2 11,-1 13,-7 11,-11'), { stroke: coat, width: 2 }),
  blob(trace('-5,0 -5,-8 -1.6,-13 3,-9 6,0'), { fill: coat, ...line(0.45) }),
  plate(trace('-6,-13 -6.4,-19.4 -3.4,-16.6 -0.6,-16.6 2,-19.4 2,-13'), { fill: coat, ...line(0.4) }),
  oval(-2, -13, 4.3, 3.7, { fill: coat, ...line(0.4) }),
  ovals(trace('-3.8,-13.6 -0.4,-13.6'), 0.75, 0.85, { fill: '#d9c44f' }),
  ovals(trace('-3.8,-13.6 -0.4,-13.6'), 0.25, 0.75, { fill: INK }),
  sweeps(
    [trace('-2.1,-12 -3,-11.2'), trace('-2.1,-12 -1.2,-11.2'), trace('-4,-11.8 -8,-12.4'), trace('0,-11.8 4,-12.4')],
    { stroke: lighter(coat, 0.5), width: 0.25 },
  ),
]

export const hen = (coat: string): Motif => [
  shade(9),
  sweeps([trace('-1,-5 -1.4,0 1,0.4'), trace('2,-5 2.4,0 5,0.4')], { stroke: '#b5853a', width: 0.8 }),
  blob(trace('-8,-9 -12,-17 -6,-13 2,-12 5,-18 8,-17 8,-9 3,-4 -4,-4'), { fill: coat, ...line(0.45) }),
  sweep(trace('-6,-9 -1,-6 4,-9'), { stroke: darker(coat, 0.4), width: 0.6 }),
  blob(trace('5,-18 5.4,-21 7,-19.6 8.6,-21 9,-18'), { fill: '#a8322a', ...line(0.3) }),
  plate(trace('8.6,-17 11.4,-15.8 8.4,-15.2'), { fill: '#c9932f' }),
  oval(7.2, -16.8, 0.5, 0.5, { fill: INK }),
]

export const pigeon: Motif = [
  shade(5),
  blob(trace('-7,-3 -1,-6.4 3,-5.6 4,-9 6.4,-8.6 6,-4.4 2,-1.2 -3,-1.4'), { fill: '#87959b', ...line(0.35) }),
  blob(trace('-7,-3 -2,-5 2,-3.4 -2,-2'), { fill: '#5c6e78' }),
  oval(5.4, -8, 0.35, 0.35, { fill: INK }),
  plate(trace('6.3,-8 8,-7.4 6.2,-7'), { fill: '#c08a35' }),
]

/** A snail: the shell is hardly longer than a finger is broad. */
export const snail: Motif = [
  limb(trace('-3.4,0 0,0.3 3,-0.2 4.6,-1.8'), [0.6, 1.5, 1.3, 0.9], { fill: '#b79b72', stroke: INK, width: 0.16 }),
  sweeps([trace('4.6,-2 5.2,-3.6'), trace('4.3,-2.1 4.3,-3.8')], { stroke: '#7d6340', width: 0.22 }),
  ovals(trace('5.2,-3.7 4.3,-3.9'), 0.22, 0.22, { fill: INK }),
  oval(-0.4, -1.9, 2.3, 2.1, { fill: '#a8652f', stroke: INK, width: 0.18 }),
  sweep(trace('1.7,-1.2 0.4,-3.3 -1.8,-2.6 -1.6,-0.8 0.2,-0.7 0.4,-2.1 -0.8,-2.3 -0.7,-1.4'), {
    stroke: '#ecd29a',
    width: 0.32,
  }),
]

export function horse(coat: string, cloth: string): Motif {
  return [
    shade(70),
    blob(trace('-62,-62 -66,-24 -58,-6 -20,-3 30,-4 46,-8 50,-60 20,-72 -30,-72'), { fill: cloth, ...line(0.9) }),
    blob(trace('-62,-62 -66,-24 -58,-6 -20,-3 30,-4 46,-8 50,-60 20,-72 -30,-72'), { fill: TURN }),
    ...[-50, -30, -10, 10, 30].map(x =>
      plate(
        [
          [x, -20],
          [x + 8, -34],
          [x + 16, -20],
          [x + 8, -8],
        ],
        { fill: lighter(cloth, 0.5), ...line(0.5) },
      ),
    ),
    limb(trace('44,-62 58,-92 70,-112'), [34, 24, 18], { fill: coat, ...line(0.9) }),
    limb(trace('44,-62 58,-92 70,-112'), [34, 24, 18], { fill: TURN }),
    blob(trace('62,-114 66,-126 80,-126 98,-106 96,-98 86,-98 72,-102'), { fill: coat, ...line(0.9) }),
    plate(trace('66,-124 66,-138 74,-126'), { fill: coat, ...line(0.6) }),
    oval(79, -116, 2, 2.2, { fill: '#f4ead2', ...line(0.5) }),
    oval(79.6, -115.8, 1, 1.2, { fill: INK }),
    oval(94, -104, 1.3, 1, { fill: INK }),
    sweeps([trace('62,-122 50,-104 40,-78'), trace('60,-118 46,-100 36,-74'), trace('56,-110 44,-92 34,-70')], {
      stroke: darker(coat, 0.6),
      width: 4,
    }),
    sweeps([trace('72,-126 84,-108 80,-98'), trace('84,-110 60,-84 30,-74')], { stroke: '#8e3427', width: 1.8 }),
    sweeps([trace('-62,-60 -74,-44 -72,-18'), trace('-62,-62 -78,-48 -78,-22')], {
      stroke: darker(coat, 0.6),
      width: 3.4,
    }),
  ]
}
