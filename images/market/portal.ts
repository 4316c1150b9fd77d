import { type Chance, times } from '../chance.js'
import { centred } from '../lettering.js'
import { type Motif, moved, type Point } from '../mark.js'
import { bar, blob, limb, plate, strokes, sweeps } from '../pen.js'
import { trace } from '../trace.js'
import { figure, someone } from './figure.js'
import { tiling } from './masonry.js'
import { INK } from './perspective.js'
import { poses } from './pose.js'
import { SLATE, STONE } from './stone.js'
import { casement } from './window.js'

export function portal(roll: Chance): Motif {
  const arch = (half: number, height: number): Point[] => [
    [-half, 0],
    [-half, -height * 0.6],
    [-half * 0.9, -height * 0.74],
    [-half * 0.62, -height * 0.88],
    [0, -height],
    [half * 0.62, -height * 0.88],
    [half * 0.9, -height * 0.74],
    [half, -height * 0.6],
    [half, 0],
  ]
  const guards = [-1, 1].flatMap(side =>
    moved(
      figure(someone(roll, { skirts: false, hat: 'felt', hatColour: '#8e3427', back: false, pose: poses.idle }), true),
      side * 250,
      4,
      1.5,
      side === -1,
    ),
  )
  return [
    ...times(5, i =>
      bar(-330 + i * 16, 36 - i * 12, 660 - i * 32, 14, {
        fill: i % 2 ? '#b5a581' : '#c7b791',
        stroke: '#6f5d40',
        width: 2,
      }),
    ),
    ...times(4, i =>
      plate(arch(210 - i * 20, 520 - i * 28), { fill: i % 2 ? '#b9a87f' : STONE, stroke: '#6f5d40', width: 3 }),
    ),
    plate(arch(130, 408), { fill: '#4a3324', stroke: INK, width: 3 }),
    strokes(
      times(9, i => [
        [-112 + i * 28, -4],
        [-112 + i * 28, -300],
      ]),
      { stroke: '#2d1f16', width: 3 },
    ),
    sweeps(
      [
        trace('-110,-120 -60,-140 -20,-120'),
        trace('110,-120 60,-140 20,-120'),
        trace('-110,-240 -60,-260 -20,-240'),
        trace('110,-240 60,-260 20,-240'),
      ],
      { stroke: '#211a16', width: 6 },
    ),
    ...bretèche(roll),
    ...guards,
  ]
}

function bretèche(roll: Chance): Motif {
  return [
    bar(-300, -740, 600, 150, { fill: STONE, stroke: INK, width: 3 }),
    ...times(9, i =>
      moved(figure(someone(roll, { pose: i % 3 ? poses.idle : poses.wave }), true), -264 + i * 66, -610, 1.3),
    ).flat(),
    bar(-312, -660, 624, 76, { fill: '#d8c9a6', stroke: INK, width: 3 }),
    ...times(12, i =>
      blob(
        [
          [-296 + i * 51, -590],
          [-296 + i * 51, -630],
          [-275 + i * 51, -648],
          [-254 + i * 51, -630],
          [-254 + i * 51, -590],
        ],
        { fill: '#a8946c', stroke: '#6f5d40', width: 2 },
      ),
    ),
    bar(-306, -586, 612, 26, { fill: STONE, stroke: INK, width: 2.4 }),
    ...centred('IK BEN DE STEM VAN DE STAD · JE SUIS LA VOIX DE LA VILLE', 0, -579, {
      size: 11,
      ink: '#3f2a1a',
      weight: 0.9,
    }),
    plate(trace('-312,-740 -250,-830 250,-830 312,-740'), { fill: SLATE, stroke: INK, width: 3 }),
    ...tiling(roll, y => [-312 + (-740 - y) * 0.7, 312 - (-740 - y) * 0.7], -830, -740, SLATE, 15),
    ...[-1, 1].flatMap(side => [
      limb(
        [
          [side * 330, -700],
          [side * 430, -860],
        ],
        [7, 5],
        { fill: '#5b3f28', stroke: INK, width: 1.4 },
      ),
      blob(
        [
          [side * 430, -858],
          [side * 520, -840],
          [side * 600, -862],
          [side * 590, -760],
          [side * 510, -742],
          [side * 400, -764],
        ],
        { fill: side > 0 ? '#8e3427' : '#d0a552', stroke: INK, width: 2.4 },
      ),
      blob(
        [
          [side * 480, -830],
          [side * 520, -825],
          [side * 520, -770],
          [side * 500, -756],
          [side * 480, -775],
        ],
        { fill: side > 0 ? '#d0a552' : '#33241a', stroke: INK, width: 1.6 },
      ),
    ]),
  ]
}

export function lancets(roll: Chance): Motif {
  return [
    ...[-340, 340].flatMap(x =>
      [-330].flatMap(y => moved(casement(roll, 44, 80, 'person'), x + Math.sign(x) * 80, y, 2.3)),
    ),
    ...[-395, 395].flatMap(x => moved(casement(roll, 30, 86, 'nobody'), x, -1180, 2.6)),
  ]
}
