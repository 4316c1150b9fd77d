import { centred } from '../lettering.js'
import { type Motif, type Placed, place } from '../mark.js'
import { bar, oval, strokes } from '../pen.js'
import { FALL, soft } from '../svg.js'
import { trace } from '../trace.js'
import { face } from './face.js'
import { gown } from './gown.js'
import { bellInHand } from './hand.js'
import { collar, headdress } from './linen.js'
import { view } from './view.js'

/** A woman who plays the carillon, half length, a small bell in her hand, a window behind her. */
export function portrait(): Placed[] {
  const scenes: readonly Motif[] = [wall(), view(), gown(), collar(), face(), headdress(), bellInHand(), parapet()]
  return scenes.map(motif => place(motif, { x: 0, y: 0 }))
}

const wall = (): Motif => [
  bar(0, 0, 4000, 5000, { fill: '#39402f' }),
  oval(1300, 1500, 2300, 2500, { fill: soft('#6a6a45'), opacity: 0.75 }),
  oval(3900, 4600, 2600, 2200, { fill: soft('#15130f'), opacity: 0.9 }),
  oval(100, 200, 1700, 1900, { fill: soft('#15130f'), opacity: 0.7 }),
  oval(3000, 2700, 1300, 1500, { fill: soft('#15130f'), opacity: 0.55 }),
]

const parapet = (): Motif => [
  bar(0, 4760, 4000, 260, { fill: '#84765f', stroke: '#241b14', width: 10 }),
  bar(0, 4760, 4000, 40, { fill: '#b0a184' }),
  bar(0, 4790, 4000, 220, { fill: FALL }),
  strokes([trace('900,4800 880,5000'), trace('2840,4800 2860,5000')], { stroke: '#4a3e30', width: 8 }),
  ...centred('VOX VRBIS · MMXXVI', 1870, 4840, { size: 84, ink: '#3a3026', weight: 0.75 }),
  ...centred('VOX VRBIS · MMXXVI', 1873, 4844, { size: 84, ink: '#c7b994', weight: 0.25 }),
  ...centred('BEFFROI', 3640, 4930, { size: 15, ink: '#2a221a', weight: 0.9 }),
]
