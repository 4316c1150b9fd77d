import { between, chance, times } from '../chance.js'
import { centred, letters } from '../lettering.js'
import type { Motif, Point } from '../mark.js'
import { bar, blob, oval, ovals, plate, stroke, strokes, sweep } from '../pen.js'
import { trace } from '../trace.js'

/** The museum's label, printed and filled in by pen. */
export function label(): Motif {
  const blue = '#2f4a66'
  const pen = (text: string, x: number, y: number, size = 40) =>
    letters(text, x, y, { size, ink: '#2b2118', flowing: true, slant: 0.28, weight: 0.55 })
  return [
    bar(14, 16, 1180, 720, { fill: '#2d2019', opacity: 0.18 }),
    plate(trace('0,0 1180,6 1176,690 1120,720 4,716'), { fill: '#efe4c6', stroke: '#a58c5c', width: 4 }),
    bar(30, 30, 1116, 656, { stroke: blue, width: 7 }),
    bar(46, 46, 1084, 624, { stroke: blue, width: 3 }),
    ...centred('MUSÉE DE DÉMONSTRATION', 590, 92, { size: 46, ink: blue, weight: 0.85 }),
    ...centred('DE BEFFROI', 590, 172, { size: 46, ink: blue, weight: 0.85 }),
    ...centred('CABINET DES DESSINS', 590, 246, { size: 22, ink: blue, weight: 0.8 }),
    ...['INV.', 'TITRE', 'ENTRÉ LE'].flatMap((text, i) => [
      ...letters(text, 84, 340 + i * 104, { size: 24, ink: blue, weight: 0.8 }),
      stroke(
        [
          [280, 374 + i * 104],
          [1080, 374 + i * 104],
        ],
        { stroke: blue, width: 3 },
      ),
    ]),
    ...pen('D. 2026.4', 310, 324, 46),
    ...pen('Projet de beffroi', 310, 430),
    ...pen('un jour de kermesse', 310, 534),
    ...centred('Dessiné par le programme Beffroi', 590, 630, { size: 19, ink: blue, flowing: true, weight: 0.7 }),
    plate(trace('1176,690 1120,720 1130,676'), { fill: '#d8c89e', stroke: '#a58c5c', width: 3 }),
  ]
}

/** A round stamp, struck a little askew and short of ink on one side. */
export function stamp(): Motif {
  const roll = chance('sheet/stamp')
  const red = '#8f2f26'
  const turned = ([x, y]: Point): Point => [x * 0.978 - y * 0.208, x * 0.208 + y * 0.978]
  const around = [...'·BEFFROI·BELFORT·BELFRY·MMXXVI'].flatMap((letter, i, all) => {
    const turn = (i / all.length) * Math.PI * 2
    return letters(letter, Math.cos(turn) * 236 - 13, Math.sin(turn) * 236 - 20, {
      size: 40,
      ink: red,
      weight: 1,
      opacity: 0.8,
    })
  })
  const tower = trace('-60,120 -60,-60 -76,-60 -76,-84 0,-180 76,-84 76,-60 60,-60 60,120')
  const dry = times(90, (): Point => turned([between(roll, -290, -20), between(roll, -260, 260)]))
  return [
    oval(0, 0, 300, 300, { stroke: red, width: 15, opacity: 0.78 }),
    oval(0, 0, 182, 182, { stroke: red, width: 7, opacity: 0.7 }),
    ...around,
    plate(tower.map(turned), { fill: red, opacity: 0.72 }),
    oval(0, -20, 26, 26, { fill: '#d8c79e' }),
    plate(
      (
        [
          [-20, 120],
          [-20, 60],
          [0, 36],
          [20, 60],
          [20, 120],
        ] as Point[]
      ).map(turned),
      { fill: '#d8c79e' },
    ),
    ovals(dry, 7, 5, { fill: '#dccba2', opacity: 0.75 }),
  ]
}

/** A collector's mark: a snail in an oval, no larger than a fingernail. */
export const collectorsMark = (): Motif => [
  oval(0, 0, 92, 70, { stroke: '#2a2430', width: 8, opacity: 0.85 }),
  oval(-6, -4, 31, 29, { stroke: '#2a2430', width: 8, opacity: 0.85 }),
  sweep(trace('22,8 0,-26 -24,-10 -14,10 4,0 -8,-8'), { stroke: '#2a2430', width: 5, opacity: 0.85 }),
  sweep(trace('-56,30 -10,32 36,28 56,2'), { stroke: '#2a2430', width: 9, opacity: 0.85 }),
  strokes([trace('58,0 68,-22'), trace('54,0 54,-24')], { stroke: '#2a2430', width: 4, opacity: 0.85 }),
  ...centred('B.26', 0, 40, { size: 13, ink: '#2a2430', weight: 0.9 }),
]

export const ticket = (): Motif => [
  bar(10, 12, 700, 330, { fill: '#2d2019', opacity: 0.16 }),
  blob(trace('0,0 350,4 700,0 704,160 698,330 350,326 2,330 -4,160'), { fill: '#d7c08a', stroke: '#8f6f3a', width: 4 }),
  ...centred('VENTE DE LA SAINT-JEAN', 350, 56, { size: 28, ink: '#4a2f1a', weight: 0.8 }),
  ...centred('LOT', 180, 150, { size: 40, ink: '#4a2f1a', weight: 0.8 }),
  ...centred('118', 460, 130, { size: 84, ink: '#7a2b26', weight: 0.8 }),
  ...centred('PICTURA FICTA', 350, 268, { size: 20, ink: '#4a2f1a', weight: 0.8 }),
  ovals(trace('40,40 660,290'), 9, 9, { fill: '#5b3f28', opacity: 0.7 }),
]
