import { darker, lighter } from '../colour.js'
import type { Motif } from '../mark.js'
import { blob, oval, ovals, plate, sweep, sweeps } from '../pen.js'
import { TURN } from '../svg.js'
import { trace } from '../trace.js'
import { type Face, line } from './face.js'

export function hat(face: Face): Motif {
  const { hat: kind, hatColour: fill, back, near, hair } = face
  const trim = { stroke: darker(fill, 0.5), width: 0.5 }
  switch (kind) {
    case 'bare':
      return back
        ? []
        : [
            blob(trace('-8.4,-9 -8.8,-16 -4,-21.5 3,-21.4 8.4,-16 8.2,-10 6.6,-14.5 2,-17 -3,-16.4 -6.6,-13.6'), {
              fill: hair,
              ...line(0.45),
            }),
            ...(near
              ? [
                  sweeps([trace('-7,-13 -3,-18.6 3,-19.4'), trace('0,-18 4,-18.4 7.4,-13')], {
                    stroke: lighter(hair, 0.25),
                    width: 0.45,
                  }),
                ]
              : []),
          ]
    case 'coif':
      return [
        back
          ? blob(trace('-9,-4 -9.6,-14 -5,-21.6 5,-21.6 9.6,-14 9,-4 0,-1'), { fill, ...line() })
          : blob(trace('-9.6,-2 -9.8,-14 -5,-22 5,-22 9.8,-14 9.6,-2 7.4,-5 7.2,-13 4,-17 -4,-17 -7.2,-13 -7.4,-5'), {
              fill,
              ...line(),
            }),
        ...(near
          ? [
              sweeps([trace('-8,-6 -8.2,-14 -4.6,-19.6'), trace('-5,-18.6 0,-19.6 5,-18.6')], {
                stroke: darker(fill, 0.3),
                width: 0.4,
              }),
            ]
          : []),
      ]
    case 'kerchief':
      return [
        blob(trace('-8.8,-3 -9,-13 -4,-21.4 4,-21.4 9,-13 8.6,-4 6.8,-13 2,-16.6 -2,-16.6 -6.8,-13'), {
          fill,
          ...line(),
        }),
        ...(back ? [blob(trace('-8,-14 8,-14 6,-4 0,2 -6,-4'), { fill, ...trim })] : []),
        ...(near
          ? [ovals(trace('-5,-17.6 0,-19.2 5,-17.6 -7.8,-11 7.8,-11'), 0.6, 0.6, { fill: lighter(fill, 0.6) })]
          : []),
      ]
    case 'hood':
      return [
        back
          ? blob(trace('-10,0 -9.6,-14 -3,-23 3,-23 9.6,-14 10,0'), { fill, ...line() })
          : blob(trace('-11,1 -9.8,-13 -2,-24 5,-21 9.8,-13 11,1 6.6,-1 7.4,-11 4,-16.4 -4,-16.4 -7.4,-11 -6.6,-1'), {
              fill,
              ...line(),
            }),
        blob(trace('-2,-23.5 -9,-25 -14,-19 -10,-20 -4,-19'), { fill, ...trim }),
      ]
    case 'beret':
      return [
        blob(trace('-10.6,-14.5 -9,-20.5 0,-23.4 9.6,-21 11,-15.6 0,-15'), { fill, ...line() }),
        blob(trace('-10.6,-14.5 -9,-20.5 0,-23.4 9.6,-21 11,-15.6 0,-15'), { fill: TURN }),
        sweep(trace('-8,-15.4 0,-14.4 8,-15.4'), { stroke: darker(fill, 0.4), width: 1.1 }),
        ...(near ? [sweep(trace('7,-19 12,-26 17,-26.5'), { stroke: '#e9dcc0', width: 1.5 })] : []),
      ]
    case 'felt':
      return [
        blob(trace('-13,-14.6 -6,-17.4 0,-18 7,-17.4 13,-14.8 6,-13.2 -6,-13.2'), { fill, ...line() }),
        blob(trace('-6.6,-16 -6.2,-24 0,-26.4 6,-24 6.6,-16 0,-15.4'), { fill, ...line() }),
        blob(trace('-6.6,-16 -6.2,-24 0,-26.4 6,-24 6.6,-16 0,-15.4'), { fill: TURN }),
        sweep(trace('-6.5,-17.4 0,-16.6 6.5,-17.4'), { stroke: darker(fill, 0.6), width: 1.3 }),
      ]
    case 'straw':
      return [
        oval(0, -15.4, 15, 4, { fill, ...line() }),
        blob(trace('-7,-16 -5.6,-22 0,-23.4 5.6,-22 7,-16'), { fill, ...line(0.45) }),
        ...(near
          ? [
              sweeps([trace('-13,-15 0,-12.6 13,-15'), trace('-10,-16.4 0,-14 10,-16.4')], {
                stroke: darker(fill, 0.3),
                width: 0.4,
              }),
              sweep(trace('-6.8,-17 0,-16 6.8,-17'), { stroke: '#8a2f24', width: 1.2 }),
            ]
          : []),
      ]
    case 'bonnet':
      return [
        blob(trace('-8.8,-11 -9,-18 -3,-23 4,-22.6 9,-17 8.8,-11 5,-16 -5,-16'), { fill, ...line() }),
        sweep(trace('-8.8,-12 -5,-16.4 5,-16.4 8.8,-12'), { stroke: lighter(fill, 0.5), width: 1.2 }),
      ]
    case 'toque':
      return [
        blob(trace('-8,-15 -10.6,-22 -7,-28 0,-29.4 7.6,-28 10.6,-22 8,-15'), { fill, ...line() }),
        plate(trace('-8,-18 8,-18 8,-14.6 -8,-14.6'), { fill, ...line(0.45) }),
        ...(near
          ? [
              sweeps([trace('-4,-18.4 -5,-24 -3,-27'), trace('2,-18.4 3,-24 1,-28')], {
                stroke: darker(fill, 0.3),
                width: 0.45,
              }),
            ]
          : []),
      ]
    case 'crown':
      return [plate(trace('-8,-15 -9.6,-24 -5,-20 0,-26 5,-20 9.6,-24 8,-15'), { fill, ...line() })]
  }
}
