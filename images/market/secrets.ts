import { centred, letters } from '../lettering.js'
import { type Motif, type Placed, place } from '../mark.js'
import { blob, plate, strokes } from '../pen.js'
import { trace } from '../trace.js'
import { cat } from './beasts.js'

/** What one finds only by coming close. */
export function secrets(): Placed[] {
  const stone: Motif = [
    blob(
      [
        [-46, 0],
        [-44, -30],
        [-20, -44],
        [24, -42],
        [46, -26],
        [48, 0],
      ],
      { fill: '#a89a80', stroke: '#4a3a2a', width: 1.6 },
    ),
    strokes(
      [
        [
          [-36, -8],
          [-20, -14],
        ],
        [
          [22, -30],
          [36, -22],
        ],
      ],
      { stroke: '#7d7058', width: 1.2 },
    ),
    ...centred('BEFFROI', 0, -29, { size: 8.4, ink: '#4a3a2a', weight: 0.8 }),
    ...centred('MMXXVI', 0, -16, { size: 6, ink: '#4a3a2a', weight: 0.8 }),
  ]
  const note: Motif = [
    plate(trace('-17,0 16,-2 18,15 -16,17'), { fill: '#efe3c8', stroke: '#5b4630', width: 0.5 }),
    ...letters('qui cherche trouve', -14, 4, { size: 1.75, ink: '#3f2a1a', flowing: true, weight: 0.6 }),
    ...letters('wie zoekt die vindt', -14, 9, { size: 1.75, ink: '#3f2a1a', flowing: true, weight: 0.6 }),
  ]
  return [
    place(stone, { x: 8330, y: 8940, scale: 1.9 }),
    place(note, { x: 6480, y: 8870, scale: 4.4 }),
    place(cat('#2e2620'), { x: 6280, y: 3015, scale: 2.4 }),
  ]
}
