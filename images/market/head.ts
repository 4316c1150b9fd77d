import { darker } from '../colour.js'
import type { Motif } from '../mark.js'
import { oval, sweeps } from '../pen.js'
import { type Face, line } from './face.js'
import { features } from './features.js'
import { hat } from './hat.js'

/** A head whose chin rests at the origin, about twenty units high. */
export function head(face: Face): Motif {
  return [...hairBehind(face), ...(face.back ? nape(face) : features(face)), ...hat(face)]
}

function hairBehind({ hair, hat, back }: Face): Motif {
  if (hat === 'hood' || hat === 'coif' || hat === 'kerchief') return []
  return [oval(0, -10.5, back ? 8.6 : 9, 9.6, { fill: hair, ...line(0.5) })]
}

const nape = ({ hair, hat }: Face): Motif =>
  hat === 'coif' || hat === 'hood' || hat === 'kerchief'
    ? []
    : [
        sweeps(
          [-5, -1.5, 2, 5].map(x => [
            [x, -17],
            [x * 1.2, -9],
            [x * 0.9, -2],
          ]),
          { stroke: darker(hair, 0.4), width: 0.6 },
        ),
      ]
